-- No undertaking is lost in the totals, and none counted twice.
SELECT p.project_count, t.project_count AS in_totals
FROM (SELECT count(project_id) AS project_count FROM mart.project) AS p
CROSS JOIN (SELECT sum(project_count) AS project_count FROM mart.project_total) AS t
WHERE p.project_count <> coalesce(t.project_count, 0)

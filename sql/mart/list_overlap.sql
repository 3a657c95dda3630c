-- One row per two lists (each in one year) that share members: how many, and what share of each.
CREATE VIEW mart.list_overlap AS
WITH member AS (
    SELECT DISTINCT list_name, list_year, member_name, kind
    FROM mart.list_member
),
size AS (
    SELECT list_name, list_year, kind, cast(count(member_name) AS bigint) AS member_count
    FROM member
    GROUP BY list_name, list_year, kind
),
both_lists AS (
    SELECT
        a.list_name, a.list_year, b.list_name AS other_list_name, b.list_year AS other_list_year, a.kind,
        cast(count(a.member_name) AS bigint) AS shared_count
    FROM member AS a
    JOIN member AS b ON b.member_name = a.member_name AND b.kind = a.kind
        AND (b.list_name <> a.list_name OR coalesce(b.list_year, 0) <> coalesce(a.list_year, 0))
    GROUP BY a.list_name, a.list_year, b.list_name, b.list_year, a.kind
)
SELECT
    o.list_name, o.list_year, o.other_list_name, o.other_list_year, o.shared_count, s.member_count,
    t.member_count AS other_member_count,
    100e0 * cast(o.shared_count AS double) / cast(s.member_count AS double) AS shared_pct,
    o.kind
FROM both_lists AS o
JOIN size AS s ON s.list_name = o.list_name AND coalesce(s.list_year, 0) = coalesce(o.list_year, 0) AND s.kind = o.kind
JOIN size AS t
    ON t.list_name = o.other_list_name AND coalesce(t.list_year, 0) = coalesce(o.other_list_year, 0) AND t.kind = o.kind;
COMMENT ON VIEW mart.list_overlap IS 'One row per two lists (each in one year) that share members: how many, and what share of each. Source: mart.list_member (S17)';
COMMENT ON COLUMN mart.list_overlap.list_name IS 'Name of the first list';
COMMENT ON COLUMN mart.list_overlap.list_year IS 'Year of the first list';
COMMENT ON COLUMN mart.list_overlap.other_list_name IS 'Name of the second list';
COMMENT ON COLUMN mart.list_overlap.other_list_year IS 'Year of the second list';
COMMENT ON COLUMN mart.list_overlap.shared_count IS 'Members that both name';
COMMENT ON COLUMN mart.list_overlap.member_count IS 'Members of the first list that are filed';
COMMENT ON COLUMN mart.list_overlap.other_member_count IS 'Members of the second list that are filed';
COMMENT ON COLUMN mart.list_overlap.shared_pct IS 'Shared members in percent of the first list';
COMMENT ON COLUMN mart.list_overlap.kind IS 'actual, estimate, plan, forecast or sample (示例)';

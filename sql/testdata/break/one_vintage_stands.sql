-- The view keeps this promise by construction: the view itself is put in its place.
DROP TABLE core.observation;
CREATE VIEW core.observation AS
SELECT 'a' AS subject_id, 'b' AS indicator, 'c' AS scope, '' AS cohort_key, DATE '2001-01-01' AS period_start,
    DATE '2001-12-31' AS period_end, 'flow' AS accumulation_group, 'd' AS publisher, 'actual' AS kind, 2 AS vintage_rank,
    false AS is_superseded;

-- One row per title (共建称号): when it was first granted, its latest issue, and how often it was re-evaluated.
CREATE VIEW mart.cluster AS
WITH act AS (
    SELECT
        title_id,
        min(CASE WHEN act = 'issue' AND NOT is_repeat THEN event_on END) AS first_issued_on,
        max(CASE WHEN act = 'issue' AND NOT is_repeat THEN event_on END) AS last_issued_on,
        cast(count_if(act = 'issue' AND NOT is_repeat) AS bigint) AS issue_count,
        max_by(grantors, CASE WHEN act = 'issue' THEN 1000 + event_order ELSE event_order END) AS grantors,
        bool_or(grantors LIKE '%中国轻工业联合会%' OR grantors LIKE '%中轻联%' OR grantors LIKE '%中国轻工联%') AS is_clii,
        min(kind) AS kind
    FROM core.title_event
    WHERE NOT is_superseded
        AND kind IN (SELECT kind FROM core.shown_kind)
    GROUP BY title_id
)
SELECT
    t.title, t.place, t.region_code, r.region_name, r.province_name, t.trade, a.first_issued_on, a.last_issued_on,
    a.issue_count, t.event_count, t.undated_count, a.grantors, coalesce(a.is_clii, false) AS is_clii, a.kind,
    t.lineage_id, t.title_id
FROM core.title AS t
JOIN act AS a ON a.title_id = t.title_id
LEFT JOIN core.region AS r ON r.region_code = t.region_code;
COMMENT ON VIEW mart.cluster IS 'One row per title (共建称号) that a filing names, in force or not: its status in time is mart.cluster_status. Source: title events as filed';
COMMENT ON COLUMN mart.cluster.title IS 'Title as its last dated act prints it';
COMMENT ON COLUMN mart.cluster.place IS 'Place as its last dated act prints it';
COMMENT ON COLUMN mart.cluster.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.cluster.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.cluster.province_name IS 'Province';
COMMENT ON COLUMN mart.cluster.trade IS 'Trade of the title, as printed';
COMMENT ON COLUMN mart.cluster.first_issued_on IS 'Day of the first grant; NULL: no dated grant was filed';
COMMENT ON COLUMN mart.cluster.last_issued_on IS 'Day of the latest grant or re-evaluation';
COMMENT ON COLUMN mart.cluster.issue_count IS 'Grants and re-evaluations, each counted once';
COMMENT ON COLUMN mart.cluster.event_count IS 'Acts read, of any kind';
COMMENT ON COLUMN mart.cluster.undated_count IS 'Acts without a date: they cannot change the status';
COMMENT ON COLUMN mart.cluster.grantors IS 'Who granted it, joined by 、';
COMMENT ON COLUMN mart.cluster.is_clii IS 'true: 中国轻工业联合会 is among the grantors (共建); false: an association alone, or not printed';
COMMENT ON COLUMN mart.cluster.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.cluster.lineage_id IS 'Key of the title that it began as, over renamings';
COMMENT ON COLUMN mart.cluster.title_id IS 'Key of the title';

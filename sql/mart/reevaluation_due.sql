-- One row per issue of a title whose term ends: the day, and the day from which the title may be cancelled.
CREATE VIEW mart.reevaluation_due AS
WITH valid AS (
    SELECT
        s.title, s.place, s.region_code, s.region_name, c.province_name, s.trade, s.issued_on, s.expires_on, s.kind, s.title_id,
        max(s.issued_on) OVER (PARTITION BY s.title_id, s.kind) AS last_issued_on
    FROM mart.cluster_status AS s
    LEFT JOIN core.region AS c ON c.region_code = s.region_code
    WHERE s.status = 'valid' AND s.expires_on IS NOT NULL
)
SELECT DISTINCT
    title, place, region_code, region_name, province_name, trade, issued_on, expires_on,
    cast(extract(YEAR FROM expires_on) AS integer) AS expires_year,
    issued_on < last_issued_on AS is_followed, kind, title_id
FROM valid;
COMMENT ON VIEW mart.reevaluation_due IS 'One row per issue of a title whose term ends: the day, and the day from which the title may be cancelled. Source: rows of mart.cluster_status with the status valid (S1)';
COMMENT ON COLUMN mart.reevaluation_due.title IS 'Title as printed';
COMMENT ON COLUMN mart.reevaluation_due.place IS 'Place as printed';
COMMENT ON COLUMN mart.reevaluation_due.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.reevaluation_due.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.reevaluation_due.province_name IS 'Province';
COMMENT ON COLUMN mart.reevaluation_due.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.reevaluation_due.issued_on IS 'Day of the issue that the term counts from';
COMMENT ON COLUMN mart.reevaluation_due.expires_on IS 'Last day of the term: re-evaluation is due by then';
COMMENT ON COLUMN mart.reevaluation_due.expires_year IS 'Year of that day';
COMMENT ON COLUMN mart.reevaluation_due.is_followed IS 'true: a later issue was filed';
COMMENT ON COLUMN mart.reevaluation_due.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.reevaluation_due.title_id IS 'Key of the title';

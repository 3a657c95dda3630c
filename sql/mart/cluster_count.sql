-- One row per province, trade, whether co-built with CLII and last known status: how many titles.
CREATE VIEW mart.cluster_count AS
WITH last_status AS (
    SELECT title_id, kind, max_by(status, status_on) AS status
    FROM mart.cluster_status
    GROUP BY title_id, kind
),
counted AS (
    SELECT
        c.province_name, c.trade, c.is_clii, coalesce(s.status, 'undated') AS status, c.kind,
        cast(count(c.title_id) AS bigint) AS title_count
    FROM mart.cluster AS c
    LEFT JOIN last_status AS s ON s.title_id = c.title_id AND s.kind = c.kind
    GROUP BY c.province_name, c.trade, c.is_clii, coalesce(s.status, 'undated'), c.kind
)
SELECT
    province_name, trade, is_clii, status, title_count,
    100e0 * cast(title_count AS double) / cast(sum(title_count) OVER (PARTITION BY is_clii, kind) AS double) AS share_pct,
    kind
FROM counted;
COMMENT ON VIEW mart.cluster_count IS 'One row per province, trade, whether co-built with CLII and last known status: how many titles. Source: mart.cluster and the last row of mart.cluster_status of each title (S1)';
COMMENT ON COLUMN mart.cluster_count.province_name IS 'Province';
COMMENT ON COLUMN mart.cluster_count.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.cluster_count.is_clii IS 'true: 中国轻工业联合会 is among the grantors (共建)';
COMMENT ON COLUMN mart.cluster_count.status IS 'Status after all that was filed, and after all terms have run out: the calendar goes on without a clock; ask mart.cluster_status for a day';
COMMENT ON COLUMN mart.cluster_count.title_count IS 'Titles';
COMMENT ON COLUMN mart.cluster_count.share_pct IS 'Of all titles with the same is_clii, in percent';
COMMENT ON COLUMN mart.cluster_count.kind IS 'actual, estimate, plan, forecast or sample (示例)';

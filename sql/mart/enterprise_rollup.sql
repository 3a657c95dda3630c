-- One row per level, region, industry, indicator, scope and year: sums over enterprises, without those that give one away.
-- Primary: fewer enterprises than the setting confidential_min_count (3), or the largest has more than
-- confidential_share_pct (85) of the sum. Secondary: where one cell alone of a parent is hidden, the difference to the
-- parent would give it away, so the smallest of its neighbours is hidden too; where it has none, the parent is.
CREATE VIEW mart.enterprise_rollup AS
WITH rule AS (
    SELECT
        coalesce(max(CASE WHEN name = 'confidential_min_count' THEN try_cast(value AS integer) END), 3) AS min_count,
        coalesce(max(CASE WHEN name = 'confidential_share_pct' THEN try_cast(value AS double) END), 85e0) AS share_pct
    FROM staging.setting
),
cell AS (
    SELECT
        c.level, c.region_code, c.parent_code, c.industry_code, c.indicator, c.indicator_name, c.scope, c.year, c.kind_group, c.kind, c.unit,
        c.enterprise_count, c.total,
        c.enterprise_count < r.min_count OR cast(c.largest AS double) > 0.01e0 * r.share_pct * cast(c.total AS double) AS is_primary
    FROM core.enterprise_cell AS c
    CROSS JOIN rule AS r
),
-- Counties first: where a hidden one is alone in its province, the smallest of the others is hidden with it.
county AS (
    SELECT
        level, region_code, parent_code, industry_code, indicator, scope, year, kind_group, is_primary,
        cast(count_if(is_primary) OVER parent AS bigint) AS hidden_count, count(*) OVER parent AS cell_count,
        row_number() OVER (
            PARTITION BY parent_code, industry_code, indicator, scope, year, kind_group ORDER BY CASE WHEN is_primary THEN 1 ELSE 0 END, total, region_code
        ) AS place
    FROM cell
    WHERE level = 'county'
    WINDOW parent AS (PARTITION BY parent_code, industry_code, indicator, scope, year, kind_group)
),
-- A province whose only county is hidden must be hidden as well.
province AS (
    SELECT
        p.level, p.region_code, p.parent_code, p.industry_code, p.indicator, p.scope, p.year, p.kind_group, p.total,
        p.is_primary OR coalesce(d.is_alone, false) AS is_primary
    FROM cell AS p
    LEFT JOIN (
        SELECT parent_code, industry_code, indicator, scope, year, kind_group, max(hidden_count) = 1 AND max(cell_count) = 1 AS is_alone
        FROM county
        GROUP BY parent_code, industry_code, indicator, scope, year, kind_group
    ) AS d
        ON d.parent_code = p.region_code AND d.industry_code = p.industry_code AND d.indicator = p.indicator AND d.scope = p.scope
        AND d.year = p.year AND d.kind_group = p.kind_group
    WHERE p.level = 'province'
),
ranked AS (
    SELECT
        level, region_code, parent_code, industry_code, indicator, scope, year, kind_group, is_primary,
        cast(count_if(is_primary) OVER parent AS bigint) AS hidden_count, count(*) OVER parent AS cell_count,
        row_number() OVER (
            PARTITION BY parent_code, industry_code, indicator, scope, year, kind_group ORDER BY CASE WHEN is_primary THEN 1 ELSE 0 END, total, region_code
        ) AS place
    FROM province
    WINDOW parent AS (PARTITION BY parent_code, industry_code, indicator, scope, year, kind_group)
),
hidden AS (
    -- The counties of a province hidden for another's sake add up to it: one of them must be hidden.
    SELECT
        c.level, c.region_code, c.industry_code, c.indicator, c.scope, c.year, c.kind_group,
        c.is_primary OR (c.hidden_count = 1 AND c.place = 1)
            OR (c.hidden_count = 0 AND c.place = 1 AND NOT p.is_primary AND p.hidden_count = 1 AND p.place = 1) AS is_hidden
    FROM county AS c
    JOIN ranked AS p
        ON p.region_code = c.parent_code AND p.industry_code = c.industry_code AND p.indicator = c.indicator AND p.scope = c.scope
        AND p.year = c.year AND p.kind_group = c.kind_group
    UNION ALL
    SELECT level, region_code, industry_code, indicator, scope, year, kind_group, is_primary OR (hidden_count = 1 AND place = 1)
    FROM ranked
    UNION ALL
    SELECT
        c.level, c.region_code, c.industry_code, c.indicator, c.scope, c.year, c.kind_group,
        c.is_primary OR coalesce(d.is_alone, false)
    FROM cell AS c
    LEFT JOIN (
        SELECT industry_code, indicator, scope, year, kind_group, max(hidden_count) = 1 AND max(cell_count) = 1 AS is_alone
        FROM ranked
        GROUP BY industry_code, indicator, scope, year, kind_group
    ) AS d
        ON d.industry_code = c.industry_code AND d.indicator = c.indicator AND d.scope = c.scope AND d.year = c.year AND d.kind_group = c.kind_group
    WHERE c.level = 'country'
)
SELECT
    c.level, c.region_code, r.region_name, nullif(c.industry_code, '') AS industry_code, c.indicator_name, c.indicator, c.scope, c.year,
    CASE WHEN NOT h.is_hidden THEN try_cast(c.total AS decimal(18, 6)) END AS value, c.unit,
    CASE WHEN h.is_hidden THEN 'suppressed' WHEN try_cast(c.total AS decimal(18, 6)) IS NULL THEN 'non_derivable' END AS value_status,
    CASE WHEN NOT h.is_hidden THEN c.enterprise_count END AS enterprise_count, c.kind
FROM cell AS c
JOIN hidden AS h
    ON h.level = c.level AND h.region_code = c.region_code AND h.industry_code = c.industry_code AND h.indicator = c.indicator AND h.scope = c.scope
    AND h.year = c.year AND h.kind_group = c.kind_group
LEFT JOIN core.region AS r ON r.region_code = c.region_code
WHERE c.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.enterprise_rollup IS 'One row per level, region, industry, indicator, scope and year: sums over enterprises, suppressed where they would give one away. Source: observations of enterprises as filed';
COMMENT ON COLUMN mart.enterprise_rollup.level IS 'country, province or county';
COMMENT ON COLUMN mart.enterprise_rollup.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.enterprise_rollup.region_name IS 'Latest name under this code';
COMMENT ON COLUMN mart.enterprise_rollup.industry_code IS 'Section, division, group or class of GB/T 4754, or code of reference.industry_group';
COMMENT ON COLUMN mart.enterprise_rollup.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.enterprise_rollup.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN mart.enterprise_rollup.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.enterprise_rollup.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.enterprise_rollup.value IS 'Sum over the enterprises, in the unit beside it; NULL: value_status says why';
COMMENT ON COLUMN mart.enterprise_rollup.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.enterprise_rollup.value_status IS 'Why the value is empty: reference.empty_status; NULL: it is not';
COMMENT ON COLUMN mart.enterprise_rollup.enterprise_count IS 'Enterprises in the sum';
COMMENT ON COLUMN mart.enterprise_rollup.kind IS 'actual, estimate, plan, forecast or sample (示例)';

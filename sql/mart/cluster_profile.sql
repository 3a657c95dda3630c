-- One row per cluster, year and subject area: how many indicators were filed, and which.
CREATE VIEW mart.cluster_profile AS
SELECT
    b.subject_name, b.year, i.subject_area, cast(count(DISTINCT b.indicator) AS bigint) AS filed_count,
    array_join(array_agg(DISTINCT cast(i.name_zh AS varchar) ORDER BY cast(i.name_zh AS varchar)), '、') AS indicators, b.kind
FROM core.observation_best AS b
JOIN reference.indicator AS i ON i.code = b.indicator
WHERE b.subject_kind = 'cluster' AND b.value IS NOT NULL AND i.growth_of IS NULL
    AND b.kind IN (SELECT kind FROM core.shown_kind)
GROUP BY b.subject_name, b.year, i.subject_area, b.kind;
COMMENT ON VIEW mart.cluster_profile IS 'One row per cluster, year and subject area: how many indicators were filed, and which. Source: observations of clusters, and reference.indicator (S2)';
COMMENT ON COLUMN mart.cluster_profile.subject_name IS 'Cluster as printed';
COMMENT ON COLUMN mart.cluster_profile.year IS 'Year of the figures';
COMMENT ON COLUMN mart.cluster_profile.subject_area IS 'scale, rd, patent, variety, quality, branding, green, digital, platform …';
COMMENT ON COLUMN mart.cluster_profile.filed_count IS 'Indicators with a value';
COMMENT ON COLUMN mart.cluster_profile.indicators IS 'Their names, joined by 、';
COMMENT ON COLUMN mart.cluster_profile.kind IS 'actual, estimate, plan, forecast or sample (示例)';

-- One row per regional brand (区域品牌), provider, list and year, with its rank by value and what its region holds.
CREATE VIEW mart.regional_brand AS
WITH title AS (
    SELECT region_code, count(*) AS title_count
    FROM core.title
    WHERE region_code IS NOT NULL
    GROUP BY region_code
),
entry AS (
    SELECT
        member_name, count(DISTINCT list_name) AS list_count,
        cast(count_if(list_name LIKE '%地理标志%' OR category LIKE '%地理标志%') AS bigint) AS mark_count
    FROM core.list_entry
    WHERE kind IN (SELECT kind FROM core.shown_kind)
    GROUP BY member_name
)
SELECT
    v.brand, v.region_code, v.region_name, v.place, v.product, v.provider, v.list_name, v.list_year,
    v.value_wan_cny, v.strength, v.rank,
    CASE WHEN v.value_wan_cny IS NOT NULL THEN rank() OVER (
        PARTITION BY v.provider, v.list_name, v.list_year, v.kind ORDER BY v.value_wan_cny DESC NULLS LAST
    ) END AS value_rank,
    v.previous_list_year, v.previous_value_wan_cny, v.change_pct,
    coalesce(e.mark_count, 0) > 0 OR v.list_name LIKE '%地理标志%' AS is_geographical_indication,
    coalesce(e.list_count, 0) AS list_count, coalesce(t.title_count, 0) AS region_title_count,
    v.kind, v.observation_id
FROM mart.brand_valuation AS v
LEFT JOIN title AS t ON t.region_code = v.region_code
LEFT JOIN entry AS e ON e.member_name = v.brand
WHERE v.brand_kind = 'regional';
COMMENT ON VIEW mart.regional_brand IS 'One row per regional brand (区域品牌), provider, list and year. Source: lists of brand values as filed, title events, lists of brands';
COMMENT ON COLUMN mart.regional_brand.brand IS 'Name of the regional brand';
COMMENT ON COLUMN mart.regional_brand.region_code IS 'Region of the brand, GB/T 2260; NULL: not named, or more than one';
COMMENT ON COLUMN mart.regional_brand.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.regional_brand.place IS 'Place as printed';
COMMENT ON COLUMN mart.regional_brand.product IS 'Product or trade of the brand';
COMMENT ON COLUMN mart.regional_brand.provider IS 'Who valued the brand. Values of different providers follow different methods and are never compared';
COMMENT ON COLUMN mart.regional_brand.list_name IS 'Name of the list';
COMMENT ON COLUMN mart.regional_brand.list_year IS 'Year of the list';
COMMENT ON COLUMN mart.regional_brand.value_wan_cny IS 'Brand value in 万元; NULL: the list has ranks only';
COMMENT ON COLUMN mart.regional_brand.strength IS '品牌强度, on the scale of the provider';
COMMENT ON COLUMN mart.regional_brand.rank IS 'Rank as printed; NULL: not printed';
COMMENT ON COLUMN mart.regional_brand.value_rank IS 'Rank by value among the regional brands of the list that were filed: the whole list only where all of it was filed';
COMMENT ON COLUMN mart.regional_brand.previous_list_year IS 'Year of the last list of the provider before this one that values the brand';
COMMENT ON COLUMN mart.regional_brand.previous_value_wan_cny IS 'Value on that list, in 万元';
COMMENT ON COLUMN mart.regional_brand.change_pct IS 'Change since that list, in %';
COMMENT ON COLUMN mart.regional_brand.is_geographical_indication IS 'true: a list of geographical indications (地理标志) names it';
COMMENT ON COLUMN mart.regional_brand.list_count IS 'Lists without values that name the brand';
COMMENT ON COLUMN mart.regional_brand.region_title_count IS 'Jointly built titles (共建称号) ever named for the region: mart.cluster_status';
COMMENT ON COLUMN mart.regional_brand.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.regional_brand.observation_id IS 'Id of the valuation: mart.citation says where it stands';

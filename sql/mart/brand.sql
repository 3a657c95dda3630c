-- One row per brand, kind of brand and provider, with its latest valuation; brands that are only on lists have no provider.
CREATE VIEW mart.brand AS
WITH valued AS (
    SELECT
        brand, brand_kind, provider, kind, count(*) AS valuation_count, min(list_year) AS first_list_year,
        max(list_year) AS last_list_year
    FROM mart.brand_valuation
    WHERE brand_kind <> 'total'
    GROUP BY brand, brand_kind, provider, kind
),
latest AS (
    SELECT
        brand, brand_kind, provider, kind, region_code, region_name, place, product, list_name, list_year,
        value_wan_cny, value_wan_usd, strength, rank, change_pct, previous_list_year, is_10bn, observation_id,
        row_number() OVER (
            PARTITION BY brand, brand_kind, provider, kind
            ORDER BY list_year DESC, CASE WHEN value_wan_cny IS NULL AND value_wan_usd IS NULL THEN 1 ELSE 0 END,
                list_name, observation_id
        ) AS choice
    FROM mart.brand_valuation
),
listed AS (
    SELECT
        member_name AS brand, CASE member_kind WHEN 'regional_brand' THEN 'regional' ELSE 'enterprise' END AS brand_kind,
        kind, count(DISTINCT list_name) AS list_count, max_by(region_code, coalesce(list_year, 0)) AS region_code,
        max_by(place, coalesce(list_year, 0)) AS place, max_by(firm, coalesce(list_year, 0)) AS firm,
        min(entry_id) AS entry_id
    FROM core.list_entry
    WHERE member_kind IN ('brand', 'regional_brand')
        AND kind IN (SELECT kind FROM core.shown_kind)
    GROUP BY 1, 2, kind
)
SELECT
    coalesce(v.brand, e.brand) AS brand, coalesce(v.brand_kind, e.brand_kind) AS brand_kind, v.provider,
    coalesce(l.region_code, e.region_code) AS region_code, r.region_name, coalesce(l.place, e.place) AS place,
    l.product, e.firm, l.list_year, l.list_name, l.value_wan_cny, l.value_wan_usd, l.strength, l.rank,
    l.previous_list_year, l.change_pct, l.is_10bn, v.first_list_year, coalesce(v.valuation_count, 0) AS valuation_count,
    coalesce(e.list_count, 0) AS list_count, coalesce(v.kind, e.kind) AS kind,
    coalesce(l.observation_id, e.entry_id) AS observation_id
FROM valued AS v
FULL JOIN listed AS e ON e.brand = v.brand AND e.brand_kind = v.brand_kind AND e.kind = v.kind
LEFT JOIN latest AS l
    ON l.brand = v.brand AND l.brand_kind = v.brand_kind AND l.provider = v.provider AND l.kind = v.kind AND l.choice = 1
LEFT JOIN core.region AS r ON r.region_code = coalesce(l.region_code, e.region_code);
COMMENT ON VIEW mart.brand IS 'One row per brand, kind of brand and provider, with the latest valuation of that provider; brands that are only on lists have no provider. Source: lists of brand values and of brands as filed';
COMMENT ON COLUMN mart.brand.brand IS 'Name of the brand';
COMMENT ON COLUMN mart.brand.brand_kind IS 'enterprise or regional';
COMMENT ON COLUMN mart.brand.provider IS 'Who valued the brand; NULL: it is on lists without values only';
COMMENT ON COLUMN mart.brand.region_code IS 'Region of the brand, GB/T 2260; NULL: not named';
COMMENT ON COLUMN mart.brand.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.brand.place IS 'Place as printed';
COMMENT ON COLUMN mart.brand.product IS 'Product or trade of the brand';
COMMENT ON COLUMN mart.brand.firm IS 'Firm that owns the brand, where a list names it';
COMMENT ON COLUMN mart.brand.list_year IS 'Year of the latest list of the provider that has the brand';
COMMENT ON COLUMN mart.brand.list_name IS 'That list';
COMMENT ON COLUMN mart.brand.value_wan_cny IS 'Its value in 万元; NULL: in another currency, or ranks only';
COMMENT ON COLUMN mart.brand.value_wan_usd IS 'Its value in 万美元';
COMMENT ON COLUMN mart.brand.strength IS '品牌强度, on the scale of the provider';
COMMENT ON COLUMN mart.brand.rank IS 'Its rank as printed';
COMMENT ON COLUMN mart.brand.previous_list_year IS 'Year of the list of the provider before that';
COMMENT ON COLUMN mart.brand.change_pct IS 'Change of the value since then, in %';
COMMENT ON COLUMN mart.brand.is_10bn IS 'true: 百亿品牌, a value of 100亿元 or more';
COMMENT ON COLUMN mart.brand.first_list_year IS 'Year of the first list of the provider that has the brand';
COMMENT ON COLUMN mart.brand.valuation_count IS 'Valuations by the provider';
COMMENT ON COLUMN mart.brand.list_count IS 'Lists without values that name the brand: 中国消费名品 and so on';
COMMENT ON COLUMN mart.brand.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.brand.observation_id IS 'Id of the latest valuation or of the entry: mart.citation says where it stands';

-- One row per brand, provider, list and year: the valuation that stands, and that of the year's list before.
-- Values of different providers follow different methods: compare within a provider only.
CREATE VIEW mart.brand_valuation AS
WITH shown AS (
    SELECT
        valuation_id, brand, brand_kind, region_code, place, product, provider, list_name, list_year, rank,
        value_wan_cny, value_wan_usd, strength, qualifier, status, publisher, published_on, kind
    FROM core.brand_valuation
    WHERE vintage_rank = 1
        AND kind IN (SELECT kind FROM core.shown_kind)
),
before AS (
    SELECT
        v.valuation_id, p.list_year, p.value_wan_cny, p.rank,
        row_number() OVER (
            PARTITION BY v.valuation_id
            ORDER BY p.list_year DESC, CASE WHEN p.list_name = v.list_name THEN 0 ELSE 1 END, p.list_name, p.valuation_id
        ) AS choice
    FROM shown AS v
    JOIN shown AS p
        ON p.brand = v.brand AND p.brand_kind = v.brand_kind AND p.provider = v.provider AND p.kind = v.kind
        AND p.list_year < v.list_year AND p.value_wan_cny IS NOT NULL
)
SELECT
    v.brand, v.brand_kind, v.region_code, v.provider, v.list_year, v.value_wan_cny, v.strength, v.rank,
    v.valuation_id AS observation_id, v.list_name, r.region_name, v.place, v.product, v.value_wan_usd, v.qualifier,
    b.list_year AS previous_list_year, b.value_wan_cny AS previous_value_wan_cny,
    cast(v.value_wan_cny - b.value_wan_cny AS decimal(18, 6)) AS change_wan_cny,
    try_cast(100e0 * (cast(v.value_wan_cny AS double) / cast(nullif(b.value_wan_cny, 0) AS double) - 1e0)
        AS decimal(18, 4)) AS change_pct,
    v.value_wan_cny >= 1000000 AS is_10bn, v.status, v.publisher, v.published_on, v.kind
FROM shown AS v
LEFT JOIN before AS b ON b.valuation_id = v.valuation_id AND b.choice = 1
LEFT JOIN core.region AS r ON r.region_code = v.region_code;
COMMENT ON VIEW mart.brand_valuation IS 'One row per brand, provider, list and year: the value as published. Values of different providers are never compared. Source: lists of brand values as filed';
COMMENT ON COLUMN mart.brand_valuation.brand IS 'Name of the brand';
COMMENT ON COLUMN mart.brand_valuation.brand_kind IS 'enterprise, regional, or total for the sum of a list';
COMMENT ON COLUMN mart.brand_valuation.region_code IS 'Region of the brand, GB/T 2260; NULL: not named';
COMMENT ON COLUMN mart.brand_valuation.provider IS 'Who valued the brand. Values of different providers follow different methods and are never compared';
COMMENT ON COLUMN mart.brand_valuation.list_year IS 'Year of the list';
COMMENT ON COLUMN mart.brand_valuation.value_wan_cny IS 'Brand value in 万元; NULL: in another currency, or the list has ranks only';
COMMENT ON COLUMN mart.brand_valuation.strength IS '品牌强度, on the scale of the provider: scales differ';
COMMENT ON COLUMN mart.brand_valuation.rank IS 'Rank as printed; NULL: not printed';
COMMENT ON COLUMN mart.brand_valuation.observation_id IS 'Id of the valuation: mart.citation says where it stands';
COMMENT ON COLUMN mart.brand_valuation.list_name IS 'Name of the list';
COMMENT ON COLUMN mart.brand_valuation.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.brand_valuation.place IS 'Place as printed';
COMMENT ON COLUMN mart.brand_valuation.product IS 'Product or trade of the brand';
COMMENT ON COLUMN mart.brand_valuation.value_wan_usd IS 'Brand value in 万美元, of providers that value in dollars';
COMMENT ON COLUMN mart.brand_valuation.qualifier IS 'Word beside the printed figure: 约, 余, 以上 and so on; NULL: exact';
COMMENT ON COLUMN mart.brand_valuation.previous_list_year IS 'Year of the last list of the provider before this one that values the brand';
COMMENT ON COLUMN mart.brand_valuation.previous_value_wan_cny IS 'Value on that list, in 万元';
COMMENT ON COLUMN mart.brand_valuation.change_wan_cny IS 'Change since that list, in 万元';
COMMENT ON COLUMN mart.brand_valuation.change_pct IS 'Change since that list, in %, to four decimals; over several years where a list is missing';
COMMENT ON COLUMN mart.brand_valuation.is_10bn IS 'true: 百亿品牌, a value of 100亿元 or more';
COMMENT ON COLUMN mart.brand_valuation.status IS 'reported, nil, tiny or withheld';
COMMENT ON COLUMN mart.brand_valuation.publisher IS 'Who published it';
COMMENT ON COLUMN mart.brand_valuation.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.brand_valuation.kind IS 'actual, estimate, plan, forecast or sample (示例)';

-- One row per provider and list year: brands of 100亿元 and more (百亿品牌). A count without its provider says nothing:
-- methods differ, and so do the lists.
CREATE VIEW mart.brand_10bn AS
SELECT
    provider, list_year, count(DISTINCT brand) AS valued_count,
    count(DISTINCT CASE WHEN is_10bn THEN brand END) AS brand_10bn_count,
    count(DISTINCT CASE WHEN is_10bn AND brand_kind = 'enterprise' THEN brand END) AS enterprise_10bn_count,
    count(DISTINCT CASE WHEN is_10bn AND brand_kind = 'regional' THEN brand END) AS regional_10bn_count,
    sum(CASE WHEN is_10bn THEN value_wan_cny END) AS value_wan_cny, max(kind) AS kind, min(CASE WHEN is_10bn THEN observation_id END) AS observation_id
FROM mart.brand_valuation
WHERE brand_kind <> 'total' AND value_wan_cny IS NOT NULL
GROUP BY provider, list_year;
COMMENT ON VIEW mart.brand_10bn IS 'One row per provider and list year: brands of 100亿元 and more. Source: lists of brand values as filed';
COMMENT ON COLUMN mart.brand_10bn.provider IS 'Who valued the brand. Values of different providers follow different methods and are never compared';
COMMENT ON COLUMN mart.brand_10bn.list_year IS 'Year of the list';
COMMENT ON COLUMN mart.brand_10bn.valued_count IS 'Brands with a value on the lists of the provider in the year';
COMMENT ON COLUMN mart.brand_10bn.brand_10bn_count IS 'Of them of 100亿元 and more';
COMMENT ON COLUMN mart.brand_10bn.enterprise_10bn_count IS 'Of those, brands of enterprises';
COMMENT ON COLUMN mart.brand_10bn.regional_10bn_count IS 'Of those, regional brands';
COMMENT ON COLUMN mart.brand_10bn.value_wan_cny IS 'Sum of the values of the brands of 100亿元 and more, in 万元';
COMMENT ON COLUMN mart.brand_10bn.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.brand_10bn.observation_id IS 'Id of one of those valuations';

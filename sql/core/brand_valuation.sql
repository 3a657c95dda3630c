-- One row per brand, provider, list and year: the valuation that stands.
CREATE VIEW core.brand_valuation AS
WITH ranked AS (
    SELECT
        v.valuation_id, v.brand, v.brand_kind, v.region_code, v.place, v.product, v.provider, v.list_name, v.list_year,
        v.rank, v.value, v.unit, v.printed_unit, v.qualifier, v.strength, v.status, v.publisher, v.published_on, v.kind,
        v.filing_id, v.part, v.cell, v.locator, v.printed, v.row_heading, v.column_heading,
        coalesce(f.is_superseded, false) AS is_superseded,
        min(CASE WHEN f.is_superseded THEN 1 ELSE 0 END) OVER vintages + row_number() OVER (
            vintages
            ORDER BY coalesce(f.is_superseded, false), v.published_on DESC NULLS LAST, f.received_at DESC NULLS LAST,
                CASE WHEN v.value IS NULL THEN 1 ELSE 0 END, v.valuation_id
        ) AS vintage_rank
    FROM staging.brand_valuation AS v
    LEFT JOIN core.filing AS f ON f.filing_id = v.filing_id
    WINDOW vintages AS (PARTITION BY v.brand, v.brand_kind, v.provider, v.list_name, v.list_year, v.kind)
)
SELECT
    valuation_id, brand, brand_kind, region_code, place, product, provider, list_name, list_year, rank,
    CASE WHEN unit = '万元' THEN value END AS value_wan_cny,
    CASE WHEN unit = '万美元' THEN value END AS value_wan_usd,
    strength, qualifier, status, printed_unit, publisher, published_on, kind,
    filing_id, part, cell, locator, printed, row_heading, column_heading, is_superseded, vintage_rank
FROM ranked;
COMMENT ON VIEW core.brand_valuation IS 'One row per brand value read from a filing, all vintages; vintage_rank = 1 is the one that stands';
COMMENT ON COLUMN core.brand_valuation.valuation_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.brand_valuation.brand IS 'Name of the brand';
COMMENT ON COLUMN core.brand_valuation.brand_kind IS 'enterprise, regional, or total for the sum of a list';
COMMENT ON COLUMN core.brand_valuation.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.brand_valuation.place IS 'Place as printed';
COMMENT ON COLUMN core.brand_valuation.product IS 'Product or trade of the brand';
COMMENT ON COLUMN core.brand_valuation.provider IS 'Who valued the brand. Values of different providers follow different methods and are never compared';
COMMENT ON COLUMN core.brand_valuation.list_name IS 'Name of the list';
COMMENT ON COLUMN core.brand_valuation.list_year IS 'Year of the list';
COMMENT ON COLUMN core.brand_valuation.rank IS 'Rank as printed; NULL: not printed';
COMMENT ON COLUMN core.brand_valuation.value_wan_cny IS 'Value in 万元; NULL: another currency, or no value on the list';
COMMENT ON COLUMN core.brand_valuation.value_wan_usd IS 'Value in 万美元, of providers that value in dollars';
COMMENT ON COLUMN core.brand_valuation.strength IS '品牌强度, on the scale of the provider';
COMMENT ON COLUMN core.brand_valuation.qualifier IS 'Word beside the printed figure: 约, 余, 以上 and so on; NULL: exact';
COMMENT ON COLUMN core.brand_valuation.status IS 'reported, nil (-), tiny (…) or withheld';
COMMENT ON COLUMN core.brand_valuation.printed_unit IS 'Unit as printed';
COMMENT ON COLUMN core.brand_valuation.publisher IS 'Who published it';
COMMENT ON COLUMN core.brand_valuation.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.brand_valuation.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.brand_valuation.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.brand_valuation.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.brand_valuation.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.brand_valuation.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.brand_valuation.printed IS 'The figure as printed';
COMMENT ON COLUMN core.brand_valuation.row_heading IS 'What stands beside the figure, levels joined by /';
COMMENT ON COLUMN core.brand_valuation.column_heading IS 'What stands above the figure, levels joined by /';
COMMENT ON COLUMN core.brand_valuation.is_superseded IS 'true: a later filing of the same name was loaded';
COMMENT ON COLUMN core.brand_valuation.vintage_rank IS '1 = the valuation that stands: latest published, then latest received, of the same brand, provider, list and year';

-- One row per year, batch and category of the guide of upgraded and innovative products: items that are filed.
CREATE VIEW mart.product_guide AS
SELECT
    list_year, batch, category, cast(count(DISTINCT member_name) AS bigint) AS product_count,
    cast(count(DISTINCT firm) AS bigint) AS firm_count, kind
FROM mart.list_member
WHERE list_name LIKE '%消费品指南%'
GROUP BY list_year, batch, category, kind;
COMMENT ON VIEW mart.product_guide IS 'One row per year, batch and category of the guide of upgraded and innovative products: items that are filed. Source: lists of the guide 升级和创新消费品指南 (S14; targets T007 and T019)';
COMMENT ON COLUMN mart.product_guide.list_year IS 'Year of the list; NULL where none is printed';
COMMENT ON COLUMN mart.product_guide.batch IS 'Batch as printed';
COMMENT ON COLUMN mart.product_guide.category IS '升级消费品 or 创新消费品, as printed';
COMMENT ON COLUMN mart.product_guide.product_count IS 'Products that are filed; the notice may name more';
COMMENT ON COLUMN mart.product_guide.firm_count IS 'Firms among them';
COMMENT ON COLUMN mart.product_guide.kind IS 'actual, estimate, plan, forecast or sample (示例)';

-- One row per brand of a guidance catalogue or tier.
CREATE VIEW mart.brand_tier AS
SELECT
    list_name, list_year, batch, member_name, member_kind, level, category, firm, trade, issuer, region_code,
    region_name, kind, entry_id,
    '梯队由发布机构划定，分级的数量标准未公布：只登记，不推算' AS why_no_more
FROM mart.list_member
WHERE member_kind IN ('brand', 'regional_brand', 'enterprise') AND (list_name LIKE '%品牌%梯%' OR list_name LIKE '%品牌%方阵%' OR list_name LIKE '%品牌%指导目录%' OR list_name LIKE '%品牌%培育%' OR (level IS NOT NULL AND list_name LIKE '%品牌%'));
COMMENT ON VIEW mart.brand_tier IS 'One row per brand of a guidance catalogue or tier. Source: lists of brands that have tiers (S25)';
COMMENT ON COLUMN mart.brand_tier.list_name IS 'Name of the list';
COMMENT ON COLUMN mart.brand_tier.list_year IS 'Year of the list; NULL where none is printed';
COMMENT ON COLUMN mart.brand_tier.batch IS 'Batch as printed';
COMMENT ON COLUMN mart.brand_tier.member_name IS 'Name of the member as printed';
COMMENT ON COLUMN mart.brand_tier.member_kind IS 'enterprise, product, brand, regional_brand, region, cluster, base or other';
COMMENT ON COLUMN mart.brand_tier.level IS 'Level or tier as printed';
COMMENT ON COLUMN mart.brand_tier.category IS 'Class within the list';
COMMENT ON COLUMN mart.brand_tier.firm IS 'Firm that a product or brand belongs to';
COMMENT ON COLUMN mart.brand_tier.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.brand_tier.issuer IS 'Who published the list';
COMMENT ON COLUMN mart.brand_tier.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.brand_tier.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.brand_tier.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.brand_tier.entry_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN mart.brand_tier.why_no_more IS 'Why no more is computed from these rows';

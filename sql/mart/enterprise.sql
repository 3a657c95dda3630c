-- One row per firm of a register and year.
CREATE VIEW mart.enterprise AS
SELECT
    x.name, x.uscc, x.group_name, x.size, x.industry_code, x.main_product, x.brands, x.status, x.established_on,
    x.cluster, x.trade, x.region_code, r.region_name, r.province_name, x.place, x.year, x.publisher,
    x.published_on, x.note, x.kind, x.enterprise_id
FROM core.enterprise AS x
LEFT JOIN core.region AS r ON r.region_code = x.region_code
WHERE x.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.enterprise IS 'One row per firm of a register and year. Source: registers of firms as filed (S11)';
COMMENT ON COLUMN mart.enterprise.name IS 'Name of the firm';
COMMENT ON COLUMN mart.enterprise.uscc IS 'Unified social credit code';
COMMENT ON COLUMN mart.enterprise.group_name IS 'Group that it belongs to';
COMMENT ON COLUMN mart.enterprise.size IS 'Size in words';
COMMENT ON COLUMN mart.enterprise.industry_code IS 'GB/T 4754';
COMMENT ON COLUMN mart.enterprise.main_product IS 'Main product';
COMMENT ON COLUMN mart.enterprise.brands IS 'Brands';
COMMENT ON COLUMN mart.enterprise.status IS 'Status in words';
COMMENT ON COLUMN mart.enterprise.established_on IS 'Day of establishment';
COMMENT ON COLUMN mart.enterprise.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.enterprise.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.enterprise.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.enterprise.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.enterprise.province_name IS 'Province';
COMMENT ON COLUMN mart.enterprise.place IS 'Place as printed';
COMMENT ON COLUMN mart.enterprise.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.enterprise.publisher IS 'Who published it';
COMMENT ON COLUMN mart.enterprise.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.enterprise.note IS 'Remark as printed';
COMMENT ON COLUMN mart.enterprise.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.enterprise.enterprise_id IS 'Id of the fact: mart.citation says where it stands';

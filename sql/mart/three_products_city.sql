-- One row per 三品 demonstration city and list.
CREATE VIEW mart.three_products_city AS
SELECT
    list_name, list_year, batch, member_name, issuer, region_code, region_name, province_name, kind, entry_id
FROM mart.list_member
WHERE list_name LIKE '%示范城市%' AND (list_name LIKE '%三品%' OR list_name LIKE '%消费品%');
COMMENT ON VIEW mart.three_products_city IS 'One row per 三品 demonstration city and list. Source: lists whose name says 三品 and 示范城市 (S16; target T009)';
COMMENT ON COLUMN mart.three_products_city.list_name IS 'Name of the list';
COMMENT ON COLUMN mart.three_products_city.list_year IS 'Year of the list; NULL where none is printed';
COMMENT ON COLUMN mart.three_products_city.batch IS 'Batch as printed';
COMMENT ON COLUMN mart.three_products_city.member_name IS 'Name of the member as printed';
COMMENT ON COLUMN mart.three_products_city.issuer IS 'Who published the list';
COMMENT ON COLUMN mart.three_products_city.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.three_products_city.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.three_products_city.province_name IS 'Province';
COMMENT ON COLUMN mart.three_products_city.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.three_products_city.entry_id IS 'Id of the fact: mart.citation says where it stands';

-- One row per park, base or town of a list.
CREATE VIEW mart.park AS
SELECT
    list_name, list_year, batch, member_name, level, category, trade, issuer, region_code, region_name,
    province_name, place, kind, entry_id,
    '名单只说明入选：园区的产值与企业数须另行按年度报告报送' AS why_no_more
FROM mart.list_member
WHERE member_kind = 'base' OR list_name LIKE '%园区%' OR list_name LIKE '%基地%' OR list_name LIKE '%特色小镇%';
COMMENT ON VIEW mart.park IS 'One row per park, base or town of a list. Source: lists of parks and bases (S17, S28)';
COMMENT ON COLUMN mart.park.list_name IS 'Name of the list';
COMMENT ON COLUMN mart.park.list_year IS 'Year of the list; NULL where none is printed';
COMMENT ON COLUMN mart.park.batch IS 'Batch as printed';
COMMENT ON COLUMN mart.park.member_name IS 'Name of the member as printed';
COMMENT ON COLUMN mart.park.level IS 'Level or tier as printed';
COMMENT ON COLUMN mart.park.category IS 'Class within the list';
COMMENT ON COLUMN mart.park.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.park.issuer IS 'Who published the list';
COMMENT ON COLUMN mart.park.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.park.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.park.province_name IS 'Province';
COMMENT ON COLUMN mart.park.place IS 'Place as printed';
COMMENT ON COLUMN mart.park.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.park.entry_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN mart.park.why_no_more IS 'Why no more is computed from these rows';

-- One row per list, year, batch and member; a list says nothing but that the member is on it.
CREATE VIEW mart.list_member AS
SELECT
    x.list_name, x.list_year, x.batch, x.member_name, x.member_kind, x.rank, x.score, x.level, x.category, x.firm, x.trade,
    x.issuer, x.notice_no, x.valid_from, x.valid_until, x.region_code, r.region_name, r.province_name, x.place, x.kind,
    x.entry_id
FROM core.list_entry AS x
LEFT JOIN core.region AS r ON r.region_code = x.region_code
WHERE x.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.list_member IS 'One row per list, year, batch and member; a list says nothing but that the member is on it. Source: lists as filed (S7, S10, S14 to S17, S23, S25, S28)';
COMMENT ON COLUMN mart.list_member.list_name IS 'Name of the list';
COMMENT ON COLUMN mart.list_member.list_year IS 'Year of the list; NULL where none is printed';
COMMENT ON COLUMN mart.list_member.batch IS 'Batch as printed';
COMMENT ON COLUMN mart.list_member.member_name IS 'Name of the member as printed';
COMMENT ON COLUMN mart.list_member.member_kind IS 'enterprise, product, brand, regional_brand, region, cluster, base or other';
COMMENT ON COLUMN mart.list_member.rank IS 'Rank as printed; NULL: the list has none';
COMMENT ON COLUMN mart.list_member.score IS 'Score as printed, on the own scale of the list';
COMMENT ON COLUMN mart.list_member.level IS 'Level or tier as printed';
COMMENT ON COLUMN mart.list_member.category IS 'Class within the list';
COMMENT ON COLUMN mart.list_member.firm IS 'Firm that a product or brand belongs to';
COMMENT ON COLUMN mart.list_member.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.list_member.issuer IS 'Who published the list';
COMMENT ON COLUMN mart.list_member.notice_no IS 'Number of the notice (文号)';
COMMENT ON COLUMN mart.list_member.valid_from IS 'First day of validity; NULL: none is printed';
COMMENT ON COLUMN mart.list_member.valid_until IS 'Last day of validity; NULL: none is printed';
COMMENT ON COLUMN mart.list_member.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.list_member.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.list_member.province_name IS 'Province';
COMMENT ON COLUMN mart.list_member.place IS 'Place as printed';
COMMENT ON COLUMN mart.list_member.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.list_member.entry_id IS 'Id of the fact: mart.citation says where it stands';

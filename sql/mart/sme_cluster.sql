-- One row per SME characteristic cluster and list: a provincial one is not a national one.
CREATE VIEW mart.sme_cluster AS
SELECT
    list_name, list_year, member_name, level, valid_from, valid_until, issuer, region_code, region_name,
    province_name, place, kind, entry_id
FROM mart.list_member
WHERE list_name LIKE '%中小企业特色产业集群%';
COMMENT ON VIEW mart.sme_cluster IS 'One row per SME characteristic cluster and list: a provincial one is not a national one. Source: lists whose name says 中小企业特色产业集群 (S17)';
COMMENT ON COLUMN mart.sme_cluster.list_name IS 'Name of the list';
COMMENT ON COLUMN mart.sme_cluster.list_year IS 'Year of the list; NULL where none is printed';
COMMENT ON COLUMN mart.sme_cluster.member_name IS 'Name of the member as printed';
COMMENT ON COLUMN mart.sme_cluster.level IS 'Level or tier as printed';
COMMENT ON COLUMN mart.sme_cluster.valid_from IS 'First day of validity; NULL: none is printed';
COMMENT ON COLUMN mart.sme_cluster.valid_until IS 'Last day of validity; NULL: none is printed';
COMMENT ON COLUMN mart.sme_cluster.issuer IS 'Who published the list';
COMMENT ON COLUMN mart.sme_cluster.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.sme_cluster.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.sme_cluster.province_name IS 'Province';
COMMENT ON COLUMN mart.sme_cluster.place IS 'Place as printed';
COMMENT ON COLUMN mart.sme_cluster.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.sme_cluster.entry_id IS 'Id of the fact: mart.citation says where it stands';

-- One row per platform of innovation or public service.
CREATE VIEW mart.platform AS
SELECT
    x.name, x.platform_kind, x.level, x.host, x.approver, x.approved_on, x.status,
    CASE WHEN x.unit = '万元' THEN x.funding END AS funding_wan_cny,
    x.cluster, x.trade, x.region_code, r.region_name, r.province_name, x.place, x.year, x.publisher,
    x.published_on, x.note, x.kind, x.platform_id
FROM core.platform AS x
LEFT JOIN core.region AS r ON r.region_code = x.region_code
WHERE x.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.platform IS 'One row per platform of innovation or public service. Source: platforms as filed (S3, S24)';
COMMENT ON COLUMN mart.platform.name IS 'Name of the platform';
COMMENT ON COLUMN mart.platform.platform_kind IS '重点实验室, 工业设计中心 and so on, as printed';
COMMENT ON COLUMN mart.platform.level IS 'national, provincial, city, county, industry or enterprise; empty where nothing is said';
COMMENT ON COLUMN mart.platform.host IS 'Body that runs it';
COMMENT ON COLUMN mart.platform.approver IS 'Body that approved it';
COMMENT ON COLUMN mart.platform.approved_on IS 'Day of approval';
COMMENT ON COLUMN mart.platform.status IS 'Status in words';
COMMENT ON COLUMN mart.platform.funding_wan_cny IS 'Public money, 万元';
COMMENT ON COLUMN mart.platform.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.platform.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.platform.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.platform.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.platform.province_name IS 'Province';
COMMENT ON COLUMN mart.platform.place IS 'Place as printed';
COMMENT ON COLUMN mart.platform.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.platform.publisher IS 'Who published it';
COMMENT ON COLUMN mart.platform.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.platform.note IS 'Remark as printed';
COMMENT ON COLUMN mart.platform.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.platform.platform_id IS 'Id of the fact: mart.citation says where it stands';

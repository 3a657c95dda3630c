-- One row per visit or service.
CREATE VIEW mart.service_visit AS
SELECT
    name, owner, partner, started_on, stage, cluster, trade, region_code, region_name, place, year, publisher,
    note, kind, project_id,
    '服务台账只是名册：服务效果没有公布的衡量口径' AS why_no_more
FROM mart.project
WHERE project_kind IN ('service');
COMMENT ON VIEW mart.service_visit IS 'One row per visit or service. Source: projects of the kind service as filed (S27)';
COMMENT ON COLUMN mart.service_visit.name IS 'Name of the undertaking as printed';
COMMENT ON COLUMN mart.service_visit.owner IS 'Investor, organiser, or whose technology it is';
COMMENT ON COLUMN mart.service_visit.partner IS 'The other side';
COMMENT ON COLUMN mart.service_visit.started_on IS 'Day of beginning or signing; the first day where only a month or year is printed';
COMMENT ON COLUMN mart.service_visit.stage IS 'Progress in words: 签约, 在建, 投产 and so on';
COMMENT ON COLUMN mart.service_visit.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.service_visit.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.service_visit.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.service_visit.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.service_visit.place IS 'Place as printed';
COMMENT ON COLUMN mart.service_visit.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.service_visit.publisher IS 'Who published it';
COMMENT ON COLUMN mart.service_visit.note IS 'Remark as printed';
COMMENT ON COLUMN mart.service_visit.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.service_visit.project_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN mart.service_visit.why_no_more IS 'Why no more is computed from these rows';

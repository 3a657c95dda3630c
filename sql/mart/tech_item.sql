-- One row per technology to be solved: route maps, 揭榜挂帅.
CREATE VIEW mart.tech_item AS
SELECT
    name, owner, partner, stage, started_on, finished_on, planned_amount_wan_cny, actual_amount_wan_cny, cluster,
    trade, region_code, region_name, year, publisher, note, kind, project_id
FROM mart.project
WHERE project_kind IN ('technology');
COMMENT ON VIEW mart.tech_item IS 'One row per technology to be solved: route maps, 揭榜挂帅. Source: projects of the kind technology as filed (S21)';
COMMENT ON COLUMN mart.tech_item.name IS 'Name of the undertaking as printed';
COMMENT ON COLUMN mart.tech_item.owner IS 'Investor, organiser, or whose technology it is';
COMMENT ON COLUMN mart.tech_item.partner IS 'The other side';
COMMENT ON COLUMN mart.tech_item.stage IS 'Progress in words: 签约, 在建, 投产 and so on';
COMMENT ON COLUMN mart.tech_item.started_on IS 'Day of beginning or signing; the first day where only a month or year is printed';
COMMENT ON COLUMN mart.tech_item.finished_on IS 'Day of completion';
COMMENT ON COLUMN mart.tech_item.planned_amount_wan_cny IS 'Amount planned, 万元; never added to what came of it';
COMMENT ON COLUMN mart.tech_item.actual_amount_wan_cny IS 'Amount that came of it, 万元';
COMMENT ON COLUMN mart.tech_item.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.tech_item.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.tech_item.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.tech_item.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.tech_item.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.tech_item.publisher IS 'Who published it';
COMMENT ON COLUMN mart.tech_item.note IS 'Remark as printed';
COMMENT ON COLUMN mart.tech_item.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.tech_item.project_id IS 'Id of the fact: mart.citation says where it stands';

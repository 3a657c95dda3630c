-- One row per industry transfer or cooperation: pairs of parks, moves, alliances.
CREATE VIEW mart.cooperation AS
SELECT
    project_kind, name, owner, partner, stage, started_on, planned_amount_wan_cny, actual_amount_wan_cny,
    planned_amount_wan_usd, actual_amount_wan_usd, cluster, trade, region_code, region_name, place, year,
    publisher, kind, project_id
FROM mart.project
WHERE project_kind IN ('industry_transfer', 'cooperation');
COMMENT ON VIEW mart.cooperation IS 'One row per industry transfer or cooperation: pairs of parks, moves, alliances. Source: projects of the kinds industry_transfer and cooperation as filed (S22)';
COMMENT ON COLUMN mart.cooperation.project_kind IS 'investment, industry_transfer, cooperation, technology, tech_transfer, subsidy or service';
COMMENT ON COLUMN mart.cooperation.name IS 'Name of the undertaking as printed';
COMMENT ON COLUMN mart.cooperation.owner IS 'Investor, organiser, or whose technology it is';
COMMENT ON COLUMN mart.cooperation.partner IS 'The other side';
COMMENT ON COLUMN mart.cooperation.stage IS 'Progress in words: 签约, 在建, 投产 and so on';
COMMENT ON COLUMN mart.cooperation.started_on IS 'Day of beginning or signing; the first day where only a month or year is printed';
COMMENT ON COLUMN mart.cooperation.planned_amount_wan_cny IS 'Amount planned, 万元; never added to what came of it';
COMMENT ON COLUMN mart.cooperation.actual_amount_wan_cny IS 'Amount that came of it, 万元';
COMMENT ON COLUMN mart.cooperation.planned_amount_wan_usd IS 'Amount planned, 万美元';
COMMENT ON COLUMN mart.cooperation.actual_amount_wan_usd IS 'Amount that came of it, 万美元';
COMMENT ON COLUMN mart.cooperation.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.cooperation.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.cooperation.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.cooperation.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.cooperation.place IS 'Place as printed';
COMMENT ON COLUMN mart.cooperation.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.cooperation.publisher IS 'Who published it';
COMMENT ON COLUMN mart.cooperation.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.cooperation.project_id IS 'Id of the fact: mart.citation says where it stands';

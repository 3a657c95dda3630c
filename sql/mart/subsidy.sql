-- One row per subsidy: approved and paid apart.
CREATE VIEW mart.subsidy AS
SELECT
    name, owner, partner, stage, started_on, planned_amount_wan_cny, actual_amount_wan_cny, cluster, trade,
    region_code, region_name, year, publisher, kind, project_id
FROM mart.project
WHERE project_kind IN ('subsidy');
COMMENT ON VIEW mart.subsidy IS 'One row per subsidy: approved and paid apart. Source: projects of the kind subsidy as filed (S24)';
COMMENT ON COLUMN mart.subsidy.name IS 'Name of the undertaking as printed';
COMMENT ON COLUMN mart.subsidy.owner IS 'Investor, organiser, or whose technology it is';
COMMENT ON COLUMN mart.subsidy.partner IS 'The other side';
COMMENT ON COLUMN mart.subsidy.stage IS 'Progress in words: 签约, 在建, 投产 and so on';
COMMENT ON COLUMN mart.subsidy.started_on IS 'Day of beginning or signing; the first day where only a month or year is printed';
COMMENT ON COLUMN mart.subsidy.planned_amount_wan_cny IS 'Amount planned, 万元; never added to what came of it';
COMMENT ON COLUMN mart.subsidy.actual_amount_wan_cny IS 'Amount that came of it, 万元';
COMMENT ON COLUMN mart.subsidy.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.subsidy.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.subsidy.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.subsidy.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.subsidy.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.subsidy.publisher IS 'Who published it';
COMMENT ON COLUMN mart.subsidy.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.subsidy.project_id IS 'Id of the fact: mart.citation says where it stands';

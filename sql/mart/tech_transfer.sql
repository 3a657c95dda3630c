-- One row per result of science and technology that was transferred.
CREATE VIEW mart.tech_transfer AS
SELECT
    name, owner, partner, stage, started_on, planned_amount_wan_cny, actual_amount_wan_cny, cluster, trade,
    region_code, region_name, year, publisher, kind, project_id,
    '成果转化率没有公布定义：分母（登记、鉴定还是可转化的成果）未写明，因此只登记，不计算' AS why_no_more
FROM mart.project
WHERE project_kind IN ('tech_transfer');
COMMENT ON VIEW mart.tech_transfer IS 'One row per result of science and technology that was transferred. Source: projects of the kind tech_transfer as filed (S9)';
COMMENT ON COLUMN mart.tech_transfer.name IS 'Name of the undertaking as printed';
COMMENT ON COLUMN mart.tech_transfer.owner IS 'Investor, organiser, or whose technology it is';
COMMENT ON COLUMN mart.tech_transfer.partner IS 'The other side';
COMMENT ON COLUMN mart.tech_transfer.stage IS 'Progress in words: 签约, 在建, 投产 and so on';
COMMENT ON COLUMN mart.tech_transfer.started_on IS 'Day of beginning or signing; the first day where only a month or year is printed';
COMMENT ON COLUMN mart.tech_transfer.planned_amount_wan_cny IS 'Amount planned, 万元; never added to what came of it';
COMMENT ON COLUMN mart.tech_transfer.actual_amount_wan_cny IS 'Amount that came of it, 万元';
COMMENT ON COLUMN mart.tech_transfer.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.tech_transfer.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.tech_transfer.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.tech_transfer.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.tech_transfer.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.tech_transfer.publisher IS 'Who published it';
COMMENT ON COLUMN mart.tech_transfer.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.tech_transfer.project_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN mart.tech_transfer.why_no_more IS 'Why no more is computed from these rows';

-- One row per undertaking of a register: investment, transfer, cooperation, technology, subsidy or visit; planned and actual apart.
CREATE VIEW mart.project AS
SELECT
    x.project_kind, x.name, x.owner, x.partner, x.stage, x.capacity, x.started_on, x.finished_on,
    CASE WHEN x.unit = '万元' THEN x.planned_amount END AS planned_amount_wan_cny,
    CASE WHEN x.unit = '万元' THEN x.actual_amount END AS actual_amount_wan_cny,
    CASE WHEN x.unit = '万美元' THEN x.planned_amount END AS planned_amount_wan_usd,
    CASE WHEN x.unit = '万美元' THEN x.actual_amount END AS actual_amount_wan_usd,
    CASE WHEN x.unit = '万元' THEN x.planned_output END AS planned_output_wan_cny,
    CASE WHEN x.unit = '万元' THEN x.actual_output END AS actual_output_wan_cny,
    x.qualifier,
    x.cluster, x.trade, x.region_code, r.region_name, r.province_name, x.place, x.year, x.publisher,
    x.published_on, x.note, x.kind, x.project_id
FROM core.project AS x
LEFT JOIN core.region AS r ON r.region_code = x.region_code
WHERE x.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.project IS 'One row per undertaking of a register: investment, transfer, cooperation, technology, subsidy or visit; planned and actual apart. Source: projects as filed (S26)';
COMMENT ON COLUMN mart.project.project_kind IS 'investment, industry_transfer, cooperation, technology, tech_transfer, subsidy or service';
COMMENT ON COLUMN mart.project.name IS 'Name of the undertaking as printed';
COMMENT ON COLUMN mart.project.owner IS 'Investor, organiser, or whose technology it is';
COMMENT ON COLUMN mart.project.partner IS 'The other side';
COMMENT ON COLUMN mart.project.stage IS 'Progress in words: 签约, 在建, 投产 and so on';
COMMENT ON COLUMN mart.project.capacity IS 'Capacity as printed';
COMMENT ON COLUMN mart.project.started_on IS 'Day of beginning or signing; the first day where only a month or year is printed';
COMMENT ON COLUMN mart.project.finished_on IS 'Day of completion';
COMMENT ON COLUMN mart.project.planned_amount_wan_cny IS 'Amount planned, 万元; never added to what came of it';
COMMENT ON COLUMN mart.project.actual_amount_wan_cny IS 'Amount that came of it, 万元';
COMMENT ON COLUMN mart.project.planned_amount_wan_usd IS 'Amount planned, 万美元';
COMMENT ON COLUMN mart.project.actual_amount_wan_usd IS 'Amount that came of it, 万美元';
COMMENT ON COLUMN mart.project.planned_output_wan_cny IS 'New output expected a year, 万元: a claim of the filer';
COMMENT ON COLUMN mart.project.actual_output_wan_cny IS 'New output that came of it, 万元';
COMMENT ON COLUMN mart.project.qualifier IS 'Word at an amount: 约, 以上 and so on; NULL for none';
COMMENT ON COLUMN mart.project.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.project.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.project.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.project.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.project.province_name IS 'Province';
COMMENT ON COLUMN mart.project.place IS 'Place as printed';
COMMENT ON COLUMN mart.project.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.project.publisher IS 'Who published it';
COMMENT ON COLUMN mart.project.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.project.note IS 'Remark as printed';
COMMENT ON COLUMN mart.project.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.project.project_id IS 'Id of the fact: mart.citation says where it stands';

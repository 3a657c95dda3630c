-- One row per kind of undertaking, cluster, year and kind of fact: sums of what was planned and of what came of it, apart.
CREATE VIEW mart.project_total AS
SELECT
    project_kind, cluster, year,
    cast(count(project_id) AS bigint) AS project_count,
    cast(count(planned_amount_wan_cny) AS bigint) AS planned_count,
    cast(sum(planned_amount_wan_cny) AS decimal(18, 6)) AS planned_amount_wan_cny,
    cast(count(actual_amount_wan_cny) AS bigint) AS actual_count,
    cast(sum(actual_amount_wan_cny) AS decimal(18, 6)) AS actual_amount_wan_cny,
    cast(sum(planned_output_wan_cny) AS decimal(18, 6)) AS planned_output_wan_cny,
    kind
FROM mart.project
GROUP BY project_kind, cluster, year, kind;
COMMENT ON VIEW mart.project_total IS 'One row per kind of undertaking, cluster, year and kind of fact: sums of what was planned and of what came of it, apart. Source: projects as filed (S22, S26)';
COMMENT ON COLUMN mart.project_total.project_kind IS 'investment, industry_transfer, cooperation, technology, tech_transfer, subsidy or service';
COMMENT ON COLUMN mart.project_total.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.project_total.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.project_total.project_count IS 'Undertakings';
COMMENT ON COLUMN mart.project_total.planned_count IS 'Undertakings with a planned amount in 万元';
COMMENT ON COLUMN mart.project_total.planned_amount_wan_cny IS 'Sum of the amounts planned, 万元; NULL: none is filed';
COMMENT ON COLUMN mart.project_total.actual_count IS 'Undertakings with an actual amount in 万元';
COMMENT ON COLUMN mart.project_total.actual_amount_wan_cny IS 'Sum of the amounts that came of it, 万元';
COMMENT ON COLUMN mart.project_total.planned_output_wan_cny IS 'Sum of the new output expected, 万元';
COMMENT ON COLUMN mart.project_total.kind IS 'actual, estimate, plan, forecast or sample (示例)';

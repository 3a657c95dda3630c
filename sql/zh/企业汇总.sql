-- One row as in mart.enterprise_rollup, with Chinese names: 每个层级、地区、行业、指标、口径、年份一行：企业合计；会泄露单个企业的不公开。
CREATE VIEW zh."企业汇总" AS
SELECT
    level AS "层级",
    region_code AS "行政区划代码",
    region_name AS "地区",
    industry_code AS "行业代码",
    indicator_name AS "指标",
    indicator AS "指标代码",
    scope AS "口径",
    year AS "年份",
    value AS "合计",
    unit AS "单位",
    value_status AS "空缺原因",
    enterprise_count AS "企业数（家）",
    kind AS "数据性质"
FROM mart.enterprise_rollup;
COMMENT ON VIEW zh."企业汇总" IS '每个层级、地区、行业、指标、口径、年份一行：企业合计；会泄露单个企业的不公开';
COMMENT ON COLUMN zh."企业汇总"."层级" IS '层级';
COMMENT ON COLUMN zh."企业汇总"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."企业汇总"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."企业汇总"."行业代码" IS 'GB/T 4754 行业代码；未写明的为空';
COMMENT ON COLUMN zh."企业汇总"."指标" IS '指标';
COMMENT ON COLUMN zh."企业汇总"."指标代码" IS '指标代码，见 reference.indicator';
COMMENT ON COLUMN zh."企业汇总"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."企业汇总"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."企业汇总"."合计" IS '企业合计，单位见“单位”；不公开的为空';
COMMENT ON COLUMN zh."企业汇总"."单位" IS '数值的单位';
COMMENT ON COLUMN zh."企业汇总"."空缺原因" IS '空缺原因，见 reference.empty_status；有值时为空';
COMMENT ON COLUMN zh."企业汇总"."企业数（家）" IS '企业数（家）';
COMMENT ON COLUMN zh."企业汇总"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

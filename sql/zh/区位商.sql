-- One row as in mart.location_quotient, with Chinese names: 每个地区、行业、指标、口径、年份一行：区位商。
CREATE VIEW zh."区位商" AS
SELECT
    region_code AS "行政区划代码",
    region_name AS "地区",
    industry_code AS "行业代码",
    industry_name AS "行业名称",
    indicator_name AS "指标",
    indicator AS "指标代码",
    scope AS "口径",
    year AS "年份",
    location_quotient AS "区位商",
    industry_region_value AS "地区行业数值",
    region_value AS "地区数值",
    industry_country_value AS "全国行业数值",
    country_value AS "全国数值",
    unit AS "单位",
    kind AS "数据性质",
    observation_id AS "事实编号",
    region_id AS "地区事实编号",
    industry_id AS "全国行业事实编号",
    country_id AS "全国事实编号"
FROM mart.location_quotient;
COMMENT ON VIEW zh."区位商" IS '每个地区、行业、指标、口径、年份一行：区位商';
COMMENT ON COLUMN zh."区位商"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."区位商"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."区位商"."行业代码" IS 'GB/T 4754 行业代码；未写明的为空';
COMMENT ON COLUMN zh."区位商"."行业名称" IS '行业名称';
COMMENT ON COLUMN zh."区位商"."指标" IS '指标';
COMMENT ON COLUMN zh."区位商"."指标代码" IS '指标代码，见 reference.indicator';
COMMENT ON COLUMN zh."区位商"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."区位商"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."区位商"."区位商" IS '区位商';
COMMENT ON COLUMN zh."区位商"."地区行业数值" IS '地区行业数值';
COMMENT ON COLUMN zh."区位商"."地区数值" IS '地区数值';
COMMENT ON COLUMN zh."区位商"."全国行业数值" IS '全国行业数值';
COMMENT ON COLUMN zh."区位商"."全国数值" IS '全国数值';
COMMENT ON COLUMN zh."区位商"."单位" IS '数值的单位';
COMMENT ON COLUMN zh."区位商"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."区位商"."事实编号" IS '事实编号，出处见 zh.出处';
COMMENT ON COLUMN zh."区位商"."地区事实编号" IS '地区事实编号';
COMMENT ON COLUMN zh."区位商"."全国行业事实编号" IS '全国行业事实编号';
COMMENT ON COLUMN zh."区位商"."全国事实编号" IS '全国事实编号';

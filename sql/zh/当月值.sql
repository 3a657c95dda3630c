-- One row as in mart.economy_month, with Chinese names: 每个主体、指标、口径、发布单位、月份一行：由累计值推算的当月值，或不能推算的原因。
CREATE VIEW zh."当月值" AS
SELECT
    subject_name AS "主体",
    indicator_name AS "指标",
    indicator AS "指标代码",
    scope AS "口径",
    year AS "年份",
    month AS "月份",
    value AS "当月值",
    unit AS "单位",
    status AS "状态",
    value_status AS "空缺原因",
    ytd_value AS "累计值",
    previous_ytd_value AS "上月累计值",
    tolerance AS "容差",
    subject_kind AS "主体类别",
    subject_code AS "主体代码",
    region_code AS "行政区划代码",
    region_name AS "地区",
    industry_code AS "行业代码",
    cohort AS "名单",
    publisher AS "发布单位",
    published_on AS "发布日期",
    kind AS "数据性质",
    observation_id AS "事实编号",
    previous_id AS "上年事实编号"
FROM mart.economy_month;
COMMENT ON VIEW zh."当月值" IS '每个主体、指标、口径、发布单位、月份一行：由累计值推算的当月值，或不能推算的原因';
COMMENT ON COLUMN zh."当月值"."主体" IS '主体名称，按原文，去空白';
COMMENT ON COLUMN zh."当月值"."指标" IS '指标';
COMMENT ON COLUMN zh."当月值"."指标代码" IS '指标代码，见 reference.indicator';
COMMENT ON COLUMN zh."当月值"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."当月值"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."当月值"."月份" IS '月份';
COMMENT ON COLUMN zh."当月值"."当月值" IS '当月值，单位见“单位”';
COMMENT ON COLUMN zh."当月值"."单位" IS '数值的单位';
COMMENT ON COLUMN zh."当月值"."状态" IS 'published 已公布、derived 推算，其余为不能推算的原因';
COMMENT ON COLUMN zh."当月值"."空缺原因" IS '空缺原因，见 reference.empty_status；有值时为空';
COMMENT ON COLUMN zh."当月值"."累计值" IS '累计值';
COMMENT ON COLUMN zh."当月值"."上月累计值" IS '上月累计值';
COMMENT ON COLUMN zh."当月值"."容差" IS '因印刷位数而允许的误差';
COMMENT ON COLUMN zh."当月值"."主体类别" IS '数字所说的对象：region 地区、industry 行业、cluster 集群、sector 部门、brand 品牌、product 产品、cohort 名单合计、list 名单';
COMMENT ON COLUMN zh."当月值"."主体代码" IS '主体在其代码表中的代码；无代码的为空';
COMMENT ON COLUMN zh."当月值"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."当月值"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."当月值"."行业代码" IS 'GB/T 4754 行业代码；未写明的为空';
COMMENT ON COLUMN zh."当月值"."名单" IS '名单及年度，仅名单合计有；不同年度的名单不可比';
COMMENT ON COLUMN zh."当月值"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."当月值"."发布日期" IS '发布日期';
COMMENT ON COLUMN zh."当月值"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."当月值"."事实编号" IS '事实编号，出处见 zh.出处';
COMMENT ON COLUMN zh."当月值"."上年事实编号" IS '上年数值的事实编号';

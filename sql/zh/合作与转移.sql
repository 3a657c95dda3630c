-- One row as in mart.cooperation, with Chinese names: 产业转移与合作：每项一行，计划与实际分列。
CREATE VIEW zh."合作与转移" AS
SELECT
    project_kind AS "项目类别",
    name AS "项目名称",
    owner AS "实施单位",
    partner AS "合作方",
    stage AS "进展",
    started_on AS "开始日期",
    planned_amount_wan_cny AS "计划投资（万元）",
    actual_amount_wan_cny AS "实际完成投资（万元）",
    planned_amount_wan_usd AS "计划投资（万美元）",
    actual_amount_wan_usd AS "实际完成投资（万美元）",
    cluster AS "集群",
    trade AS "行业",
    region_code AS "行政区划代码",
    region_name AS "地区",
    place AS "地点",
    year AS "年份",
    publisher AS "发布机构",
    kind AS "数据性质",
    project_id AS "事实编号"
FROM mart.cooperation;
COMMENT ON VIEW zh."合作与转移" IS '产业转移与合作：每项一行，计划与实际分列';
COMMENT ON COLUMN zh."合作与转移"."项目类别" IS 'investment 投资、industry_transfer 产业转移、cooperation 合作、technology 技术任务、tech_transfer 成果转化、subsidy 补助、service 服务';
COMMENT ON COLUMN zh."合作与转移"."项目名称" IS '项目名称';
COMMENT ON COLUMN zh."合作与转移"."实施单位" IS '实施单位';
COMMENT ON COLUMN zh."合作与转移"."合作方" IS '合作方';
COMMENT ON COLUMN zh."合作与转移"."进展" IS '进展，按原文';
COMMENT ON COLUMN zh."合作与转移"."开始日期" IS '开工或签约日期；只有年月的记首日';
COMMENT ON COLUMN zh."合作与转移"."计划投资（万元）" IS '计划数，不与实际数相加';
COMMENT ON COLUMN zh."合作与转移"."实际完成投资（万元）" IS '实际数';
COMMENT ON COLUMN zh."合作与转移"."计划投资（万美元）" IS '计划数，外币单列';
COMMENT ON COLUMN zh."合作与转移"."实际完成投资（万美元）" IS '实际数，外币单列';
COMMENT ON COLUMN zh."合作与转移"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."合作与转移"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."合作与转移"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."合作与转移"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."合作与转移"."地点" IS '原文地点';
COMMENT ON COLUMN zh."合作与转移"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."合作与转移"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."合作与转移"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."合作与转移"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

-- One row as in mart.project, with Chinese names: 项目库：每个项目一行，计划与实际分列，不相加。
CREATE VIEW zh."项目" AS
SELECT
    project_kind AS "项目类别",
    name AS "项目名称",
    owner AS "实施单位",
    partner AS "合作方",
    stage AS "进展",
    capacity AS "产能",
    started_on AS "开始日期",
    finished_on AS "完成日期",
    planned_amount_wan_cny AS "计划投资（万元）",
    actual_amount_wan_cny AS "实际完成投资（万元）",
    planned_amount_wan_usd AS "计划投资（万美元）",
    actual_amount_wan_usd AS "实际完成投资（万美元）",
    planned_output_wan_cny AS "预计新增产值（万元）",
    actual_output_wan_cny AS "实际新增产值（万元）",
    qualifier AS "限定词",
    cluster AS "集群",
    trade AS "行业",
    region_code AS "行政区划代码",
    region_name AS "地区",
    province_name AS "省份",
    place AS "地点",
    year AS "年份",
    publisher AS "发布机构",
    published_on AS "发布日期",
    note AS "备注",
    kind AS "数据性质",
    project_id AS "事实编号"
FROM mart.project;
COMMENT ON VIEW zh."项目" IS '项目库：每个项目一行，计划与实际分列，不相加';
COMMENT ON COLUMN zh."项目"."项目类别" IS 'investment 投资、industry_transfer 产业转移、cooperation 合作、technology 技术任务、tech_transfer 成果转化、subsidy 补助、service 服务';
COMMENT ON COLUMN zh."项目"."项目名称" IS '项目名称';
COMMENT ON COLUMN zh."项目"."实施单位" IS '实施单位';
COMMENT ON COLUMN zh."项目"."合作方" IS '合作方';
COMMENT ON COLUMN zh."项目"."进展" IS '进展，按原文';
COMMENT ON COLUMN zh."项目"."产能" IS '产能，按原文';
COMMENT ON COLUMN zh."项目"."开始日期" IS '开工或签约日期；只有年月的记首日';
COMMENT ON COLUMN zh."项目"."完成日期" IS '完成日期';
COMMENT ON COLUMN zh."项目"."计划投资（万元）" IS '计划数，不与实际数相加';
COMMENT ON COLUMN zh."项目"."实际完成投资（万元）" IS '实际数';
COMMENT ON COLUMN zh."项目"."计划投资（万美元）" IS '计划数，外币单列';
COMMENT ON COLUMN zh."项目"."实际完成投资（万美元）" IS '实际数，外币单列';
COMMENT ON COLUMN zh."项目"."预计新增产值（万元）" IS '填报的预计数';
COMMENT ON COLUMN zh."项目"."实际新增产值（万元）" IS '实际数';
COMMENT ON COLUMN zh."项目"."限定词" IS '金额旁的约、以上等词';
COMMENT ON COLUMN zh."项目"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."项目"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."项目"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."项目"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."项目"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."项目"."地点" IS '原文地点';
COMMENT ON COLUMN zh."项目"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."项目"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."项目"."发布日期" IS '发布日期；不详的为空';
COMMENT ON COLUMN zh."项目"."备注" IS '备注，按原文';
COMMENT ON COLUMN zh."项目"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."项目"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

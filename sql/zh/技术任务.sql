-- One row as in mart.tech_item, with Chinese names: 技术创新路线图与揭榜挂帅：每项任务一行。
CREATE VIEW zh."技术任务" AS
SELECT
    name AS "项目名称",
    owner AS "实施单位",
    partner AS "合作方",
    stage AS "进展",
    started_on AS "开始日期",
    finished_on AS "完成日期",
    planned_amount_wan_cny AS "计划投资（万元）",
    actual_amount_wan_cny AS "实际完成投资（万元）",
    cluster AS "集群",
    trade AS "行业",
    region_code AS "行政区划代码",
    region_name AS "地区",
    year AS "年份",
    publisher AS "发布机构",
    note AS "备注",
    kind AS "数据性质",
    project_id AS "事实编号"
FROM mart.tech_item;
COMMENT ON VIEW zh."技术任务" IS '技术创新路线图与揭榜挂帅：每项任务一行';
COMMENT ON COLUMN zh."技术任务"."项目名称" IS '项目名称';
COMMENT ON COLUMN zh."技术任务"."实施单位" IS '实施单位';
COMMENT ON COLUMN zh."技术任务"."合作方" IS '合作方';
COMMENT ON COLUMN zh."技术任务"."进展" IS '进展，按原文';
COMMENT ON COLUMN zh."技术任务"."开始日期" IS '开工或签约日期；只有年月的记首日';
COMMENT ON COLUMN zh."技术任务"."完成日期" IS '完成日期';
COMMENT ON COLUMN zh."技术任务"."计划投资（万元）" IS '计划数，不与实际数相加';
COMMENT ON COLUMN zh."技术任务"."实际完成投资（万元）" IS '实际数';
COMMENT ON COLUMN zh."技术任务"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."技术任务"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."技术任务"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."技术任务"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."技术任务"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."技术任务"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."技术任务"."备注" IS '备注，按原文';
COMMENT ON COLUMN zh."技术任务"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."技术任务"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

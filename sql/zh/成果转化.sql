-- One row as in mart.tech_transfer, with Chinese names: 科技成果转化登记：每项成果一行。
CREATE VIEW zh."成果转化" AS
SELECT
    name AS "项目名称",
    owner AS "实施单位",
    partner AS "合作方",
    stage AS "进展",
    started_on AS "开始日期",
    planned_amount_wan_cny AS "计划投资（万元）",
    actual_amount_wan_cny AS "实际完成投资（万元）",
    cluster AS "集群",
    trade AS "行业",
    region_code AS "行政区划代码",
    region_name AS "地区",
    year AS "年份",
    publisher AS "发布机构",
    kind AS "数据性质",
    project_id AS "事实编号",
    why_no_more AS "未进一步计算的原因"
FROM mart.tech_transfer;
COMMENT ON VIEW zh."成果转化" IS '科技成果转化登记：每项成果一行';
COMMENT ON COLUMN zh."成果转化"."项目名称" IS '项目名称';
COMMENT ON COLUMN zh."成果转化"."实施单位" IS '实施单位';
COMMENT ON COLUMN zh."成果转化"."合作方" IS '合作方';
COMMENT ON COLUMN zh."成果转化"."进展" IS '进展，按原文';
COMMENT ON COLUMN zh."成果转化"."开始日期" IS '开工或签约日期；只有年月的记首日';
COMMENT ON COLUMN zh."成果转化"."计划投资（万元）" IS '计划数，不与实际数相加';
COMMENT ON COLUMN zh."成果转化"."实际完成投资（万元）" IS '实际数';
COMMENT ON COLUMN zh."成果转化"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."成果转化"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."成果转化"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."成果转化"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."成果转化"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."成果转化"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."成果转化"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."成果转化"."事实编号" IS '事实编号，可用 sanpin cite 查出处';
COMMENT ON COLUMN zh."成果转化"."未进一步计算的原因" IS '为什么只登记而不进一步计算';

-- One row as in mart.service_visit, with Chinese names: 走访、对接、培训等服务：每次一行。
CREATE VIEW zh."服务台账" AS
SELECT
    name AS "项目名称",
    owner AS "实施单位",
    partner AS "合作方",
    started_on AS "开始日期",
    stage AS "进展",
    cluster AS "集群",
    trade AS "行业",
    region_code AS "行政区划代码",
    region_name AS "地区",
    place AS "地点",
    year AS "年份",
    publisher AS "发布机构",
    note AS "备注",
    kind AS "数据性质",
    project_id AS "事实编号",
    why_no_more AS "未进一步计算的原因"
FROM mart.service_visit;
COMMENT ON VIEW zh."服务台账" IS '走访、对接、培训等服务：每次一行';
COMMENT ON COLUMN zh."服务台账"."项目名称" IS '项目名称';
COMMENT ON COLUMN zh."服务台账"."实施单位" IS '实施单位';
COMMENT ON COLUMN zh."服务台账"."合作方" IS '合作方';
COMMENT ON COLUMN zh."服务台账"."开始日期" IS '开工或签约日期；只有年月的记首日';
COMMENT ON COLUMN zh."服务台账"."进展" IS '进展，按原文';
COMMENT ON COLUMN zh."服务台账"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."服务台账"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."服务台账"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."服务台账"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."服务台账"."地点" IS '原文地点';
COMMENT ON COLUMN zh."服务台账"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."服务台账"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."服务台账"."备注" IS '备注，按原文';
COMMENT ON COLUMN zh."服务台账"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."服务台账"."事实编号" IS '事实编号，可用 sanpin cite 查出处';
COMMENT ON COLUMN zh."服务台账"."未进一步计算的原因" IS '为什么只登记而不进一步计算';

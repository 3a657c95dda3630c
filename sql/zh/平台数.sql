-- One row as in mart.platform_count, with Chinese names: 每个集群、地区、级别一行：由名册计数的平台数。
CREATE VIEW zh."平台数" AS
SELECT
    cluster AS "集群",
    region_code AS "行政区划代码",
    region_name AS "地区",
    level AS "级别",
    platform_count AS "平台数（个）",
    funding_wan_cny AS "资金合计（万元）",
    kind AS "数据性质"
FROM mart.platform_count;
COMMENT ON VIEW zh."平台数" IS '每个集群、地区、级别一行：由名册计数的平台数';
COMMENT ON COLUMN zh."平台数"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."平台数"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."平台数"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."平台数"."级别" IS '级别';
COMMENT ON COLUMN zh."平台数"."平台数（个）" IS '平台数，同名只计一次';
COMMENT ON COLUMN zh."平台数"."资金合计（万元）" IS '资金之和；未填报的为空';
COMMENT ON COLUMN zh."平台数"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

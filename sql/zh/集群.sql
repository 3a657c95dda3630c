-- One row as in mart.cluster, with Chinese names: 每个共建称号一行：首次授予、最近发文、复评次数；状态见 zh."集群状态"。
CREATE VIEW zh."集群" AS
SELECT
    title AS "称号",
    place AS "地点",
    region_code AS "行政区划代码",
    region_name AS "地区",
    province_name AS "省份",
    trade AS "行业",
    first_issued_on AS "首次授予日",
    last_issued_on AS "最近发文日",
    issue_count AS "授予复评次数（次）",
    event_count AS "事件数（个）",
    undated_count AS "无日期事件数（个）",
    grantors AS "授予单位",
    is_clii AS "中轻联共建",
    kind AS "数据性质",
    lineage_id AS "沿革编号",
    title_id AS "称号编号"
FROM mart.cluster;
COMMENT ON VIEW zh."集群" IS '每个共建称号一行：首次授予、最近发文、复评次数；状态见 zh."集群状态"';
COMMENT ON COLUMN zh."集群"."称号" IS '共建称号，按原文';
COMMENT ON COLUMN zh."集群"."地点" IS '原文地点';
COMMENT ON COLUMN zh."集群"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."集群"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."集群"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."集群"."行业" IS '称号的行业，按原文';
COMMENT ON COLUMN zh."集群"."首次授予日" IS '首次授予的日期；没有日期的为空';
COMMENT ON COLUMN zh."集群"."最近发文日" IS '最近一次授予或复评的日期';
COMMENT ON COLUMN zh."集群"."授予复评次数（次）" IS '授予与复评次数，同一事项只计一次';
COMMENT ON COLUMN zh."集群"."事件数（个）" IS '读到的事件数';
COMMENT ON COLUMN zh."集群"."无日期事件数（个）" IS '没有日期的事件数';
COMMENT ON COLUMN zh."集群"."授予单位" IS '授予单位，以、连接';
COMMENT ON COLUMN zh."集群"."中轻联共建" IS 'true：授予单位中有中国轻工业联合会';
COMMENT ON COLUMN zh."集群"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."集群"."沿革编号" IS '更名前最初称号的编号';
COMMENT ON COLUMN zh."集群"."称号编号" IS '称号编号';

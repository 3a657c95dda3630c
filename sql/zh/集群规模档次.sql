-- One row as in mart.cluster_scale_band, with Chinese names: 集群规模档次：每个集群、口径、年份、指标一行；“规模”没有定义，各指标分列。
CREATE VIEW zh."集群规模档次" AS
SELECT
    subject_name AS "集群",
    region_code AS "行政区划代码",
    region_name AS "地区",
    scope AS "口径",
    year AS "年份",
    indicator AS "规模指标",
    value_wan_cny AS "数值（万元）",
    band AS "档次",
    is_300yi AS "达到300亿元",
    publisher AS "发布机构",
    kind AS "数据性质",
    observation_id AS "事实编号"
FROM mart.cluster_scale_band;
COMMENT ON VIEW zh."集群规模档次" IS '集群规模档次：每个集群、口径、年份、指标一行；“规模”没有定义，各指标分列';
COMMENT ON COLUMN zh."集群规模档次"."集群" IS '集群名称，按原文';
COMMENT ON COLUMN zh."集群规模档次"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."集群规模档次"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."集群规模档次"."口径" IS '统计口径';
COMMENT ON COLUMN zh."集群规模档次"."年份" IS '数值的年份';
COMMENT ON COLUMN zh."集群规模档次"."规模指标" IS '衡量规模的指标代码';
COMMENT ON COLUMN zh."集群规模档次"."数值（万元）" IS '数值';
COMMENT ON COLUMN zh."集群规模档次"."档次" IS '按该指标所在的档次';
COMMENT ON COLUMN zh."集群规模档次"."达到300亿元" IS 'true：300亿元以上';
COMMENT ON COLUMN zh."集群规模档次"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."集群规模档次"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."集群规模档次"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

-- One row as in mart.sme_cluster_rule, with Chinese names: 每个集群、口径、三年窗口一行：国家中小企业特色产业集群标准中的数量条件。
CREATE VIEW zh."中小企业集群标准" AS
SELECT
    cluster AS "集群",
    region_code AS "行政区划代码",
    region_name AS "地区",
    scope AS "口径",
    first_year AS "首年",
    last_year AS "末年",
    first_output_wan_cny AS "首年产值（万元）",
    middle_output_wan_cny AS "中年产值（万元）",
    last_output_wan_cny AS "末年产值（万元）",
    least_output_wan_cny AS "三年最低产值（万元）",
    least_status AS "最低产值空缺原因",
    mean_growth_pct AS "年均增长（%）",
    growth_status AS "年均增长空缺原因",
    sme_share_pct AS "中小企业占比（%）",
    share_status AS "占比空缺原因",
    meets_output AS "产值达标",
    meets_growth AS "增长达标",
    meets_sme_share AS "占比达标",
    kind AS "数据性质",
    observation_id AS "事实编号"
FROM mart.sme_cluster_rule;
COMMENT ON VIEW zh."中小企业集群标准" IS '每个集群、口径、三年窗口一行：国家中小企业特色产业集群标准中的数量条件';
COMMENT ON COLUMN zh."中小企业集群标准"."集群" IS '集群';
COMMENT ON COLUMN zh."中小企业集群标准"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."中小企业集群标准"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."中小企业集群标准"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."中小企业集群标准"."首年" IS '首年';
COMMENT ON COLUMN zh."中小企业集群标准"."末年" IS '末年';
COMMENT ON COLUMN zh."中小企业集群标准"."首年产值（万元）" IS '首年产值（万元）';
COMMENT ON COLUMN zh."中小企业集群标准"."中年产值（万元）" IS '中年产值（万元）';
COMMENT ON COLUMN zh."中小企业集群标准"."末年产值（万元）" IS '末年产值（万元）';
COMMENT ON COLUMN zh."中小企业集群标准"."三年最低产值（万元）" IS '三年中最低的产值：标准要求每年都达到';
COMMENT ON COLUMN zh."中小企业集群标准"."最低产值空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."中小企业集群标准"."年均增长（%）" IS '年均增长（%）';
COMMENT ON COLUMN zh."中小企业集群标准"."年均增长空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."中小企业集群标准"."中小企业占比（%）" IS '中小企业占比（%）';
COMMENT ON COLUMN zh."中小企业集群标准"."占比空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."中小企业集群标准"."产值达标" IS '产值达标';
COMMENT ON COLUMN zh."中小企业集群标准"."增长达标" IS '增长达标';
COMMENT ON COLUMN zh."中小企业集群标准"."占比达标" IS '占比达标';
COMMENT ON COLUMN zh."中小企业集群标准"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."中小企业集群标准"."事实编号" IS '事实编号，出处见 zh.出处';

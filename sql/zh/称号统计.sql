-- One row as in mart.cluster_count, with Chinese names: 称号统计：每个省份、行业、是否共建、最后状态一行。
CREATE VIEW zh."称号统计" AS
SELECT
    province_name AS "省份",
    trade AS "行业",
    is_clii AS "中轻联共建",
    status AS "最后状态",
    title_count AS "称号数（个）",
    share_pct AS "占比（%）",
    kind AS "数据性质"
FROM mart.cluster_count;
COMMENT ON VIEW zh."称号统计" IS '称号统计：每个省份、行业、是否共建、最后状态一行';
COMMENT ON COLUMN zh."称号统计"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."称号统计"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."称号统计"."中轻联共建" IS 'true：授予单位中有中国轻工业联合会';
COMMENT ON COLUMN zh."称号统计"."最后状态" IS '按已报送事项推算的最后状态；某日的状态请查 zh."集群状态"';
COMMENT ON COLUMN zh."称号统计"."称号数（个）" IS '称号数';
COMMENT ON COLUMN zh."称号统计"."占比（%）" IS '占同类称号的比例';
COMMENT ON COLUMN zh."称号统计"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

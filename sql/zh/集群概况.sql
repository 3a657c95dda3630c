-- One row as in mart.cluster_profile, with Chinese names: 集群概况：每个集群、年份、指标类别一行，报了哪些指标。
CREATE VIEW zh."集群概况" AS
SELECT
    subject_name AS "集群",
    year AS "年份",
    subject_area AS "指标类别",
    filed_count AS "已填报指标数（个）",
    indicators AS "已填报指标",
    kind AS "数据性质"
FROM mart.cluster_profile;
COMMENT ON VIEW zh."集群概况" IS '集群概况：每个集群、年份、指标类别一行，报了哪些指标';
COMMENT ON COLUMN zh."集群概况"."集群" IS '集群名称，按原文';
COMMENT ON COLUMN zh."集群概况"."年份" IS '数值的年份';
COMMENT ON COLUMN zh."集群概况"."指标类别" IS '规模、研发、专利、增品种、提品质、创品牌、绿色、数字化、平台等';
COMMENT ON COLUMN zh."集群概况"."已填报指标数（个）" IS '有数值的指标数';
COMMENT ON COLUMN zh."集群概况"."已填报指标" IS '已填报的指标名称';
COMMENT ON COLUMN zh."集群概况"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

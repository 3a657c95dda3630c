-- One row as in mart.standard_count, with Chinese names: 每个集群、级别、参与方式一行：标准数。
CREATE VIEW zh."标准数" AS
SELECT
    cluster AS "集群",
    level AS "级别",
    role AS "参与方式",
    standard_count AS "标准数（项）",
    kind AS "数据性质"
FROM mart.standard_count;
COMMENT ON VIEW zh."标准数" IS '每个集群、级别、参与方式一行：标准数';
COMMENT ON COLUMN zh."标准数"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."标准数"."级别" IS '级别';
COMMENT ON COLUMN zh."标准数"."参与方式" IS 'lead 主导、join 参与';
COMMENT ON COLUMN zh."标准数"."标准数（项）" IS '标准数，同号只计一次';
COMMENT ON COLUMN zh."标准数"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

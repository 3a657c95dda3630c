-- One row as in mart.chain_gap, with Chinese names: 产业链缺口：缺失、薄弱、单一供应和未填报的环节各一行。
CREATE VIEW zh."产业链缺口" AS
SELECT
    chain AS "产业链",
    node AS "环节",
    gap AS "缺口",
    supplier_count AS "供应企业数（个）",
    cluster AS "集群",
    year AS "年份",
    kind AS "数据性质",
    fact_id AS "事实编号"
FROM mart.chain_gap;
COMMENT ON VIEW zh."产业链缺口" IS '产业链缺口：缺失、薄弱、单一供应和未填报的环节各一行';
COMMENT ON COLUMN zh."产业链缺口"."产业链" IS '产业链';
COMMENT ON COLUMN zh."产业链缺口"."环节" IS '环节';
COMMENT ON COLUMN zh."产业链缺口"."缺口" IS 'missing 缺失、weak 薄弱、single_source 只有一家供应、not_filed 联系中提到但没有填报';
COMMENT ON COLUMN zh."产业链缺口"."供应企业数（个）" IS '供应企业数；未填报的为空';
COMMENT ON COLUMN zh."产业链缺口"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."产业链缺口"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."产业链缺口"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."产业链缺口"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

-- One row as in mart.chain_node, with Chinese names: 产业链图谱的环节：每个环节一行。
CREATE VIEW zh."产业链环节" AS
SELECT
    chain AS "产业链",
    node AS "环节",
    position AS "位置",
    state AS "状态",
    supplier_count AS "供应企业数（个）",
    local_supplier_count AS "本地供应企业数（个）",
    local_rate_pct AS "本地配套率（%）",
    suppliers AS "供应企业",
    cluster AS "集群",
    trade AS "行业",
    region_code AS "行政区划代码",
    region_name AS "地区",
    province_name AS "省份",
    place AS "地点",
    year AS "年份",
    publisher AS "发布机构",
    published_on AS "发布日期",
    note AS "备注",
    kind AS "数据性质",
    node_id AS "事实编号"
FROM mart.chain_node;
COMMENT ON VIEW zh."产业链环节" IS '产业链图谱的环节：每个环节一行';
COMMENT ON COLUMN zh."产业链环节"."产业链" IS '产业链';
COMMENT ON COLUMN zh."产业链环节"."环节" IS '环节';
COMMENT ON COLUMN zh."产业链环节"."位置" IS '上中下游，按原文';
COMMENT ON COLUMN zh."产业链环节"."状态" IS 'present 具备、weak 薄弱、missing 缺失；未写明的为空';
COMMENT ON COLUMN zh."产业链环节"."供应企业数（个）" IS '供应企业数';
COMMENT ON COLUMN zh."产业链环节"."本地供应企业数（个）" IS '本地供应企业数';
COMMENT ON COLUMN zh."产业链环节"."本地配套率（%）" IS '本地配套率';
COMMENT ON COLUMN zh."产业链环节"."供应企业" IS '供应企业，按原文';
COMMENT ON COLUMN zh."产业链环节"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."产业链环节"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."产业链环节"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."产业链环节"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."产业链环节"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."产业链环节"."地点" IS '原文地点';
COMMENT ON COLUMN zh."产业链环节"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."产业链环节"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."产业链环节"."发布日期" IS '发布日期；不详的为空';
COMMENT ON COLUMN zh."产业链环节"."备注" IS '备注，按原文';
COMMENT ON COLUMN zh."产业链环节"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."产业链环节"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

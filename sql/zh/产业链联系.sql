-- One row as in mart.chain_link, with Chinese names: 产业链图谱的上下游联系：每条一行。
CREATE VIEW zh."产业链联系" AS
SELECT
    chain AS "产业链",
    from_node AS "上游环节",
    to_node AS "下游环节",
    link_kind AS "关系",
    supplier AS "供方企业",
    customer AS "需方企业",
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
    link_id AS "事实编号"
FROM mart.chain_link;
COMMENT ON VIEW zh."产业链联系" IS '产业链图谱的上下游联系：每条一行';
COMMENT ON COLUMN zh."产业链联系"."产业链" IS '产业链';
COMMENT ON COLUMN zh."产业链联系"."上游环节" IS '上游环节';
COMMENT ON COLUMN zh."产业链联系"."下游环节" IS '下游环节';
COMMENT ON COLUMN zh."产业链联系"."关系" IS '关系，按原文';
COMMENT ON COLUMN zh."产业链联系"."供方企业" IS '供方企业';
COMMENT ON COLUMN zh."产业链联系"."需方企业" IS '需方企业';
COMMENT ON COLUMN zh."产业链联系"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."产业链联系"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."产业链联系"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."产业链联系"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."产业链联系"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."产业链联系"."地点" IS '原文地点';
COMMENT ON COLUMN zh."产业链联系"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."产业链联系"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."产业链联系"."发布日期" IS '发布日期；不详的为空';
COMMENT ON COLUMN zh."产业链联系"."备注" IS '备注，按原文';
COMMENT ON COLUMN zh."产业链联系"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."产业链联系"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

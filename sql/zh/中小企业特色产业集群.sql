-- One row as in mart.sme_cluster, with Chinese names: 中小企业特色产业集群：国家级与省级分开，每个集群一行。
CREATE VIEW zh."中小企业特色产业集群" AS
SELECT
    list_name AS "名单",
    list_year AS "名单年份",
    member_name AS "成员",
    level AS "级别",
    valid_from AS "有效期起",
    valid_until AS "有效期至",
    issuer AS "发布单位",
    region_code AS "行政区划代码",
    region_name AS "地区",
    province_name AS "省份",
    place AS "地点",
    kind AS "数据性质",
    entry_id AS "事实编号"
FROM mart.sme_cluster;
COMMENT ON VIEW zh."中小企业特色产业集群" IS '中小企业特色产业集群：国家级与省级分开，每个集群一行';
COMMENT ON COLUMN zh."中小企业特色产业集群"."名单" IS '名单';
COMMENT ON COLUMN zh."中小企业特色产业集群"."名单年份" IS '名单年份；未写明的为空';
COMMENT ON COLUMN zh."中小企业特色产业集群"."成员" IS '成员名称，按原文';
COMMENT ON COLUMN zh."中小企业特色产业集群"."级别" IS '级别或梯队，按原文';
COMMENT ON COLUMN zh."中小企业特色产业集群"."有效期起" IS '有效期首日；未写明的为空';
COMMENT ON COLUMN zh."中小企业特色产业集群"."有效期至" IS '有效期最后一天；未写明的为空';
COMMENT ON COLUMN zh."中小企业特色产业集群"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."中小企业特色产业集群"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."中小企业特色产业集群"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."中小企业特色产业集群"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."中小企业特色产业集群"."地点" IS '原文地点';
COMMENT ON COLUMN zh."中小企业特色产业集群"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."中小企业特色产业集群"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

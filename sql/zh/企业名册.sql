-- One row as in mart.enterprise, with Chinese names: 企业名册：每个企业、年份一行。
CREATE VIEW zh."企业名册" AS
SELECT
    name AS "企业名称",
    uscc AS "统一社会信用代码",
    group_name AS "所属集团",
    size AS "规模",
    industry_code AS "行业代码",
    main_product AS "主要产品",
    brands AS "品牌",
    status AS "状态",
    established_on AS "成立日期",
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
    enterprise_id AS "事实编号"
FROM mart.enterprise;
COMMENT ON VIEW zh."企业名册" IS '企业名册：每个企业、年份一行';
COMMENT ON COLUMN zh."企业名册"."企业名称" IS '企业名称';
COMMENT ON COLUMN zh."企业名册"."统一社会信用代码" IS '统一社会信用代码';
COMMENT ON COLUMN zh."企业名册"."所属集团" IS '所属集团';
COMMENT ON COLUMN zh."企业名册"."规模" IS '规模，按原文';
COMMENT ON COLUMN zh."企业名册"."行业代码" IS 'GB/T 4754 行业代码';
COMMENT ON COLUMN zh."企业名册"."主要产品" IS '主要产品';
COMMENT ON COLUMN zh."企业名册"."品牌" IS '品牌';
COMMENT ON COLUMN zh."企业名册"."状态" IS '状态，按原文';
COMMENT ON COLUMN zh."企业名册"."成立日期" IS '成立日期';
COMMENT ON COLUMN zh."企业名册"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."企业名册"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."企业名册"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."企业名册"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."企业名册"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."企业名册"."地点" IS '原文地点';
COMMENT ON COLUMN zh."企业名册"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."企业名册"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."企业名册"."发布日期" IS '发布日期；不详的为空';
COMMENT ON COLUMN zh."企业名册"."备注" IS '备注，按原文';
COMMENT ON COLUMN zh."企业名册"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."企业名册"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

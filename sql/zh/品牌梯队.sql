-- One row as in mart.brand_tier, with Chinese names: 品牌指导目录与品牌梯队：每个品牌一行。
CREATE VIEW zh."品牌梯队" AS
SELECT
    list_name AS "名单",
    list_year AS "名单年份",
    batch AS "批次",
    member_name AS "成员",
    member_kind AS "成员类别",
    level AS "级别",
    category AS "类别",
    firm AS "企业",
    trade AS "行业",
    issuer AS "发布单位",
    region_code AS "行政区划代码",
    region_name AS "地区",
    kind AS "数据性质",
    entry_id AS "事实编号",
    why_no_more AS "未进一步计算的原因"
FROM mart.brand_tier;
COMMENT ON VIEW zh."品牌梯队" IS '品牌指导目录与品牌梯队：每个品牌一行';
COMMENT ON COLUMN zh."品牌梯队"."名单" IS '名单';
COMMENT ON COLUMN zh."品牌梯队"."名单年份" IS '名单年份；未写明的为空';
COMMENT ON COLUMN zh."品牌梯队"."批次" IS '批次，按原文';
COMMENT ON COLUMN zh."品牌梯队"."成员" IS '成员名称，按原文';
COMMENT ON COLUMN zh."品牌梯队"."成员类别" IS 'enterprise 企业、product 产品、brand 品牌、regional_brand 区域品牌、region 地区、cluster 集群、base 园区基地';
COMMENT ON COLUMN zh."品牌梯队"."级别" IS '级别或梯队，按原文';
COMMENT ON COLUMN zh."品牌梯队"."类别" IS '名单内的类别，按原文';
COMMENT ON COLUMN zh."品牌梯队"."企业" IS '产品或品牌所属企业';
COMMENT ON COLUMN zh."品牌梯队"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."品牌梯队"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."品牌梯队"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."品牌梯队"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."品牌梯队"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."品牌梯队"."事实编号" IS '事实编号，可用 sanpin cite 查出处';
COMMENT ON COLUMN zh."品牌梯队"."未进一步计算的原因" IS '为什么只登记而不进一步计算';

-- One row as in mart.list_member, with Chinese names: 名单：每个名单、年份、批次、成员一行。
CREATE VIEW zh."名单成员" AS
SELECT
    list_name AS "名单",
    list_year AS "名单年份",
    batch AS "批次",
    member_name AS "成员",
    member_kind AS "成员类别",
    rank AS "名次",
    score AS "得分",
    level AS "级别",
    category AS "类别",
    firm AS "企业",
    trade AS "行业",
    issuer AS "发布单位",
    notice_no AS "文号",
    valid_from AS "有效期起",
    valid_until AS "有效期至",
    region_code AS "行政区划代码",
    region_name AS "地区",
    province_name AS "省份",
    place AS "地点",
    kind AS "数据性质",
    entry_id AS "事实编号"
FROM mart.list_member;
COMMENT ON VIEW zh."名单成员" IS '名单：每个名单、年份、批次、成员一行';
COMMENT ON COLUMN zh."名单成员"."名单" IS '名单';
COMMENT ON COLUMN zh."名单成员"."名单年份" IS '名单年份；未写明的为空';
COMMENT ON COLUMN zh."名单成员"."批次" IS '批次，按原文';
COMMENT ON COLUMN zh."名单成员"."成员" IS '成员名称，按原文';
COMMENT ON COLUMN zh."名单成员"."成员类别" IS 'enterprise 企业、product 产品、brand 品牌、regional_brand 区域品牌、region 地区、cluster 集群、base 园区基地';
COMMENT ON COLUMN zh."名单成员"."名次" IS '名次；没有排名的为空';
COMMENT ON COLUMN zh."名单成员"."得分" IS '名单自己的分值';
COMMENT ON COLUMN zh."名单成员"."级别" IS '级别或梯队，按原文';
COMMENT ON COLUMN zh."名单成员"."类别" IS '名单内的类别，按原文';
COMMENT ON COLUMN zh."名单成员"."企业" IS '产品或品牌所属企业';
COMMENT ON COLUMN zh."名单成员"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."名单成员"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."名单成员"."文号" IS '文号';
COMMENT ON COLUMN zh."名单成员"."有效期起" IS '有效期首日；未写明的为空';
COMMENT ON COLUMN zh."名单成员"."有效期至" IS '有效期最后一天；未写明的为空';
COMMENT ON COLUMN zh."名单成员"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."名单成员"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."名单成员"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."名单成员"."地点" IS '原文地点';
COMMENT ON COLUMN zh."名单成员"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."名单成员"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

-- One row as in mart.park, with Chinese names: 园区、基地、特色小镇：每个名单、成员一行。
CREATE VIEW zh."园区与基地" AS
SELECT
    list_name AS "名单",
    list_year AS "名单年份",
    batch AS "批次",
    member_name AS "成员",
    level AS "级别",
    category AS "类别",
    trade AS "行业",
    issuer AS "发布单位",
    region_code AS "行政区划代码",
    region_name AS "地区",
    province_name AS "省份",
    place AS "地点",
    kind AS "数据性质",
    entry_id AS "事实编号",
    why_no_more AS "未进一步计算的原因"
FROM mart.park;
COMMENT ON VIEW zh."园区与基地" IS '园区、基地、特色小镇：每个名单、成员一行';
COMMENT ON COLUMN zh."园区与基地"."名单" IS '名单';
COMMENT ON COLUMN zh."园区与基地"."名单年份" IS '名单年份；未写明的为空';
COMMENT ON COLUMN zh."园区与基地"."批次" IS '批次，按原文';
COMMENT ON COLUMN zh."园区与基地"."成员" IS '成员名称，按原文';
COMMENT ON COLUMN zh."园区与基地"."级别" IS '级别或梯队，按原文';
COMMENT ON COLUMN zh."园区与基地"."类别" IS '名单内的类别，按原文';
COMMENT ON COLUMN zh."园区与基地"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."园区与基地"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."园区与基地"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."园区与基地"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."园区与基地"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."园区与基地"."地点" IS '原文地点';
COMMENT ON COLUMN zh."园区与基地"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."园区与基地"."事实编号" IS '事实编号，可用 sanpin cite 查出处';
COMMENT ON COLUMN zh."园区与基地"."未进一步计算的原因" IS '为什么只登记而不进一步计算';

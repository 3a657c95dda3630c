-- One row as in mart.platform, with Chinese names: 平台与中心：每个平台一行。
CREATE VIEW zh."平台" AS
SELECT
    name AS "平台名称",
    platform_kind AS "平台类别",
    level AS "级别",
    host AS "依托单位",
    approver AS "认定机构",
    approved_on AS "认定日期",
    status AS "状态",
    funding_wan_cny AS "资金（万元）",
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
    platform_id AS "事实编号"
FROM mart.platform;
COMMENT ON VIEW zh."平台" IS '平台与中心：每个平台一行';
COMMENT ON COLUMN zh."平台"."平台名称" IS '平台名称';
COMMENT ON COLUMN zh."平台"."平台类别" IS '平台类别，按原文';
COMMENT ON COLUMN zh."平台"."级别" IS 'national 国家、provincial 省、city 市、county 县、industry 行业、enterprise 企业';
COMMENT ON COLUMN zh."平台"."依托单位" IS '依托单位';
COMMENT ON COLUMN zh."平台"."认定机构" IS '认定机构';
COMMENT ON COLUMN zh."平台"."认定日期" IS '认定日期';
COMMENT ON COLUMN zh."平台"."状态" IS '状态，按原文';
COMMENT ON COLUMN zh."平台"."资金（万元）" IS '投入或补助资金';
COMMENT ON COLUMN zh."平台"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."平台"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."平台"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."平台"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."平台"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."平台"."地点" IS '原文地点';
COMMENT ON COLUMN zh."平台"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."平台"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."平台"."发布日期" IS '发布日期；不详的为空';
COMMENT ON COLUMN zh."平台"."备注" IS '备注，按原文';
COMMENT ON COLUMN zh."平台"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."平台"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

-- One row as in mart.three_products_city, with Chinese names: “三品”战略示范城市：每个名单、城市一行。
CREATE VIEW zh."三品示范城市" AS
SELECT
    list_name AS "名单",
    list_year AS "名单年份",
    batch AS "批次",
    member_name AS "成员",
    issuer AS "发布单位",
    region_code AS "行政区划代码",
    region_name AS "地区",
    province_name AS "省份",
    kind AS "数据性质",
    entry_id AS "事实编号"
FROM mart.three_products_city;
COMMENT ON VIEW zh."三品示范城市" IS '“三品”战略示范城市：每个名单、城市一行';
COMMENT ON COLUMN zh."三品示范城市"."名单" IS '名单';
COMMENT ON COLUMN zh."三品示范城市"."名单年份" IS '名单年份；未写明的为空';
COMMENT ON COLUMN zh."三品示范城市"."批次" IS '批次，按原文';
COMMENT ON COLUMN zh."三品示范城市"."成员" IS '成员名称，按原文';
COMMENT ON COLUMN zh."三品示范城市"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."三品示范城市"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."三品示范城市"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."三品示范城市"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."三品示范城市"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."三品示范城市"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

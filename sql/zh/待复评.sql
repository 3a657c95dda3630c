-- One row as in mart.reevaluation_due, with Chinese names: 待复评：每次发文一行，到期日与是否已有后续发文。
CREATE VIEW zh."待复评" AS
SELECT
    title AS "称号",
    place AS "地点",
    region_code AS "行政区划代码",
    region_name AS "地区",
    province_name AS "省份",
    trade AS "行业",
    issued_on AS "发文日",
    expires_on AS "到期日",
    expires_year AS "到期年份",
    is_followed AS "已有后续发文",
    kind AS "数据性质",
    title_id AS "称号编号"
FROM mart.reevaluation_due;
COMMENT ON VIEW zh."待复评" IS '待复评：每次发文一行，到期日与是否已有后续发文';
COMMENT ON COLUMN zh."待复评"."称号" IS '共建称号，按原文';
COMMENT ON COLUMN zh."待复评"."地点" IS '原文地点';
COMMENT ON COLUMN zh."待复评"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."待复评"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."待复评"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."待复评"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."待复评"."发文日" IS '起算有效期的发文日期';
COMMENT ON COLUMN zh."待复评"."到期日" IS '有效期最后一天';
COMMENT ON COLUMN zh."待复评"."到期年份" IS '到期日所在年份';
COMMENT ON COLUMN zh."待复评"."已有后续发文" IS 'true：已报送后续的授予或复评';
COMMENT ON COLUMN zh."待复评"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."待复评"."称号编号" IS '称号编号';

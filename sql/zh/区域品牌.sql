-- One row as in mart.regional_brand, with Chinese names: 每个区域品牌、评价机构、榜单与年份一行。
CREATE VIEW zh."区域品牌" AS
SELECT
    brand AS "品牌",
    region_code AS "行政区划代码",
    region_name AS "地区",
    place AS "地点",
    product AS "产品",
    provider AS "评价机构",
    list_name AS "名单名称",
    list_year AS "名单年份",
    value_wan_cny AS "品牌价值（万元）",
    strength AS "品牌强度",
    rank AS "名次",
    value_rank AS "价值名次",
    previous_list_year AS "上一榜年份",
    previous_value_wan_cny AS "上一榜价值（万元）",
    change_pct AS "变动（%）",
    is_geographical_indication AS "地理标志",
    list_count AS "入选名单数（个）",
    region_title_count AS "地区称号数（个）",
    kind AS "数据性质",
    observation_id AS "评价编号"
FROM mart.regional_brand;
COMMENT ON VIEW zh."区域品牌" IS '每个区域品牌、评价机构、榜单与年份一行';
COMMENT ON COLUMN zh."区域品牌"."品牌" IS '品牌名称';
COMMENT ON COLUMN zh."区域品牌"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."区域品牌"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."区域品牌"."地点" IS '原文地点';
COMMENT ON COLUMN zh."区域品牌"."产品" IS '品牌的产品或行业';
COMMENT ON COLUMN zh."区域品牌"."评价机构" IS '品牌价值的评价机构；不同机构方法不同，不可比';
COMMENT ON COLUMN zh."区域品牌"."名单名称" IS '名单或榜单名称';
COMMENT ON COLUMN zh."区域品牌"."名单年份" IS '名单年份';
COMMENT ON COLUMN zh."区域品牌"."品牌价值（万元）" IS '品牌价值，万元；外币或仅有名次的为空';
COMMENT ON COLUMN zh."区域品牌"."品牌强度" IS '品牌强度，按评价机构自己的量表';
COMMENT ON COLUMN zh."区域品牌"."名次" IS '原文名次；未印的为空';
COMMENT ON COLUMN zh."区域品牌"."价值名次" IS '按价值在已收录的区域品牌中排名；榜单收录不全时不是榜单名次';
COMMENT ON COLUMN zh."区域品牌"."上一榜年份" IS '同一机构此前最近一次给出价值的年份';
COMMENT ON COLUMN zh."区域品牌"."上一榜价值（万元）" IS '该次的品牌价值，万元';
COMMENT ON COLUMN zh."区域品牌"."变动（%）" IS '较上一榜的变动，%；中间缺榜时跨越数年';
COMMENT ON COLUMN zh."区域品牌"."地理标志" IS 'true：入选地理标志名单';
COMMENT ON COLUMN zh."区域品牌"."入选名单数（个）" IS '入选的无价值名单数，如中国消费名品';
COMMENT ON COLUMN zh."区域品牌"."地区称号数（个）" IS '该地区出现过的共建称号数，见 zh."集群状态"';
COMMENT ON COLUMN zh."区域品牌"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."区域品牌"."评价编号" IS '评价编号；出处见 zh."出处"';

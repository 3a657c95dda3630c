-- One row as in mart.brand, with Chinese names: 每个品牌、类别与评价机构一行：最近一次评价；只入选名单的品牌没有评价机构。
CREATE VIEW zh."品牌" AS
SELECT
    brand AS "品牌",
    brand_kind AS "品牌类别",
    provider AS "评价机构",
    region_code AS "行政区划代码",
    region_name AS "地区",
    place AS "地点",
    product AS "产品",
    firm AS "企业",
    list_year AS "名单年份",
    list_name AS "名单名称",
    value_wan_cny AS "品牌价值（万元）",
    value_wan_usd AS "品牌价值（万美元）",
    strength AS "品牌强度",
    rank AS "名次",
    previous_list_year AS "上一榜年份",
    change_pct AS "变动（%）",
    is_10bn AS "百亿品牌",
    first_list_year AS "首次上榜年份",
    valuation_count AS "评价次数（次）",
    list_count AS "入选名单数（个）",
    kind AS "数据性质",
    observation_id AS "事实编号"
FROM mart.brand;
COMMENT ON VIEW zh."品牌" IS '每个品牌、类别与评价机构一行：最近一次评价；只入选名单的品牌没有评价机构';
COMMENT ON COLUMN zh."品牌"."品牌" IS '品牌名称';
COMMENT ON COLUMN zh."品牌"."品牌类别" IS 'enterprise 企业品牌、regional 区域品牌、total 榜单合计';
COMMENT ON COLUMN zh."品牌"."评价机构" IS '品牌价值的评价机构；不同机构方法不同，不可比';
COMMENT ON COLUMN zh."品牌"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."品牌"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."品牌"."地点" IS '原文地点';
COMMENT ON COLUMN zh."品牌"."产品" IS '品牌的产品或行业';
COMMENT ON COLUMN zh."品牌"."企业" IS '拥有品牌的企业，名单写明时才有';
COMMENT ON COLUMN zh."品牌"."名单年份" IS '名单年份';
COMMENT ON COLUMN zh."品牌"."名单名称" IS '名单或榜单名称';
COMMENT ON COLUMN zh."品牌"."品牌价值（万元）" IS '品牌价值，万元；外币或仅有名次的为空';
COMMENT ON COLUMN zh."品牌"."品牌价值（万美元）" IS '品牌价值，万美元';
COMMENT ON COLUMN zh."品牌"."品牌强度" IS '品牌强度，按评价机构自己的量表';
COMMENT ON COLUMN zh."品牌"."名次" IS '原文名次；未印的为空';
COMMENT ON COLUMN zh."品牌"."上一榜年份" IS '同一机构此前最近一次给出价值的年份';
COMMENT ON COLUMN zh."品牌"."变动（%）" IS '较上一榜的变动，%；中间缺榜时跨越数年';
COMMENT ON COLUMN zh."品牌"."百亿品牌" IS 'true：品牌价值100亿元及以上';
COMMENT ON COLUMN zh."品牌"."首次上榜年份" IS '同一机构首次评价的年份';
COMMENT ON COLUMN zh."品牌"."评价次数（次）" IS '同一机构的评价次数';
COMMENT ON COLUMN zh."品牌"."入选名单数（个）" IS '入选的无价值名单数，如中国消费名品';
COMMENT ON COLUMN zh."品牌"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."品牌"."事实编号" IS '事实编号；出处见 zh."出处"';

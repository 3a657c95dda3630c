-- One row as in mart.brand_valuation, with Chinese names: 每个品牌、评价机构、榜单与年份一行：公布的品牌价值；不同机构不可比。
CREATE VIEW zh."品牌价值" AS
SELECT
    brand AS "品牌",
    brand_kind AS "品牌类别",
    region_code AS "行政区划代码",
    provider AS "评价机构",
    list_year AS "名单年份",
    value_wan_cny AS "品牌价值（万元）",
    strength AS "品牌强度",
    rank AS "名次",
    observation_id AS "评价编号",
    list_name AS "名单名称",
    region_name AS "地区",
    place AS "地点",
    product AS "产品",
    value_wan_usd AS "品牌价值（万美元）",
    qualifier AS "修饰词",
    previous_list_year AS "上一榜年份",
    previous_value_wan_cny AS "上一榜价值（万元）",
    change_wan_cny AS "增减（万元）",
    change_pct AS "变动（%）",
    is_10bn AS "百亿品牌",
    status AS "状态",
    publisher AS "发布单位",
    published_on AS "发布日期",
    kind AS "数据性质"
FROM mart.brand_valuation;
COMMENT ON VIEW zh."品牌价值" IS '每个品牌、评价机构、榜单与年份一行：公布的品牌价值；不同机构不可比';
COMMENT ON COLUMN zh."品牌价值"."品牌" IS '品牌名称';
COMMENT ON COLUMN zh."品牌价值"."品牌类别" IS 'enterprise 企业品牌、regional 区域品牌、total 榜单合计';
COMMENT ON COLUMN zh."品牌价值"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."品牌价值"."评价机构" IS '品牌价值的评价机构；不同机构方法不同，不可比';
COMMENT ON COLUMN zh."品牌价值"."名单年份" IS '名单年份';
COMMENT ON COLUMN zh."品牌价值"."品牌价值（万元）" IS '品牌价值，万元；外币或仅有名次的为空';
COMMENT ON COLUMN zh."品牌价值"."品牌强度" IS '品牌强度，按评价机构自己的量表';
COMMENT ON COLUMN zh."品牌价值"."名次" IS '原文名次；未印的为空';
COMMENT ON COLUMN zh."品牌价值"."评价编号" IS '评价编号；出处见 zh."出处"';
COMMENT ON COLUMN zh."品牌价值"."名单名称" IS '名单或榜单名称';
COMMENT ON COLUMN zh."品牌价值"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."品牌价值"."地点" IS '原文地点';
COMMENT ON COLUMN zh."品牌价值"."产品" IS '品牌的产品或行业';
COMMENT ON COLUMN zh."品牌价值"."品牌价值（万美元）" IS '品牌价值，万美元';
COMMENT ON COLUMN zh."品牌价值"."修饰词" IS '数字旁的词：约、余、以上等；空为确数';
COMMENT ON COLUMN zh."品牌价值"."上一榜年份" IS '同一机构此前最近一次给出价值的年份';
COMMENT ON COLUMN zh."品牌价值"."上一榜价值（万元）" IS '该次的品牌价值，万元';
COMMENT ON COLUMN zh."品牌价值"."增减（万元）" IS '较上一榜的增减，万元';
COMMENT ON COLUMN zh."品牌价值"."变动（%）" IS '较上一榜的变动，%；中间缺榜时跨越数年';
COMMENT ON COLUMN zh."品牌价值"."百亿品牌" IS 'true：品牌价值100亿元及以上';
COMMENT ON COLUMN zh."品牌价值"."状态" IS 'reported 已报告、nil 无、tiny 微小、withheld 不公布';
COMMENT ON COLUMN zh."品牌价值"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."品牌价值"."发布日期" IS '发布日期；不明的为空';
COMMENT ON COLUMN zh."品牌价值"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

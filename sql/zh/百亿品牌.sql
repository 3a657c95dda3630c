-- One row as in mart.brand_10bn, with Chinese names: 每个评价机构、名单年份一行：百亿品牌数；不同机构不可比。
CREATE VIEW zh."百亿品牌" AS
SELECT
    provider AS "评价机构",
    list_year AS "名单年份",
    valued_count AS "有价值品牌数（个）",
    brand_10bn_count AS "百亿品牌数（个）",
    enterprise_10bn_count AS "企业百亿品牌数（个）",
    regional_10bn_count AS "区域百亿品牌数（个）",
    value_wan_cny AS "百亿品牌价值合计（万元）",
    kind AS "数据性质",
    observation_id AS "事实编号"
FROM mart.brand_10bn;
COMMENT ON VIEW zh."百亿品牌" IS '每个评价机构、名单年份一行：百亿品牌数；不同机构不可比';
COMMENT ON COLUMN zh."百亿品牌"."评价机构" IS '品牌价值的评价机构；不同机构方法不同，不可比';
COMMENT ON COLUMN zh."百亿品牌"."名单年份" IS '名单年份；未写明的为空';
COMMENT ON COLUMN zh."百亿品牌"."有价值品牌数（个）" IS '有价值品牌数（个）';
COMMENT ON COLUMN zh."百亿品牌"."百亿品牌数（个）" IS '百亿品牌数（个）';
COMMENT ON COLUMN zh."百亿品牌"."企业百亿品牌数（个）" IS '企业百亿品牌数（个）';
COMMENT ON COLUMN zh."百亿品牌"."区域百亿品牌数（个）" IS '区域百亿品牌数（个）';
COMMENT ON COLUMN zh."百亿品牌"."百亿品牌价值合计（万元）" IS '百亿品牌价值合计，万元';
COMMENT ON COLUMN zh."百亿品牌"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."百亿品牌"."事实编号" IS '事实编号，出处见 zh.出处';

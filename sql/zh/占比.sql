-- One row as in mart.share, with Chinese names: 每个地区、指标、口径、年份一行：占全国的比重，双方都有报送。
CREATE VIEW zh."占比" AS
SELECT
    subject_name AS "主体",
    region_code AS "行政区划代码",
    region_name AS "地区",
    whole_name AS "整体",
    indicator_name AS "指标",
    indicator AS "指标代码",
    scope AS "口径",
    year AS "年份",
    value AS "数值",
    whole_value AS "整体数值",
    unit AS "单位",
    share_pct AS "占比（%）",
    industry_code AS "行业代码",
    publisher AS "发布单位",
    kind AS "数据性质",
    observation_id AS "事实编号",
    whole_id AS "整体事实编号"
FROM mart.share;
COMMENT ON VIEW zh."占比" IS '每个地区、指标、口径、年份一行：占全国的比重，双方都有报送';
COMMENT ON COLUMN zh."占比"."主体" IS '主体名称，按原文，去空白';
COMMENT ON COLUMN zh."占比"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."占比"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."占比"."整体" IS '整体';
COMMENT ON COLUMN zh."占比"."指标" IS '指标';
COMMENT ON COLUMN zh."占比"."指标代码" IS '指标代码，见 reference.indicator';
COMMENT ON COLUMN zh."占比"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."占比"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."占比"."数值" IS '数值，单位见“单位”；未报送的为空';
COMMENT ON COLUMN zh."占比"."整体数值" IS '整体数值';
COMMENT ON COLUMN zh."占比"."单位" IS '数值的单位';
COMMENT ON COLUMN zh."占比"."占比（%）" IS '占比（%）';
COMMENT ON COLUMN zh."占比"."行业代码" IS 'GB/T 4754 行业代码；未写明的为空';
COMMENT ON COLUMN zh."占比"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."占比"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."占比"."事实编号" IS '事实编号，出处见 zh.出处';
COMMENT ON COLUMN zh."占比"."整体事实编号" IS '整体事实编号';

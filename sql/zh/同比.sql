-- One row as in mart.yoy, with Chinese names: 每个主体、指标、口径、名单、时期与发布单位一行：公布的同比增速与由水平值计算的增速并列。
CREATE VIEW zh."同比" AS
SELECT
    subject_name AS "主体",
    indicator AS "指标代码",
    scope AS "口径",
    period AS "时期",
    value AS "数值",
    previous_value AS "上年数值",
    published_pct AS "公布增速（%）",
    computed_pct AS "计算增速（%）",
    gap_pp AS "差距（个百分点）",
    comparable AS "可比",
    reason AS "原因",
    unit AS "单位",
    indicator_name AS "指标",
    subject_kind AS "主体类别",
    subject_code AS "主体代码",
    region_code AS "行政区划代码",
    region_name AS "地区",
    industry_code AS "行业代码",
    cohort AS "名单",
    year AS "年份",
    period_start AS "时期起",
    period_end AS "时期止",
    publisher AS "发布单位",
    previous_publisher AS "上年发布单位",
    kind AS "数据性质",
    observation_id AS "事实编号",
    growth_id AS "增速事实编号",
    previous_id AS "上年事实编号"
FROM mart.yoy;
COMMENT ON VIEW zh."同比" IS '每个主体、指标、口径、名单、时期与发布单位一行：公布的同比增速与由水平值计算的增速并列';
COMMENT ON COLUMN zh."同比"."主体" IS '主体名称，按原文，去空白';
COMMENT ON COLUMN zh."同比"."指标代码" IS '指标代码，见 reference.indicator';
COMMENT ON COLUMN zh."同比"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."同比"."时期" IS '时期：2018、2018-05、2018-01/2018-05，时点指标为日期';
COMMENT ON COLUMN zh."同比"."数值" IS '数值，单位见“单位”；未报送的为空';
COMMENT ON COLUMN zh."同比"."上年数值" IS '上年同期数值，同一单位，取现行版本';
COMMENT ON COLUMN zh."同比"."公布增速（%）" IS '公布的同比增速（可比口径），%；未公布的为空';
COMMENT ON COLUMN zh."同比"."计算增速（%）" IS '100×（数值÷上年数值－1），%，四位小数；不可比时为空，见原因';
COMMENT ON COLUMN zh."同比"."差距（个百分点）" IS '公布值减计算值，个百分点';
COMMENT ON COLUMN zh."同比"."可比" IS 'true：公布增速与计算增速在末位半个单位以内一致；false：不一致或不应比较；空：无法判断';
COMMENT ON COLUMN zh."同比"."原因" IS 'no_value、no_previous 未报送；cohort_changed 名单变动；scope_version_changed 口径标准变动；classification_changed 行业分类变动；accumulation_differs 累计方式不同；units_differ 单位不同；previous_not_positive 上年不为正；publisher_changed 上年为其他单位发布；not_published 未公布增速；levels_rounded 水平值过于粗略；published_on_comparable_basis 公布增速按可比口径；gap 原因不明；空为一致';
COMMENT ON COLUMN zh."同比"."单位" IS '数值的单位';
COMMENT ON COLUMN zh."同比"."指标" IS '指标名称';
COMMENT ON COLUMN zh."同比"."主体类别" IS '数字所说的对象：region 地区、industry 行业、cluster 集群、sector 部门、brand 品牌、product 产品、cohort 名单合计、list 名单';
COMMENT ON COLUMN zh."同比"."主体代码" IS '主体在其代码表中的代码；无代码的为空';
COMMENT ON COLUMN zh."同比"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."同比"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."同比"."行业代码" IS 'GB/T 4754 行业代码；未写明的为空';
COMMENT ON COLUMN zh."同比"."名单" IS '名单及年度，仅名单合计有；不同年度的名单不可比';
COMMENT ON COLUMN zh."同比"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."同比"."时期起" IS '时期的第一天';
COMMENT ON COLUMN zh."同比"."时期止" IS '时期的最后一天；时点指标为时点';
COMMENT ON COLUMN zh."同比"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."同比"."上年发布单位" IS '上年数值的发布单位';
COMMENT ON COLUMN zh."同比"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."同比"."事实编号" IS '事实编号；出处见 zh."出处"';
COMMENT ON COLUMN zh."同比"."增速事实编号" IS '公布增速的事实编号';
COMMENT ON COLUMN zh."同比"."上年事实编号" IS '上年数值的事实编号';

-- One row as in mart.patent_growth, with Chinese names: 每个主体、口径、名单、专利指标与年份一行：较上年与五年来的增长。
CREATE VIEW zh."专利增长" AS
SELECT
    subject_kind AS "主体类别",
    subject_code AS "主体代码",
    subject_name AS "主体",
    region_code AS "行政区划代码",
    region_name AS "地区",
    industry_code AS "行业代码",
    industry_name AS "行业",
    scope AS "口径",
    indicator AS "指标代码",
    year AS "年份",
    patent_count AS "专利数（件）",
    previous_count AS "上年数（件）",
    published_growth_pct AS "公布增速（%）",
    computed_growth_pct AS "计算增速（%）",
    comparable AS "可比",
    reason AS "原因",
    count_5_years_before AS "五年前数（件）",
    five_year_growth_pct AS "五年年均增长（%）",
    cohort AS "名单",
    publisher AS "发布单位",
    kind AS "数据性质",
    observation_id AS "事实编号"
FROM mart.patent_growth;
COMMENT ON VIEW zh."专利增长" IS '每个主体、口径、名单、专利指标与年份一行：较上年与五年来的增长';
COMMENT ON COLUMN zh."专利增长"."主体类别" IS '数字所说的对象：region 地区、industry 行业、cluster 集群、sector 部门、brand 品牌、product 产品、cohort 名单合计、list 名单';
COMMENT ON COLUMN zh."专利增长"."主体代码" IS '主体在其代码表中的代码；无代码的为空';
COMMENT ON COLUMN zh."专利增长"."主体" IS '主体名称，按原文，去空白';
COMMENT ON COLUMN zh."专利增长"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."专利增长"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."专利增长"."行业代码" IS 'GB/T 4754 行业代码；未写明的为空';
COMMENT ON COLUMN zh."专利增长"."行业" IS '行业名称';
COMMENT ON COLUMN zh."专利增长"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."专利增长"."指标代码" IS '指标代码，见 reference.indicator';
COMMENT ON COLUMN zh."专利增长"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."专利增长"."专利数（件）" IS '专利数，件';
COMMENT ON COLUMN zh."专利增长"."上年数（件）" IS '上年同口径专利数，件';
COMMENT ON COLUMN zh."专利增长"."公布增速（%）" IS '公布的增速，%；未公布的为空';
COMMENT ON COLUMN zh."专利增长"."计算增速（%）" IS '由两年数值计算，%；为空时见原因';
COMMENT ON COLUMN zh."专利增长"."可比" IS 'true：公布增速与计算增速在末位半个单位以内一致；false：不一致或不应比较；空：无法判断';
COMMENT ON COLUMN zh."专利增长"."原因" IS 'no_value、no_previous 未报送；cohort_changed 名单变动；scope_version_changed 口径标准变动；classification_changed 行业分类变动；accumulation_differs 累计方式不同；units_differ 单位不同；previous_not_positive 上年不为正；publisher_changed 上年为其他单位发布；not_published 未公布增速；levels_rounded 水平值过于粗略；published_on_comparable_basis 公布增速按可比口径；gap 原因不明；空为一致';
COMMENT ON COLUMN zh."专利增长"."五年前数（件）" IS '五年前同口径专利数，件';
COMMENT ON COLUMN zh."专利增长"."五年年均增长（%）" IS '五年年均增长（几何平均），%';
COMMENT ON COLUMN zh."专利增长"."名单" IS '名单及年度，仅名单合计有；不同年度的名单不可比';
COMMENT ON COLUMN zh."专利增长"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."专利增长"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."专利增长"."事实编号" IS '事实编号；出处见 zh."出处"';

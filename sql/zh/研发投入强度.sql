-- One row as in mart.rd_intensity, with Chinese names: 每个主体、口径、名单、年份与分子分母组合一行：公布的研发投入强度与计算的强度并列。
CREATE VIEW zh."研发投入强度" AS
SELECT
    subject_kind AS "主体类别",
    subject_code AS "主体代码",
    subject_name AS "主体",
    region_code AS "行政区划代码",
    region_name AS "地区",
    industry_code AS "行业代码",
    industry_name AS "行业",
    scope AS "口径",
    year AS "年份",
    numerator AS "分子",
    denominator AS "分母",
    rd_wan_cny AS "研发经费（万元）",
    denominator_wan_cny AS "分母（万元）",
    published_pct AS "公布强度（%）",
    computed_pct AS "计算强度（%）",
    status AS "状态",
    observation_id AS "事实编号",
    cohort AS "名单",
    publisher AS "发布单位",
    kind AS "数据性质",
    numerator_id AS "分子事实编号",
    denominator_id AS "分母事实编号"
FROM mart.rd_intensity;
COMMENT ON VIEW zh."研发投入强度" IS '每个主体、口径、名单、年份与分子分母组合一行：公布的研发投入强度与计算的强度并列';
COMMENT ON COLUMN zh."研发投入强度"."主体类别" IS '数字所说的对象：region 地区、industry 行业、cluster 集群、sector 部门、brand 品牌、product 产品、cohort 名单合计、list 名单';
COMMENT ON COLUMN zh."研发投入强度"."主体代码" IS '主体在其代码表中的代码；无代码的为空';
COMMENT ON COLUMN zh."研发投入强度"."主体" IS '主体名称，按原文，去空白';
COMMENT ON COLUMN zh."研发投入强度"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."研发投入强度"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."研发投入强度"."行业代码" IS 'GB/T 4754 行业代码；未写明的为空';
COMMENT ON COLUMN zh."研发投入强度"."行业" IS '行业名称';
COMMENT ON COLUMN zh."研发投入强度"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."研发投入强度"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."研发投入强度"."分子" IS '分子指标代码：rd_expenditure 为R&D经费，rd_input 为科技研发投入';
COMMENT ON COLUMN zh."研发投入强度"."分母" IS '分母指标代码：gdp 地区生产总值、operating_revenue 营业收入、main_business_revenue 主营业务收入；分母不同的强度不可比';
COMMENT ON COLUMN zh."研发投入强度"."研发经费（万元）" IS '研发经费，万元；未报送的为空';
COMMENT ON COLUMN zh."研发投入强度"."分母（万元）" IS '分母数值，万元；未报送的为空，此处从不倒推';
COMMENT ON COLUMN zh."研发投入强度"."公布强度（%）" IS '公布的强度，%；未公布的为空';
COMMENT ON COLUMN zh."研发投入强度"."计算强度（%）" IS '100×研发经费÷分母，%，四位小数；为空时见状态';
COMMENT ON COLUMN zh."研发投入强度"."状态" IS 'ok 两者在末位半个单位以内一致；differs 不一致；computed_only 未公布强度；no_denominator、no_numerator、published_only 分母、分子或两者未报送；part_not_reported、ratio_not_reported 未报告；zero_denominator 分母为零；units_differ 单位不同';
COMMENT ON COLUMN zh."研发投入强度"."事实编号" IS '事实编号；出处见 zh."出处"';
COMMENT ON COLUMN zh."研发投入强度"."名单" IS '名单及年度，仅名单合计有；不同年度的名单不可比';
COMMENT ON COLUMN zh."研发投入强度"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."研发投入强度"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."研发投入强度"."分子事实编号" IS '分子的事实编号';
COMMENT ON COLUMN zh."研发投入强度"."分母事实编号" IS '分母的事实编号';

-- One row as in mart.profit_margin, with Chinese names: 每个主体、口径、时期、分母一行：公布与计算的利润率并列。
CREATE VIEW zh."利润率" AS
SELECT
    subject_name AS "主体",
    scope AS "口径",
    period AS "时期",
    year AS "年份",
    denominator AS "分母",
    profit_wan_cny AS "利润总额（万元）",
    revenue_wan_cny AS "营业收入（万元）",
    published_pct AS "公布利润率（%）",
    published_status AS "公布利润率空缺原因",
    computed_pct AS "计算利润率（%）",
    computed_status AS "计算利润率空缺原因",
    agrees AS "相符",
    subject_kind AS "主体类别",
    subject_code AS "主体代码",
    region_code AS "行政区划代码",
    industry_code AS "行业代码",
    cohort AS "名单",
    publisher AS "发布单位",
    kind AS "数据性质",
    observation_id AS "事实编号",
    numerator_id AS "分子事实编号",
    denominator_id AS "分母事实编号"
FROM mart.profit_margin;
COMMENT ON VIEW zh."利润率" IS '每个主体、口径、时期、分母一行：公布与计算的利润率并列';
COMMENT ON COLUMN zh."利润率"."主体" IS '主体名称，按原文，去空白';
COMMENT ON COLUMN zh."利润率"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."利润率"."时期" IS '时期：2018、2018-05、2018-01/2018-05，时点指标为日期';
COMMENT ON COLUMN zh."利润率"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."利润率"."分母" IS '分母指标代码：gdp 地区生产总值、operating_revenue 营业收入、main_business_revenue 主营业务收入；分母不同的强度不可比';
COMMENT ON COLUMN zh."利润率"."利润总额（万元）" IS '利润总额（万元）';
COMMENT ON COLUMN zh."利润率"."营业收入（万元）" IS '营业收入（万元）';
COMMENT ON COLUMN zh."利润率"."公布利润率（%）" IS '公布的利润率，%';
COMMENT ON COLUMN zh."利润率"."公布利润率空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."利润率"."计算利润率（%）" IS '利润总额除以收入，%';
COMMENT ON COLUMN zh."利润率"."计算利润率空缺原因" IS '空缺原因，见 reference.empty_status';
COMMENT ON COLUMN zh."利润率"."相符" IS '相符';
COMMENT ON COLUMN zh."利润率"."主体类别" IS '数字所说的对象：region 地区、industry 行业、cluster 集群、sector 部门、brand 品牌、product 产品、cohort 名单合计、list 名单';
COMMENT ON COLUMN zh."利润率"."主体代码" IS '主体在其代码表中的代码；无代码的为空';
COMMENT ON COLUMN zh."利润率"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."利润率"."行业代码" IS 'GB/T 4754 行业代码；未写明的为空';
COMMENT ON COLUMN zh."利润率"."名单" IS '名单及年度，仅名单合计有；不同年度的名单不可比';
COMMENT ON COLUMN zh."利润率"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."利润率"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."利润率"."事实编号" IS '事实编号，出处见 zh.出处';
COMMENT ON COLUMN zh."利润率"."分子事实编号" IS '分子的事实编号';
COMMENT ON COLUMN zh."利润率"."分母事实编号" IS '分母的事实编号';

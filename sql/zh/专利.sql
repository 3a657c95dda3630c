-- One row as in mart.patent_stock, with Chinese names: 每个主体、口径、名单、日期与专利指标一行：申请、授权或有效的专利数。
CREATE VIEW zh."专利" AS
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
    as_of AS "截止日",
    indicator AS "指标代码",
    patent_kind AS "专利类别",
    patent_status AS "专利状态",
    patent_count AS "专利数（件）",
    indicator_name AS "指标",
    is_stock AS "时点数",
    period AS "时期",
    cohort AS "名单",
    qualifier AS "修饰词",
    publisher AS "发布单位",
    published_on AS "发布日期",
    kind AS "数据性质",
    observation_id AS "事实编号"
FROM mart.patent_stock;
COMMENT ON VIEW zh."专利" IS '每个主体、口径、名单、日期与专利指标一行：申请、授权或有效的专利数';
COMMENT ON COLUMN zh."专利"."主体类别" IS '数字所说的对象：region 地区、industry 行业、cluster 集群、sector 部门、brand 品牌、product 产品、cohort 名单合计、list 名单';
COMMENT ON COLUMN zh."专利"."主体代码" IS '主体在其代码表中的代码；无代码的为空';
COMMENT ON COLUMN zh."专利"."主体" IS '主体名称，按原文，去空白';
COMMENT ON COLUMN zh."专利"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."专利"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."专利"."行业代码" IS 'GB/T 4754 行业代码；未写明的为空';
COMMENT ON COLUMN zh."专利"."行业" IS '行业名称';
COMMENT ON COLUMN zh."专利"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."专利"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."专利"."截止日" IS '时点指标的时点；时期指标为时期最后一天';
COMMENT ON COLUMN zh."专利"."指标代码" IS '指标代码，见 reference.indicator';
COMMENT ON COLUMN zh."专利"."专利类别" IS 'invention 发明、utility_model 实用新型、design 外观设计、all 合计';
COMMENT ON COLUMN zh."专利"."专利状态" IS 'applied 申请、granted 授权（均为本期）、in_force 有效（期末，第一专利权人）';
COMMENT ON COLUMN zh."专利"."专利数（件）" IS '专利数，件';
COMMENT ON COLUMN zh."专利"."指标" IS '指标名称';
COMMENT ON COLUMN zh."专利"."时点数" IS 'true：期末数，不得跨年相加';
COMMENT ON COLUMN zh."专利"."时期" IS '时期：2018、2018-05、2018-01/2018-05，时点指标为日期';
COMMENT ON COLUMN zh."专利"."名单" IS '名单及年度，仅名单合计有；不同年度的名单不可比';
COMMENT ON COLUMN zh."专利"."修饰词" IS '数字旁的词：约、余、以上等；空为确数';
COMMENT ON COLUMN zh."专利"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."专利"."发布日期" IS '发布日期；不明的为空';
COMMENT ON COLUMN zh."专利"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."专利"."事实编号" IS '事实编号；出处见 zh."出处"';

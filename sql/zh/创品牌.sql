-- One row as in mart.branding, with Chinese names: 每个主体、口径、名单、时期、创品牌度量与依据一行。
CREATE VIEW zh."创品牌" AS
SELECT
    subject_kind AS "主体类别",
    subject_code AS "主体代码",
    subject_name AS "主体",
    region_code AS "行政区划代码",
    region_name AS "地区",
    industry_code AS "行业代码",
    scope AS "口径",
    cohort AS "名单",
    year AS "年份",
    period AS "时期",
    measure AS "度量代码",
    measure_name AS "度量",
    basis AS "依据",
    value AS "数值",
    unit AS "单位",
    direction AS "方向",
    publisher AS "发布单位",
    kind AS "数据性质",
    observation_id AS "事实编号"
FROM mart.branding;
COMMENT ON VIEW zh."创品牌" IS '每个主体、口径、名单、时期、创品牌度量与依据一行';
COMMENT ON COLUMN zh."创品牌"."主体类别" IS '数字所说的对象：region 地区、industry 行业、cluster 集群、sector 部门、brand 品牌、product 产品、cohort 名单合计、list 名单';
COMMENT ON COLUMN zh."创品牌"."主体代码" IS '主体在其代码表中的代码；无代码的为空';
COMMENT ON COLUMN zh."创品牌"."主体" IS '主体名称，按原文，去空白';
COMMENT ON COLUMN zh."创品牌"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."创品牌"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."创品牌"."行业代码" IS 'GB/T 4754 行业代码；未写明的为空';
COMMENT ON COLUMN zh."创品牌"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."创品牌"."名单" IS '名单及年度，仅名单合计有；不同年度的名单不可比';
COMMENT ON COLUMN zh."创品牌"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."创品牌"."时期" IS '时期：2018、2018-05、2018-01/2018-05，时点指标为日期';
COMMENT ON COLUMN zh."创品牌"."度量代码" IS '度量：指标代码，或对名单的计数';
COMMENT ON COLUMN zh."创品牌"."度量" IS '度量名称';
COMMENT ON COLUMN zh."创品牌"."依据" IS 'filed 原样报送、computed 由两个部分计算、counted 对名单计数';
COMMENT ON COLUMN zh."创品牌"."数值" IS '数值，单位见“单位”；未报送的为空';
COMMENT ON COLUMN zh."创品牌"."单位" IS '数值的单位';
COMMENT ON COLUMN zh."创品牌"."方向" IS 'up 越大越好、down 越小越好；空为无方向';
COMMENT ON COLUMN zh."创品牌"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."创品牌"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."创品牌"."事实编号" IS '事实编号；出处见 zh."出处"';

-- One row as in mart.alert, with Chinese names: 每次触发预警一行：蓝黄橙红，附所依据的事实；限值由使用者设定。
CREATE VIEW zh."预警" AS
SELECT
    subject_name AS "主体",
    indicator_name AS "指标",
    period AS "时期",
    year AS "年份",
    level_zh AS "级别",
    level AS "级别代码",
    rule_name AS "规则",
    measured AS "实测值",
    passed_limit AS "触及限值",
    usual_pct AS "历年同期中位增速（%）",
    year_count AS "历史年数（年）",
    rule_id AS "规则代码",
    rule_kind AS "规则类别",
    band AS "景气区间",
    indicator AS "指标代码",
    scope AS "口径",
    cohort AS "名单",
    subject_kind AS "主体类别",
    region_code AS "行政区划代码",
    industry_code AS "行业代码",
    publisher AS "发布单位",
    kind AS "数据性质",
    observation_id AS "事实编号",
    previous_id AS "上年事实编号",
    growth_id AS "增速事实编号"
FROM mart.alert;
COMMENT ON VIEW zh."预警" IS '每次触发预警一行：蓝黄橙红，附所依据的事实；限值由使用者设定';
COMMENT ON COLUMN zh."预警"."主体" IS '主体名称，按原文，去空白';
COMMENT ON COLUMN zh."预警"."指标" IS '指标';
COMMENT ON COLUMN zh."预警"."时期" IS '时期：2018、2018-05、2018-01/2018-05，时点指标为日期';
COMMENT ON COLUMN zh."预警"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."预警"."级别" IS '级别';
COMMENT ON COLUMN zh."预警"."级别代码" IS '层级';
COMMENT ON COLUMN zh."预警"."规则" IS '规则';
COMMENT ON COLUMN zh."预警"."实测值" IS '实测值';
COMMENT ON COLUMN zh."预警"."触及限值" IS '触及限值';
COMMENT ON COLUMN zh."预警"."历年同期中位增速（%）" IS '历年同期中位增速（%）';
COMMENT ON COLUMN zh."预警"."历史年数（年）" IS '历史年数（年）';
COMMENT ON COLUMN zh."预警"."规则代码" IS '规则代码';
COMMENT ON COLUMN zh."预警"."规则类别" IS '规则类别';
COMMENT ON COLUMN zh."预警"."景气区间" IS '档次';
COMMENT ON COLUMN zh."预警"."指标代码" IS '指标代码，见 reference.indicator';
COMMENT ON COLUMN zh."预警"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."预警"."名单" IS '名单及年度，仅名单合计有；不同年度的名单不可比';
COMMENT ON COLUMN zh."预警"."主体类别" IS '数字所说的对象：region 地区、industry 行业、cluster 集群、sector 部门、brand 品牌、product 产品、cohort 名单合计、list 名单';
COMMENT ON COLUMN zh."预警"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."预警"."行业代码" IS 'GB/T 4754 行业代码；未写明的为空';
COMMENT ON COLUMN zh."预警"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."预警"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."预警"."事实编号" IS '事实编号，出处见 zh.出处';
COMMENT ON COLUMN zh."预警"."上年事实编号" IS '上年数值的事实编号';
COMMENT ON COLUMN zh."预警"."增速事实编号" IS '增速事实编号';

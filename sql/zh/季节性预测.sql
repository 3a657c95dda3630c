-- One row as in mart.forecast, with Chinese names: 每个主体、指标、未来一年时期一行：季节性朴素预测、区间与回测误差。
CREATE VIEW zh."季节性预测" AS
SELECT
    subject_name AS "主体",
    indicator_name AS "指标",
    indicator AS "指标代码",
    scope AS "口径",
    cohort AS "名单",
    forecast_year AS "预测年份",
    base_period AS "基准时期",
    forecast_value AS "预测值",
    low_value AS "区间下限",
    high_value AS "区间上限",
    unit AS "单位",
    backtest_error_pct AS "回测误差（%）",
    backtest_years AS "回测年数（年）",
    median_growth_pct AS "中位增速（%）",
    subject_kind AS "主体类别",
    region_code AS "行政区划代码",
    industry_code AS "行业代码",
    publisher AS "发布单位",
    kind AS "数据性质",
    observation_id AS "事实编号"
FROM mart.forecast;
COMMENT ON VIEW zh."季节性预测" IS '每个主体、指标、未来一年时期一行：季节性朴素预测、区间与回测误差';
COMMENT ON COLUMN zh."季节性预测"."主体" IS '主体名称，按原文，去空白';
COMMENT ON COLUMN zh."季节性预测"."指标" IS '指标';
COMMENT ON COLUMN zh."季节性预测"."指标代码" IS '指标代码，见 reference.indicator';
COMMENT ON COLUMN zh."季节性预测"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."季节性预测"."名单" IS '名单及年度，仅名单合计有；不同年度的名单不可比';
COMMENT ON COLUMN zh."季节性预测"."预测年份" IS '预测年份';
COMMENT ON COLUMN zh."季节性预测"."基准时期" IS '基准时期';
COMMENT ON COLUMN zh."季节性预测"."预测值" IS '预测值';
COMMENT ON COLUMN zh."季节性预测"."区间下限" IS '区间下限';
COMMENT ON COLUMN zh."季节性预测"."区间上限" IS '区间上限';
COMMENT ON COLUMN zh."季节性预测"."单位" IS '数值的单位';
COMMENT ON COLUMN zh."季节性预测"."回测误差（%）" IS '回测误差（%）';
COMMENT ON COLUMN zh."季节性预测"."回测年数（年）" IS '回测年数（年）';
COMMENT ON COLUMN zh."季节性预测"."中位增速（%）" IS '中位增速（%）';
COMMENT ON COLUMN zh."季节性预测"."主体类别" IS '数字所说的对象：region 地区、industry 行业、cluster 集群、sector 部门、brand 品牌、product 产品、cohort 名单合计、list 名单';
COMMENT ON COLUMN zh."季节性预测"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."季节性预测"."行业代码" IS 'GB/T 4754 行业代码；未写明的为空';
COMMENT ON COLUMN zh."季节性预测"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."季节性预测"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."季节性预测"."事实编号" IS '事实编号，出处见 zh.出处';

-- One row as in mart.rd_intensity_rollup, with Chinese names: 每个汇总组、地区、口径、年份与分子分母组合一行：合计除以合计，绝不平均。
CREATE VIEW zh."研发投入强度汇总" AS
SELECT
    group_code AS "组代码",
    group_name AS "组",
    region_code AS "行政区划代码",
    scope AS "口径",
    year AS "年份",
    numerator AS "分子",
    denominator AS "分母",
    rd_wan_cny AS "研发经费合计（万元）",
    denominator_wan_cny AS "分母合计（万元）",
    intensity_pct AS "强度（%）",
    member_count AS "成员数（个）",
    counted_count AS "计入数（个）",
    coverage_pct AS "覆盖率（%）",
    reconstructed_count AS "倒推数（个）",
    is_reconstructed AS "含倒推",
    kind AS "数据性质"
FROM mart.rd_intensity_rollup;
COMMENT ON VIEW zh."研发投入强度汇总" IS '每个汇总组、地区、口径、年份与分子分母组合一行：合计除以合计，绝不平均';
COMMENT ON COLUMN zh."研发投入强度汇总"."组代码" IS '汇总组代码，见 reference.rollup_group';
COMMENT ON COLUMN zh."研发投入强度汇总"."组" IS '汇总组名称';
COMMENT ON COLUMN zh."研发投入强度汇总"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."研发投入强度汇总"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."研发投入强度汇总"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."研发投入强度汇总"."分子" IS '分子指标代码：rd_expenditure 为R&D经费，rd_input 为科技研发投入';
COMMENT ON COLUMN zh."研发投入强度汇总"."分母" IS '分母指标代码：gdp 地区生产总值、operating_revenue 营业收入、main_business_revenue 主营业务收入；分母不同的强度不可比';
COMMENT ON COLUMN zh."研发投入强度汇总"."研发经费合计（万元）" IS '计入成员的研发经费合计，万元';
COMMENT ON COLUMN zh."研发投入强度汇总"."分母合计（万元）" IS '计入成员的分母合计，万元';
COMMENT ON COLUMN zh."研发投入强度汇总"."强度（%）" IS '100×研发经费合计÷分母合计，%；绝不是各成员强度的平均';
COMMENT ON COLUMN zh."研发投入强度汇总"."成员数（个）" IS '组内成员数';
COMMENT ON COLUMN zh."研发投入强度汇总"."计入数（个）" IS '研发经费与分母齐备（含倒推）的成员数';
COMMENT ON COLUMN zh."研发投入强度汇总"."覆盖率（%）" IS '计入数占成员数的比重，%';
COMMENT ON COLUMN zh."研发投入强度汇总"."倒推数（个）" IS '分母由研发经费÷公布强度倒推的成员数';
COMMENT ON COLUMN zh."研发投入强度汇总"."含倒推" IS 'true：至少一个成员的分母为倒推';
COMMENT ON COLUMN zh."研发投入强度汇总"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

-- One row as in mart.rd_top100, with Chinese names: 科技百强等名单的研发投入：每个名单、年份一行，合计比合计。
CREATE VIEW zh."科技百强研发" AS
SELECT
    cohort AS "名单与年份",
    year AS "年份",
    member_count AS "成员数（个）",
    rd_input_wan_cny AS "研发投入合计（万元）",
    operating_revenue_wan_cny AS "营业收入合计（万元）",
    computed_pct AS "研发投入强度·计算（%）",
    published_pct AS "研发投入强度·公布（%）",
    previous_published_pct AS "上年公布（%）",
    cohort_changed AS "名单已变",
    kind AS "数据性质"
FROM mart.rd_top100;
COMMENT ON VIEW zh."科技百强研发" IS '科技百强等名单的研发投入：每个名单、年份一行，合计比合计';
COMMENT ON COLUMN zh."科技百强研发"."名单与年份" IS '名单与年份；成员逐年变化，各年不是同一序列';
COMMENT ON COLUMN zh."科技百强研发"."年份" IS '数值的年份';
COMMENT ON COLUMN zh."科技百强研发"."成员数（个）" IS '研发投入与营业收入均已报送的成员数';
COMMENT ON COLUMN zh."科技百强研发"."研发投入合计（万元）" IS '这些成员研发投入之和';
COMMENT ON COLUMN zh."科技百强研发"."营业收入合计（万元）" IS '这些成员营业收入之和';
COMMENT ON COLUMN zh."科技百强研发"."研发投入强度·计算（%）" IS '合计比合计，不是比例的平均';
COMMENT ON COLUMN zh."科技百强研发"."研发投入强度·公布（%）" IS '整个名单公布的比例；未报送的为空';
COMMENT ON COLUMN zh."科技百强研发"."上年公布（%）" IS '上年名单公布的比例，成员不同';
COMMENT ON COLUMN zh."科技百强研发"."名单已变" IS 'true：上年是另一批企业，不可比';
COMMENT ON COLUMN zh."科技百强研发"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

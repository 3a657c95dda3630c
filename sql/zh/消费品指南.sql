-- One row as in mart.product_guide, with Chinese names: 升级和创新消费品指南：每年、批次、类别一行。
CREATE VIEW zh."消费品指南" AS
SELECT
    list_year AS "名单年份",
    batch AS "批次",
    category AS "类别",
    product_count AS "产品数（项）",
    firm_count AS "企业数（个）",
    kind AS "数据性质"
FROM mart.product_guide;
COMMENT ON VIEW zh."消费品指南" IS '升级和创新消费品指南：每年、批次、类别一行';
COMMENT ON COLUMN zh."消费品指南"."名单年份" IS '名单年份；未写明的为空';
COMMENT ON COLUMN zh."消费品指南"."批次" IS '批次，按原文';
COMMENT ON COLUMN zh."消费品指南"."类别" IS '升级消费品或创新消费品';
COMMENT ON COLUMN zh."消费品指南"."产品数（项）" IS '已报送的产品数；公告所列可能更多';
COMMENT ON COLUMN zh."消费品指南"."企业数（个）" IS '涉及的企业数';
COMMENT ON COLUMN zh."消费品指南"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

-- One row as in mart.procurement_catalogue, with Chinese names: 绿色产品等政府采购目录：每项一行。
CREATE VIEW zh."采购目录" AS
SELECT
    list_name AS "名单",
    list_year AS "名单年份",
    batch AS "批次",
    member_name AS "成员",
    category AS "类别",
    firm AS "企业",
    level AS "级别",
    issuer AS "发布单位",
    notice_no AS "文号",
    valid_from AS "有效期起",
    valid_until AS "有效期至",
    kind AS "数据性质",
    entry_id AS "事实编号",
    why_no_more AS "未进一步计算的原因"
FROM mart.procurement_catalogue;
COMMENT ON VIEW zh."采购目录" IS '绿色产品等政府采购目录：每项一行';
COMMENT ON COLUMN zh."采购目录"."名单" IS '名单';
COMMENT ON COLUMN zh."采购目录"."名单年份" IS '名单年份；未写明的为空';
COMMENT ON COLUMN zh."采购目录"."批次" IS '批次，按原文';
COMMENT ON COLUMN zh."采购目录"."成员" IS '成员名称，按原文';
COMMENT ON COLUMN zh."采购目录"."类别" IS '名单内的类别，按原文';
COMMENT ON COLUMN zh."采购目录"."企业" IS '产品或品牌所属企业';
COMMENT ON COLUMN zh."采购目录"."级别" IS '级别或梯队，按原文';
COMMENT ON COLUMN zh."采购目录"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."采购目录"."文号" IS '文号';
COMMENT ON COLUMN zh."采购目录"."有效期起" IS '有效期首日；未写明的为空';
COMMENT ON COLUMN zh."采购目录"."有效期至" IS '有效期最后一天；未写明的为空';
COMMENT ON COLUMN zh."采购目录"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."采购目录"."事实编号" IS '事实编号，可用 sanpin cite 查出处';
COMMENT ON COLUMN zh."采购目录"."未进一步计算的原因" IS '为什么只登记而不进一步计算';

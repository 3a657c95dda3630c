-- One row as in mart.chain_risk, with Chinese names: 风险技术和产品清单：每项一行，等级照原文。
CREATE VIEW zh."风险技术和产品" AS
SELECT
    chain AS "产业链",
    node AS "环节",
    item AS "技术或产品",
    item_kind AS "类别",
    risk_level AS "风险等级",
    level_word AS "等级原文",
    cause AS "原因",
    supplier AS "现供应方",
    substitute AS "替代方案",
    cluster AS "集群",
    trade AS "行业",
    region_code AS "行政区划代码",
    region_name AS "地区",
    province_name AS "省份",
    place AS "地点",
    year AS "年份",
    publisher AS "发布机构",
    published_on AS "发布日期",
    note AS "备注",
    kind AS "数据性质",
    risk_id AS "事实编号"
FROM mart.chain_risk;
COMMENT ON VIEW zh."风险技术和产品" IS '风险技术和产品清单：每项一行，等级照原文';
COMMENT ON COLUMN zh."风险技术和产品"."产业链" IS '产业链';
COMMENT ON COLUMN zh."风险技术和产品"."环节" IS '环节';
COMMENT ON COLUMN zh."风险技术和产品"."技术或产品" IS '技术或产品';
COMMENT ON COLUMN zh."风险技术和产品"."类别" IS 'technology 技术、product 产品；未写明的为空';
COMMENT ON COLUMN zh."风险技术和产品"."风险等级" IS 'high 高、medium 中、low 低；未写明的为空';
COMMENT ON COLUMN zh."风险技术和产品"."等级原文" IS '等级，按原文';
COMMENT ON COLUMN zh."风险技术和产品"."原因" IS '原因，按原文';
COMMENT ON COLUMN zh."风险技术和产品"."现供应方" IS '现供应方';
COMMENT ON COLUMN zh."风险技术和产品"."替代方案" IS '替代方案';
COMMENT ON COLUMN zh."风险技术和产品"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."风险技术和产品"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."风险技术和产品"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."风险技术和产品"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."风险技术和产品"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."风险技术和产品"."地点" IS '原文地点';
COMMENT ON COLUMN zh."风险技术和产品"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."风险技术和产品"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."风险技术和产品"."发布日期" IS '发布日期；不详的为空';
COMMENT ON COLUMN zh."风险技术和产品"."备注" IS '备注，按原文';
COMMENT ON COLUMN zh."风险技术和产品"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."风险技术和产品"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

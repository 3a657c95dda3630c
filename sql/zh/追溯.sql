-- One row as in mart.traceability, with Chinese names: 一物一码追溯：接入企业、赋码与扫码，每个主体、时期、指标一行。
CREATE VIEW zh."追溯" AS
SELECT
    subject_kind AS "主体类别",
    subject_name AS "主体",
    region_code AS "行政区划代码",
    region_name AS "地区",
    period AS "时期",
    year AS "年份",
    indicator AS "指标代码",
    indicator_name AS "指标",
    value AS "数值",
    unit AS "单位",
    status AS "填报状态",
    publisher AS "发布机构",
    kind AS "数据性质",
    observation_id AS "事实编号",
    why_no_more AS "未进一步计算的原因"
FROM mart.traceability;
COMMENT ON VIEW zh."追溯" IS '一物一码追溯：接入企业、赋码与扫码，每个主体、时期、指标一行';
COMMENT ON COLUMN zh."追溯"."主体类别" IS 'region 地区、industry 行业、cluster 集群、sector 行业整体、enterprise 企业、base 园区、product 产品、part 部分、cohort 名单';
COMMENT ON COLUMN zh."追溯"."主体" IS '主体名称，按原文';
COMMENT ON COLUMN zh."追溯"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."追溯"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."追溯"."时期" IS '时期';
COMMENT ON COLUMN zh."追溯"."年份" IS '时期最后一天的年份';
COMMENT ON COLUMN zh."追溯"."指标代码" IS 'reference.indicator 的代码';
COMMENT ON COLUMN zh."追溯"."指标" IS '指标名称';
COMMENT ON COLUMN zh."追溯"."数值" IS '数值，单位见旁列；未报送的为空';
COMMENT ON COLUMN zh."追溯"."单位" IS '数值的单位';
COMMENT ON COLUMN zh."追溯"."填报状态" IS 'reported 已报、nil 无、tiny 不足最小单位、withheld 保密';
COMMENT ON COLUMN zh."追溯"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."追溯"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."追溯"."事实编号" IS '事实编号，可用 sanpin cite 查出处';
COMMENT ON COLUMN zh."追溯"."未进一步计算的原因" IS '为什么只登记而不进一步计算';

-- One row as in mart.standard, with Chinese names: 标准：每项标准一行，注明级别与参与方式。
CREATE VIEW zh."标准" AS
SELECT
    standard_no AS "标准号",
    name AS "标准名称",
    level AS "级别",
    role AS "参与方式",
    drafter AS "起草单位",
    status AS "状态",
    issued_on AS "发布日期",
    effective_on AS "实施日期",
    replaces AS "代替标准",
    cluster AS "集群",
    trade AS "行业",
    region_code AS "行政区划代码",
    region_name AS "地区",
    year AS "年份",
    publisher AS "发布机构",
    note AS "备注",
    kind AS "数据性质",
    standard_id AS "事实编号"
FROM mart.standard;
COMMENT ON VIEW zh."标准" IS '标准：每项标准一行，注明级别与参与方式';
COMMENT ON COLUMN zh."标准"."标准号" IS '标准号';
COMMENT ON COLUMN zh."标准"."标准名称" IS '标准名称';
COMMENT ON COLUMN zh."标准"."级别" IS 'international 国际、national 国家、industry 行业、local 地方、group 团体、enterprise 企业';
COMMENT ON COLUMN zh."标准"."参与方式" IS 'lead 主导、join 参与；未写明的为空';
COMMENT ON COLUMN zh."标准"."起草单位" IS '起草单位';
COMMENT ON COLUMN zh."标准"."状态" IS '状态，按原文';
COMMENT ON COLUMN zh."标准"."发布日期" IS '标准发布日期';
COMMENT ON COLUMN zh."标准"."实施日期" IS '实施日期';
COMMENT ON COLUMN zh."标准"."代替标准" IS '代替标准';
COMMENT ON COLUMN zh."标准"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."标准"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."标准"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."标准"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."标准"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."标准"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."标准"."备注" IS '备注，按原文';
COMMENT ON COLUMN zh."标准"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."标准"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

-- One row as in mart.certification, with Chinese names: 绿色智慧集群、绿色工厂、园区、供应链：证书与名单各一行。
CREATE VIEW zh."认证与绿色名单" AS
SELECT
    scheme AS "认证体系",
    subject_name AS "名称",
    level AS "级别",
    issuer AS "认定机构",
    certified_on AS "认定日期",
    valid_until AS "有效期至",
    basis AS "依据",
    cluster AS "集群",
    region_code AS "行政区划代码",
    region_name AS "地区",
    year AS "年份",
    kind AS "数据性质",
    fact_id AS "事实编号",
    criteria AS "认定标准说明"
FROM mart.certification;
COMMENT ON VIEW zh."认证与绿色名单" IS '绿色智慧集群、绿色工厂、园区、供应链：证书与名单各一行';
COMMENT ON COLUMN zh."认证与绿色名单"."认证体系" IS '绿色智慧集群、绿色工厂、绿色园区、绿色供应链等';
COMMENT ON COLUMN zh."认证与绿色名单"."名称" IS '获证对象，按原文';
COMMENT ON COLUMN zh."认证与绿色名单"."级别" IS '级别，按原文';
COMMENT ON COLUMN zh."认证与绿色名单"."认定机构" IS '认定机构';
COMMENT ON COLUMN zh."认证与绿色名单"."认定日期" IS '认定日期；名单为其年份首日';
COMMENT ON COLUMN zh."认证与绿色名单"."有效期至" IS '有效期最后一天；未写明的为空';
COMMENT ON COLUMN zh."认证与绿色名单"."依据" IS 'certificate 证书、list 名单';
COMMENT ON COLUMN zh."认证与绿色名单"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."认证与绿色名单"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."认证与绿色名单"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."认证与绿色名单"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."认证与绿色名单"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."认证与绿色名单"."事实编号" IS '事实编号，可用 sanpin cite 查出处';
COMMENT ON COLUMN zh."认证与绿色名单"."认定标准说明" IS '认定标准是否公布';

-- One row as in mart.rating, with Chinese names: 信用评级、认证、担保、评价：每个结论一行，不同体系的等级不可比。
CREATE VIEW zh."评级与担保" AS
SELECT
    rating_kind AS "评价类别",
    scheme AS "评价体系",
    subject_kind AS "对象类别",
    subject_name AS "名称",
    issuer AS "评价机构",
    grade AS "等级",
    score AS "得分",
    amount_wan_cny AS "金额（万元）",
    certificate_no AS "证书编号",
    status AS "状态",
    issued_on AS "评定日期",
    valid_until AS "有效期至",
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
    rating_id AS "事实编号"
FROM mart.rating;
COMMENT ON VIEW zh."评级与担保" IS '信用评级、认证、担保、评价：每个结论一行，不同体系的等级不可比';
COMMENT ON COLUMN zh."评级与担保"."评价类别" IS 'credit 信用、certification 认证、guarantee 担保、evaluation 评价、stage 发展阶段';
COMMENT ON COLUMN zh."评级与担保"."评价体系" IS '评价体系';
COMMENT ON COLUMN zh."评级与担保"."对象类别" IS 'enterprise 企业、cluster 集群、base 园区、product 产品、brand 品牌';
COMMENT ON COLUMN zh."评级与担保"."名称" IS '对象名称，按原文';
COMMENT ON COLUMN zh."评级与担保"."评价机构" IS '评价机构';
COMMENT ON COLUMN zh."评级与担保"."等级" IS '等级或结论，按原文';
COMMENT ON COLUMN zh."评级与担保"."得分" IS '该体系自己的分值，不可跨体系比较';
COMMENT ON COLUMN zh."评级与担保"."金额（万元）" IS '担保或授信金额';
COMMENT ON COLUMN zh."评级与担保"."证书编号" IS '证书编号';
COMMENT ON COLUMN zh."评级与担保"."状态" IS '状态，按原文';
COMMENT ON COLUMN zh."评级与担保"."评定日期" IS '评定日期';
COMMENT ON COLUMN zh."评级与担保"."有效期至" IS '有效期最后一天；未写明的为空';
COMMENT ON COLUMN zh."评级与担保"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."评级与担保"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."评级与担保"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."评级与担保"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."评级与担保"."省份" IS '所属省、自治区、直辖市';
COMMENT ON COLUMN zh."评级与担保"."地点" IS '原文地点';
COMMENT ON COLUMN zh."评级与担保"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."评级与担保"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."评级与担保"."发布日期" IS '发布日期；不详的为空';
COMMENT ON COLUMN zh."评级与担保"."备注" IS '备注，按原文';
COMMENT ON COLUMN zh."评级与担保"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."评级与担保"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

-- One row as in mart.credit_rating, with Chinese names: 信用评级、担保与授信：每个结论一行，写明有效期。
CREATE VIEW zh."信用评级" AS
SELECT
    rating_kind AS "评价类别",
    scheme AS "评价体系",
    subject_name AS "名称",
    grade AS "等级",
    score AS "得分",
    amount_wan_cny AS "金额（万元）",
    issuer AS "评价机构",
    issued_on AS "评定日期",
    valid_from AS "有效期起",
    valid_until AS "有效期至",
    status AS "状态",
    cluster AS "集群",
    region_code AS "行政区划代码",
    region_name AS "地区",
    year AS "年份",
    publisher AS "发布机构",
    kind AS "数据性质",
    rating_id AS "事实编号"
FROM mart.credit_rating;
COMMENT ON VIEW zh."信用评级" IS '信用评级、担保与授信：每个结论一行，写明有效期';
COMMENT ON COLUMN zh."信用评级"."评价类别" IS 'credit 信用、certification 认证、guarantee 担保、evaluation 评价、stage 发展阶段';
COMMENT ON COLUMN zh."信用评级"."评价体系" IS '评价体系';
COMMENT ON COLUMN zh."信用评级"."名称" IS '对象名称，按原文';
COMMENT ON COLUMN zh."信用评级"."等级" IS '等级或结论，按原文';
COMMENT ON COLUMN zh."信用评级"."得分" IS '该体系自己的分值，不可跨体系比较';
COMMENT ON COLUMN zh."信用评级"."金额（万元）" IS '担保或授信金额';
COMMENT ON COLUMN zh."信用评级"."评价机构" IS '评价机构';
COMMENT ON COLUMN zh."信用评级"."评定日期" IS '评定日期';
COMMENT ON COLUMN zh."信用评级"."有效期起" IS '有效期首日：评定日期，否则为名册年份的首日';
COMMENT ON COLUMN zh."信用评级"."有效期至" IS '有效期最后一天；未写明的为空';
COMMENT ON COLUMN zh."信用评级"."状态" IS '状态，按原文';
COMMENT ON COLUMN zh."信用评级"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."信用评级"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."信用评级"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."信用评级"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."信用评级"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."信用评级"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."信用评级"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

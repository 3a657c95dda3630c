-- One row as in mart.stage_assessment, with Chinese names: 集群发展阶段评估：照评估人的结论登记。
CREATE VIEW zh."发展阶段评估" AS
SELECT
    subject_name AS "名称",
    scheme AS "评价体系",
    grade AS "等级",
    issuer AS "评价机构",
    issued_on AS "评定日期",
    note AS "备注",
    cluster AS "集群",
    trade AS "行业",
    region_code AS "行政区划代码",
    region_name AS "地区",
    year AS "年份",
    publisher AS "发布机构",
    kind AS "数据性质",
    rating_id AS "事实编号",
    why_no_more AS "未进一步计算的原因"
FROM mart.stage_assessment;
COMMENT ON VIEW zh."发展阶段评估" IS '集群发展阶段评估：照评估人的结论登记';
COMMENT ON COLUMN zh."发展阶段评估"."名称" IS '对象名称，按原文';
COMMENT ON COLUMN zh."发展阶段评估"."评价体系" IS '评价体系';
COMMENT ON COLUMN zh."发展阶段评估"."等级" IS '等级或结论，按原文';
COMMENT ON COLUMN zh."发展阶段评估"."评价机构" IS '评价机构';
COMMENT ON COLUMN zh."发展阶段评估"."评定日期" IS '评定日期';
COMMENT ON COLUMN zh."发展阶段评估"."备注" IS '备注，按原文';
COMMENT ON COLUMN zh."发展阶段评估"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."发展阶段评估"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."发展阶段评估"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."发展阶段评估"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."发展阶段评估"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."发展阶段评估"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."发展阶段评估"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."发展阶段评估"."事实编号" IS '事实编号，可用 sanpin cite 查出处';
COMMENT ON COLUMN zh."发展阶段评估"."未进一步计算的原因" IS '为什么只登记而不进一步计算';

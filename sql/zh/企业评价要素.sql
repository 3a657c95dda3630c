-- One row as in mart.enterprise_evaluation, with Chinese names: 企业评价要素：每个企业、时期、指标一行，只列名次，不合成得分。
CREATE VIEW zh."企业评价要素" AS
SELECT
    subject_name AS "主体",
    region_code AS "行政区划代码",
    region_name AS "地区",
    period AS "时期",
    year AS "年份",
    cohort AS "名单",
    indicator AS "指标代码",
    indicator_name AS "指标",
    value AS "数值",
    unit AS "单位",
    rank AS "名次",
    ranked_count AS "参与排名企业数（个）",
    publisher AS "发布机构",
    kind AS "数据性质",
    observation_id AS "事实编号",
    why_no_more AS "未进一步计算的原因"
FROM mart.enterprise_evaluation;
COMMENT ON VIEW zh."企业评价要素" IS '企业评价要素：每个企业、时期、指标一行，只列名次，不合成得分';
COMMENT ON COLUMN zh."企业评价要素"."主体" IS '主体名称，按原文';
COMMENT ON COLUMN zh."企业评价要素"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."企业评价要素"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."企业评价要素"."时期" IS '时期';
COMMENT ON COLUMN zh."企业评价要素"."年份" IS '时期最后一天的年份';
COMMENT ON COLUMN zh."企业评价要素"."名单" IS '名次所在的名单与年份；为空的是全部已报送企业';
COMMENT ON COLUMN zh."企业评价要素"."指标代码" IS 'reference.indicator 的代码';
COMMENT ON COLUMN zh."企业评价要素"."指标" IS '指标名称';
COMMENT ON COLUMN zh."企业评价要素"."数值" IS '数值，单位见旁列；未报送的为空';
COMMENT ON COLUMN zh."企业评价要素"."单位" IS '数值的单位';
COMMENT ON COLUMN zh."企业评价要素"."名次" IS '同一名单、时期、指标内的名次，1 为最大；没有方向的指标为空';
COMMENT ON COLUMN zh."企业评价要素"."参与排名企业数（个）" IS '有该指标的企业数';
COMMENT ON COLUMN zh."企业评价要素"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."企业评价要素"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."企业评价要素"."事实编号" IS '事实编号，可用 sanpin cite 查出处';
COMMENT ON COLUMN zh."企业评价要素"."未进一步计算的原因" IS '为什么只登记而不进一步计算';

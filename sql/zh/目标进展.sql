-- One row as in mart.target_progress, with Chinese names: 每个目标一行：所定与所成并列；征求意见稿见 zh."征求意见稿目标"。
CREATE VIEW zh."目标进展" AS
SELECT
    target_id AS "目标编号",
    document AS "文件",
    doc_status AS "文件状态",
    subject_name AS "主体",
    indicator AS "指标代码",
    indicator_text AS "指标原文",
    scope AS "口径",
    comparator AS "比较",
    value AS "目标数",
    unit AS "单位",
    target_type AS "目标类型",
    base_period AS "基期",
    due_year AS "目标年",
    verdict AS "判定",
    reason AS "原因",
    measured AS "实测",
    due_value AS "目标年数值",
    base_value AS "基期数值",
    latest_value AS "最新数值",
    latest_year AS "最新年份",
    tolerance AS "容差",
    publisher AS "发布单位",
    published_on AS "发布日期",
    kind AS "数据性质",
    observation_id AS "目标年事实编号",
    base_id AS "基期事实编号",
    latest_id AS "最新事实编号"
FROM mart.target_progress;
COMMENT ON VIEW zh."目标进展" IS '每个目标一行：所定与所成并列；征求意见稿见 zh."征求意见稿目标"';
COMMENT ON COLUMN zh."目标进展"."目标编号" IS '目标编号';
COMMENT ON COLUMN zh."目标进展"."文件" IS '提出目标的文件';
COMMENT ON COLUMN zh."目标进展"."文件状态" IS 'draft 征求意见稿、final 正式、superseded 已被取代、undated 无日期';
COMMENT ON COLUMN zh."目标进展"."主体" IS '主体名称，按原文，去空白';
COMMENT ON COLUMN zh."目标进展"."指标代码" IS '指标代码，见 reference.indicator';
COMMENT ON COLUMN zh."目标进展"."指标原文" IS '原文中的指标名称';
COMMENT ON COLUMN zh."目标进展"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."目标进展"."比较" IS '>=、>、<=、<、=、~=（左右）、increase 提高、decrease 降低';
COMMENT ON COLUMN zh."目标进展"."目标数" IS '所定的数；只有方向的为空';
COMMENT ON COLUMN zh."目标进展"."单位" IS '数值的单位';
COMMENT ON COLUMN zh."目标进展"."目标类型" IS 'level 水平、stock 存量、per_year 每年、average_growth 年均增长、relative_growth 相对增长、direction 方向';
COMMENT ON COLUMN zh."目标进展"."基期" IS '增长的基期，按原文';
COMMENT ON COLUMN zh."目标进展"."目标年" IS '到期年份；未印的为空';
COMMENT ON COLUMN zh."目标进展"."判定" IS 'met 达成、not_met 未达成、not_due 未到期、not_evaluable 无法判定';
COMMENT ON COLUMN zh."目标进展"."原因" IS 'indicator_unknown 指标未识别；no_due_year 无目标年；no_number 无数值；no_base_year 无基期；units_differ 单位不同；no_observation 无数据；no_observation_for_due_year 目标年无数据；growth_chain_incomplete 缺某年公布增速；no_comparable_base 无可比基期；tolerance_not_set 未设容差；comparator_unknown 比较符未识别';
COMMENT ON COLUMN zh."目标进展"."实测" IS '与目标数比较的数：目标年数值，或增速（%）';
COMMENT ON COLUMN zh."目标进展"."目标年数值" IS '目标年的数值';
COMMENT ON COLUMN zh."目标进展"."基期数值" IS '基期的数值';
COMMENT ON COLUMN zh."目标进展"."最新数值" IS '目标年及以前的最新数值';
COMMENT ON COLUMN zh."目标进展"."最新年份" IS '最新数值的年份';
COMMENT ON COLUMN zh."目标进展"."容差" IS '“左右”的容差，单位同目标数';
COMMENT ON COLUMN zh."目标进展"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."目标进展"."发布日期" IS '发布日期；不明的为空';
COMMENT ON COLUMN zh."目标进展"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."目标进展"."目标年事实编号" IS '目标年数值的事实编号';
COMMENT ON COLUMN zh."目标进展"."基期事实编号" IS '基期数值的事实编号';
COMMENT ON COLUMN zh."目标进展"."最新事实编号" IS '最新数值的事实编号';

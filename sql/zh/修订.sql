-- One row as in mart.revision, with Chinese names: 每次修订一行：修订前后的数。
CREATE VIEW zh."修订" AS
SELECT
    subject_name AS "主体",
    indicator_name AS "指标",
    indicator AS "指标代码",
    scope AS "口径",
    period AS "时期",
    year AS "年份",
    before_value AS "修订前数值",
    value AS "数值",
    unit AS "单位",
    change AS "增减",
    change_pct AS "增减（%）",
    is_rounding AS "仅为舍入",
    before_published_on AS "修订前发布日期",
    published_on AS "发布日期",
    received_at AS "收到时间",
    subject_kind AS "主体类别",
    region_code AS "行政区划代码",
    cohort AS "名单",
    publisher AS "发布单位",
    kind AS "数据性质",
    observation_id AS "事实编号",
    before_id AS "修订前事实编号"
FROM mart.revision;
COMMENT ON VIEW zh."修订" IS '每次修订一行：修订前后的数';
COMMENT ON COLUMN zh."修订"."主体" IS '主体名称，按原文，去空白';
COMMENT ON COLUMN zh."修订"."指标" IS '指标';
COMMENT ON COLUMN zh."修订"."指标代码" IS '指标代码，见 reference.indicator';
COMMENT ON COLUMN zh."修订"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."修订"."时期" IS '时期：2018、2018-05、2018-01/2018-05，时点指标为日期';
COMMENT ON COLUMN zh."修订"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."修订"."修订前数值" IS '修订前数值';
COMMENT ON COLUMN zh."修订"."数值" IS '数值，单位见“单位”；未报送的为空';
COMMENT ON COLUMN zh."修订"."单位" IS '数值的单位';
COMMENT ON COLUMN zh."修订"."增减" IS '增减';
COMMENT ON COLUMN zh."修订"."增减（%）" IS '增减（%）';
COMMENT ON COLUMN zh."修订"."仅为舍入" IS '仅为舍入';
COMMENT ON COLUMN zh."修订"."修订前发布日期" IS '修订前发布日期';
COMMENT ON COLUMN zh."修订"."发布日期" IS '发布日期';
COMMENT ON COLUMN zh."修订"."收到时间" IS '收到时间，UTC';
COMMENT ON COLUMN zh."修订"."主体类别" IS '数字所说的对象：region 地区、industry 行业、cluster 集群、sector 部门、brand 品牌、product 产品、cohort 名单合计、list 名单';
COMMENT ON COLUMN zh."修订"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."修订"."名单" IS '名单及年度，仅名单合计有；不同年度的名单不可比';
COMMENT ON COLUMN zh."修订"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."修订"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."修订"."事实编号" IS '事实编号，出处见 zh.出处';
COMMENT ON COLUMN zh."修订"."修订前事实编号" IS '修订前事实编号';

-- One row as in mart.prosperity, with Chinese names: 景气指数：每个月份、分项一行。
CREATE VIEW zh."景气指数" AS
SELECT
    index_name AS "指数名称",
    month AS "月份",
    dimension AS "分项",
    value_points AS "指数（点）",
    previous_points AS "上月指数（点）",
    change_points AS "较上月（点）",
    band AS "区间",
    is_latest AS "最近月份",
    publisher AS "发布机构",
    published_on AS "发布日期",
    kind AS "数据性质",
    index_id AS "事实编号"
FROM mart.prosperity;
COMMENT ON VIEW zh."景气指数" IS '景气指数：每个月份、分项一行';
COMMENT ON COLUMN zh."景气指数"."指数名称" IS '指数名称';
COMMENT ON COLUMN zh."景气指数"."月份" IS '月份的首日';
COMMENT ON COLUMN zh."景气指数"."分项" IS '总指数、分项、行业或地区，按原文';
COMMENT ON COLUMN zh."景气指数"."指数（点）" IS '指数';
COMMENT ON COLUMN zh."景气指数"."上月指数（点）" IS '已报送的上月指数';
COMMENT ON COLUMN zh."景气指数"."较上月（点）" IS '与上月之差；上月未报送的为空';
COMMENT ON COLUMN zh."景气指数"."区间" IS '区间照公布的文字；分界值未公布，不推算';
COMMENT ON COLUMN zh."景气指数"."最近月份" IS 'true：该指数已报送的最近月份';
COMMENT ON COLUMN zh."景气指数"."发布机构" IS '发布机构';
COMMENT ON COLUMN zh."景气指数"."发布日期" IS '发布日期；不详的为空';
COMMENT ON COLUMN zh."景气指数"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."景气指数"."事实编号" IS '事实编号，可用 sanpin cite 查出处';

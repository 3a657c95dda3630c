-- One row as in mart.ranking, with Chinese names: 轻工百强、科技百强、细分十强：每个企业一行，名次照公布。
CREATE VIEW zh."百强排名" AS
SELECT
    list_name AS "名单",
    list_year AS "名单年份",
    rank AS "名次",
    member_name AS "成员",
    score AS "得分",
    category AS "类别",
    trade AS "行业",
    issuer AS "发布单位",
    region_code AS "行政区划代码",
    region_name AS "地区",
    kind AS "数据性质",
    entry_id AS "事实编号",
    cohort_size AS "已报送成员数（个）",
    previous_rank AS "上年名次",
    score_note AS "得分说明"
FROM mart.ranking;
COMMENT ON VIEW zh."百强排名" IS '轻工百强、科技百强、细分十强：每个企业一行，名次照公布';
COMMENT ON COLUMN zh."百强排名"."名单" IS '名单';
COMMENT ON COLUMN zh."百强排名"."名单年份" IS '名单年份；未写明的为空';
COMMENT ON COLUMN zh."百强排名"."名次" IS '名次；没有排名的为空';
COMMENT ON COLUMN zh."百强排名"."成员" IS '成员名称，按原文';
COMMENT ON COLUMN zh."百强排名"."得分" IS '名单自己的分值';
COMMENT ON COLUMN zh."百强排名"."类别" IS '名单内的类别，按原文';
COMMENT ON COLUMN zh."百强排名"."行业" IS '行业，按原文';
COMMENT ON COLUMN zh."百强排名"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."百强排名"."行政区划代码" IS 'GB/T 2260 行政区划代码；未写明的为空';
COMMENT ON COLUMN zh."百强排名"."地区" IS '行政区划的现用名称';
COMMENT ON COLUMN zh."百强排名"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."百强排名"."事实编号" IS '事实编号，可用 sanpin cite 查出处';
COMMENT ON COLUMN zh."百强排名"."已报送成员数（个）" IS '该名单当年已报送的成员数';
COMMENT ON COLUMN zh."百强排名"."上年名次" IS '上年名次；上年未入选或未报送的为空';
COMMENT ON COLUMN zh."百强排名"."得分说明" IS '为什么不计算得分';

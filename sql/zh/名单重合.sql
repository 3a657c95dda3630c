-- One row as in mart.list_overlap, with Chinese names: 两个名单有共同成员的一行：重合多少。
CREATE VIEW zh."名单重合" AS
SELECT
    list_name AS "名单",
    list_year AS "名单年份",
    other_list_name AS "另一名单",
    other_list_year AS "另一名单年份",
    shared_count AS "共同成员数（个）",
    member_count AS "成员数（个）",
    other_member_count AS "另一名单成员数（个）",
    shared_pct AS "重合比例（%）",
    kind AS "数据性质"
FROM mart.list_overlap;
COMMENT ON VIEW zh."名单重合" IS '两个名单有共同成员的一行：重合多少';
COMMENT ON COLUMN zh."名单重合"."名单" IS '名单';
COMMENT ON COLUMN zh."名单重合"."名单年份" IS '名单年份';
COMMENT ON COLUMN zh."名单重合"."另一名单" IS '另一名单';
COMMENT ON COLUMN zh."名单重合"."另一名单年份" IS '另一名单年份';
COMMENT ON COLUMN zh."名单重合"."共同成员数（个）" IS '两个名单共同的成员数';
COMMENT ON COLUMN zh."名单重合"."成员数（个）" IS '第一个名单已报送的成员数';
COMMENT ON COLUMN zh."名单重合"."另一名单成员数（个）" IS '第二个名单已报送的成员数';
COMMENT ON COLUMN zh."名单重合"."重合比例（%）" IS '共同成员占第一个名单的比例';
COMMENT ON COLUMN zh."名单重合"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

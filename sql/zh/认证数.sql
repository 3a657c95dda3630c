-- One row as in mart.certification_count, with Chinese names: 每个认证体系、年份一行：当年与累计认定数。
CREATE VIEW zh."认证数" AS
SELECT
    scheme AS "认证体系",
    year AS "年份",
    certified_count AS "当年认定数（个）",
    cumulative_count AS "累计认定数（个）",
    kind AS "数据性质"
FROM mart.certification_count;
COMMENT ON VIEW zh."认证数" IS '每个认证体系、年份一行：当年与累计认定数';
COMMENT ON COLUMN zh."认证数"."认证体系" IS '认证体系';
COMMENT ON COLUMN zh."认证数"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."认证数"."当年认定数（个）" IS '当年认定的对象数，同名只计一次';
COMMENT ON COLUMN zh."认证数"."累计认定数（个）" IS '累计认定的对象数；撤销情况不详';
COMMENT ON COLUMN zh."认证数"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

-- One row as in mart.system, with Chinese names: 28 个系统各一行：视图、表单、为什么不再计算。
CREATE VIEW zh."系统" AS
SELECT
    code AS "编号",
    name_zh AS "名称",
    name_en AS "英文名称",
    can_compute AS "可否计算",
    views AS "视图",
    forms AS "表单",
    why_no_more AS "未进一步计算的原因"
FROM mart.system;
COMMENT ON VIEW zh."系统" IS '28 个系统各一行：视图、表单、为什么不再计算';
COMMENT ON COLUMN zh."系统"."编号" IS 'S01 至 S28';
COMMENT ON COLUMN zh."系统"."名称" IS '系统名称';
COMMENT ON COLUMN zh."系统"."英文名称" IS '英文名称';
COMMENT ON COLUMN zh."系统"."可否计算" IS 'computed 有公布的规则、listed 只有名单、register_only 只登记';
COMMENT ON COLUMN zh."系统"."视图" IS 'mart 视图，以 | 分隔';
COMMENT ON COLUMN zh."系统"."表单" IS '填报表单，以 | 分隔';
COMMENT ON COLUMN zh."系统"."未进一步计算的原因" IS '为空的是已计算';

-- One row as in mart.project_total, with Chinese names: 每类项目、集群、年份一行：计划与实际分别合计。
CREATE VIEW zh."项目汇总" AS
SELECT
    project_kind AS "项目类别",
    cluster AS "集群",
    year AS "年份",
    project_count AS "项目数（个）",
    planned_count AS "有计划投资的项目数（个）",
    planned_amount_wan_cny AS "计划投资合计（万元）",
    actual_count AS "有实际完成的项目数（个）",
    actual_amount_wan_cny AS "实际完成投资合计（万元）",
    planned_output_wan_cny AS "预计新增产值合计（万元）",
    kind AS "数据性质"
FROM mart.project_total;
COMMENT ON VIEW zh."项目汇总" IS '每类项目、集群、年份一行：计划与实际分别合计';
COMMENT ON COLUMN zh."项目汇总"."项目类别" IS 'investment 投资、industry_transfer 产业转移、cooperation 合作、technology 技术任务、tech_transfer 成果转化、subsidy 补助、service 服务';
COMMENT ON COLUMN zh."项目汇总"."集群" IS '所属集群，按原文；未写明的为空';
COMMENT ON COLUMN zh."项目汇总"."年份" IS '名册的年份；未写明的为空';
COMMENT ON COLUMN zh."项目汇总"."项目数（个）" IS '项目个数';
COMMENT ON COLUMN zh."项目汇总"."有计划投资的项目数（个）" IS '填报了计划投资的项目数';
COMMENT ON COLUMN zh."项目汇总"."计划投资合计（万元）" IS '计划投资之和';
COMMENT ON COLUMN zh."项目汇总"."有实际完成的项目数（个）" IS '填报了实际完成投资的项目数';
COMMENT ON COLUMN zh."项目汇总"."实际完成投资合计（万元）" IS '实际完成投资之和';
COMMENT ON COLUMN zh."项目汇总"."预计新增产值合计（万元）" IS '预计新增产值之和';
COMMENT ON COLUMN zh."项目汇总"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

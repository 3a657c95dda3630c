-- One row as in mart.coverage, with Chinese names: 每类主体、指标、口径、年份一行：报送了数值的主体数。
CREATE VIEW zh."覆盖情况" AS
SELECT
    subject_kind AS "主体类别",
    indicator_name AS "指标",
    indicator AS "指标代码",
    scope AS "口径",
    year AS "年份",
    filed_count AS "有数值主体数（个）",
    withheld_count AS "无数值主体数（个）",
    subject_count AS "曾报送主体数（个）",
    coverage_pct AS "覆盖率（%）",
    filing_count AS "报送份数（份）",
    disputed_count AS "有分歧数（个）",
    kind AS "数据性质"
FROM mart.coverage;
COMMENT ON VIEW zh."覆盖情况" IS '每类主体、指标、口径、年份一行：报送了数值的主体数';
COMMENT ON COLUMN zh."覆盖情况"."主体类别" IS '数字所说的对象：region 地区、industry 行业、cluster 集群、sector 部门、brand 品牌、product 产品、cohort 名单合计、list 名单';
COMMENT ON COLUMN zh."覆盖情况"."指标" IS '指标';
COMMENT ON COLUMN zh."覆盖情况"."指标代码" IS '指标代码，见 reference.indicator';
COMMENT ON COLUMN zh."覆盖情况"."口径" IS '统计口径代码：all 全部、above_scale 规模以上等，见 reference.scope；不同口径不可比';
COMMENT ON COLUMN zh."覆盖情况"."年份" IS '时期最后一天所在的年份';
COMMENT ON COLUMN zh."覆盖情况"."有数值主体数（个）" IS '有数值主体数（个）';
COMMENT ON COLUMN zh."覆盖情况"."无数值主体数（个）" IS '无数值主体数（个）';
COMMENT ON COLUMN zh."覆盖情况"."曾报送主体数（个）" IS '曾报送主体数（个）';
COMMENT ON COLUMN zh."覆盖情况"."覆盖率（%）" IS '有数值的主体占曾报送主体的比重，%';
COMMENT ON COLUMN zh."覆盖情况"."报送份数（份）" IS '报送份数（份）';
COMMENT ON COLUMN zh."覆盖情况"."有分歧数（个）" IS '有分歧数（个）';
COMMENT ON COLUMN zh."覆盖情况"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

-- One row as in mart.data_quality, with Chinese names: 每份报送、每种发现一行：隔离、警告、矛盾。
CREATE VIEW zh."数据质量" AS
SELECT
    file_name AS "文件名",
    finding_kind AS "发现种类",
    reason AS "原因",
    reason_name_zh AS "原因名称",
    finding_count AS "发现数（个）",
    values_read AS "读取数（个）",
    values_loaded AS "装载数（个）",
    values_rejected AS "隔离数（个）",
    remedy_zh AS "处理办法",
    filer AS "报送单位",
    received_at AS "收到时间",
    kind AS "数据性质",
    filing_id AS "报送编号"
FROM mart.data_quality;
COMMENT ON VIEW zh."数据质量" IS '每份报送、每种发现一行：隔离、警告、矛盾';
COMMENT ON COLUMN zh."数据质量"."文件名" IS '报送文件的路径（收件夹以下）';
COMMENT ON COLUMN zh."数据质量"."发现种类" IS '发现种类';
COMMENT ON COLUMN zh."数据质量"."原因" IS 'no_value、no_previous 未报送；cohort_changed 名单变动；scope_version_changed 口径标准变动；classification_changed 行业分类变动；accumulation_differs 累计方式不同；units_differ 单位不同；previous_not_positive 上年不为正；publisher_changed 上年为其他单位发布；not_published 未公布增速；levels_rounded 水平值过于粗略；published_on_comparable_basis 公布增速按可比口径；gap 原因不明；空为一致';
COMMENT ON COLUMN zh."数据质量"."原因名称" IS '原因的中文名称';
COMMENT ON COLUMN zh."数据质量"."发现数（个）" IS '发现数（个）';
COMMENT ON COLUMN zh."数据质量"."读取数（个）" IS '读取的数值个数';
COMMENT ON COLUMN zh."数据质量"."装载数（个）" IS '成为事实的数值个数';
COMMENT ON COLUMN zh."数据质量"."隔离数（个）" IS '进入隔离区的数值个数';
COMMENT ON COLUMN zh."数据质量"."处理办法" IS '处理办法';
COMMENT ON COLUMN zh."数据质量"."报送单位" IS '报送单位：收件夹下的目录';
COMMENT ON COLUMN zh."数据质量"."收到时间" IS '收到时间，UTC';
COMMENT ON COLUMN zh."数据质量"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."数据质量"."报送编号" IS '报送文件编号';

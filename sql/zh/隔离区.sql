-- One row as in mart.quarantine, with Chinese names: 读到而未装载的每个数值、行或文件一行，附原因与建议。
CREATE VIEW zh."隔离区" AS
SELECT
    filing_id AS "报送编号",
    file_name AS "文件名",
    part AS "部分",
    cell AS "单元格",
    raw AS "原始内容",
    reason AS "原因",
    suggestion AS "建议",
    reason_name_zh AS "原因名称",
    reason_name_en AS "原因英文名",
    detail AS "细节",
    row_heading AS "行标题",
    column_heading AS "列标题",
    value_count AS "数值个数（个）",
    filer AS "报送单位",
    received_at AS "收到时间",
    is_superseded AS "已被替代",
    kind AS "数据性质",
    reject_id AS "隔离编号"
FROM mart.quarantine;
COMMENT ON VIEW zh."隔离区" IS '读到而未装载的每个数值、行或文件一行，附原因与建议';
COMMENT ON COLUMN zh."隔离区"."报送编号" IS '报送文件编号';
COMMENT ON COLUMN zh."隔离区"."文件名" IS '报送文件的路径（收件夹以下）';
COMMENT ON COLUMN zh."隔离区"."部分" IS '工作表、表格、页或段';
COMMENT ON COLUMN zh."隔离区"."单元格" IS '单元格或文中位置';
COMMENT ON COLUMN zh."隔离区"."原始内容" IS '该处的内容';
COMMENT ON COLUMN zh."隔离区"."原因" IS '原因代码，见 reference.reason';
COMMENT ON COLUMN zh."隔离区"."建议" IS '可能的处理办法';
COMMENT ON COLUMN zh."隔离区"."原因名称" IS '原因的中文名称';
COMMENT ON COLUMN zh."隔离区"."原因英文名" IS '原因的英文名称';
COMMENT ON COLUMN zh."隔离区"."细节" IS '具体问题';
COMMENT ON COLUMN zh."隔离区"."行标题" IS '行标题，各级以 / 连接';
COMMENT ON COLUMN zh."隔离区"."列标题" IS '列标题，各级以 / 连接';
COMMENT ON COLUMN zh."隔离区"."数值个数（个）" IS '此行代表的数值个数';
COMMENT ON COLUMN zh."隔离区"."报送单位" IS '报送单位：收件夹下的目录';
COMMENT ON COLUMN zh."隔离区"."收到时间" IS '收到时间，UTC';
COMMENT ON COLUMN zh."隔离区"."已被替代" IS 'true：同名文件后来重新报送并已装载';
COMMENT ON COLUMN zh."隔离区"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."隔离区"."隔离编号" IS '此行编号';

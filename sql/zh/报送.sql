-- One row as in mart.filing, with Chinese names: 收到的每个文件一行：处理结果。
CREATE VIEW zh."报送" AS
SELECT
    filing_id AS "报送编号",
    file_name AS "文件名",
    filer AS "报送单位",
    received_at AS "收到时间",
    status AS "状态",
    reason AS "原因",
    detail AS "细节",
    format AS "格式",
    encoding AS "编码",
    form AS "表单",
    title AS "标题",
    publisher AS "发布单位",
    published_on AS "发布日期",
    values_read AS "读取数（个）",
    values_loaded AS "装载数（个）",
    values_rejected AS "隔离数（个）",
    blank_cells AS "空白数（个）",
    is_balanced AS "平衡",
    superseded_by AS "替代者",
    is_superseded AS "已被替代",
    source_note AS "来源注释",
    byte_count AS "字节数",
    sha256 AS "SHA256",
    kind AS "数据性质"
FROM mart.filing;
COMMENT ON VIEW zh."报送" IS '收到的每个文件一行：处理结果';
COMMENT ON COLUMN zh."报送"."报送编号" IS '报送文件编号';
COMMENT ON COLUMN zh."报送"."文件名" IS '报送文件的路径（收件夹以下）';
COMMENT ON COLUMN zh."报送"."报送单位" IS '报送单位：收件夹下的目录';
COMMENT ON COLUMN zh."报送"."收到时间" IS '收到时间，UTC';
COMMENT ON COLUMN zh."报送"."状态" IS 'loaded 已装载、refused 已退回';
COMMENT ON COLUMN zh."报送"."原因" IS '退回原因，见 reference.reason';
COMMENT ON COLUMN zh."报送"."细节" IS '具体问题';
COMMENT ON COLUMN zh."报送"."格式" IS '由字节判定的格式';
COMMENT ON COLUMN zh."报送"."编码" IS '文本编码';
COMMENT ON COLUMN zh."报送"."表单" IS '读取所用的表单';
COMMENT ON COLUMN zh."报送"."标题" IS '标题原文';
COMMENT ON COLUMN zh."报送"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."报送"."发布日期" IS '发布日期；不明的为空';
COMMENT ON COLUMN zh."报送"."读取数（个）" IS '读取的数值个数';
COMMENT ON COLUMN zh."报送"."装载数（个）" IS '成为事实的数值个数';
COMMENT ON COLUMN zh."报送"."隔离数（个）" IS '进入隔离区的数值个数';
COMMENT ON COLUMN zh."报送"."空白数（个）" IS '空白单元格数';
COMMENT ON COLUMN zh."报送"."平衡" IS 'true：读取数=装载数+隔离数';
COMMENT ON COLUMN zh."报送"."替代者" IS '后来报送并已装载的同名文件编号；空为现行';
COMMENT ON COLUMN zh."报送"."已被替代" IS 'true：同名文件后来重新报送并已装载';
COMMENT ON COLUMN zh."报送"."来源注释" IS '资料来源与注释原文';
COMMENT ON COLUMN zh."报送"."字节数" IS '文件字节数';
COMMENT ON COLUMN zh."报送"."SHA256" IS '文件字节的 SHA-256';
COMMENT ON COLUMN zh."报送"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';

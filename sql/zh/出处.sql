-- One row as in mart.citation, with Chinese names: 每个事实编号一行：在哪个文件的哪一处，原文如何。
CREATE VIEW zh."出处" AS
SELECT
    id AS "编号",
    fact_table AS "事实表",
    file_name AS "文件名",
    sha256 AS "SHA256",
    part AS "部分",
    cell AS "单元格",
    locator AS "位置",
    printed AS "原文",
    printed_unit AS "原文单位",
    row_heading AS "行标题",
    column_heading AS "列标题",
    publisher AS "发布单位",
    published_on AS "发布日期",
    filing_id AS "报送编号",
    title AS "标题",
    source_note AS "来源注释",
    filer AS "报送单位",
    received_at AS "收到时间",
    is_superseded AS "已被替代",
    kind AS "数据性质",
    origin AS "来源"
FROM mart.citation;
COMMENT ON VIEW zh."出处" IS '每个事实编号一行：在哪个文件的哪一处，原文如何';
COMMENT ON COLUMN zh."出处"."编号" IS '事实编号';
COMMENT ON COLUMN zh."出处"."事实表" IS 'observation 数值、brand_valuation 品牌价值、title_event 称号事件、list_entry 名单、target 目标';
COMMENT ON COLUMN zh."出处"."文件名" IS '报送文件的路径（收件夹以下）';
COMMENT ON COLUMN zh."出处"."SHA256" IS '文件字节的 SHA-256';
COMMENT ON COLUMN zh."出处"."部分" IS '工作表、表格、页或段';
COMMENT ON COLUMN zh."出处"."单元格" IS '单元格或文中位置';
COMMENT ON COLUMN zh."出处"."位置" IS '部分与单元格';
COMMENT ON COLUMN zh."出处"."原文" IS '单元格或句子的原文';
COMMENT ON COLUMN zh."出处"."原文单位" IS '原文的单位';
COMMENT ON COLUMN zh."出处"."行标题" IS '行标题，各级以 / 连接';
COMMENT ON COLUMN zh."出处"."列标题" IS '列标题，各级以 / 连接';
COMMENT ON COLUMN zh."出处"."发布单位" IS '发布单位';
COMMENT ON COLUMN zh."出处"."发布日期" IS '发布日期；不明的为空';
COMMENT ON COLUMN zh."出处"."报送编号" IS '报送文件编号';
COMMENT ON COLUMN zh."出处"."标题" IS '报送文件的标题';
COMMENT ON COLUMN zh."出处"."来源注释" IS '资料来源与注释原文';
COMMENT ON COLUMN zh."出处"."报送单位" IS '报送单位：收件夹下的目录';
COMMENT ON COLUMN zh."出处"."收到时间" IS '收到时间，UTC';
COMMENT ON COLUMN zh."出处"."已被替代" IS 'true：同名文件后来重新报送并已装载';
COMMENT ON COLUMN zh."出处"."数据性质" IS 'actual 实际、estimate 初步、plan 计划、forecast 预测、sample 示例';
COMMENT ON COLUMN zh."出处"."来源" IS '填报者写明的来源：文件或网址；未写明的为空';

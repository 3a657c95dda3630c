-- One row per value, row or filing that was read and not loaded.
CREATE VIEW core.reject AS
SELECT
    r.reject_id, r.filing_id, f.file_name, r.part, r.cell, r.raw, r.reason, s.name_zh AS reason_name_zh,
    s.name_en AS reason_name_en, r.detail, coalesce(nullif(r.suggestion, ''), s.remedy_zh) AS suggestion,
    r.row_heading, r.column_heading, r.value_count, r.kind, f.filer, f.received_at,
    coalesce(f.is_superseded, false) AS is_superseded
FROM staging.reject AS r
LEFT JOIN core.filing AS f ON f.filing_id = r.filing_id
LEFT JOIN reference.reason AS s ON s.code = r.reason;
COMMENT ON VIEW core.reject IS 'One row per value, row or filing that was read and not loaded';
COMMENT ON COLUMN core.reject.reject_id IS 'Id of the row';
COMMENT ON COLUMN core.reject.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.reject.file_name IS 'Path of the file below the inbox';
COMMENT ON COLUMN core.reject.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.reject.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.reject.raw IS 'What stands there';
COMMENT ON COLUMN core.reject.reason IS 'Why it was not loaded: reference.reason';
COMMENT ON COLUMN core.reject.reason_name_zh IS 'The reason in Chinese';
COMMENT ON COLUMN core.reject.reason_name_en IS 'The reason in English';
COMMENT ON COLUMN core.reject.detail IS 'What exactly is wrong';
COMMENT ON COLUMN core.reject.suggestion IS 'Likely remedy';
COMMENT ON COLUMN core.reject.row_heading IS 'What stands beside the figure, levels joined by /';
COMMENT ON COLUMN core.reject.column_heading IS 'What stands above the figure, levels joined by /';
COMMENT ON COLUMN core.reject.value_count IS 'Values that this row stands for';
COMMENT ON COLUMN core.reject.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.reject.filer IS 'Who filed it';
COMMENT ON COLUMN core.reject.received_at IS 'When its filing was received, UTC';
COMMENT ON COLUMN core.reject.is_superseded IS 'true: a later filing of the same name was loaded';

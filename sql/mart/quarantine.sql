-- One row per value, row or filing that was read and not loaded, with the likely remedy.
-- A refused file that no reject row speaks of is a row of its own: nothing is lost.
CREATE VIEW mart.quarantine AS
WITH kept_out AS (
    SELECT
        filing_id, file_name, part, cell, raw, reason, suggestion, reason_name_zh, reason_name_en, detail,
        row_heading, column_heading, value_count, filer, received_at, is_superseded, kind, reject_id
    FROM core.reject
    UNION ALL
    SELECT
        f.filing_id, f.file_name, '', '', f.title, f.reason, s.remedy_zh, s.name_zh, s.name_en, f.detail,
        '', '', 0, f.filer, f.received_at, f.is_superseded, f.kind, f.filing_id
    FROM core.filing AS f
    LEFT JOIN reference.reason AS s ON s.code = f.reason
    WHERE f.status = 'refused'
        AND NOT EXISTS (SELECT 1 FROM core.reject AS r WHERE r.filing_id = f.filing_id)
)
SELECT
    filing_id, file_name, part, cell, raw, reason, suggestion, reason_name_zh, reason_name_en, detail,
    row_heading, column_heading, value_count, filer, received_at, is_superseded, kind, reject_id
FROM kept_out
WHERE kind <> 'sample' OR 'sample' IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.quarantine IS 'One row per value, row or filing that was read and not loaded, with the reason and the likely remedy. Source: rejects of the refresh';
COMMENT ON COLUMN mart.quarantine.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN mart.quarantine.file_name IS 'Path of the file below the inbox';
COMMENT ON COLUMN mart.quarantine.part IS 'Sheet, table, page or paragraph; empty: the whole file';
COMMENT ON COLUMN mart.quarantine.cell IS 'Cell, or place in the text; empty: the whole part';
COMMENT ON COLUMN mart.quarantine.raw IS 'What stands there; of a refused file its title';
COMMENT ON COLUMN mart.quarantine.reason IS 'Why it was not loaded: reference.reason';
COMMENT ON COLUMN mart.quarantine.suggestion IS 'Likely remedy';
COMMENT ON COLUMN mart.quarantine.reason_name_zh IS 'The reason in Chinese';
COMMENT ON COLUMN mart.quarantine.reason_name_en IS 'The reason in English';
COMMENT ON COLUMN mart.quarantine.detail IS 'What exactly is wrong';
COMMENT ON COLUMN mart.quarantine.row_heading IS 'What stands beside the figure, levels joined by /';
COMMENT ON COLUMN mart.quarantine.column_heading IS 'What stands above the figure, levels joined by /';
COMMENT ON COLUMN mart.quarantine.value_count IS 'Values that this row stands for; 0: a refused file, whose values nobody counted';
COMMENT ON COLUMN mart.quarantine.filer IS 'Folder below the inbox: who filed it';
COMMENT ON COLUMN mart.quarantine.received_at IS 'When its filing was received, UTC';
COMMENT ON COLUMN mart.quarantine.is_superseded IS 'true: a later filing of the same name was loaded';
COMMENT ON COLUMN mart.quarantine.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.quarantine.reject_id IS 'Id of the row';

-- One row per received file.
-- A file is superseded when a later one of the same name was loaded: a refused one puts nothing in its place.
CREATE VIEW core.filing AS
WITH later AS (
    SELECT supersedes, max_by(filing_id, received_at) AS filing_id
    FROM staging.filing
    WHERE status = 'loaded' AND supersedes IS NOT NULL
    GROUP BY supersedes
)
SELECT
    f.filing_id, f.file_name, f.filer, f.received_at, f.status, f.reason, f.detail,
    f.format, f.encoding, f.form, f.title, f.publisher, f.published_on, f.kind,
    f.values_read, f.values_loaded, f.values_rejected, f.blank_cells, f.byte_count, f.sha256,
    f.supersedes, l.filing_id AS superseded_by, l.filing_id IS NOT NULL AS is_superseded, f.source_note
FROM staging.filing AS f
LEFT JOIN later AS l ON l.supersedes = f.filing_id;
COMMENT ON VIEW core.filing IS 'One row per received file, loaded or refused';
COMMENT ON COLUMN core.filing.filing_id IS 'First 16 digits of the SHA-256 of its bytes';
COMMENT ON COLUMN core.filing.file_name IS 'Path below the inbox';
COMMENT ON COLUMN core.filing.filer IS 'Folder below the inbox: who filed it';
COMMENT ON COLUMN core.filing.received_at IS 'When it was received, UTC';
COMMENT ON COLUMN core.filing.status IS 'loaded or refused';
COMMENT ON COLUMN core.filing.reason IS 'Why it was refused: reference.reason';
COMMENT ON COLUMN core.filing.detail IS 'In words: why it was refused, or how its layout differs from the filer''s last one';
COMMENT ON COLUMN core.filing.format IS 'Format told by its bytes';
COMMENT ON COLUMN core.filing.encoding IS 'Text encoding, of text files';
COMMENT ON COLUMN core.filing.form IS 'Forms that read it';
COMMENT ON COLUMN core.filing.title IS 'Title as printed';
COMMENT ON COLUMN core.filing.publisher IS 'Who published it';
COMMENT ON COLUMN core.filing.published_on IS 'Day of publication';
COMMENT ON COLUMN core.filing.kind IS 'actual or sample (示例)';
COMMENT ON COLUMN core.filing.values_read IS 'Values read: loaded plus rejected';
COMMENT ON COLUMN core.filing.values_loaded IS 'Values that became facts';
COMMENT ON COLUMN core.filing.values_rejected IS 'Values in quarantine';
COMMENT ON COLUMN core.filing.blank_cells IS 'Cells of data that were blank';
COMMENT ON COLUMN core.filing.byte_count IS 'Size in bytes';
COMMENT ON COLUMN core.filing.sha256 IS 'SHA-256 of its bytes';
COMMENT ON COLUMN core.filing.supersedes IS 'Filing of the same name received before';
COMMENT ON COLUMN core.filing.superseded_by IS 'Loaded filing of the same name received later; NULL: this one stands';
COMMENT ON COLUMN core.filing.is_superseded IS 'true: a later filing of the same name was loaded';
COMMENT ON COLUMN core.filing.source_note IS '资料来源 and notes as printed';

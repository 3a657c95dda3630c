-- One row per received file: what became of it.
CREATE VIEW mart.filing AS
SELECT
    filing_id, file_name, filer, received_at, status, reason, detail, format, encoding, form, title, publisher,
    published_on, values_read, values_loaded, values_rejected, blank_cells,
    values_read = values_loaded + values_rejected AS is_balanced,
    superseded_by, is_superseded, source_note, byte_count, sha256, kind
FROM core.filing
WHERE kind <> 'sample' OR 'sample' IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.filing IS 'One row per received file, loaded or refused, with the balance of its values. Source: filings as received';
COMMENT ON COLUMN mart.filing.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN mart.filing.file_name IS 'Path below the inbox';
COMMENT ON COLUMN mart.filing.filer IS 'Folder below the inbox: who filed it';
COMMENT ON COLUMN mart.filing.received_at IS 'When it was received, UTC';
COMMENT ON COLUMN mart.filing.status IS 'loaded or refused';
COMMENT ON COLUMN mart.filing.reason IS 'Why it was refused: reference.reason';
COMMENT ON COLUMN mart.filing.detail IS 'In words: why it was refused, or how its layout differs from the filer''s last one';
COMMENT ON COLUMN mart.filing.format IS 'Format told by its bytes';
COMMENT ON COLUMN mart.filing.encoding IS 'Text encoding, of text files';
COMMENT ON COLUMN mart.filing.form IS 'Forms that read it';
COMMENT ON COLUMN mart.filing.title IS 'Title as printed';
COMMENT ON COLUMN mart.filing.publisher IS 'Who published it';
COMMENT ON COLUMN mart.filing.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.filing.values_read IS 'Values read';
COMMENT ON COLUMN mart.filing.values_loaded IS 'Values that became facts';
COMMENT ON COLUMN mart.filing.values_rejected IS 'Values in mart.quarantine';
COMMENT ON COLUMN mart.filing.blank_cells IS 'Cells of data that were blank';
COMMENT ON COLUMN mart.filing.is_balanced IS 'true: every value read is a fact or in quarantine';
COMMENT ON COLUMN mart.filing.superseded_by IS 'Loaded filing of the same name received later; NULL: this one stands';
COMMENT ON COLUMN mart.filing.is_superseded IS 'true: a later filing of the same name was loaded';
COMMENT ON COLUMN mart.filing.source_note IS '资料来源 and notes as printed';
COMMENT ON COLUMN mart.filing.byte_count IS 'Size in bytes';
COMMENT ON COLUMN mart.filing.sha256 IS 'SHA-256 of its bytes';
COMMENT ON COLUMN mart.filing.kind IS 'actual, estimate, plan, forecast or sample (示例)';

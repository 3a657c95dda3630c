-- One row per filing and kind of finding: values kept out, by reason; warnings that travel with a value; contradictions.
CREATE VIEW mart.data_quality AS
WITH finding AS (
    SELECT filing_id, 'quarantined' AS finding_kind, reason, sum(value_count) AS finding_count, max(kind) AS kind
    FROM core.reject
    WHERE NOT is_superseded
    GROUP BY filing_id, reason
    UNION ALL
    SELECT filing_id, 'warning', warning, count(*), max(kind)
    FROM core.observation
    WHERE warning IS NOT NULL AND NOT is_superseded
    GROUP BY filing_id, warning
    UNION ALL
    SELECT s.filing_id, 'contradiction', c.conflict_kind, count(*), max(c.kind)
    FROM core.conflict AS c
    JOIN core.conflict_side AS s ON s.fact_id = c.id_b
    GROUP BY s.filing_id, c.conflict_kind
)
SELECT
    f.file_name, q.finding_kind, q.reason, coalesce(r.name_zh, k.name_zh) AS reason_name_zh, cast(q.finding_count AS bigint) AS finding_count,
    f.values_read, f.values_loaded, f.values_rejected, coalesce(r.remedy_zh, k.meaning_zh) AS remedy_zh, f.filer, f.received_at, q.kind, f.filing_id
FROM finding AS q
JOIN core.filing AS f ON f.filing_id = q.filing_id
LEFT JOIN reference.reason AS r ON r.code = q.reason
LEFT JOIN reference.conflict_kind AS k ON k.conflict_kind = q.reason
WHERE q.kind <> 'sample' OR 'sample' IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.data_quality IS 'One row per filing and kind of finding: values kept out, warnings, contradictions. Source: rejects, observations, core.conflict';
COMMENT ON COLUMN mart.data_quality.file_name IS 'Path of the filing below the inbox';
COMMENT ON COLUMN mart.data_quality.finding_kind IS 'quarantined, warning or contradiction';
COMMENT ON COLUMN mart.data_quality.reason IS 'Code of the reason or of the kind of contradiction';
COMMENT ON COLUMN mart.data_quality.reason_name_zh IS 'Chinese name of the reason';
COMMENT ON COLUMN mart.data_quality.finding_count IS 'Findings';
COMMENT ON COLUMN mart.data_quality.values_read IS 'Values read: loaded plus rejected';
COMMENT ON COLUMN mart.data_quality.values_loaded IS 'Values that became facts';
COMMENT ON COLUMN mart.data_quality.values_rejected IS 'Values in quarantine';
COMMENT ON COLUMN mart.data_quality.remedy_zh IS 'What can be done, or what it means';
COMMENT ON COLUMN mart.data_quality.filer IS 'Folder below the inbox: who filed it';
COMMENT ON COLUMN mart.data_quality.received_at IS 'When it was received, UTC';
COMMENT ON COLUMN mart.data_quality.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.data_quality.filing_id IS 'Filing that it was read from';

-- One row per kind of fact that marts show.
-- Plans and forecasts are never among them: they are no facts. Samples (示例) are, when the setting
-- show_sample says true: the demo needs them, and nobody else must take them for figures.
CREATE VIEW core.shown_kind AS
SELECT k.kind
FROM (VALUES ('actual'), ('estimate'), ('sample')) AS k (kind)
WHERE k.kind <> 'sample'
    OR EXISTS (SELECT 1 FROM staging.setting AS s WHERE s.name = 'show_sample' AND s.value = 'true');
COMMENT ON VIEW core.shown_kind IS 'One row per kind of fact that marts show: actual, estimate, and sample when the setting show_sample is true';
COMMENT ON COLUMN core.shown_kind.kind IS 'Kind of fact, as in the column kind of the facts';

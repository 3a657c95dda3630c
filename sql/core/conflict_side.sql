-- One row per fact that a contradiction cites: where it stands, as printed.
CREATE VIEW core.conflict_side AS
WITH cited AS (
    SELECT id_a AS fact_id FROM core.conflict
    UNION
    SELECT id_b FROM core.conflict
),
fact AS (
    SELECT o.observation_id AS fact_id, o.filing_id, o.locator, concat(o.printed, o.printed_unit) AS printed, o.publisher, o.published_on
    FROM staging.observation AS o
    JOIN cited AS c ON c.fact_id = o.observation_id
    UNION ALL
    SELECT v.valuation_id, v.filing_id, v.locator, concat(v.printed, v.printed_unit), v.publisher, v.published_on
    FROM staging.brand_valuation AS v
    JOIN cited AS c ON c.fact_id = v.valuation_id
    UNION ALL
    SELECT e.event_id, e.filing_id, e.locator, e.printed, e.publisher, e.published_on
    FROM staging.title_event AS e
    JOIN cited AS c ON c.fact_id = e.event_id
    UNION ALL
    SELECT l.entry_id, l.filing_id, l.locator, l.printed, l.issuer, l.published_on
    FROM staging.list_entry AS l
    JOIN cited AS c ON c.fact_id = l.entry_id
)
SELECT s.fact_id, s.filing_id, f.file_name, s.locator, s.printed, nullif(s.publisher, '') AS publisher, coalesce(s.published_on, f.published_on) AS published_on
FROM fact AS s
LEFT JOIN core.filing AS f ON f.filing_id = s.filing_id;
COMMENT ON VIEW core.conflict_side IS 'One row per fact that a contradiction cites: where it stands, as printed';
COMMENT ON COLUMN core.conflict_side.fact_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_side.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.conflict_side.file_name IS 'Path of the filing below the inbox';
COMMENT ON COLUMN core.conflict_side.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.conflict_side.printed IS 'The figure as printed';
COMMENT ON COLUMN core.conflict_side.publisher IS 'Who published it';
COMMENT ON COLUMN core.conflict_side.published_on IS 'Day of publication; NULL where it is not known';

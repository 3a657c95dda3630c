-- One row per fact id: where in which file it stands, as printed.
CREATE VIEW mart.citation AS
WITH fact AS (
    SELECT observation_id AS id, 'observation' AS fact_table, filing_id, part, cell, locator, printed, printed_unit AS printed_unit,
        row_heading, column_heading, publisher AS publisher, published_on, kind, origin
    FROM staging.observation
    UNION ALL
    SELECT valuation_id AS id, 'brand_valuation' AS fact_table, filing_id, part, cell, locator, printed, printed_unit AS printed_unit,
        row_heading, column_heading, publisher AS publisher, published_on, kind, origin
    FROM staging.brand_valuation
    UNION ALL
    SELECT event_id AS id, 'title_event' AS fact_table, filing_id, part, cell, locator, printed, NULL AS printed_unit,
        row_heading, column_heading, publisher AS publisher, published_on, kind, origin
    FROM staging.title_event
    UNION ALL
    SELECT entry_id AS id, 'list_entry' AS fact_table, filing_id, part, cell, locator, printed, NULL AS printed_unit,
        row_heading, column_heading, issuer AS publisher, published_on, kind, origin
    FROM staging.list_entry
    UNION ALL
    SELECT target_id AS id, 'target' AS fact_table, filing_id, part, cell, locator, printed, unit AS printed_unit,
        row_heading, column_heading, NULL AS publisher, published_on, kind, origin
    FROM staging.target
    UNION ALL
    SELECT project_id AS id, 'project' AS fact_table, filing_id, part, cell, locator, printed, unit AS printed_unit,
        row_heading, column_heading, publisher AS publisher, published_on, kind, origin
    FROM staging.project
    UNION ALL
    SELECT rating_id AS id, 'rating' AS fact_table, filing_id, part, cell, locator, printed, unit AS printed_unit,
        row_heading, column_heading, publisher AS publisher, published_on, kind, origin
    FROM staging.rating
    UNION ALL
    SELECT node_id AS id, 'chain_node' AS fact_table, filing_id, part, cell, locator, printed, NULL AS printed_unit,
        row_heading, column_heading, publisher AS publisher, published_on, kind, origin
    FROM staging.chain_node
    UNION ALL
    SELECT link_id AS id, 'chain_link' AS fact_table, filing_id, part, cell, locator, printed, NULL AS printed_unit,
        row_heading, column_heading, publisher AS publisher, published_on, kind, origin
    FROM staging.chain_link
    UNION ALL
    SELECT risk_id AS id, 'chain_risk' AS fact_table, filing_id, part, cell, locator, printed, NULL AS printed_unit,
        row_heading, column_heading, publisher AS publisher, published_on, kind, origin
    FROM staging.chain_risk
    UNION ALL
    SELECT index_id AS id, 'prosperity_index' AS fact_table, filing_id, part, cell, locator, printed, NULL AS printed_unit,
        row_heading, column_heading, publisher AS publisher, published_on, kind, origin
    FROM staging.prosperity_index
    UNION ALL
    SELECT standard_id AS id, 'standard' AS fact_table, filing_id, part, cell, locator, printed, NULL AS printed_unit,
        row_heading, column_heading, publisher AS publisher, published_on, kind, origin
    FROM staging.standard
    UNION ALL
    SELECT platform_id AS id, 'platform' AS fact_table, filing_id, part, cell, locator, printed, unit AS printed_unit,
        row_heading, column_heading, publisher AS publisher, published_on, kind, origin
    FROM staging.platform
    UNION ALL
    SELECT enterprise_id AS id, 'enterprise' AS fact_table, filing_id, part, cell, locator, printed, NULL AS printed_unit,
        row_heading, column_heading, publisher AS publisher, published_on, kind, origin
    FROM staging.enterprise
)
SELECT
    a.id, a.fact_table, f.file_name, f.sha256, a.part, a.cell, a.locator, a.printed, a.printed_unit,
    a.row_heading, a.column_heading, coalesce(nullif(a.publisher, ''), f.publisher) AS publisher,
    coalesce(a.published_on, f.published_on) AS published_on, a.filing_id,
    f.title, f.source_note, f.filer, f.received_at, f.is_superseded, a.kind,
    nullif(a.origin, '') AS origin
FROM fact AS a
LEFT JOIN core.filing AS f ON f.filing_id = a.filing_id
WHERE a.kind <> 'sample' OR 'sample' IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.citation IS 'One row per fact id: where in which file the fact stands, as printed. Source: all facts as filed';
COMMENT ON COLUMN mart.citation.id IS 'Id of the fact: observation_id, valuation_id, event_id, entry_id, target_id or the id of a register';
COMMENT ON COLUMN mart.citation.fact_table IS 'observation, brand_valuation, title_event, list_entry, target or the name of a register';
COMMENT ON COLUMN mart.citation.file_name IS 'Path of the file below the inbox';
COMMENT ON COLUMN mart.citation.sha256 IS 'SHA-256 of its bytes: the archive keeps them under it';
COMMENT ON COLUMN mart.citation.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN mart.citation.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN mart.citation.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN mart.citation.printed IS 'Text of the cell or sentence as printed';
COMMENT ON COLUMN mart.citation.printed_unit IS 'Unit as printed; NULL for facts that are no figures';
COMMENT ON COLUMN mart.citation.row_heading IS 'What stands beside the figure, levels joined by /';
COMMENT ON COLUMN mart.citation.column_heading IS 'What stands above the figure, levels joined by /';
COMMENT ON COLUMN mart.citation.publisher IS 'Who published it';
COMMENT ON COLUMN mart.citation.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.citation.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN mart.citation.title IS 'Title of the filing';
COMMENT ON COLUMN mart.citation.source_note IS '资料来源 and notes as printed';
COMMENT ON COLUMN mart.citation.filer IS 'Folder below the inbox: who filed it';
COMMENT ON COLUMN mart.citation.received_at IS 'When its filing was received, UTC';
COMMENT ON COLUMN mart.citation.is_superseded IS 'true: a later filing of the same name was loaded';
COMMENT ON COLUMN mart.citation.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.citation.origin IS 'Where the filer took it from (来源): document or address as printed in the row; NULL where nothing is said';

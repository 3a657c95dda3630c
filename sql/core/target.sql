-- One row per number that a policy document sets; of superseded filings none.
CREATE VIEW core.target AS
SELECT
    t.target_id, t.document, t.doc_status, t.subject_name, t.indicator, t.indicator_text, t.scope,
    t.comparator, t.value, t.unit, t.target_type, t.base_period,
    try_cast(substr(t.base_period, 1, 4) AS integer) AS base_year,
    t.due_year, t.published_on, t.kind,
    t.filing_id, t.part, t.cell, t.locator, t.printed, t.row_heading, t.column_heading
FROM staging.target AS t
LEFT JOIN core.filing AS f ON f.filing_id = t.filing_id
WHERE NOT coalesce(f.is_superseded, false);
COMMENT ON VIEW core.target IS 'One row per number that a policy document sets';
COMMENT ON COLUMN core.target.target_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.target.document IS 'Document that sets the target';
COMMENT ON COLUMN core.target.doc_status IS 'draft (征求意见稿), final, superseded or undated. A draft binds nobody: its numbers may be gone in the final text';
COMMENT ON COLUMN core.target.subject_name IS 'Whom the target is about';
COMMENT ON COLUMN core.target.indicator IS 'Code of the indicator; NULL: the dictionary knows none';
COMMENT ON COLUMN core.target.indicator_text IS 'Indicator as printed';
COMMENT ON COLUMN core.target.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.target.comparator IS '>=, >, <=, <, =, ~= (左右), increase or decrease';
COMMENT ON COLUMN core.target.value IS 'Number that is set; NULL: only a direction is';
COMMENT ON COLUMN core.target.unit IS 'Unit of the number';
COMMENT ON COLUMN core.target.target_type IS 'level, stock, per_year, average_growth, relative_growth or direction';
COMMENT ON COLUMN core.target.base_period IS 'Period that growth is counted from, as printed';
COMMENT ON COLUMN core.target.base_year IS 'Year of the base period; NULL: not printed';
COMMENT ON COLUMN core.target.due_year IS 'Year by whose end it is due; NULL: not printed';
COMMENT ON COLUMN core.target.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.target.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.target.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.target.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.target.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.target.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.target.printed IS 'The figure as printed';
COMMENT ON COLUMN core.target.row_heading IS 'What stands beside the figure, levels joined by /';
COMMENT ON COLUMN core.target.column_heading IS 'What stands above the figure, levels joined by /';

INSERT INTO lake.reject (reject_id, filing_id, part, cell, raw, reason, detail, suggestion, "values") VALUES
    ('broken', 'f-nbs', 't', 'A1', 'x', '', '', '', 1);

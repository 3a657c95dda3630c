-- A kind that no rule knows must not come in either.
INSERT INTO lake.target (target_id, document, doc_status, subject_name, comparator, target_type, filing_id, kind) VALUES
    ('broken', 'x', 'final', 'x', '>=', 'level', 'f-nbs', 'guess');

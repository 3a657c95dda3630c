INSERT INTO lake.target (target_id, document, doc_status, subject_name, comparator, target_type, filing_id) VALUES
    ('broken', 'x', 'maybe', 'x', '>=', 'level', 'f-nbs');

INSERT INTO lake.target (target_id, document, doc_status, subject_name, comparator, target_type, filing_id) VALUES
    ('broken', 'x', 'final', 'x', '>=', 'level', 'nowhere');

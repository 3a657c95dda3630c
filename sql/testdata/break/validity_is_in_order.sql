INSERT INTO lake.rating (rating_id, rating_kind, scheme, subject_name, issued_on, valid_until) VALUES ('b', 'credit', 's', 'x', DATE '2024-01-01', DATE '2023-01-01');

INSERT INTO reference.rule_edition (edition, valid_from, term_years) VALUES ('2024', DATE '2024-01-01', 5);

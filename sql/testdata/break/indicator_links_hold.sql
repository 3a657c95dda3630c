INSERT INTO reference.indicator (code, growth_of) VALUES ('broken', 'nothing');

INSERT INTO reference.scope (code) VALUES ('all');

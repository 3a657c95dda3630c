INSERT INTO lake.filing (filing_id, file_name, values_read, values_loaded, values_rejected) VALUES ('broken', 'x', 3, 1, 1);

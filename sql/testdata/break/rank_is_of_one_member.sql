INSERT INTO lake.list_entry (entry_id, list_name, list_year, member_name, member_kind, rank) VALUES ('b', '轻工业百强企业', 2022, '又一公司', 'enterprise', 3);

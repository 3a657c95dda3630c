INSERT INTO lake.project (project_id, project_kind, name, planned_amount, unit) VALUES ('b', 'investment', '无单位', 1, '');

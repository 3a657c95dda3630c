INSERT INTO lake.prosperity_index (index_id, index_name, month, dimension, value) VALUES ('b', '中轻景气指数', DATE '2015-12-15', '总指数', 1);

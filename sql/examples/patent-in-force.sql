-- How many invention patents are in force, by subject and year? 各主体各年末的有效发明专利有多少？
SELECT subject_name, scope, as_of, patent_count, publisher
FROM mart.patent_stock
WHERE patent_kind = 'invention' AND patent_status = 'in_force'
ORDER BY subject_name, scope, as_of, publisher

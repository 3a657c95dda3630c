-- Which credit ratings held on a day? 某一天有效的信用评级有哪些？
SELECT subject_name, scheme, grade, issuer, valid_from, valid_until
FROM mart.credit_rating
WHERE rating_kind = 'credit' AND valid_from <= DATE '2023-06-30' AND (valid_until IS NULL OR valid_until >= DATE '2023-06-30')
ORDER BY subject_name, scheme

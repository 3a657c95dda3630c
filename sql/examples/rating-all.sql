-- What verdicts are there, by kind? 各类评价结论有多少？
SELECT rating_kind, scheme, count(rating_id) AS rating_count
FROM mart.rating
GROUP BY rating_kind, scheme
ORDER BY rating_kind, scheme

-- How much was guaranteed? 担保了多少？
SELECT subject_name, issuer, amount_wan_cny, valid_from, valid_until
FROM mart.credit_rating
WHERE rating_kind = 'guarantee'
ORDER BY subject_name, valid_from

-- How much was approved, and how much paid? 专项资金批复与拨付各多少？
SELECT name, partner, planned_amount_wan_cny, actual_amount_wan_cny
FROM mart.subsidy
ORDER BY name

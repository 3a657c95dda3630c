-- Which systems only register what was filed, and why? 哪些系统只登记，为什么？
SELECT code, name_zh, views, forms, why_no_more
FROM mart.system
WHERE can_compute = 'register_only'
ORDER BY code

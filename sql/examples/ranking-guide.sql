-- How many products does the guide have, by year and class? 升级和创新消费品指南每年多少项？
SELECT list_year, batch, category, product_count, firm_count
FROM mart.product_guide
ORDER BY list_year, batch, category

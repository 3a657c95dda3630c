-- Which results were transferred, and why is there no rate? 转化了哪些成果，为什么没有转化率？
SELECT name, owner, partner, actual_amount_wan_cny, why_no_more
FROM mart.tech_transfer
ORDER BY name

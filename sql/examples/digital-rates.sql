-- What share of firms is in the cloud? 多少企业上云？
SELECT subject_name, period, indicator_name, value, firm_count, round(rate_pct, 1) AS rate_pct, rate_status
FROM mart.digital_adoption
ORDER BY subject_name, period, indicator_name

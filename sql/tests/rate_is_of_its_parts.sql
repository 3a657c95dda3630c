-- A rate of adoption lies between 0 and 100.
-- severity: warning
SELECT subject_name, period, indicator, value, firm_count, rate_pct
FROM mart.digital_adoption
WHERE rate_pct < 0 OR rate_pct > 100

-- Who is certified green? 谁获得了绿色认证？
SELECT scheme, subject_name, level, issuer, certified_on, basis
FROM mart.certification
ORDER BY scheme, subject_name, basis

-- On which lists is a firm? 一家企业在哪些名单上？
SELECT list_name, list_year, rank, level, issuer
FROM mart.list_member
WHERE member_name = '甲公司'
ORDER BY list_year, list_name

-- Which national platforms are there? 国家级平台有哪些？
SELECT name, platform_kind, host, approver, approved_on
FROM mart.platform
WHERE level = 'national'
ORDER BY name

-- Who moves or cooperates with whom? 产业转移与合作有哪些？
SELECT project_kind, name, owner, partner, stage, started_on, planned_amount_wan_cny
FROM mart.cooperation
ORDER BY project_kind, name

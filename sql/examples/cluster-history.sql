-- What happened to one title, act by act? 一个称号的来龙去脉如何？
SELECT e.event_on, e.event_precision, e.event_word, e.title, e.place, e.grantors, e.notice_no, e.event_id
FROM core.title_event AS e
WHERE e.title LIKE '中国家电之都%'
ORDER BY e.event_on, e.event_id

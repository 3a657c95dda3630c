-- Of the vintages of one fact, publisher and kind, exactly one stands unless all are superseded.
SELECT subject_id, indicator, scope, cohort_key, period_start, period_end, accumulation_group, publisher, kind,
    cast(count_if(vintage_rank = 1) AS bigint) AS standing_count
FROM core.observation
GROUP BY subject_id, indicator, scope, cohort_key, period_start, period_end, accumulation_group, publisher, kind
HAVING count_if(vintage_rank = 1) <> CASE WHEN bool_and(is_superseded) THEN 0 ELSE 1 END

-- A cohort names its year: members of a list change with it.
SELECT observation_id, cohort
FROM staging.observation
WHERE cohort IS NOT NULL AND cohort NOT LIKE '%19__%' AND cohort NOT LIKE '%20__%'

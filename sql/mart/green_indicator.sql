-- One row per subject, period and indicator of green development: factories, parks, supply chains, energy.
CREATE VIEW mart.green_indicator AS
SELECT
    b.subject_kind, b.subject_name, b.region_code, r.region_name, b.period, b.year, b.indicator, b.indicator_name, b.value,
    b.unit, b.status, i.direction, b.publisher, b.kind, b.observation_id
FROM core.observation_best AS b
JOIN reference.indicator AS i ON i.code = b.indicator
LEFT JOIN core.region AS r ON r.region_code = b.region_code
WHERE i.subject_area = 'green' AND b.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.green_indicator IS 'One row per subject, period and indicator of green development: factories, parks, supply chains, energy. Source: observations of the subject area green as filed (S7)';
COMMENT ON COLUMN mart.green_indicator.subject_kind IS 'What the figure is about: region, industry, cluster, sector, enterprise, base, product, part or cohort';
COMMENT ON COLUMN mart.green_indicator.subject_name IS 'Name of the subject as printed';
COMMENT ON COLUMN mart.green_indicator.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.green_indicator.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.green_indicator.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN mart.green_indicator.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.green_indicator.indicator IS 'Code in reference.indicator';
COMMENT ON COLUMN mart.green_indicator.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.green_indicator.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN mart.green_indicator.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.green_indicator.status IS 'reported, nil, tiny or withheld: why a value is empty';
COMMENT ON COLUMN mart.green_indicator.direction IS 'up: more is better; down: less is better; NULL: neither';
COMMENT ON COLUMN mart.green_indicator.publisher IS 'Who published it';
COMMENT ON COLUMN mart.green_indicator.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.green_indicator.observation_id IS 'Id of the fact: mart.citation says where it stands';

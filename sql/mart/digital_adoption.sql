-- One row per subject, period and indicator of digital adoption, with the rate adopters / firms where both are filed.
CREATE VIEW mart.digital_adoption AS
SELECT
    b.subject_kind, b.subject_name, b.region_code, r.region_name, b.period, b.year, b.indicator, b.indicator_name, b.value,
    b.unit, b.status, f.value AS firm_count,
    CASE
        WHEN b.unit = '%' THEN cast(b.value AS double)
        WHEN f.value > 0 THEN 100e0 * cast(b.value AS double) / cast(f.value AS double)
    END AS rate_pct,
    CASE
        WHEN b.value IS NULL THEN 'not_reported'
        WHEN b.unit = '%' THEN 'filed'
        WHEN f.value > 0 THEN 'computed'
        ELSE 'no_denominator'
    END AS rate_status,
    b.publisher, b.kind, b.observation_id
FROM core.observation_best AS b
JOIN reference.indicator AS i ON i.code = b.indicator
LEFT JOIN core.observation_best AS f
    ON f.indicator = 'firm_count' AND f.subject_id = b.subject_id AND f.scope = b.scope AND f.period_end = b.period_end
    AND f.kind_group = b.kind_group
LEFT JOIN core.region AS r ON r.region_code = b.region_code
WHERE i.subject_area = 'digital' AND b.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.digital_adoption IS 'One row per subject, period and indicator of digital adoption, with the rate adopters / firms where both are filed. Source: observations of the subject area digital, and firm_count of the same subject, scope and day (S8)';
COMMENT ON COLUMN mart.digital_adoption.subject_kind IS 'What the figure is about: region, industry, cluster, sector, enterprise, base, product, part or cohort';
COMMENT ON COLUMN mart.digital_adoption.subject_name IS 'Name of the subject as printed';
COMMENT ON COLUMN mart.digital_adoption.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.digital_adoption.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.digital_adoption.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN mart.digital_adoption.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.digital_adoption.indicator IS 'Code in reference.indicator';
COMMENT ON COLUMN mart.digital_adoption.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.digital_adoption.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN mart.digital_adoption.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.digital_adoption.status IS 'reported, nil, tiny or withheld: why a value is empty';
COMMENT ON COLUMN mart.digital_adoption.firm_count IS 'Firms of the same subject, scope and day; NULL: not filed';
COMMENT ON COLUMN mart.digital_adoption.rate_pct IS 'Adopters in percent of firms; NULL: rate_status says why';
COMMENT ON COLUMN mart.digital_adoption.rate_status IS 'computed, filed (the indicator is a rate), no_denominator, or not_reported';
COMMENT ON COLUMN mart.digital_adoption.publisher IS 'Who published it';
COMMENT ON COLUMN mart.digital_adoption.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.digital_adoption.observation_id IS 'Id of the fact: mart.citation says where it stands';

-- One row per subject, period and indicator of traceability (一物一码): firms on the platform, codes issued and scanned.
CREATE VIEW mart.traceability AS
SELECT
    b.subject_kind, b.subject_name, b.region_code, r.region_name, b.period, b.year, b.indicator, b.indicator_name, b.value,
    b.unit, b.status, b.publisher, b.kind, b.observation_id,
    '没有公布的数据标准：接入、赋码、扫码的口径由填报者自定，只登记，不计算覆盖率' AS why_no_more
FROM core.observation_best AS b
JOIN reference.indicator AS i ON i.code = b.indicator
LEFT JOIN core.region AS r ON r.region_code = b.region_code
WHERE i.subject_area = 'trace' AND b.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.traceability IS 'One row per subject, period and indicator of traceability (一物一码): firms on the platform, codes issued and scanned. Source: observations of the subject area trace as filed (S5)';
COMMENT ON COLUMN mart.traceability.subject_kind IS 'What the figure is about: region, industry, cluster, sector, enterprise, base, product, part or cohort';
COMMENT ON COLUMN mart.traceability.subject_name IS 'Name of the subject as printed';
COMMENT ON COLUMN mart.traceability.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.traceability.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.traceability.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN mart.traceability.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.traceability.indicator IS 'Code in reference.indicator';
COMMENT ON COLUMN mart.traceability.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN mart.traceability.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN mart.traceability.unit IS 'Unit of the value';
COMMENT ON COLUMN mart.traceability.status IS 'reported, nil, tiny or withheld: why a value is empty';
COMMENT ON COLUMN mart.traceability.publisher IS 'Who published it';
COMMENT ON COLUMN mart.traceability.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.traceability.observation_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN mart.traceability.why_no_more IS 'Why no more is computed from these rows';

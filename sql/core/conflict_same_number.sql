-- One row per number that is given to two subjects that cannot share it: a town and the county around it, two sets of firms
-- of one list and year, two sets of products of spot checks. One of them was copied to the wrong subject.
CREATE VIEW core.conflict_same_number AS
WITH figure AS (
    SELECT
        observation_id, subject_id, subject_kind, subject_name, region_code, family, indicator, scope, cohort_key, period, value, unit,
        kind, kind_group, substr(coalesce(region_code, ''), 1, 4) AS prefecture,
        -- The trade is what the name ends with: 王庆坨自行车, 武清自行车.
        substr(subject_name, greatest(1, length(subject_name) - 1)) AS trade,
        -- 147种产品 and 日用及纺织品(5种) are sets; sets of different make-up do not have one rate.
        translate(subject_name, '123456789', '000000000') LIKE '%0种%' AS is_set,
        -- 7 and 1000 are the same by chance; 1300 and 3448 hardly are.
        value >= 100 OR (unit = '%' AND decimals >= 1 AND value >= 1) AS is_telling
    FROM core.figure
    WHERE kind_group = 'real'
),
pair AS (
    SELECT
        a.observation_id AS id_a, b.observation_id AS id_b, b.subject_kind, b.region_code, b.indicator, b.scope, b.value, b.unit, b.kind,
        a.period AS period_a, b.period AS period_b, a.subject_name AS name_a, b.subject_name AS name_b,
        CASE
            WHEN b.subject_kind = 'cluster' AND a.prefecture = b.prefecture AND b.prefecture <> '' AND a.trade = b.trade THEN 'two_boundaries'
            WHEN b.subject_kind IN ('cohort', 'sector') AND a.period = b.period THEN 'two_cohorts'
            WHEN a.is_set AND b.is_set THEN 'two_sets'
        END AS conflict_kind
    FROM figure AS b
    JOIN figure AS a
        ON a.indicator = b.indicator AND a.value = b.value AND a.unit = b.unit AND a.subject_kind = b.subject_kind
        AND (a.subject_id < b.subject_id OR (a.subject_id = b.subject_id AND a.cohort_key < b.cohort_key))
    WHERE a.is_telling AND b.is_telling
)
SELECT
    conflict_kind, 'doubt' AS nature, subject_kind, concat(name_a, ' / ', name_b) AS subject_name, region_code, indicator AS measure, scope,
    period_a, name_a AS text_a, value AS value_a, period_b, name_b AS text_b, value AS value_b, unit,
    cast(NULL AS decimal(18, 6)) AS expected_b, cast(NULL AS decimal(18, 6)) AS tolerance, cast(NULL AS varchar) AS explanation,
    id_a, id_b, cast(NULL AS varchar) AS id_c, kind
FROM pair
WHERE conflict_kind IS NOT NULL;
COMMENT ON VIEW core.conflict_same_number IS 'One row per number that is given to two subjects that cannot share it';
COMMENT ON COLUMN core.conflict_same_number.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_same_number.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_same_number.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_same_number.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_same_number.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_same_number.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_same_number.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_same_number.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_same_number.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_same_number.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_same_number.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_same_number.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_same_number.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_same_number.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_same_number.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_same_number.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_same_number.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_same_number.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_same_number.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_same_number.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_same_number.kind IS 'actual, estimate, plan, forecast or sample (示例)';

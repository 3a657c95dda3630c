-- One row per entry of a list whose place is below the level that the list's rule speaks of (reference.list_rule): a
-- town on a list of counties. Side a is the rule, side b the entry.
CREATE VIEW core.conflict_list AS
SELECT
    'place_below_rule' AS conflict_kind, 'definition' AS nature, 'cluster' AS subject_kind, e.member_name AS subject_name,
    e.region_code, 'level' AS measure, 'all' AS scope, cast(NULL AS varchar) AS period_a, concat(r.rule_zh, ' (', r.source, ')') AS text_a,
    cast(NULL AS decimal(18, 6)) AS value_a, cast(e.list_year AS varchar) AS period_b, concat(e.list_name, ' ', e.member_name, ' ', coalesce(e.place, '')) AS text_b,
    cast(NULL AS decimal(18, 6)) AS value_b, cast(NULL AS varchar) AS unit, cast(NULL AS decimal(18, 6)) AS expected_b,
    cast(NULL AS decimal(18, 6)) AS tolerance, r.place_level AS explanation,
    cast(NULL AS varchar) AS id_a, e.entry_id AS id_b, cast(NULL AS varchar) AS id_c, e.kind
FROM core.list_entry AS e
JOIN reference.list_rule AS r ON e.list_name LIKE r.list_name_like
WHERE r.place_level = 'county'
    AND (coalesce(e.place, e.member_name) LIKE '%镇' OR coalesce(e.place, e.member_name) LIKE '%街道' OR coalesce(e.place, e.member_name) LIKE '%乡'
        OR e.member_name LIKE '%镇%产业集群' OR e.member_name LIKE '%街道%产业集群');
COMMENT ON VIEW core.conflict_list IS 'One row per entry of a list whose place is below the level that the lists rule speaks of';
COMMENT ON COLUMN core.conflict_list.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_list.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_list.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_list.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_list.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_list.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_list.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_list.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_list.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_list.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_list.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_list.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_list.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_list.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_list.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_list.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_list.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_list.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_list.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_list.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_list.kind IS 'actual, estimate, plan, forecast or sample (示例)';

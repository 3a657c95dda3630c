-- One row per pair of brand values or ranks that readers take for one: two values on one list of one year, the nearest
-- years of two providers, ranks of two providers, and sums of lists that fell.
CREATE VIEW core.conflict_brand AS
WITH valued AS (
    SELECT
        valuation_id, brand, brand_kind, region_code, provider, list_name, list_year, rank, coalesce(value_wan_cny, value_wan_usd) AS value,
        CASE WHEN value_wan_cny IS NOT NULL THEN '万元' WHEN value_wan_usd IS NOT NULL THEN '万美元' END AS unit, kind, vintage_rank
    FROM core.brand_valuation
    WHERE NOT is_superseded AND (value_wan_cny IS NOT NULL OR value_wan_usd IS NOT NULL OR rank IS NOT NULL)
),
one_list AS (
    SELECT 'one_list_two_values' AS conflict_kind, 'contradiction' AS nature, a.valuation_id AS id_a, b.valuation_id AS id_b,
        row_number() OVER (PARTITION BY a.valuation_id, b.value ORDER BY b.valuation_id) AS choice
    FROM valued AS a
    JOIN valued AS b
        ON b.brand = a.brand AND b.brand_kind = a.brand_kind AND b.provider = a.provider AND b.list_name = a.list_name
        AND b.list_year = a.list_year AND b.kind = a.kind AND b.unit = a.unit AND b.value <> a.value
        AND a.vintage_rank = 1 AND b.vintage_rank > 1
),
-- Of two providers, the pair of years that are nearest to each other.
two_providers AS (
    SELECT 'two_providers' AS conflict_kind, 'definition' AS nature, a.valuation_id AS id_a, b.valuation_id AS id_b,
        row_number() OVER (
            PARTITION BY a.brand, a.brand_kind, a.provider, b.provider
            ORDER BY abs(a.list_year - b.list_year), b.list_year DESC, a.valuation_id, b.valuation_id
        ) AS choice
    FROM valued AS a
    JOIN valued AS b
        ON b.brand = a.brand AND b.brand_kind = a.brand_kind AND b.kind = a.kind AND b.unit = a.unit
        AND a.provider < b.provider AND abs(a.list_year - b.list_year) <= 1
    WHERE a.brand_kind <> 'total' AND a.value <> b.value AND a.vintage_rank = 1 AND b.vintage_rank = 1
),
-- Who is first at one provider and not at the other.
two_ranks AS (
    SELECT 'two_ranks' AS conflict_kind, 'definition' AS nature, a.valuation_id AS id_a, b.valuation_id AS id_b,
        row_number() OVER (
            PARTITION BY a.brand, a.brand_kind, a.provider, b.provider
            ORDER BY abs(a.list_year - b.list_year), b.list_year DESC, a.valuation_id, b.valuation_id
        ) AS choice
    FROM valued AS a
    JOIN valued AS b
        ON b.brand = a.brand AND b.brand_kind = a.brand_kind AND b.kind = a.kind AND a.provider <> b.provider
        AND abs(a.list_year - b.list_year) <= 2
    WHERE a.rank = 1 AND b.rank > 1 AND a.vintage_rank = 1 AND b.vintage_rank = 1
),
total_fell AS (
    SELECT 'total_of_other_members' AS conflict_kind, 'definition' AS nature, a.valuation_id AS id_a, b.valuation_id AS id_b,
        row_number() OVER (PARTITION BY b.valuation_id ORDER BY a.list_year DESC, a.valuation_id) AS choice
    FROM valued AS a
    JOIN valued AS b
        ON b.brand = a.brand AND b.provider = a.provider AND b.list_name = a.list_name AND b.kind = a.kind AND b.unit = a.unit
        AND b.list_year > a.list_year AND b.value < a.value
    WHERE a.brand_kind = 'total' AND b.brand_kind = 'total' AND a.vintage_rank = 1 AND b.vintage_rank = 1
),
found AS (
    SELECT conflict_kind, nature, id_a, id_b FROM one_list WHERE choice = 1
    UNION ALL
    SELECT conflict_kind, nature, id_a, id_b FROM two_providers WHERE choice = 1
    UNION ALL
    SELECT conflict_kind, nature, id_a, id_b FROM two_ranks WHERE choice = 1
    UNION ALL
    SELECT conflict_kind, nature, id_a, id_b FROM total_fell WHERE choice = 1
)
SELECT
    f.conflict_kind, f.nature, 'brand' AS subject_kind, b.brand AS subject_name, b.region_code,
    CASE f.conflict_kind WHEN 'two_ranks' THEN 'brand_rank' ELSE 'brand_value' END AS measure, 'all' AS scope,
    cast(a.list_year AS varchar) AS period_a, concat(a.provider, ' ', a.list_name, CASE WHEN a.rank IS NULL THEN '' ELSE concat(' ', cast(a.rank AS varchar)) END) AS text_a,
    CASE f.conflict_kind WHEN 'two_ranks' THEN cast(a.rank AS decimal(18, 6)) ELSE a.value END AS value_a,
    cast(b.list_year AS varchar) AS period_b, concat(b.provider, ' ', b.list_name, CASE WHEN b.rank IS NULL THEN '' ELSE concat(' ', cast(b.rank AS varchar)) END) AS text_b,
    CASE f.conflict_kind WHEN 'two_ranks' THEN cast(b.rank AS decimal(18, 6)) ELSE b.value END AS value_b,
    CASE f.conflict_kind WHEN 'two_ranks' THEN cast(NULL AS varchar) ELSE b.unit END AS unit,
    cast(NULL AS decimal(18, 6)) AS expected_b, cast(NULL AS decimal(18, 6)) AS tolerance,
    cast(NULL AS varchar) AS explanation, f.id_a, f.id_b, cast(NULL AS varchar) AS id_c, b.kind
FROM found AS f
JOIN valued AS a ON a.valuation_id = f.id_a
JOIN valued AS b ON b.valuation_id = f.id_b;
COMMENT ON VIEW core.conflict_brand IS 'One row per pair of brand values or ranks that readers take for one';
COMMENT ON COLUMN core.conflict_brand.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_brand.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_brand.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_brand.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_brand.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_brand.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_brand.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_brand.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_brand.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_brand.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_brand.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_brand.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_brand.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_brand.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_brand.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_brand.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_brand.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_brand.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_brand.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_brand.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_brand.kind IS 'actual, estimate, plan, forecast or sample (示例)';

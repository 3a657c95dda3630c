-- One row per pair of acts on titles that readers take for one: the same words at two places, two wordings of one
-- award, two dates of one act, and re-evaluations that did not keep to the term.
CREATE VIEW core.conflict_title AS
WITH act AS (
    SELECT
        e.event_id, e.title_id, e.title, e.place, e.region_code, e.trade, e.act, e.event, e.event_word, e.event_on, e.event_precision,
        e.grantors, e.term_years, e.kind, e.is_repeat,
        -- Words and place of the title: title_id is words@place.
        split_part(split_part(split_part(e.title_id, '@', 1), ':', 1), '：', 1) AS words, split_part(e.title_id, '@', 2) AS place_key,
        coalesce(cast(e.event_on AS varchar), '') AS day
    FROM core.title_event AS e
    WHERE NOT e.is_superseded
),
-- One act speaks for each title: the first that is dated.
title AS (
    SELECT words, place_key, min(title_id) AS title_id, min_by(event_id, concat(CASE WHEN day = '' THEN '9' ELSE day END, event_id)) AS event_id
    FROM act
    WHERE act IN ('issue', 'held')
    GROUP BY words, place_key
),
spoken AS (
    SELECT t.words, t.place_key, a.event_id, a.title_id, a.title, a.place, a.region_code, a.trade, a.event_word, a.event_on, a.day, a.grantors, a.kind
    FROM title AS t
    JOIN act AS a ON a.event_id = t.event_id
),
-- The letters of the words in order: 陶瓷历史文化名城 and 陶瓷文化历史名城 have the same.
letter AS (
    SELECT t.words, substr(t.words, n.n, 1) AS letter
    FROM (SELECT DISTINCT words FROM title) AS t
    JOIN (VALUES (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18), (19), (20)) AS n (n)
        ON n.n <= length(t.words)
),
letters AS (
    SELECT words, array_join(array_agg(letter ORDER BY letter), '') AS letters
    FROM letter
    GROUP BY words
),
-- What the name of a title says besides 中国 and its rank is what is made there.
pair AS (
    SELECT 'one_title_two_places' AS conflict_kind, 'definition' AS nature, a.event_id AS id_a, b.event_id AS id_b
    FROM spoken AS a
    JOIN spoken AS b ON b.words = a.words AND b.place_key > a.place_key
    -- One notice may give one title to several places.
    WHERE a.day = '' OR a.day <> b.day
    UNION ALL
    SELECT 'title_wording', 'contradiction', a.event_id, b.event_id
    FROM spoken AS a
    JOIN spoken AS b ON b.place_key = a.place_key AND b.words > a.words
    JOIN letters AS x ON x.words = a.words
    JOIN letters AS y ON y.words = b.words AND y.letters = x.letters
    UNION ALL
    -- 红木家具生产专业镇 and 红木之乡: one place, one trade, two names within a few years.
    SELECT 'title_name', 'doubt', a.event_id, b.event_id
    FROM spoken AS a
    JOIN spoken AS b
        ON b.place_key = a.place_key AND b.words > a.words AND b.trade = a.trade AND substr(b.words, 1, 4) = substr(a.words, 1, 4)
        AND abs(date_diff('day', a.event_on, b.event_on)) <= 2200
    UNION ALL
    SELECT 'title_date', 'definition', a.event_id, b.event_id
    FROM act AS a
    JOIN act AS b
        ON b.title_id = a.title_id AND b.act = a.act AND b.event_on > a.event_on
        AND (b.is_repeat OR a.is_repeat) AND date_diff('day', a.event_on, b.event_on) < 366
    WHERE a.act = 'issue' AND a.event_precision = 'day' AND b.event_precision = 'day'
),
issue AS (
    SELECT
        a.event_id, a.event_on, coalesce(a.term_years, r.term_years) AS term_years,
        lag(a.event_id) OVER chain AS previous_id, lag(a.event_on) OVER chain AS previous_on,
        lag(coalesce(a.term_years, r.term_years)) OVER chain AS previous_term
    FROM act AS a
    LEFT JOIN reference.rule_edition AS r
        ON a.event_on BETWEEN coalesce(r.valid_from, DATE '0001-01-01') AND coalesce(r.valid_to, DATE '9999-12-31')
    WHERE a.act = 'issue' AND NOT a.is_repeat AND a.event_on IS NOT NULL
    WINDOW chain AS (PARTITION BY a.title_id, a.kind ORDER BY a.event_on, a.event_id)
),
found AS (
    SELECT conflict_kind, nature, id_a, id_b, cast(NULL AS varchar) AS explanation
    FROM pair
    UNION ALL
    SELECT 'reevaluation_off_term', 'definition', previous_id, event_id,
        concat(cast(year(event_on) - year(previous_on) AS varchar), ' years, term ', cast(previous_term AS varchar))
    FROM issue
    WHERE year(event_on) - year(previous_on) <> previous_term
)
SELECT
    f.conflict_kind, f.nature, 'cluster' AS subject_kind,
    CASE WHEN a.place = b.place THEN a.place ELSE concat(a.place, ' / ', b.place) END AS subject_name, b.region_code,
    'title' AS measure, 'all' AS scope, a.day AS period_a, concat(a.title, ' ', a.place, ' ', a.event_word) AS text_a,
    cast(NULL AS decimal(18, 6)) AS value_a, b.day AS period_b, concat(b.title, ' ', b.place, ' ', b.event_word) AS text_b,
    cast(NULL AS decimal(18, 6)) AS value_b, cast(NULL AS varchar) AS unit, cast(NULL AS decimal(18, 6)) AS expected_b,
    cast(NULL AS decimal(18, 6)) AS tolerance,
    coalesce(f.explanation, CASE WHEN f.conflict_kind = 'one_title_two_places' THEN CASE WHEN a.grantors = b.grantors THEN 'same_grantors' ELSE 'other_grantors' END END) AS explanation,
    f.id_a, f.id_b, cast(NULL AS varchar) AS id_c, b.kind
FROM found AS f
JOIN act AS a ON a.event_id = f.id_a
JOIN act AS b ON b.event_id = f.id_b;
COMMENT ON VIEW core.conflict_title IS 'One row per pair of acts on titles that readers take for one';
COMMENT ON COLUMN core.conflict_title.conflict_kind IS 'Which rule found it: reference.conflict_kind says what each means';
COMMENT ON COLUMN core.conflict_title.nature IS 'contradiction: both cannot be true; definition: the words mean two things; doubt: one of them is probably stale, copied or miscounted';
COMMENT ON COLUMN core.conflict_title.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.conflict_title.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.conflict_title.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.conflict_title.measure IS 'What is stated: code of an indicator, or title, brand_value, brand_rank, level';
COMMENT ON COLUMN core.conflict_title.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.conflict_title.period_a IS 'Period or day of side a';
COMMENT ON COLUMN core.conflict_title.text_a IS 'Side a in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_title.value_a IS 'Figure of side a, in the unit beside it';
COMMENT ON COLUMN core.conflict_title.period_b IS 'Period or day of side b';
COMMENT ON COLUMN core.conflict_title.text_b IS 'Side b in words; NULL: a figure';
COMMENT ON COLUMN core.conflict_title.value_b IS 'Figure of side b, in the unit beside it';
COMMENT ON COLUMN core.conflict_title.unit IS 'Unit of the value';
COMMENT ON COLUMN core.conflict_title.expected_b IS 'What side b would be if side a held; NULL: the same as side a';
COMMENT ON COLUMN core.conflict_title.tolerance IS 'How far side b may be off because figures are printed rounded, in the unit';
COMMENT ON COLUMN core.conflict_title.explanation IS 'Code of what the rule saw: reference.conflict_kind lists the words';
COMMENT ON COLUMN core.conflict_title.id_a IS 'Fact id of side a: mart.citation says where it stands';
COMMENT ON COLUMN core.conflict_title.id_b IS 'Fact id of side b';
COMMENT ON COLUMN core.conflict_title.id_c IS 'Fact id of a third figure that the rule used; NULL: none';
COMMENT ON COLUMN core.conflict_title.kind IS 'actual, estimate, plan, forecast or sample (示例)';

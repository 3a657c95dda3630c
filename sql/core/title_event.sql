-- One row per act on a title read from a filing: grant, re-evaluation, notice, renaming.
-- A title is known by its words and its place; one title words many places, and one place holds many titles.
CREATE VIEW core.title_event AS
WITH act AS (
    SELECT
        e.event_id, e.title, e.place, e.region_code, e.trade, e.event, e.event_word, e.event_on, e.event_precision,
        e.grantors, e.term_years, e.notice_no, e.new_title, e.publisher, e.published_on, e.kind, e.filing_id,
        e.part, e.cell, e.locator, e.printed, e.row_heading, e.column_heading,
        coalesce(f.is_superseded, false) AS is_superseded,
        -- Later titles carry the place behind a dot: 中国建盏之都·建阳 is the 中国建盏之都 of 建阳.
        replace(replace(replace(e.title, '•', '·'), '・', '·'), ' ', '') AS clean_title,
        replace(replace(replace(coalesce(e.new_title, ''), '•', '·'), '・', '·'), ' ', '') AS clean_new_title,
        coalesce(r.current_code, e.region_code, e.place) AS place_key,
        -- What the place names below the county: two towns of one county are two places.
        CASE
            WHEN e.region_code IS NULL THEN ''
            WHEN e.place LIKE '%镇' OR e.place LIKE '%乡' OR e.place LIKE '%街道'
                THEN replace(replace(replace(reverse(split_part(
                    reverse(translate(e.place, '省市县区', '||||')), '|', 1)), '镇', ''), '乡', ''), '街道', '')
            ELSE ''
        END AS town,
        CASE WHEN e.event IN ('grant', 'reevaluate') THEN 'issue' ELSE e.event END AS act,
        -- The last day that a month or a year printed alone can mean.
        CASE e.event_precision
            WHEN 'year' THEN cast(e.event_on + INTERVAL '1' YEAR - INTERVAL '1' DAY AS date)
            WHEN 'month' THEN cast(e.event_on + INTERVAL '1' MONTH - INTERVAL '1' DAY AS date)
            ELSE e.event_on
        END AS event_until,
        CASE e.event_precision WHEN 'day' THEN 1 WHEN 'month' THEN 2 WHEN 'year' THEN 3 ELSE 4 END AS vagueness
    FROM staging.title_event AS e
    LEFT JOIN core.filing AS f ON f.filing_id = e.filing_id
    LEFT JOIN core.region AS r ON r.region_code = e.region_code
),
keyed AS (
    SELECT
        event_id, title, place, region_code, trade, event, event_word, event_on, event_precision, grantors, term_years,
        notice_no, new_title, publisher, published_on, kind, filing_id, part, cell, locator, printed, row_heading,
        column_heading, is_superseded, act, event_until, vagueness,
        concat(
            CASE WHEN strpos(clean_title, '·') > 0 AND strpos(place, split_part(clean_title, '·', 2)) > 0
                THEN split_part(clean_title, '·', 1) ELSE clean_title END,
            '@', place_key, town
        ) AS title_id,
        CASE WHEN event = 'rename' AND clean_new_title <> '' THEN concat(
            CASE WHEN strpos(clean_new_title, '·') > 0 AND strpos(place, split_part(clean_new_title, '·', 2)) > 0
                THEN split_part(clean_new_title, '·', 1) ELSE clean_new_title END,
            '@', place_key, town
        ) END AS new_title_id
    FROM act
)
SELECT
    e.event_id, e.title_id, e.title, e.place, e.region_code, e.trade, e.event, e.event_word, e.event_on,
    e.event_precision, e.event_until, e.grantors, e.term_years, e.notice_no, e.new_title, e.new_title_id,
    e.publisher, e.published_on, e.kind, e.filing_id, e.part, e.cell, e.locator, e.printed, e.row_heading,
    e.column_heading, e.act, e.is_superseded,
    row_number() OVER (
        PARTITION BY e.title_id
        ORDER BY e.event_on NULLS LAST,
            CASE e.event WHEN 'apply' THEN 1 WHEN 'review' THEN 2 WHEN 'grant' THEN 3 WHEN 'reevaluate' THEN 4
                WHEN 'rename' THEN 5 WHEN 'withdraw' THEN 6 WHEN 'cancel' THEN 7 ELSE 8 END,
            e.published_on NULLS LAST, e.event_id
    ) AS event_order,
    -- The same act told twice: by two filings, by one more exactly, or first the notice and then the plaque (授牌).
    EXISTS (
        SELECT 1 FROM keyed AS o
        WHERE o.title_id = e.title_id AND o.act = e.act AND o.kind = e.kind AND o.event_id <> e.event_id
            AND NOT o.is_superseded
            AND (
                (o.vagueness < e.vagueness AND o.event_on BETWEEN e.event_on AND e.event_until)
                OR (o.vagueness = e.vagueness AND o.event_on = e.event_on
                    AND (CASE WHEN o.term_years IS NULL THEN 1 ELSE 0 END < CASE WHEN e.term_years IS NULL THEN 1 ELSE 0 END
                        OR (CASE WHEN o.term_years IS NULL THEN 1 ELSE 0 END = CASE WHEN e.term_years IS NULL THEN 1 ELSE 0 END
                            AND o.event_id < e.event_id)))
                OR (e.act = 'issue' AND (e.event_word LIKE '%牌%' OR e.event_word LIKE '%颁证%')
                    AND o.event_word NOT LIKE '%牌%' AND o.event_word NOT LIKE '%颁证%'
                    AND o.event_on <= e.event_on AND o.event_on > e.event_on - INTERVAL '1' YEAR)
            )
    ) AS is_repeat
FROM keyed AS e;
COMMENT ON VIEW core.title_event IS 'One row per act on a title read from a filing: grant, re-evaluation, notice of cancellation, renaming';
COMMENT ON COLUMN core.title_event.event_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.title_event.title_id IS 'Key of the title: its words without the place behind a dot, and the place';
COMMENT ON COLUMN core.title_event.title IS 'Title as printed';
COMMENT ON COLUMN core.title_event.place IS 'Place as printed';
COMMENT ON COLUMN core.title_event.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.title_event.trade IS 'Trade of the title, as printed';
COMMENT ON COLUMN core.title_event.event IS 'apply, review, grant, reevaluate, rename, withdraw, cancel, or held for a title that is only said to be held';
COMMENT ON COLUMN core.title_event.event_word IS 'The word of the filing: 授予, 复评, 复验, 取消 and so on';
COMMENT ON COLUMN core.title_event.event_on IS 'Day of the act; the first day where only a month or a year is printed; NULL: no date';
COMMENT ON COLUMN core.title_event.event_precision IS 'day, month, year or none: how much of the date is printed';
COMMENT ON COLUMN core.title_event.event_until IS 'Last day that the printed date can mean';
COMMENT ON COLUMN core.title_event.grantors IS 'Who granted the title, joined by 、';
COMMENT ON COLUMN core.title_event.term_years IS 'Term as printed, in years; NULL: the edition of the rules decides';
COMMENT ON COLUMN core.title_event.notice_no IS 'Number of the notice (文号)';
COMMENT ON COLUMN core.title_event.new_title IS 'Of a renaming: the new title';
COMMENT ON COLUMN core.title_event.new_title_id IS 'Of a renaming: key of the new title';
COMMENT ON COLUMN core.title_event.publisher IS 'Who published it';
COMMENT ON COLUMN core.title_event.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.title_event.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.title_event.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.title_event.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.title_event.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.title_event.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.title_event.printed IS 'The figure as printed';
COMMENT ON COLUMN core.title_event.row_heading IS 'What stands beside the figure, levels joined by /';
COMMENT ON COLUMN core.title_event.column_heading IS 'What stands above the figure, levels joined by /';
COMMENT ON COLUMN core.title_event.act IS 'event, where grant and reevaluate are both issue: either starts a term';
COMMENT ON COLUMN core.title_event.is_superseded IS 'true: a later filing of the same name was loaded';
COMMENT ON COLUMN core.title_event.event_order IS 'Order of the acts on the title, from 1; undated ones last';
COMMENT ON COLUMN core.title_event.is_repeat IS 'true: the same act stands in another row, more exactly or earlier; or it is the plaque (授牌) of a notice less than a year before';

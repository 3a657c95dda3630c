-- One row per number read from a filing, with its vintage.
-- A corrected figure is a new vintage, never an update: vintage_rank 1 is the one that stands today.
CREATE VIEW core.observation AS
WITH fact AS (
    SELECT
        o.observation_id, o.subject_kind, o.subject_name, o.region_code, o.industry_code,
        o.indicator, i.name_zh AS indicator_name, o.scope, o.cohort,
        o.period_start, o.period_end, o.accumulation, o.value, o.unit, o.qualifier, o.printed,
        o.publisher, o.published_on, o.kind, o.status, o.filing_id, o.locator,
        o.subject_code, o.classification, o.lower_bound, o.upper_bound, o.printed_unit, o.decimals, o.is_rounded,
        o.warning, o.part, o.cell, o.row_heading, o.column_heading, f.received_at,
        coalesce(f.is_superseded, false) AS is_superseded,
        v.version AS scope_version,
        p.publisher_rank,
        coalesce(p.full_name, o.publisher) AS publisher_name,
        -- A cluster is known by its name wherever a filing says it lies; an industry or sector of one
        -- region is another subject than that of the country (whose code filings print or leave out).
        concat(
            o.subject_kind, ':', coalesce(o.subject_code, o.subject_name), '@',
            CASE
                WHEN o.subject_kind IN ('region', 'cluster') OR o.region_code = '000000' THEN ''
                ELSE coalesce(o.region_code, '')
            END, '/',
            CASE WHEN o.subject_kind = 'region' THEN coalesce(o.industry_code, '') ELSE '' END
        ) AS subject_id,
        CASE WHEN o.kind IN ('actual', 'estimate') THEN 'real' WHEN o.kind = 'sample' THEN 'sample' ELSE 'planned' END AS kind_group,
        coalesce(o.cohort, '') AS cohort_key,
        year(o.period_end) AS year,
        -- Months since year 0: growth over a year is a difference of 12 at both ends.
        CASE WHEN o.accumulation = 'point' THEN year(o.period_end) * 12 + month(o.period_end)
            ELSE year(o.period_start) * 12 + month(o.period_start) END AS start_month,
        year(o.period_end) * 12 + month(o.period_end) AS end_month,
        -- A year to date that has reached December is the year.
        CASE WHEN o.accumulation = 'ytd' AND month(o.period_start) = 1 AND month(o.period_end) = 12 THEN 'flow'
            ELSE o.accumulation END AS accumulation_group,
        CASE
            WHEN o.accumulation = 'point' THEN cast(o.period_end AS varchar)
            WHEN month(o.period_start) = 1 AND month(o.period_end) = 12
                THEN CASE WHEN year(o.period_start) = year(o.period_end) THEN cast(year(o.period_end) AS varchar)
                    ELSE concat(cast(year(o.period_start) AS varchar), '/', cast(year(o.period_end) AS varchar)) END
            WHEN substr(cast(o.period_start AS varchar), 1, 7) = substr(cast(o.period_end AS varchar), 1, 7)
                THEN substr(cast(o.period_end AS varchar), 1, 7)
            ELSE concat(
                substr(cast(o.period_start AS varchar), 1, 7), '/', substr(cast(o.period_end AS varchar), 1, 7)
            )
        END AS period,
        -- Half a unit of the last printed digit, in the canonical unit: how far apart two figures that agree may stand.
        0.5e0 * coalesce(cast(u.numerator AS double), 1e0) / coalesce(cast(u.denominator AS double), 1e0)
        / CASE o.decimals
            WHEN 0 THEN 1e0 WHEN 1 THEN 1e1 WHEN 2 THEN 1e2 WHEN 3 THEN 1e3 WHEN 4 THEN 1e4 WHEN 5 THEN 1e5 ELSE 1e6
        END AS half_digit
    FROM staging.observation AS o
    LEFT JOIN core.filing AS f ON f.filing_id = o.filing_id
    LEFT JOIN core.publisher AS p ON p.publisher = o.publisher
    LEFT JOIN reference.indicator AS i ON i.code = o.indicator
    LEFT JOIN reference.unit AS u ON u.unit = o.printed_unit
    LEFT JOIN reference.scope_version AS v
        ON v.scope = o.scope AND o.period_end BETWEEN v.valid_from AND coalesce(v.valid_to, DATE '9999-12-31')
)
SELECT
    f.observation_id, f.subject_kind, f.subject_name, f.region_code, f.industry_code,
    f.indicator, f.indicator_name, f.scope, f.cohort, f.period_start, f.period_end, f.accumulation,
    f.value, f.unit, f.qualifier, f.printed, f.publisher, f.published_on, f.kind, f.status, f.filing_id, f.locator,
    f.subject_code, f.classification, f.lower_bound, f.upper_bound, f.printed_unit, f.decimals, f.is_rounded,
    f.warning, f.part, f.cell, f.row_heading, f.column_heading, f.received_at,
    -- Superseded filings come after all others, and where nothing else is left the ranks start at 2.
    min(CASE WHEN f.is_superseded THEN 1 ELSE 0 END) OVER vintages + row_number() OVER (
        vintages
        ORDER BY f.is_superseded, f.published_on DESC NULLS LAST, f.received_at DESC NULLS LAST,
            CASE WHEN f.qualifier IS NULL THEN 0 ELSE 1 END, f.decimals DESC, f.observation_id
    ) AS vintage_rank,
    f.is_superseded, f.scope_version, f.publisher_rank, f.publisher_name, f.subject_id, f.kind_group, f.cohort_key,
    f.period, f.year, f.start_month, f.end_month, f.accumulation_group, f.half_digit
FROM fact AS f
WINDOW vintages AS (
    PARTITION BY f.subject_id, f.indicator, f.scope, f.cohort_key, f.period_start, f.period_end,
        f.accumulation_group, f.publisher, f.kind
);
COMMENT ON VIEW core.observation IS 'One row per number read from a filing, all vintages, publishers and kinds; vintage_rank = 1 is the one that stands';
COMMENT ON COLUMN core.observation.observation_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.observation.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN core.observation.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.observation.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.observation.industry_code IS 'Industry, GB/T 4754; NULL where none is named';
COMMENT ON COLUMN core.observation.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN core.observation.indicator_name IS 'Chinese name of the indicator';
COMMENT ON COLUMN core.observation.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN core.observation.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN core.observation.period_start IS 'First day that the figure is about';
COMMENT ON COLUMN core.observation.period_end IS 'Last day that the figure is about; of a stock, the day it was counted';
COMMENT ON COLUMN core.observation.accumulation IS 'point (期末), flow (本期), ytd (累计) or average; a point is never added over time';
COMMENT ON COLUMN core.observation.value IS 'Value in the unit beside it; NULL where nothing was reported';
COMMENT ON COLUMN core.observation.unit IS 'Canonical unit of the indicator: money in 万元, foreign money in 万美元, shares in %';
COMMENT ON COLUMN core.observation.qualifier IS 'Word beside the printed figure: 约, 余, 以上 and so on; NULL: exact';
COMMENT ON COLUMN core.observation.printed IS 'The figure as printed';
COMMENT ON COLUMN core.observation.publisher IS 'Who published it';
COMMENT ON COLUMN core.observation.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.observation.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.observation.status IS 'reported, nil (-), tiny (…) or withheld';
COMMENT ON COLUMN core.observation.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.observation.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.observation.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN core.observation.classification IS 'Edition of GB/T 4754 that the industry code is of';
COMMENT ON COLUMN core.observation.lower_bound IS 'Least that the printed words allow: of 470余, 470; NULL: exact';
COMMENT ON COLUMN core.observation.upper_bound IS 'What the printed words do not reach: of 470余, 480; NULL: exact or open';
COMMENT ON COLUMN core.observation.printed_unit IS 'Unit as printed';
COMMENT ON COLUMN core.observation.decimals IS 'Digits after the point as printed, in the printed unit';
COMMENT ON COLUMN core.observation.is_rounded IS 'true: more than six decimals were printed and the value was rounded half to even';
COMMENT ON COLUMN core.observation.warning IS 'Codes of reference.reason that do not keep it out, joined by commas';
COMMENT ON COLUMN core.observation.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.observation.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.observation.row_heading IS 'What stands beside the figure, levels joined by /';
COMMENT ON COLUMN core.observation.column_heading IS 'What stands above the figure, levels joined by /';
COMMENT ON COLUMN core.observation.received_at IS 'When its filing was received, UTC';
COMMENT ON COLUMN core.observation.vintage_rank IS '1 = the figure that stands: latest published, then latest received, of the same subject, indicator, scope, cohort, period, publisher and kind. Figures of superseded filings come last and are never 1: where nothing else is left, ranks start at 2';
COMMENT ON COLUMN core.observation.is_superseded IS 'true: a later filing of the same name was loaded';
COMMENT ON COLUMN core.observation.scope_version IS 'Version of the limit of the scope: reference.scope_version; NULL where it never changed';
COMMENT ON COLUMN core.observation.publisher_rank IS '1 = shown first where publishers state the same fact';
COMMENT ON COLUMN core.observation.publisher_name IS 'Full name of the publisher in reference.publisher: one name for the yearbook, the bulletin and the office';
COMMENT ON COLUMN core.observation.subject_id IS 'Key of the subject: figures with the same key are about the same thing';
COMMENT ON COLUMN core.observation.kind_group IS 'real (actual or estimate), planned (plan or forecast) or sample: never compared with each other';
COMMENT ON COLUMN core.observation.cohort_key IS 'cohort, empty where there is none: for joins';
COMMENT ON COLUMN core.observation.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN core.observation.year IS 'Year of the last day of the period';
COMMENT ON COLUMN core.observation.start_month IS 'Months since year 0 at the first day; of a stock, at its day';
COMMENT ON COLUMN core.observation.end_month IS 'Months since year 0 at the last day';
COMMENT ON COLUMN core.observation.accumulation_group IS 'accumulation, where a year to date that reached December counts as flow';
COMMENT ON COLUMN core.observation.half_digit IS 'Half a unit of the last printed digit, in the canonical unit: agreeing figures may stand so far apart';

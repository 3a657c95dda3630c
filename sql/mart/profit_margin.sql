-- One row per subject, scope, cohort and period: profit over revenue as published beside the one computed. Operating revenue
-- (营业收入) and, before 2019, main-business revenue (主营业务收入) are two denominators and two rows (trap A5).
CREATE VIEW mart.profit_margin AS
WITH part AS (
    SELECT p.observation_id AS numerator_id, d.observation_id AS denominator_id, p.subject_id, p.subject_kind, p.subject_code, p.subject_name,
        p.region_code, p.industry_code, p.scope, p.cohort, p.cohort_key, p.period, p.period_start, p.period_end, p.year, p.kind, p.kind_group, p.publisher,
        d.indicator AS denominator, p.value AS profit, d.value AS revenue, p.half_digit AS profit_half_digit, d.half_digit AS revenue_half_digit
    FROM core.observation_best AS p
    JOIN core.observation_best AS d
        ON d.subject_id = p.subject_id AND d.scope = p.scope AND d.cohort_key = p.cohort_key AND d.period_start = p.period_start
        AND d.period_end = p.period_end AND d.kind_group = p.kind_group AND d.indicator IN ('operating_revenue', 'main_business_revenue')
    WHERE p.indicator = 'profit_total' AND d.unit = p.unit
),
margin AS (
    SELECT observation_id, subject_id, scope, cohort_key, period_start, period_end, kind_group, value, half_digit,
        subject_kind, subject_code, subject_name, region_code, industry_code, cohort, period, year, kind, publisher
    FROM core.observation_best
    WHERE indicator = 'profit_margin'
),
beside AS (
    SELECT
        coalesce(p.subject_kind, m.subject_kind) AS subject_kind, coalesce(p.subject_code, m.subject_code) AS subject_code,
        coalesce(p.subject_name, m.subject_name) AS subject_name, coalesce(p.region_code, m.region_code) AS region_code,
        coalesce(p.industry_code, m.industry_code) AS industry_code, coalesce(p.scope, m.scope) AS scope, coalesce(p.cohort, m.cohort) AS cohort,
        coalesce(p.period, m.period) AS period, coalesce(p.year, m.year) AS year, coalesce(p.denominator, 'operating_revenue') AS denominator,
        p.profit AS profit_wan_cny, p.revenue AS revenue_wan_cny, m.value AS published_pct, m.half_digit,
        CASE WHEN p.revenue > 0 THEN 100e0 * cast(p.profit AS double) / cast(p.revenue AS double) END AS computed,
        CASE WHEN p.revenue > 0 THEN 100e0 * (p.profit_half_digit + abs(cast(p.profit AS double)) / cast(p.revenue AS double) * p.revenue_half_digit)
            / cast(p.revenue AS double) END AS rounding,
        coalesce(p.publisher, m.publisher) AS publisher, coalesce(p.kind, m.kind) AS kind, coalesce(m.observation_id, p.numerator_id) AS observation_id,
        p.numerator_id, p.denominator_id
    FROM part AS p
    FULL JOIN margin AS m
        ON m.subject_id = p.subject_id AND m.scope = p.scope AND m.cohort_key = p.cohort_key AND m.period_start = p.period_start
        AND m.period_end = p.period_end AND m.kind_group = p.kind_group AND p.denominator = 'operating_revenue'
)
SELECT
    b.subject_name, b.scope, b.period, b.year, b.denominator, b.profit_wan_cny, b.revenue_wan_cny, b.published_pct,
    CASE WHEN b.published_pct IS NULL THEN 'not_reported' END AS published_status,
    try_cast(b.computed AS decimal(18, 4)) AS computed_pct,
    CASE WHEN b.computed IS NOT NULL THEN NULL WHEN b.revenue_wan_cny IS NULL THEN 'not_reported' ELSE 'non_derivable' END AS computed_status,
    CASE WHEN b.computed IS NULL OR b.published_pct IS NULL THEN NULL
        ELSE abs(cast(b.published_pct AS double) - b.computed) <= b.half_digit + b.rounding + 1e-9 END AS agrees,
    b.subject_kind, b.subject_code, b.region_code, b.industry_code, b.cohort, b.publisher, b.kind, b.observation_id, b.numerator_id, b.denominator_id
FROM beside AS b
WHERE b.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.profit_margin IS 'One row per subject, scope, cohort, period and denominator: profit over revenue, published and computed. Source: observations as filed';
COMMENT ON COLUMN mart.profit_margin.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN mart.profit_margin.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.profit_margin.period IS 'Period in words: 2018, 2018-05, 2018-01/2018-05, or the day of a stock';
COMMENT ON COLUMN mart.profit_margin.year IS 'Year of the last day of the period';
COMMENT ON COLUMN mart.profit_margin.denominator IS 'operating_revenue (营业收入) or main_business_revenue (主营业务收入): two series';
COMMENT ON COLUMN mart.profit_margin.profit_wan_cny IS 'Total profits (利润总额), 万元';
COMMENT ON COLUMN mart.profit_margin.revenue_wan_cny IS 'Revenue, 万元';
COMMENT ON COLUMN mart.profit_margin.published_pct IS 'Margin as published, in %';
COMMENT ON COLUMN mart.profit_margin.published_status IS 'Why the published figure is empty: reference.empty_status';
COMMENT ON COLUMN mart.profit_margin.computed_pct IS '100 x profit / revenue, in %, to four decimals';
COMMENT ON COLUMN mart.profit_margin.computed_status IS 'Why the computed figure is empty: reference.empty_status';
COMMENT ON COLUMN mart.profit_margin.agrees IS 'true: the two agree as far as they are printed; NULL: one is missing';
COMMENT ON COLUMN mart.profit_margin.subject_kind IS 'What the figure is about: region, industry, cluster, sector, brand, product or cohort';
COMMENT ON COLUMN mart.profit_margin.subject_code IS 'Code of the subject in its code list; NULL where it has none';
COMMENT ON COLUMN mart.profit_margin.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.profit_margin.industry_code IS 'Section, division, group or class of GB/T 4754, or code of reference.industry_group';
COMMENT ON COLUMN mart.profit_margin.cohort IS 'List and year that the subject is a sum over; NULL for all others';
COMMENT ON COLUMN mart.profit_margin.publisher IS 'Who published it';
COMMENT ON COLUMN mart.profit_margin.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.profit_margin.observation_id IS 'Fact id; of a computed share its numerator';
COMMENT ON COLUMN mart.profit_margin.numerator_id IS 'Fact id of the numerator';
COMMENT ON COLUMN mart.profit_margin.denominator_id IS 'Fact id of the denominator';

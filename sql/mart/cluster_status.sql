-- One row per change in the status of a title; the status holds from status_on until the title's next row.
-- No clock: what becomes of a title that nobody re-evaluates follows from its last issue, past and future alike.
--
-- A title is valid for its term from the day of issue: the printed term, else that of the edition of the rules in
-- force on that day (reference.rule_edition). Whether the last day counts is in no edition found, so the Civil Code
-- decides (民法典 201, 202: the first day is not counted, the corresponding day of the last year is the last day,
-- the last of the month where there is none): issued 2019-09-05 for four years, valid to 2023-09-05 inclusive,
-- and issued 2020-02-29 for three, to 2023-02-28. Overdue for more than two years it may be cancelled, from 2025-09-06,
-- but not before the rule was known (2017-07-06). Only a notice cancels.
-- Where only a month or a year of issue is printed, the term counts from its last day: no title is called expired
-- before that is sure.
CREATE VIEW mart.cluster_status AS
WITH act AS (
    SELECT
        e.event_id, e.title_id, e.new_title_id, t.lineage_id, e.title, e.new_title, e.place, e.region_code, e.trade,
        e.act, e.event_on, e.event_until, e.event_precision, e.term_years, e.notice_no, e.kind,
        lead(e.event_on) OVER (PARTITION BY t.lineage_id, e.kind ORDER BY e.event_on, e.act, e.event_id) AS next_act_on,
        -- Cancelled or withdrawn, a title starts afresh: an earlier issue no longer counts.
        cast(sum(CASE WHEN e.act IN ('cancel', 'withdraw') THEN 1 ELSE 0 END) OVER (
            PARTITION BY t.lineage_id, e.kind ORDER BY e.event_on, e.act, e.event_id ROWS UNBOUNDED PRECEDING
        ) AS bigint) AS life
    FROM core.title_event AS e
    JOIN core.title AS t ON t.title_id = e.title_id
    WHERE e.act IN ('issue', 'rename', 'cancel', 'withdraw')
        AND e.event_on IS NOT NULL
        AND NOT e.is_repeat AND NOT e.is_superseded
        AND e.kind IN (SELECT kind FROM core.shown_kind)
),
issue AS (
    SELECT
        a.event_id, coalesce(a.term_years, r.term_years) AS term_years,
        CASE WHEN a.term_years IS NULL THEN r.edition END AS edition,
        cast(a.event_until + INTERVAL '1' YEAR * coalesce(a.term_years, r.term_years) AS date) AS expires_on
    FROM act AS a
    LEFT JOIN reference.rule_edition AS r
        ON a.event_on BETWEEN coalesce(r.valid_from, DATE '0001-01-01') AND coalesce(r.valid_to, DATE '9999-12-31')
    WHERE a.act = 'issue'
),
term AS (
    SELECT
        i.event_id, i.term_years, i.edition, i.expires_on,
        min(greatest(
            cast(i.expires_on + INTERVAL '1' YEAR * r.cancel_after_years + INTERVAL '1' DAY AS date), r.valid_from
        )) AS cancellable_on
    FROM issue AS i
    LEFT JOIN reference.rule_edition AS r ON r.cancel_after_years IS NOT NULL
    GROUP BY i.event_id, i.term_years, i.edition, i.expires_on
),
-- The issue that is in force at each act: the last one before it, or the act itself.
in_force AS (
    SELECT
        a.event_id, max_by(i.event_id, concat(cast(i.event_on AS varchar), i.event_id)) AS issue_id,
        max_by(CASE WHEN i.life = a.life THEN i.event_id END, concat(cast(i.event_on AS varchar), i.event_id)) AS live_issue_id
    FROM act AS a
    JOIN act AS i ON i.lineage_id = a.lineage_id AND i.kind = a.kind AND i.act = 'issue' AND i.event_on <= a.event_on
    GROUP BY a.event_id
),
dated AS (
    SELECT
        a.event_id, a.title_id, a.new_title_id, a.title, a.new_title, a.place, a.region_code, a.trade, a.act,
        a.event_on, a.next_act_on, a.notice_no, a.kind,
        i.event_on AS issued_on, i.event_precision AS issued_precision, t.term_years, t.edition, t.expires_on,
        CASE WHEN f.live_issue_id IS NOT NULL THEN t.cancellable_on END AS cancellable_on
    FROM act AS a
    LEFT JOIN in_force AS f ON f.event_id = a.event_id
    LEFT JOIN act AS i ON i.event_id = f.issue_id
    LEFT JOIN term AS t ON t.event_id = f.issue_id
),
-- From an issue, or from a renaming that carries one on, the calendar runs until the next act.
running AS (
    SELECT
        d.event_id, d.act, d.event_on, d.next_act_on, d.place, d.region_code, d.trade, d.kind, d.issued_on,
        d.issued_precision, d.term_years, d.edition, d.expires_on, d.cancellable_on, d.notice_no,
        CASE WHEN d.act = 'rename' THEN d.new_title_id ELSE d.title_id END AS title_id,
        CASE WHEN d.act = 'rename' THEN d.new_title ELSE d.title END AS title,
        cast(d.expires_on + INTERVAL '1' DAY AS date) AS expired_on
    FROM dated AS d
    WHERE d.cancellable_on IS NOT NULL
        AND (d.act = 'issue' OR (d.act = 'rename' AND d.new_title_id IS NOT NULL))
),
change AS (
    SELECT event_id, title_id, title, place, region_code, trade, kind, issued_on, issued_precision, term_years, edition,
        expires_on, notice_no, 'valid' AS status, event_on AS status_on, 1 AS status_order
    FROM running
    WHERE event_on <= expires_on
    UNION ALL
    SELECT event_id, title_id, title, place, region_code, trade, kind, issued_on, issued_precision, term_years, edition,
        expires_on, NULL AS notice_no, 'expired' AS status, greatest(expired_on, event_on) AS status_on, 2 AS status_order
    FROM running
    WHERE greatest(expired_on, event_on) < cancellable_on
        AND (next_act_on IS NULL OR greatest(expired_on, event_on) < next_act_on)
    UNION ALL
    SELECT event_id, title_id, title, place, region_code, trade, kind, issued_on, issued_precision, term_years, edition,
        expires_on, NULL AS notice_no, 'cancellable' AS status, greatest(cancellable_on, event_on) AS status_on, 3 AS status_order
    FROM running
    WHERE next_act_on IS NULL OR greatest(cancellable_on, event_on) < next_act_on
    UNION ALL
    SELECT event_id, title_id, title, place, region_code, trade, kind, issued_on, issued_precision, term_years, edition,
        expires_on, notice_no,
        CASE act WHEN 'rename' THEN 'renamed' WHEN 'cancel' THEN 'cancelled' ELSE 'withdrawn' END AS status,
        event_on AS status_on, 4 AS status_order
    FROM dated
    WHERE act <> 'issue'
)
SELECT
    coalesce(t.title, c.title) AS title, coalesce(t.place, c.place) AS place,
    coalesce(t.region_code, c.region_code) AS region_code, coalesce(t.trade, c.trade) AS trade,
    c.issued_on, c.expires_on, c.status, c.status_on,
    lead(c.status_on) OVER (
        PARTITION BY c.title_id, c.kind ORDER BY c.status_on, c.status_order, c.event_id
    ) AS next_status_on,
    c.term_years, c.edition, c.issued_precision, c.notice_no,
    coalesce(t.undated_count, 0) > 0 AS has_undated_act,
    r.region_name, r.province_name, c.kind, c.title_id, c.event_id
FROM change AS c
LEFT JOIN core.title AS t ON t.title_id = c.title_id
LEFT JOIN core.region AS r ON r.region_code = coalesce(t.region_code, c.region_code);
COMMENT ON VIEW mart.cluster_status IS 'One row per change in the status of a jointly built title (共建称号); the status holds from status_on until the next row of the title. No clock: computed dates may lie in the future. Source: title events as filed, reference.rule_edition';
COMMENT ON COLUMN mart.cluster_status.title IS 'Title as its last dated act prints it: the same words in all rows of a title';
COMMENT ON COLUMN mart.cluster_status.place IS 'Place as its last dated act prints it';
COMMENT ON COLUMN mart.cluster_status.region_code IS 'Region, GB/T 2260; NULL for zones without a code';
COMMENT ON COLUMN mart.cluster_status.trade IS 'Trade of the title, as printed';
COMMENT ON COLUMN mart.cluster_status.issued_on IS 'Day of issue of the term in force: the last grant or re-evaluation; first day where only a month or a year is printed';
COMMENT ON COLUMN mart.cluster_status.expires_on IS 'Last day of the term: day of issue plus term; the title is valid on it';
COMMENT ON COLUMN mart.cluster_status.status IS 'valid; expired: past its term, at most two years; cancellable: overdue for more than two years; cancelled: by notice only; renamed; withdrawn';
COMMENT ON COLUMN mart.cluster_status.status_on IS 'First day of the status';
COMMENT ON COLUMN mart.cluster_status.next_status_on IS 'First day of the next status of the title; NULL: none follows. As of a day D: status_on <= D and (next_status_on is null or next_status_on > D)';
COMMENT ON COLUMN mart.cluster_status.term_years IS 'Term in years';
COMMENT ON COLUMN mart.cluster_status.edition IS 'Edition of the rules that gave the term; NULL: the term is printed';
COMMENT ON COLUMN mart.cluster_status.issued_precision IS 'day, month or year: how much of the day of issue is printed';
COMMENT ON COLUMN mart.cluster_status.notice_no IS 'Number of the notice (文号) of the act that began the status; NULL for those that the calendar began';
COMMENT ON COLUMN mart.cluster_status.has_undated_act IS 'true: an act on the title has no date and could not be counted: the status may be newer than this';
COMMENT ON COLUMN mart.cluster_status.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.cluster_status.province_name IS 'Province';
COMMENT ON COLUMN mart.cluster_status.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.cluster_status.title_id IS 'Key of the title';
COMMENT ON COLUMN mart.cluster_status.event_id IS 'Id of the act that the row follows from: mart.citation says where it stands';

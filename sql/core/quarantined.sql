-- One row per subject, indicator and year of which a value lies in quarantine: what would have filled an empty cell. Read
-- off the headings beside and above the value; a value whose headings name none of the three is in no row here.
CREATE VIEW core.quarantined AS
WITH part AS (
    SELECT r.reject_id, r.filing_id, r.reason, split_part(r.row_heading, ' / ', 1) AS subject_name,
        split_part(concat(r.row_heading, ' / ', r.column_heading), ' / ', n.n) AS word
    FROM core.reject AS r
    CROSS JOIN (VALUES (1), (2), (3), (4), (5), (6), (7), (8)) AS n (n)
    WHERE NOT r.is_superseded
),
called AS (
    SELECT i.code, i.name_zh AS word FROM reference.indicator AS i
    UNION
    SELECT i.code, s.word FROM reference.indicator AS i CROSS JOIN unnest(split(i.synonyms, '|')) AS s (word)
),
named AS (
    SELECT p.reject_id, p.filing_id, p.reason, p.subject_name, min(c.code) AS indicator,
        max(try_cast(substr(p.word, 1, 4) AS integer)) AS year
    FROM part AS p
    LEFT JOIN called AS c ON c.word = split_part(split_part(p.word, '（', 1), '(', 1)
    GROUP BY p.reject_id, p.filing_id, p.reason, p.subject_name
)
SELECT subject_name, indicator, year, 'quarantined' AS status, min(reason) AS reason, min(reject_id) AS reject_id, min(filing_id) AS filing_id
FROM named
WHERE indicator IS NOT NULL AND year BETWEEN 1949 AND 2100 AND subject_name <> ''
GROUP BY subject_name, indicator, year;
COMMENT ON VIEW core.quarantined IS 'One row per subject, indicator and year of which a value lies in quarantine: what would have filled an empty cell';
COMMENT ON COLUMN core.quarantined.subject_name IS 'Name of the subject as printed, white space removed';
COMMENT ON COLUMN core.quarantined.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN core.quarantined.year IS 'Year of the last day of the period';
COMMENT ON COLUMN core.quarantined.status IS 'reported, nil (-), tiny (…) or withheld';
COMMENT ON COLUMN core.quarantined.reason IS 'Why it was refused: reference.reason';
COMMENT ON COLUMN core.quarantined.reject_id IS 'Id of the value in quarantine';
COMMENT ON COLUMN core.quarantined.filing_id IS 'Filing that it was read from';

-- One row per publisher name that facts print.
CREATE VIEW core.publisher AS
WITH printed AS (
    SELECT publisher FROM staging.observation
    UNION
    SELECT publisher FROM staging.brand_valuation
    UNION
    SELECT provider FROM staging.brand_valuation
),
known AS (
    SELECT
        p.publisher, r.name, r.kind, r.publisher_rank,
        row_number() OVER (PARTITION BY p.publisher ORDER BY r.publisher_rank, r.name) AS match_rank
    FROM printed AS p
    JOIN reference.publisher AS r
        ON p.publisher = r.name
        OR strpos(concat('|', coalesce(r.synonyms, ''), '|'), concat('|', p.publisher, '|')) > 0
)
SELECT
    p.publisher,
    coalesce(k.name, p.publisher) AS full_name,
    coalesce(k.kind, 'other') AS publisher_kind,
    coalesce(k.publisher_rank, 9) AS publisher_rank
FROM printed AS p
LEFT JOIN known AS k ON k.publisher = p.publisher AND k.match_rank = 1
WHERE p.publisher IS NOT NULL;
COMMENT ON VIEW core.publisher IS 'One row per publisher name that facts print, matched to reference.publisher';
COMMENT ON COLUMN core.publisher.publisher IS 'Name as facts carry it';
COMMENT ON COLUMN core.publisher.full_name IS 'Full name in reference.publisher; the printed name where that does not know it';
COMMENT ON COLUMN core.publisher.publisher_kind IS 'statistics, ministry, association, valuation, press or other';
COMMENT ON COLUMN core.publisher.publisher_rank IS '1 = shown first where publishers state the same fact; 9 = not known';

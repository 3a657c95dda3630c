-- One row per publisher name that facts print.
CREATE VIEW core.publisher AS
WITH printed AS (
    SELECT publisher FROM staging.observation
    UNION
    SELECT publisher FROM staging.brand_valuation
    UNION
    SELECT provider FROM staging.brand_valuation
),
called AS (
    SELECT name AS call_name, name, kind, publisher_rank
    FROM reference.publisher
    UNION
    SELECT s.call_name, r.name, r.kind, r.publisher_rank
    FROM reference.publisher AS r
    CROSS JOIN unnest(split(r.synonyms, '|')) AS s (call_name)
),
-- 国家统计局《中国科技统计年鉴》 and 国家统计局、科学技术部 are of the publisher that they begin with.
known AS (
    SELECT
        p.publisher, c.name, c.kind, c.publisher_rank,
        row_number() OVER (
            PARTITION BY p.publisher
            ORDER BY length(c.call_name) DESC, c.publisher_rank, c.name
        ) AS match_rank
    FROM printed AS p
    JOIN called AS c ON starts_with(p.publisher, c.call_name)
)
SELECT
    p.publisher,
    coalesce(k.name, p.publisher) AS full_name,
    coalesce(k.kind, CASE WHEN p.publisher LIKE '%统计局%' THEN 'statistics' ELSE 'other' END) AS publisher_kind,
    coalesce(k.publisher_rank, CASE WHEN p.publisher LIKE '%统计局%' THEN 2 ELSE 9 END) AS publisher_rank
FROM printed AS p
LEFT JOIN known AS k ON k.publisher = p.publisher AND k.match_rank = 1
WHERE p.publisher IS NOT NULL;
COMMENT ON VIEW core.publisher IS 'One row per publisher name that facts print, matched to the publisher of reference.publisher that they begin with';
COMMENT ON COLUMN core.publisher.publisher IS 'Name as facts carry it';
COMMENT ON COLUMN core.publisher.full_name IS 'Full name in reference.publisher; the printed name where that does not know it';
COMMENT ON COLUMN core.publisher.publisher_kind IS 'statistics, ministry, association, valuation, press or other';
COMMENT ON COLUMN core.publisher.publisher_rank IS '1 = shown first where publishers state the same fact; 2 for statistical offices of regions; 9 = not known';

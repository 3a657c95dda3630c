-- Editions of the rules follow each other without a gap or an overlap.
SELECT e.edition, e.valid_to, e.next_from
FROM (
    SELECT edition, valid_to, lead(valid_from) OVER (ORDER BY coalesce(valid_from, DATE '0001-01-01'), edition) AS next_from
    FROM reference.rule_edition
) AS e
WHERE e.next_from IS NOT NULL AND (e.valid_to IS NULL OR e.next_from <> e.valid_to + INTERVAL '1' DAY)

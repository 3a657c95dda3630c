-- One row per title, with the title that it began as.
CREATE VIEW core.title AS
WITH RECURSIVE known AS (
    SELECT
        title_id, max_by(title, dated_order) AS title, max_by(place, dated_order) AS place,
        max_by(region_code, dated_order) AS region_code, max_by(trade, dated_order) AS trade,
        min(event_on) AS first_event_on, max(event_on) AS last_event_on, count(*) AS event_count,
        count_if(event_on IS NULL AND act <> 'held') AS undated_count
    FROM (
        -- What the last dated act prints; an undated one only where there is no other.
        SELECT title_id, title, place, region_code, trade, event_on, act,
            CASE WHEN event_on IS NULL THEN 0 ELSE 1000000 END + event_order AS dated_order
        FROM core.title_event
        WHERE NOT is_superseded
    ) AS e
    GROUP BY title_id
),
renaming AS (
    SELECT title_id, new_title_id
    FROM core.title_event
    WHERE new_title_id IS NOT NULL AND new_title_id <> title_id AND NOT is_superseded AND NOT is_repeat
),
-- Eight renamings are more than any title saw; the bound ends a circle of names.
lineage (lineage_id, title_id, depth) AS (
    SELECT k.title_id, k.title_id, 0
    FROM known AS k
    WHERE NOT EXISTS (SELECT 1 FROM renaming AS r WHERE r.new_title_id = k.title_id)
    UNION ALL
    SELECT l.lineage_id, r.new_title_id, l.depth + 1
    FROM lineage AS l
    JOIN renaming AS r ON r.title_id = l.title_id
    WHERE l.depth < 8
),
first_title AS (
    SELECT title_id, min_by(lineage_id, depth) AS lineage_id
    FROM lineage
    GROUP BY title_id
)
SELECT
    k.title_id, k.title, k.place, k.region_code, k.trade, k.first_event_on, k.last_event_on,
    k.event_count, k.undated_count, coalesce(f.lineage_id, k.title_id) AS lineage_id
FROM known AS k
LEFT JOIN first_title AS f ON f.title_id = k.title_id;
COMMENT ON VIEW core.title IS 'One row per title that an act is on';
COMMENT ON COLUMN core.title.title_id IS 'Key of the title: core.title_event';
COMMENT ON COLUMN core.title.title IS 'Title as its last dated act prints it';
COMMENT ON COLUMN core.title.place IS 'Place as its last dated act prints it';
COMMENT ON COLUMN core.title.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.title.trade IS 'Trade of the title, as printed';
COMMENT ON COLUMN core.title.first_event_on IS 'Day of the first dated act';
COMMENT ON COLUMN core.title.last_event_on IS 'Day of the last dated act';
COMMENT ON COLUMN core.title.event_count IS 'Acts read';
COMMENT ON COLUMN core.title.undated_count IS 'Acts without a date: they cannot change the status';
COMMENT ON COLUMN core.title.lineage_id IS 'Key of the title that it began as, over renamings; its own where it was never renamed';

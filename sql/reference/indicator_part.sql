-- One row per part of a whole that is the sum of its parts.
CREATE TABLE reference.indicator_part (
    whole varchar, whole_scope varchar, part varchar, part_scope varchar, part_count integer, source varchar
);
COMMENT ON TABLE reference.indicator_part IS 'One row per part of an indicator that is the sum of its parts, of one subject and period';
COMMENT ON COLUMN reference.indicator_part.whole IS 'Code of the whole';
COMMENT ON COLUMN reference.indicator_part.whole_scope IS 'Scope of the whole';
COMMENT ON COLUMN reference.indicator_part.part IS 'Code of the part';
COMMENT ON COLUMN reference.indicator_part.part_scope IS 'Scope of the part';
COMMENT ON COLUMN reference.indicator_part.part_count IS 'Parts that the whole has: a sum is held against the whole only when all are there';
COMMENT ON COLUMN reference.indicator_part.source IS 'Who divides it so';

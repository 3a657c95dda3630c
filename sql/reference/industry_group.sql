-- One row per sum of industries that tables print among the classes.
CREATE TABLE reference.industry_group (
    code varchar,
    name varchar,
    synonyms varchar,
    definition varchar,
    source varchar
);
COMMENT ON TABLE reference.industry_group IS 'One row per sum of industries that tables print among the classes of GB/T 4754; members: reference.industry_group_member';
COMMENT ON COLUMN reference.industry_group.code IS 'Code, G-…';
COMMENT ON COLUMN reference.industry_group.name IS 'Chinese name';
COMMENT ON COLUMN reference.industry_group.synonyms IS 'Other names, separated by |';
COMMENT ON COLUMN reference.industry_group.definition IS 'What it covers; says where members cannot be listed';
COMMENT ON COLUMN reference.industry_group.source IS 'Who draws the group so';

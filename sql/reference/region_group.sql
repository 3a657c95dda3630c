-- One row per group of regions or statistical unit that tables print among the provinces.
CREATE TABLE reference.region_group (
    code varchar,
    name varchar,
    synonyms varchar,
    kind varchar,
    definition varchar,
    source varchar
);
COMMENT ON TABLE reference.region_group IS 'One row per group of regions, statistical unit or nation that tables print among the provinces; members: reference.region_group_member';
COMMENT ON COLUMN reference.region_group.code IS '000000 for the nation, G-… for groups, X-… for units that GB/T 2260 has no code for';
COMMENT ON COLUMN reference.region_group.name IS 'Chinese name';
COMMENT ON COLUMN reference.region_group.synonyms IS 'Other names, separated by |';
COMMENT ON COLUMN reference.region_group.kind IS 'nation, group (sum of its members) or unit (not a sum of divisions)';
COMMENT ON COLUMN reference.region_group.definition IS 'What it covers and what to beware of';
COMMENT ON COLUMN reference.region_group.source IS 'Who draws the group so';

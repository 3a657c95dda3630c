-- One row per group of industries and member: what is added up to one ratio.
CREATE TABLE reference.rollup_group (
    group_code varchar,
    group_name varchar,
    industry_code varchar,
    source varchar
);
COMMENT ON TABLE reference.rollup_group IS 'One row per group of industries and member: figures that are added before a ratio is taken. Groups of regions: reference.region_group_member';
COMMENT ON COLUMN reference.rollup_group.group_code IS 'Code of the group';
COMMENT ON COLUMN reference.rollup_group.group_name IS 'Chinese name of the group';
COMMENT ON COLUMN reference.rollup_group.industry_code IS 'Member: division of GB/T 4754';
COMMENT ON COLUMN reference.rollup_group.source IS 'Why the group is drawn so; stated on its first row';

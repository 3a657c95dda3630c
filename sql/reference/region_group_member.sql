-- One row per group of regions and member.
CREATE TABLE reference.region_group_member (
    group_code varchar,
    region_code varchar
);
COMMENT ON TABLE reference.region_group_member IS 'One row per group of regions and member';
COMMENT ON COLUMN reference.region_group_member.group_code IS 'Code in reference.region_group';
COMMENT ON COLUMN reference.region_group_member.region_code IS 'Code in reference.region; source: that of the group';

-- One row per sum of industries and class in it.
CREATE TABLE reference.industry_group_member (
    group_code varchar,
    class_code varchar
);
COMMENT ON TABLE reference.industry_group_member IS 'One row per sum of industries and class in it; groups that are no sum of whole divisions have no rows';
COMMENT ON COLUMN reference.industry_group_member.group_code IS 'Code in reference.industry_group';
COMMENT ON COLUMN reference.industry_group_member.class_code IS 'Code of GB/T 4754, the same in the editions 2011 and 2017; source: that of the group';

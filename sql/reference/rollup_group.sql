-- One row per group and member: which subjects are added up to one ratio.
CREATE TABLE reference.rollup_group (
    group_code varchar,
    group_name varchar,
    subject_kind varchar,
    member_code varchar,
    source varchar
);
COMMENT ON TABLE reference.rollup_group IS 'One row per group and member: subjects whose figures are added before a ratio is taken';
COMMENT ON COLUMN reference.rollup_group.group_code IS 'Code of the group';
COMMENT ON COLUMN reference.rollup_group.group_name IS 'Chinese name of the group';
COMMENT ON COLUMN reference.rollup_group.subject_kind IS 'industry: members are divisions of GB/T 4754; region: members are codes of GB/T 2260';
COMMENT ON COLUMN reference.rollup_group.member_code IS 'Code of the member';
COMMENT ON COLUMN reference.rollup_group.source IS 'Why the group is drawn so; stated on its first row';

-- One row per class of an edition of GB/T 4754.
CREATE TABLE reference.industry_class (
    scheme varchar,
    edition varchar,
    code varchar,
    level varchar,
    parent_code varchar,
    name varchar,
    is_light boolean,
    light_source varchar,
    source varchar
);
COMMENT ON TABLE reference.industry_class IS 'One row per class of an edition of GB/T 4754 (国民经济行业分类). 2017: all sections and divisions, groups and classes of B, C and D; 2011: sections, divisions, groups of C; 2002: sections and divisions of industry';
COMMENT ON COLUMN reference.industry_class.scheme IS 'GB/T 4754';
COMMENT ON COLUMN reference.industry_class.edition IS 'Year of the edition: 2002, 2011 or 2017. One code means different things in different editions';
COMMENT ON COLUMN reference.industry_class.code IS 'Letter of the section (门类), or two (大类), three (中类) or four digits (小类)';
COMMENT ON COLUMN reference.industry_class.level IS 'section, division, group or class';
COMMENT ON COLUMN reference.industry_class.parent_code IS 'Code of the class above in the same edition; NULL for sections';
COMMENT ON COLUMN reference.industry_class.name IS 'Name as the standard prints it';
COMMENT ON COLUMN reference.industry_class.is_light IS 'true: light industry by the claim in light_source; NULL: no claim found (the official list of 68 groups was not found), which is not false';
COMMENT ON COLUMN reference.industry_class.light_source IS 'Why the class counts as light industry';
COMMENT ON COLUMN reference.industry_class.source IS 'The edition, and how the row was checked';

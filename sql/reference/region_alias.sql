-- One row per other name of a division and division that it means.
CREATE TABLE reference.region_alias (
    alias varchar,
    code varchar,
    kind varchar,
    source varchar
);
COMMENT ON TABLE reference.region_alias IS 'One row per name that is not in reference.region and division that it means: how filings write regions';
COMMENT ON COLUMN reference.region_alias.alias IS 'Name as written, without white space; English names in lower case';
COMMENT ON COLUMN reference.region_alias.code IS 'Code in reference.region: a valid one, or for historical names the one of that time; for a town the county it lies in';
COMMENT ON COLUMN reference.region_alias.kind IS 'name: another name of the division. bare: short name that several divisions share and that means this one by convention. letter: one-character abbreviation of a province. english: English name. town: town or street below the county. area: functional area, no division itself';
COMMENT ON COLUMN reference.region_alias.source IS 'Where the alias or the fact comes from';

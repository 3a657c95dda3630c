-- One row per spelling of a unit that filings print. Two spellings convert into
-- each other when their dimensions and canonical units are equal.
CREATE TABLE reference.unit (
    unit varchar,
    dimension varchar,
    canonical_unit varchar,
    numerator bigint,
    denominator bigint,
    kind varchar,
    english varchar,
    note varchar
);
COMMENT ON TABLE reference.unit IS 'One row per spelling of a unit as filings print it, with its exact factor to the canonical unit that stored values have';
COMMENT ON COLUMN reference.unit.unit IS 'Unit as printed, full-width characters made ASCII and blanks removed; joins to printed_unit';
COMMENT ON COLUMN reference.unit.dimension IS 'What the unit measures: money_cny, share, percentage_point, count, mass and so on; values of different dimensions are never compared';
COMMENT ON COLUMN reference.unit.canonical_unit IS 'Unit that values of this dimension are stored in; each counter word (家, 件, 台) is its own';
COMMENT ON COLUMN reference.unit.numerator IS 'One of the unit is numerator / denominator of the canonical unit, exactly: 1 亩 is 2000 / 3 平方米';
COMMENT ON COLUMN reference.unit.denominator IS 'See numerator';
COMMENT ON COLUMN reference.unit.kind IS 'money, ratio, change (a difference of ratios), count, physical, rate (per year, per person), price, index or time';
COMMENT ON COLUMN reference.unit.english IS 'English names in bilingual tables that stand for this unit, separated by |; NULL where none is known';
COMMENT ON COLUMN reference.unit.note IS 'What to know about the unit; of a variant spelling, the usual one; NULL where there is nothing to say';

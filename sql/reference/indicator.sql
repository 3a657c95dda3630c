-- One row per indicator: what a figure measures.
CREATE TABLE reference.indicator (
    code varchar,
    name_zh varchar,
    name_en varchar,
    synonyms varchar,
    dimension varchar,
    unit varchar,
    accumulation varchar,
    price_basis varchar,
    numerator varchar,
    denominator varchar,
    succeeds varchar,
    growth_of varchar,
    additive boolean,
    range_min decimal(18, 6),
    range_max decimal(18, 6),
    direction varchar,
    subject_area varchar,
    definition varchar,
    source varchar
);
COMMENT ON TABLE reference.indicator IS 'One row per indicator: what a figure measures, in which unit, and what it may be compared with';
COMMENT ON COLUMN reference.indicator.code IS 'Code that facts carry in the column indicator';
COMMENT ON COLUMN reference.indicator.name_zh IS 'Chinese name, as statistics print it';
COMMENT ON COLUMN reference.indicator.name_en IS 'English name';
COMMENT ON COLUMN reference.indicator.synonyms IS 'Other Chinese names in filings, separated by |';
COMMENT ON COLUMN reference.indicator.dimension IS 'money, foreign money, share, count and so on: units of one dimension can be converted';
COMMENT ON COLUMN reference.indicator.unit IS 'Canonical unit in which values are stored: 万元, 万美元, % and so on';
COMMENT ON COLUMN reference.indicator.accumulation IS 'point (期末), flow (本期), ytd (累计) or average: values of a point are never added over time';
COMMENT ON COLUMN reference.indicator.price_basis IS 'current or comparable prices; NULL: no matter of prices';
COMMENT ON COLUMN reference.indicator.numerator IS 'Of a ratio: code of the indicator above the line';
COMMENT ON COLUMN reference.indicator.denominator IS 'Of a ratio: code of the indicator below the line';
COMMENT ON COLUMN reference.indicator.succeeds IS 'Code of the indicator that this one took the place of; the two are never one series';
COMMENT ON COLUMN reference.indicator.growth_of IS 'Of a published growth rate in %: code of the level that grew';
COMMENT ON COLUMN reference.indicator.additive IS 'true: may be added over subjects that do not overlap';
COMMENT ON COLUMN reference.indicator.range_min IS 'Smallest credible value, in the canonical unit; NULL: no limit';
COMMENT ON COLUMN reference.indicator.range_max IS 'Largest credible value, in the canonical unit; NULL: no limit';
COMMENT ON COLUMN reference.indicator.direction IS 'up: more is better; down: less is better; NULL: neither';
COMMENT ON COLUMN reference.indicator.subject_area IS 'rd, patent, variety, quality, branding, scale or economy';
COMMENT ON COLUMN reference.indicator.definition IS 'What is counted, as the publisher defines it';
COMMENT ON COLUMN reference.indicator.source IS 'Where the definition is published';

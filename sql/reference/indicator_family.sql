-- One row per indicator of a family: words that filings use for the size of one thing, each with a scope of its own.
-- They are never one series; a rule that looks for contradictions may hold one beside the other and says so.
CREATE TABLE reference.indicator_family (family varchar, indicator varchar, note varchar);
COMMENT ON TABLE reference.indicator_family IS 'One row per indicator of a family: words that filings use for the size of one thing. Never one series';
COMMENT ON COLUMN reference.indicator_family.family IS 'Family: size, export';
COMMENT ON COLUMN reference.indicator_family.indicator IS 'Code of the indicator: reference.indicator';
COMMENT ON COLUMN reference.indicator_family.note IS 'The word in filings';

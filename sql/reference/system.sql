-- One row per system that the founding documents call for.
CREATE TABLE reference.system (
    code varchar,
    name_zh varchar,
    name_en varchar,
    can_compute varchar,
    views varchar,
    forms varchar,
    why_no_more varchar,
    source varchar
);
COMMENT ON TABLE reference.system IS 'One row per system that the founding documents call for: its views, its forms, and what cannot be computed';
COMMENT ON COLUMN reference.system.code IS 'S01 to S28';
COMMENT ON COLUMN reference.system.name_zh IS 'Chinese name';
COMMENT ON COLUMN reference.system.name_en IS 'English name';
COMMENT ON COLUMN reference.system.can_compute IS 'computed: rules are published; listed: a list and nothing more; register_only: what was filed is shown, no more can be said';
COMMENT ON COLUMN reference.system.views IS 'Views of mart, separated by |';
COMMENT ON COLUMN reference.system.forms IS 'Forms that fill them, separated by |: sanpin form show NAME';
COMMENT ON COLUMN reference.system.why_no_more IS 'Why no more is computed; NULL where nothing is missing';
COMMENT ON COLUMN reference.system.source IS 'Where the system is called for';

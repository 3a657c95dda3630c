-- One row per system that the founding documents call for: which views show it, which forms fill it, and why no more is computed.
CREATE VIEW mart.system AS
SELECT code, name_zh, name_en, can_compute, views, forms, why_no_more
FROM reference.system;
COMMENT ON VIEW mart.system IS 'One row per system that the founding documents call for: which views show it, which forms fill it, and why no more is computed. Source: reference.system';
COMMENT ON COLUMN mart.system.code IS 'S01 to S28';
COMMENT ON COLUMN mart.system.name_zh IS 'Chinese name';
COMMENT ON COLUMN mart.system.name_en IS 'English name';
COMMENT ON COLUMN mart.system.can_compute IS 'computed: rules are published; listed: a list and nothing more; register_only: what was filed is shown';
COMMENT ON COLUMN mart.system.views IS 'Views of mart, separated by |';
COMMENT ON COLUMN mart.system.forms IS 'Forms that fill them, separated by |';
COMMENT ON COLUMN mart.system.why_no_more IS 'Why no more is computed; NULL where nothing is missing';

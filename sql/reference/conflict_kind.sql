-- One row per rule of contradiction: what mart.conflict can find.
CREATE TABLE reference.conflict_kind (conflict_kind varchar, name_zh varchar, meaning_zh varchar, meaning_en varchar);
COMMENT ON TABLE reference.conflict_kind IS 'One row per kind of contradiction that mart.conflict can find, each by a rule of its own in core.conflict_…';
COMMENT ON COLUMN reference.conflict_kind.conflict_kind IS 'Code';
COMMENT ON COLUMN reference.conflict_kind.name_zh IS 'Chinese name';
COMMENT ON COLUMN reference.conflict_kind.meaning_zh IS 'What it means, in Chinese';
COMMENT ON COLUMN reference.conflict_kind.meaning_en IS 'What it means, and the words of the column explanation';

-- One row per statistical scope (口径): which units a figure covers.
CREATE TABLE reference.scope (
    code varchar,
    name_zh varchar,
    name_en varchar,
    synonyms varchar,
    size_rank integer,
    definition varchar,
    source varchar
);
COMMENT ON TABLE reference.scope IS 'One row per statistical scope (口径): which units a figure covers. Figures of different scopes are never compared';
COMMENT ON COLUMN reference.scope.code IS 'Code that facts carry in the column scope';
COMMENT ON COLUMN reference.scope.name_zh IS 'Chinese name';
COMMENT ON COLUMN reference.scope.name_en IS 'English name';
COMMENT ON COLUMN reference.scope.synonyms IS 'Words of filings that mean this scope, separated by |';
COMMENT ON COLUMN reference.scope.size_rank IS 'Order of the size classes, 1 = micro; NULL for scopes that are no size class';
COMMENT ON COLUMN reference.scope.definition IS 'What the scope covers';
COMMENT ON COLUMN reference.scope.source IS 'Who defines it';

-- One row per scope and version of its limit.
CREATE TABLE reference.scope_version (
    scope varchar,
    version varchar,
    valid_from date,
    valid_to date,
    definition varchar,
    source varchar
);
COMMENT ON TABLE reference.scope_version IS 'One row per scope and version of its limit: growth is not computed from one version to another (规模以上 changed in 1998, 2007 and 2011)';
COMMENT ON COLUMN reference.scope_version.scope IS 'Scope: reference.scope';
COMMENT ON COLUMN reference.scope_version.version IS 'Year in which the limit came into use';
COMMENT ON COLUMN reference.scope_version.valid_from IS 'First day that figures of this version are about';
COMMENT ON COLUMN reference.scope_version.valid_to IS 'Last day that figures of this version are about; NULL: still in use';
COMMENT ON COLUMN reference.scope_version.definition IS 'The limit in words';
COMMENT ON COLUMN reference.scope_version.source IS 'Where the limit is published';

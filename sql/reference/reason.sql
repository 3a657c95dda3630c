-- One row per reason why a value was kept out or carries a warning.
CREATE TABLE reference.reason (
    code varchar,
    severity varchar,
    name_zh varchar,
    name_en varchar,
    remedy_zh varchar,
    remedy_en varchar
);
COMMENT ON TABLE reference.reason IS 'One row per reason why a value was kept out of the facts, or is in them with a warning';
COMMENT ON COLUMN reference.reason.code IS 'Code that quarantine rows carry in the column reason';
COMMENT ON COLUMN reference.reason.severity IS 'error: the value is kept out; warning: the value is in and the code travels with it; refusal: the whole filing is kept out';
COMMENT ON COLUMN reference.reason.name_zh IS 'Chinese name';
COMMENT ON COLUMN reference.reason.name_en IS 'English name';
COMMENT ON COLUMN reference.reason.remedy_zh IS 'What the filer or the operator can do, in Chinese';
COMMENT ON COLUMN reference.reason.remedy_en IS 'What the filer or the operator can do';

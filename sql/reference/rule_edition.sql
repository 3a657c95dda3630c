-- One row per edition of the rules on jointly built titles (共建管理办法).
CREATE TABLE reference.rule_edition (
    edition varchar,
    name_zh varchar,
    valid_from date,
    valid_to date,
    term_years integer,
    cancel_after_years integer,
    evidence varchar,
    source varchar
);
COMMENT ON TABLE reference.rule_edition IS 'One row per edition of the rules on jointly built titles (中国轻工业特色区域和产业集群共建管理办法): how long a title is valid and when it may be cancelled';
COMMENT ON COLUMN reference.rule_edition.edition IS 'Short name of the edition';
COMMENT ON COLUMN reference.rule_edition.name_zh IS 'Title of the rules';
COMMENT ON COLUMN reference.rule_edition.valid_from IS 'First day of issue that the edition decides; NULL: since ever';
COMMENT ON COLUMN reference.rule_edition.valid_to IS 'Last day of issue that the edition decides; NULL: still in force';
COMMENT ON COLUMN reference.rule_edition.term_years IS 'Years that a title is valid from its day of issue, where the notice prints no term';
COMMENT ON COLUMN reference.rule_edition.cancel_after_years IS 'Years past expiry after which a title may be cancelled (到期未复评超过两年); NULL: the edition has no such rule';
COMMENT ON COLUMN reference.rule_edition.evidence IS 'Words that the row rests on, and what is not known';
COMMENT ON COLUMN reference.rule_edition.source IS 'Where the words stand';

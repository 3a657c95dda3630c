-- One row per list whose rule says of which level of place its members are.
CREATE TABLE reference.list_rule (list_name_like varchar, level_like varchar, place_level varchar, rule_zh varchar, source varchar);
COMMENT ON TABLE reference.list_rule IS 'One row per list whose rule says of which level of place its members are';
COMMENT ON COLUMN reference.list_rule.list_name_like IS 'Pattern of LIKE for the name of the list';
COMMENT ON COLUMN reference.list_rule.level_like IS 'Pattern of LIKE for the level that the entry prints; NULL: any';
COMMENT ON COLUMN reference.list_rule.place_level IS 'Level that the rule speaks of: county';
COMMENT ON COLUMN reference.list_rule.rule_zh IS 'The rule in words';
COMMENT ON COLUMN reference.list_rule.source IS 'Document of the rule';

-- One row per rule of early warning. Limits are the operator's own: no official ones are published (S13).
CREATE TABLE reference.alert_rule (
    rule_id varchar, rule_kind varchar, indicator varchar, scope varchar, direction varchar, blue decimal(18, 6), yellow decimal(18, 6),
    orange decimal(18, 6), red decimal(18, 6), name_zh varchar, note varchar
);
COMMENT ON TABLE reference.alert_rule IS 'One row per rule of early warning: what is held against which four limits';
COMMENT ON COLUMN reference.alert_rule.rule_id IS 'Name of the rule';
COMMENT ON COLUMN reference.alert_rule.rule_kind IS 'growth: on the year before, in %; seasonal_z: distance from the median of the same period of all years, in robust standard deviations; level: the figure itself';
COMMENT ON COLUMN reference.alert_rule.indicator IS 'Indicator of the rule';
COMMENT ON COLUMN reference.alert_rule.scope IS 'Scope of the rule; NULL: any';
COMMENT ON COLUMN reference.alert_rule.direction IS 'below: the limits are undershot; above: they are overshot; both: by size, whatever the sign';
COMMENT ON COLUMN reference.alert_rule.blue IS 'Limit of 蓝色';
COMMENT ON COLUMN reference.alert_rule.yellow IS 'Limit of 黄色';
COMMENT ON COLUMN reference.alert_rule.orange IS 'Limit of 橙色';
COMMENT ON COLUMN reference.alert_rule.red IS 'Limit of 红色';
COMMENT ON COLUMN reference.alert_rule.name_zh IS 'Chinese name';
COMMENT ON COLUMN reference.alert_rule.note IS 'What is held against the limits';

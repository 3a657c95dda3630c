-- One row per word of a published band that is an alert. 稳定 is none.
CREATE TABLE reference.alert_band (band varchar, level varchar, level_zh varchar, side varchar);
COMMENT ON TABLE reference.alert_band IS 'One row per word of a published band of a prosperity index that is an alert';
COMMENT ON COLUMN reference.alert_band.band IS 'The band as printed';
COMMENT ON COLUMN reference.alert_band.level IS 'blue, yellow, orange or red';
COMMENT ON COLUMN reference.alert_band.level_zh IS '蓝, 黄, 橙 or 红';
COMMENT ON COLUMN reference.alert_band.side IS 'hot or cold';

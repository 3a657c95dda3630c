-- One row per setting of the answering process: lake.setting.
CREATE VIEW staging.setting AS
SELECT name, value
FROM lake.setting;
COMMENT ON VIEW staging.setting IS 'One row per setting of the answering process: show_sample, target_tolerance_pct';

-- One row per industry code that a fact carries: its name.
CREATE VIEW core.industry AS
SELECT industry_code, max_by(subject_name, period_end) AS industry_name
FROM staging.observation
WHERE subject_kind = 'industry' AND industry_code IS NOT NULL
GROUP BY industry_code;
COMMENT ON VIEW core.industry IS 'One row per industry code that a fact carries, with its name';
COMMENT ON COLUMN core.industry.industry_code IS 'Code of GB/T 4754';
COMMENT ON COLUMN core.industry.industry_name IS 'Name of the industry';

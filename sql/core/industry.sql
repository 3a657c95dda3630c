-- One row per class of an edition of GB/T 4754, and per sum of industries that tables print among them.
CREATE VIEW core.industry AS
SELECT code AS industry_code, edition, name AS industry_name, coalesce(is_light, false) AS is_light
FROM reference.industry_class
UNION ALL
SELECT g.code, e.edition, g.name, g.code = 'G-LIGHT'
FROM reference.industry_group AS g
CROSS JOIN (SELECT DISTINCT edition FROM reference.industry_class) AS e;
COMMENT ON VIEW core.industry IS 'One row per class of an edition of GB/T 4754, and per edition and sum of industries that tables print among the classes';
COMMENT ON COLUMN core.industry.industry_code IS 'Section, division, group or class of GB/T 4754, or code of reference.industry_group';
COMMENT ON COLUMN core.industry.edition IS 'Edition of GB/T 4754: 2002, 2011 or 2017';
COMMENT ON COLUMN core.industry.industry_name IS 'Name in that edition';
COMMENT ON COLUMN core.industry.is_light IS 'true: light industry by the claim in reference.industry_class; false: no claim, which is not a no';

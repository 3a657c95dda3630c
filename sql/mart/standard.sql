-- One row per standard that a body led or took part in.
CREATE VIEW mart.standard AS
SELECT
    x.standard_no, x.name, x.level, x.role, x.drafter, x.status, x.issued_on, x.effective_on, x.replaces, x.cluster,
    x.trade, x.region_code, r.region_name, x.year, x.publisher, x.note, x.kind, x.standard_id
FROM core.standard AS x
LEFT JOIN core.region AS r ON r.region_code = x.region_code
WHERE x.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.standard IS 'One row per standard that a body led or took part in. Source: standards as filed (S10)';
COMMENT ON COLUMN mart.standard.standard_no IS 'Number of the standard';
COMMENT ON COLUMN mart.standard.name IS 'Name of the standard';
COMMENT ON COLUMN mart.standard.level IS 'international, national, industry, local, group or enterprise; empty where nothing is said';
COMMENT ON COLUMN mart.standard.role IS 'lead or join; empty where nothing is said';
COMMENT ON COLUMN mart.standard.drafter IS 'Drafting body';
COMMENT ON COLUMN mart.standard.status IS '现行, 在编, 废止 as printed';
COMMENT ON COLUMN mart.standard.issued_on IS 'Day of issue';
COMMENT ON COLUMN mart.standard.effective_on IS 'Day from which it holds';
COMMENT ON COLUMN mart.standard.replaces IS 'Standard that it takes the place of';
COMMENT ON COLUMN mart.standard.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.standard.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.standard.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.standard.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.standard.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.standard.publisher IS 'Who published it';
COMMENT ON COLUMN mart.standard.note IS 'Remark as printed';
COMMENT ON COLUMN mart.standard.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.standard.standard_id IS 'Id of the fact: mart.citation says where it stands';

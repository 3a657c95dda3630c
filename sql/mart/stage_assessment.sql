-- One row per assessment of the stage that a cluster has reached, as its assessor wrote it.
CREATE VIEW mart.stage_assessment AS
SELECT
    subject_name, scheme, grade, issuer, issued_on, note, cluster, trade, region_code, region_name, year,
    publisher, kind, rating_id,
    '集中、集聚、集群的阶段只有文字特征，没有数量标准：结论是评估人的，不由数据推算' AS why_no_more
FROM mart.rating
WHERE rating_kind IN ('stage');
COMMENT ON VIEW mart.stage_assessment IS 'One row per assessment of the stage that a cluster has reached, as its assessor wrote it. Source: ratings of the kind stage as filed (S19)';
COMMENT ON COLUMN mart.stage_assessment.subject_name IS 'Name of the subject as printed';
COMMENT ON COLUMN mart.stage_assessment.scheme IS 'What was judged by: 信用评价, 绿色工厂 and so on';
COMMENT ON COLUMN mart.stage_assessment.grade IS 'Grade as printed';
COMMENT ON COLUMN mart.stage_assessment.issuer IS 'Who judged';
COMMENT ON COLUMN mart.stage_assessment.issued_on IS 'Day of the verdict';
COMMENT ON COLUMN mart.stage_assessment.note IS 'Remark as printed';
COMMENT ON COLUMN mart.stage_assessment.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.stage_assessment.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.stage_assessment.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.stage_assessment.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.stage_assessment.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.stage_assessment.publisher IS 'Who published it';
COMMENT ON COLUMN mart.stage_assessment.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.stage_assessment.rating_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN mart.stage_assessment.why_no_more IS 'Why no more is computed from these rows';

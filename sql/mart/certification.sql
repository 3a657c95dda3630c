-- One row per certificate or membership of a list of 绿色智慧集群, green factories, parks and supply chains.
CREATE VIEW mart.certification AS
WITH certified AS (
    SELECT
        scheme, subject_name, grade AS level, issuer, issued_on AS certified_on, valid_until, 'certificate' AS basis,
        cluster, region_code, year, kind, rating_id AS fact_id
    FROM core.rating
    WHERE rating_kind = 'certification'
    UNION ALL
    SELECT
        list_name, member_name, level, issuer,
        coalesce(valid_from, cast(concat(cast(list_year AS varchar), '-01-01') AS date)),
        valid_until, 'list', NULL, region_code, list_year, kind, entry_id
    FROM core.list_entry
    WHERE list_name LIKE '%绿色%' AND list_name NOT LIKE '%采购%'
)
SELECT
    CASE
        WHEN c.scheme LIKE '%绿色智慧%' THEN '绿色智慧集群'
        WHEN c.scheme LIKE '%绿色工厂%' THEN '绿色工厂'
        WHEN c.scheme LIKE '%绿色%园区%' THEN '绿色园区'
        WHEN c.scheme LIKE '%绿色供应链%' THEN '绿色供应链'
        ELSE c.scheme
    END AS scheme,
    c.subject_name, c.level, c.issuer, c.certified_on, c.valid_until, c.basis, c.cluster, c.region_code, r.region_name,
    c.year, c.kind, c.fact_id,
    CASE WHEN c.scheme LIKE '%绿色智慧%' THEN '绿色智慧集群的认定标准未见公布：只计数，不评判'
        ELSE '按发布机构的名单或证书计数' END AS criteria
FROM certified AS c
LEFT JOIN core.region AS r ON r.region_code = c.region_code
WHERE c.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.certification IS 'One row per certificate or membership of a list of 绿色智慧集群, green factories, parks and supply chains. Source: ratings of the kind certification, and lists whose name says 绿色 or 绿色智慧 (S6, S7)';
COMMENT ON COLUMN mart.certification.scheme IS '绿色智慧集群, 绿色工厂, 绿色园区, 绿色供应链, or the name of the scheme';
COMMENT ON COLUMN mart.certification.subject_name IS 'Name of the certified, as printed';
COMMENT ON COLUMN mart.certification.level IS 'Level as printed; NULL where none is';
COMMENT ON COLUMN mart.certification.issuer IS 'Who certified';
COMMENT ON COLUMN mart.certification.certified_on IS 'Day of the certificate; of a list the first day of its year';
COMMENT ON COLUMN mart.certification.valid_until IS 'Last day of validity; NULL: none is printed';
COMMENT ON COLUMN mart.certification.basis IS 'certificate or list';
COMMENT ON COLUMN mart.certification.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.certification.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.certification.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.certification.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.certification.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.certification.fact_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN mart.certification.criteria IS 'What is known of the criteria';

-- One row per verdict of a body on a subject: credit rating, certification, guarantee, evaluation, stage; grades of different schemes are never compared.
CREATE VIEW mart.rating AS
SELECT
    x.rating_kind, x.scheme, x.subject_kind, x.subject_name, x.issuer, x.grade, x.score,
    CASE WHEN x.unit = '万元' THEN x.amount END AS amount_wan_cny,
    x.certificate_no, x.status, x.issued_on, x.valid_until,
    x.cluster, x.trade, x.region_code, r.region_name, r.province_name, x.place, x.year, x.publisher,
    x.published_on, x.note, x.kind, x.rating_id
FROM core.rating AS x
LEFT JOIN core.region AS r ON r.region_code = x.region_code
WHERE x.kind IN (SELECT kind FROM core.shown_kind);
COMMENT ON VIEW mart.rating IS 'One row per verdict of a body on a subject: credit rating, certification, guarantee, evaluation, stage; grades of different schemes are never compared. Source: ratings as filed (S6, S11, S19, S20)';
COMMENT ON COLUMN mart.rating.rating_kind IS 'credit, certification, guarantee, evaluation or stage';
COMMENT ON COLUMN mart.rating.scheme IS 'What was judged by: 信用评价, 绿色工厂 and so on';
COMMENT ON COLUMN mart.rating.subject_kind IS 'enterprise, cluster, base, product or brand';
COMMENT ON COLUMN mart.rating.subject_name IS 'Name of the subject as printed';
COMMENT ON COLUMN mart.rating.issuer IS 'Who judged';
COMMENT ON COLUMN mart.rating.grade IS 'Grade as printed';
COMMENT ON COLUMN mart.rating.score IS 'Score as printed, on the own scale of the scheme';
COMMENT ON COLUMN mart.rating.amount_wan_cny IS 'Amount guaranteed or lent, 万元';
COMMENT ON COLUMN mart.rating.certificate_no IS 'Number of the certificate';
COMMENT ON COLUMN mart.rating.status IS 'Status in words';
COMMENT ON COLUMN mart.rating.issued_on IS 'Day of the verdict';
COMMENT ON COLUMN mart.rating.valid_until IS 'Last day of validity; NULL: none is printed';
COMMENT ON COLUMN mart.rating.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.rating.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.rating.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.rating.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.rating.province_name IS 'Province';
COMMENT ON COLUMN mart.rating.place IS 'Place as printed';
COMMENT ON COLUMN mart.rating.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.rating.publisher IS 'Who published it';
COMMENT ON COLUMN mart.rating.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN mart.rating.note IS 'Remark as printed';
COMMENT ON COLUMN mart.rating.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.rating.rating_id IS 'Id of the fact: mart.citation says where it stands';

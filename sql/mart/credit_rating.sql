-- One row per credit rating, guarantee or line of credit, with the days between which it holds.
CREATE VIEW mart.credit_rating AS
SELECT
    rating_kind, scheme, subject_name, grade, score, amount_wan_cny, issuer, issued_on,
    coalesce(issued_on, cast(concat(cast(year AS varchar), '-01-01') AS date)) AS valid_from,
    valid_until, status, cluster, region_code, region_name, year, publisher, kind, rating_id
FROM mart.rating
WHERE rating_kind IN ('credit', 'guarantee');
COMMENT ON VIEW mart.credit_rating IS 'One row per credit rating, guarantee or line of credit, with the days between which it holds. Source: ratings of the kinds credit and guarantee as filed (S20)';
COMMENT ON COLUMN mart.credit_rating.rating_kind IS 'credit, certification, guarantee, evaluation or stage';
COMMENT ON COLUMN mart.credit_rating.scheme IS 'What was judged by: 信用评价, 绿色工厂 and so on';
COMMENT ON COLUMN mart.credit_rating.subject_name IS 'Name of the subject as printed';
COMMENT ON COLUMN mart.credit_rating.grade IS 'Grade as printed';
COMMENT ON COLUMN mart.credit_rating.score IS 'Score as printed, on the own scale of the scheme';
COMMENT ON COLUMN mart.credit_rating.amount_wan_cny IS 'Amount guaranteed or lent, 万元';
COMMENT ON COLUMN mart.credit_rating.issuer IS 'Who judged';
COMMENT ON COLUMN mart.credit_rating.issued_on IS 'Day of the verdict';
COMMENT ON COLUMN mart.credit_rating.valid_from IS 'First day on which it holds: the day of the verdict, else the first of its year; NULL: not known';
COMMENT ON COLUMN mart.credit_rating.valid_until IS 'Last day of validity; NULL: none is printed';
COMMENT ON COLUMN mart.credit_rating.status IS 'Status in words';
COMMENT ON COLUMN mart.credit_rating.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN mart.credit_rating.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.credit_rating.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.credit_rating.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN mart.credit_rating.publisher IS 'Who published it';
COMMENT ON COLUMN mart.credit_rating.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.credit_rating.rating_id IS 'Id of the fact: mart.citation says where it stands';

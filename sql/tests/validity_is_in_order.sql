-- What is valid until a day was not issued after it.
SELECT rating_id AS id, issued_on AS valid_from, valid_until
FROM staging.rating
WHERE issued_on > valid_until
UNION ALL
SELECT entry_id, valid_from, valid_until
FROM staging.list_entry
WHERE valid_from > valid_until

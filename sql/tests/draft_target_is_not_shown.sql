-- No target of a draft or of a superseded text is among those that bind.
SELECT target_id, document, doc_status
FROM mart.target_progress
WHERE doc_status NOT IN ('final', 'undated')

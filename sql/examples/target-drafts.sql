-- What did drafts set, and would it have come about? 征求意见稿提出过哪些目标，结果如何？
SELECT document, target_id, subject_name, indicator_text, comparator, value, unit, due_year, verdict, measured
FROM mart.target_progress_draft
ORDER BY document, target_id

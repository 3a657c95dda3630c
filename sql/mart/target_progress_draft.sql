-- One row per target of a draft or of a superseded text: its numbers may be gone in the final one.
CREATE VIEW mart.target_progress_draft AS
SELECT
    target_id, document, doc_status, subject_name, indicator, indicator_text, scope, comparator, value, unit, target_type,
    base_period, due_year, verdict, reason, measured, due_value, base_value, latest_value, latest_year, tolerance,
    publisher, published_on, kind, observation_id, base_id, latest_id
FROM core.target_progress
WHERE doc_status IN ('draft', 'superseded')
    AND (kind IN (SELECT kind FROM core.shown_kind) OR kind IN ('plan', 'forecast'));
COMMENT ON VIEW mart.target_progress_draft IS 'One row per target of a draft (征求意见稿) or of a superseded text: it binds nobody, and its numbers may be gone in the final text. Source: targets and observations as filed';
COMMENT ON COLUMN mart.target_progress_draft.target_id IS 'Id of the target: mart.citation says where it stands';
COMMENT ON COLUMN mart.target_progress_draft.document IS 'Document that sets the target';
COMMENT ON COLUMN mart.target_progress_draft.doc_status IS 'draft (征求意见稿), final, superseded or undated';
COMMENT ON COLUMN mart.target_progress_draft.subject_name IS 'Whom the target is about';
COMMENT ON COLUMN mart.target_progress_draft.indicator IS 'Code of the indicator; NULL: the dictionary knows none';
COMMENT ON COLUMN mart.target_progress_draft.indicator_text IS 'Indicator as printed';
COMMENT ON COLUMN mart.target_progress_draft.scope IS 'Statistical scope (口径): reference.scope. Figures of different scopes are not comparable';
COMMENT ON COLUMN mart.target_progress_draft.comparator IS '>=, >, <=, <, =, ~= (左右), increase or decrease';
COMMENT ON COLUMN mart.target_progress_draft.value IS 'Number that is set; NULL: only a direction is';
COMMENT ON COLUMN mart.target_progress_draft.unit IS 'Unit of the number';
COMMENT ON COLUMN mart.target_progress_draft.target_type IS 'level or stock of the due year; per_year: in each year up to it, judged by the due year; average_growth: mean growth a year since the base; relative_growth: growth in % since the base, of a ratio too (2.8 to 3.08 is 10 %); direction';
COMMENT ON COLUMN mart.target_progress_draft.base_period IS 'Period that growth is counted from, as printed';
COMMENT ON COLUMN mart.target_progress_draft.due_year IS 'Year by whose end it is due; NULL: not printed';
COMMENT ON COLUMN mart.target_progress_draft.verdict IS 'met, not_met, not_due (no figure of the due year or later is in the release) or not_evaluable (reason says why)';
COMMENT ON COLUMN mart.target_progress_draft.reason IS 'Why it cannot be judged. indicator_unknown; no_due_year; no_number; no_base_year; units_differ; no_observation: no figure of subject, indicator and scope; no_observation_for_due_year; growth_chain_incomplete: a published rate is missing for a year, and levels of flows are not compared; no_comparable_base: base not filed or of another version of the scope; tolerance_not_set: 左右 of an amount of money needs the setting target_tolerance_pct; comparator_unknown';
COMMENT ON COLUMN mart.target_progress_draft.measured IS 'What is compared with the number: the figure of the due year, or the growth in %';
COMMENT ON COLUMN mart.target_progress_draft.due_value IS 'Figure of the due year';
COMMENT ON COLUMN mart.target_progress_draft.base_value IS 'Figure of the base year';
COMMENT ON COLUMN mart.target_progress_draft.latest_value IS 'Latest figure up to the due year: how far it has come';
COMMENT ON COLUMN mart.target_progress_draft.latest_year IS 'Its year';
COMMENT ON COLUMN mart.target_progress_draft.tolerance IS 'Of 左右: how far off still counts, in the unit of the number; the setting target_tolerance_pct, else half of the last digit that is set';
COMMENT ON COLUMN mart.target_progress_draft.publisher IS 'Who published the figure of the due year';
COMMENT ON COLUMN mart.target_progress_draft.published_on IS 'Day of publication of the target';
COMMENT ON COLUMN mart.target_progress_draft.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.target_progress_draft.observation_id IS 'Fact id of the figure of the due year';
COMMENT ON COLUMN mart.target_progress_draft.base_id IS 'Fact id of the figure of the base year';
COMMENT ON COLUMN mart.target_progress_draft.latest_id IS 'Fact id of the latest figure';

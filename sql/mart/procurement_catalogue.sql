-- One row per item of a procurement catalogue.
CREATE VIEW mart.procurement_catalogue AS
SELECT
    list_name, list_year, batch, member_name, category, firm, level, issuer, notice_no, valid_from, valid_until,
    kind, entry_id,
    '目录只说明列入：没有公布的采购金额可供计算' AS why_no_more
FROM mart.list_member
WHERE list_name LIKE '%采购%';
COMMENT ON VIEW mart.procurement_catalogue IS 'One row per item of a procurement catalogue. Source: lists whose name says 采购 (S23)';
COMMENT ON COLUMN mart.procurement_catalogue.list_name IS 'Name of the list';
COMMENT ON COLUMN mart.procurement_catalogue.list_year IS 'Year of the list; NULL where none is printed';
COMMENT ON COLUMN mart.procurement_catalogue.batch IS 'Batch as printed';
COMMENT ON COLUMN mart.procurement_catalogue.member_name IS 'Name of the member as printed';
COMMENT ON COLUMN mart.procurement_catalogue.category IS 'Class within the list';
COMMENT ON COLUMN mart.procurement_catalogue.firm IS 'Firm that a product or brand belongs to';
COMMENT ON COLUMN mart.procurement_catalogue.level IS 'Level or tier as printed';
COMMENT ON COLUMN mart.procurement_catalogue.issuer IS 'Who published the list';
COMMENT ON COLUMN mart.procurement_catalogue.notice_no IS 'Number of the notice (文号)';
COMMENT ON COLUMN mart.procurement_catalogue.valid_from IS 'First day of validity; NULL: none is printed';
COMMENT ON COLUMN mart.procurement_catalogue.valid_until IS 'Last day of validity; NULL: none is printed';
COMMENT ON COLUMN mart.procurement_catalogue.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.procurement_catalogue.entry_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN mart.procurement_catalogue.why_no_more IS 'Why no more is computed from these rows';

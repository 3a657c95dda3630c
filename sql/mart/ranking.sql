-- One row per firm of a ranking (百强, 科技百强, 十强): rank and score as published; members change every year.
CREATE VIEW mart.ranking AS
WITH ranked AS (
    SELECT
        list_name, list_year, rank, member_name, score, category, trade, issuer, region_code, region_name, kind, entry_id,
        cast(count(entry_id) OVER (PARTITION BY list_name, list_year, kind) AS bigint) AS cohort_size
    FROM mart.list_member
    WHERE list_name LIKE '%百强%' OR list_name LIKE '%十强%' OR list_name LIKE '%00强%'
)
SELECT
    x.list_name, x.list_year, x.rank, x.member_name, x.score, x.category, x.trade, x.issuer, x.region_code, x.region_name,
    x.kind, x.entry_id, x.cohort_size, p.rank AS previous_rank,
    '百强与科技百强的权重未公布：得分照原文，不计算' AS score_note
FROM ranked AS x
LEFT JOIN (
    SELECT list_name, list_year, member_name, kind, min(rank) AS rank
    FROM ranked
    GROUP BY list_name, list_year, member_name, kind
) AS p ON p.list_name = x.list_name AND p.list_year = x.list_year - 1 AND p.member_name = x.member_name AND p.kind = x.kind;
COMMENT ON VIEW mart.ranking IS 'One row per firm of a ranking (百强, 科技百强, 十强): rank and score as published; members change every year. Source: lists whose name says 百强, 十强 or N强 (S15)';
COMMENT ON COLUMN mart.ranking.list_name IS 'Name of the list';
COMMENT ON COLUMN mart.ranking.list_year IS 'Year of the list; NULL where none is printed';
COMMENT ON COLUMN mart.ranking.rank IS 'Rank as printed; NULL: the list has none';
COMMENT ON COLUMN mart.ranking.member_name IS 'Name of the member as printed';
COMMENT ON COLUMN mart.ranking.score IS 'Score as printed, on the own scale of the list';
COMMENT ON COLUMN mart.ranking.category IS 'Class within the list';
COMMENT ON COLUMN mart.ranking.trade IS 'Trade, as printed';
COMMENT ON COLUMN mart.ranking.issuer IS 'Who published the list';
COMMENT ON COLUMN mart.ranking.region_code IS 'Region, GB/T 2260; NULL where none is named';
COMMENT ON COLUMN mart.ranking.region_name IS 'Latest name of the region';
COMMENT ON COLUMN mart.ranking.kind IS 'actual, estimate, plan, forecast or sample (示例)';
COMMENT ON COLUMN mart.ranking.entry_id IS 'Id of the fact: mart.citation says where it stands';
COMMENT ON COLUMN mart.ranking.cohort_size IS 'Members of that list and year that are filed';
COMMENT ON COLUMN mart.ranking.previous_rank IS 'Rank in the year before; NULL: not on it, or that year is not filed';
COMMENT ON COLUMN mart.ranking.score_note IS 'Why no score is computed';

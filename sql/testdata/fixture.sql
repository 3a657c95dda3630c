-- The cases that the query files ask about. Figures are published ones where a source is named; the others are made
-- up to show a rule. Every case has subjects of its own, so that cases do not meet.

INSERT INTO lake.filing (filing_id, sha256, file_name, publisher, published_on, received_at, values_read, values_loaded, values_rejected, supersedes, status, reason, detail, title) VALUES
    ('f-nbs', 'aa', 'nbs/profit.csv', '国家统计局', DATE '2018-06-27', TIMESTAMPTZ '2024-01-01 08:00:00+00', 0, 0, 0, NULL, 'loaded', NULL, NULL, NULL),
    ('f-rd', 'ab', 'nbs/rd-2021.csv', '国家统计局', DATE '2022-08-31', TIMESTAMPTZ '2024-01-02 08:00:00+00', 21, 18, 3, NULL, 'loaded', NULL, NULL, '2021年全国科技经费投入统计公报'),
    ('f-old', 'ac', 'zj/panel.xlsx', '浙江省统计局', DATE '2023-03-01', TIMESTAMPTZ '2024-01-03 08:00:00+00', 3, 3, 0, NULL, 'loaded', NULL, NULL, NULL),
    ('f-new', 'ad', 'zj/panel.xlsx', '浙江省统计局', DATE '2023-02-01', TIMESTAMPTZ '2024-01-04 08:00:00+00', 1, 1, 0, 'f-old', 'loaded', NULL, NULL, NULL),
    ('f-bad', 'ae', 'zj/panel.xlsx', NULL, NULL, TIMESTAMPTZ '2024-01-05 08:00:00+00', 0, 0, 0, 'f-new', 'refused', 'damaged', 'zip: not a valid zip file', NULL),
    ('f-reg', 'af', 'clii/titles.docx', '中国轻工业联合会', DATE '2025-12-01', TIMESTAMPTZ '2025-12-02 08:00:00+00', 0, 0, 0, NULL, 'loaded', NULL, NULL, NULL),
    ('f-brand', 'b0', 'brand/2023.html', '中国品牌建设促进会', DATE '2023-05-10', TIMESTAMPTZ '2024-01-06 08:00:00+00', 0, 0, 0, NULL, 'loaded', NULL, NULL, '2023中国品牌价值评价信息'),
    ('f-doc', 'b1', 'miit/plan.html', '工业和信息化部', DATE '2023-07-28', TIMESTAMPTZ '2024-01-07 08:00:00+00', 0, 0, 0, NULL, 'loaded', NULL, NULL, NULL);

-- A1: a published rate is data (report 3.3). 2017: 29047.6亿元; 2018: 27298.3亿元, published +16.5 %.
INSERT INTO lake.observation (observation_id, subject_kind, subject_name, indicator, scope, period_start, period_end, accumulation, value, unit, printed, printed_unit, decimals, published_on) VALUES
    ('a1-17', 'sector', '全国规模以上工业', 'profit_total', 'above_scale', DATE '2017-01-01', DATE '2017-05-31', 'ytd', 290476000, '万元', '29047.6', '亿元', 1, DATE '2017-06-27'),
    ('a1-17g', 'sector', '全国规模以上工业', 'profit_total_yoy', 'above_scale', DATE '2017-01-01', DATE '2017-05-31', 'ytd', 22.7, '%', '22.7', '%', 1, DATE '2017-06-27'),
    ('a1-18', 'sector', '全国规模以上工业', 'profit_total', 'above_scale', DATE '2018-01-01', DATE '2018-05-31', 'ytd', 272983000, '万元', '27298.3', '亿元', 1, DATE '2018-06-27'),
    ('a1-18g', 'sector', '全国规模以上工业', 'profit_total_yoy', 'above_scale', DATE '2018-01-01', DATE '2018-05-31', 'ytd', 16.5, '%', '16.5', '%', 1, DATE '2018-06-27');

-- A2 and A6: light industry, two publishers of 2022, and a target of 2024 (T006).
INSERT INTO lake.observation (observation_id, subject_kind, subject_name, indicator, scope, period_start, period_end, accumulation, value, unit, printed, printed_unit, decimals, publisher, published_on) VALUES
    ('a2-20', 'sector', '轻工业', 'operating_revenue', 'above_scale', DATE '2020-01-01', DATE '2020-12-31', 'flow', 1950000000, '万元', '19.5', '万亿元', 1, '中国轻工业联合会', DATE '2021-03-01'),
    ('a2-21', 'sector', '轻工业', 'operating_revenue', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 2240000000, '万元', '22.4', '万亿元', 1, '中国轻工业联合会', DATE '2022-02-03'),
    ('a2-21g', 'sector', '轻工业', 'operating_revenue_yoy', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 14.4, '%', '14.4', '%', 1, '中国轻工业联合会', DATE '2022-02-03'),
    ('a2-22', 'sector', '轻工业', 'operating_revenue', 'above_scale', DATE '2022-01-01', DATE '2022-12-31', 'flow', 2400000000, '万元', '24', '万亿元', 0, '中国轻工业联合会', DATE '2023-02-10'),
    ('a2-22g', 'sector', '轻工业', 'operating_revenue_yoy', 'above_scale', DATE '2022-01-01', DATE '2022-12-31', 'flow', 5.4, '%', '5.4', '%', 1, '中国轻工业联合会', DATE '2023-02-10'),
    ('a2-22m', 'sector', '轻工业', 'operating_revenue', 'above_scale', DATE '2022-01-01', DATE '2022-12-31', 'flow', 2430000000, '万元', '24.3', '万亿元', 1, '工信部', DATE '2023-07-28'),
    ('a2-23', 'sector', '轻工业', 'operating_revenue', 'above_scale', DATE '2023-01-01', DATE '2023-12-31', 'flow', 2220000000, '万元', '22.2', '万亿元', 1, '中国轻工业联合会', DATE '2024-02-05'),
    ('a2-23g', 'sector', '轻工业', 'operating_revenue_yoy', 'above_scale', DATE '2023-01-01', DATE '2023-12-31', 'flow', 1.6, '%', '1.6', '%', 1, '中国轻工业联合会', DATE '2024-02-05'),
    ('a2-24', 'sector', '轻工业', 'operating_revenue', 'above_scale', DATE '2024-01-01', DATE '2024-11-30', 'ytd', 2060000000, '万元', '20.6', '万亿元', 1, '中国轻工业联合会', DATE '2025-01-02'),
    ('a2-v23', 'sector', '轻工业', 'industrial_value_added_yoy', 'above_scale', DATE '2023-01-01', DATE '2023-12-31', 'flow', 1.8, '%', '1.8', '%', 1, '中国轻工业联合会', DATE '2024-02-05');

-- Levels that are not of one series: another limit of the scope (A4), another list (A10), a loss before (C3),
-- another publisher (A6), a year to date that has reached December, a day of a stock.
INSERT INTO lake.observation (observation_id, subject_kind, subject_name, indicator, scope, cohort, period_start, period_end, accumulation, value, unit, printed_unit, decimals, publisher) VALUES
    ('b-10', 'sector', '口径变动', 'gross_output', 'above_scale', NULL, DATE '2010-01-01', DATE '2010-12-31', 'flow', 100, '万元', '万元', 0, '国家统计局'),
    ('b-11', 'sector', '口径变动', 'gross_output', 'above_scale', NULL, DATE '2011-01-01', DATE '2011-12-31', 'flow', 90, '万元', '万元', 0, '国家统计局'),
    ('b-11g', 'sector', '口径变动', 'gross_output_yoy', 'above_scale', NULL, DATE '2011-01-01', DATE '2011-12-31', 'flow', 15.7, '%', '%', 1, '国家统计局'),
    ('b-12', 'sector', '口径变动', 'gross_output', 'above_scale', NULL, DATE '2012-01-01', DATE '2012-12-31', 'flow', 99, '万元', '万元', 0, '国家统计局'),
    ('b-12g', 'sector', '口径变动', 'gross_output_yoy', 'above_scale', NULL, DATE '2012-01-01', DATE '2012-12-31', 'flow', 10, '%', '%', 0, '国家统计局'),
    ('c-19', 'cohort', '轻工业科技百强', 'rd_input', 'cohort', '轻工业科技百强 2019', DATE '2019-01-01', DATE '2019-12-31', 'flow', 4000000, '万元', '亿元', 0, '中国轻工业联合会'),
    ('c-20', 'cohort', '轻工业科技百强', 'rd_input', 'cohort', '轻工业科技百强 2020', DATE '2020-01-01', DATE '2020-12-31', 'flow', 5080000, '万元', '亿元', 0, '中国轻工业联合会'),
    ('d-19', 'sector', '扭亏为盈', 'profit_total', 'all', NULL, DATE '2019-01-01', DATE '2019-12-31', 'flow', -5, '万元', '万元', 0, '国家统计局'),
    ('d-20', 'sector', '扭亏为盈', 'profit_total', 'all', NULL, DATE '2020-01-01', DATE '2020-12-31', 'flow', 5, '万元', '万元', 0, '国家统计局'),
    ('e-23', 'cluster', '邵东打火机', 'gross_output', 'all', NULL, DATE '2023-01-01', DATE '2023-12-31', 'flow', 1500000, '万元', '亿元', 0, '邵阳日报'),
    ('e-24', 'cluster', '邵东打火机', 'gross_output', 'all', NULL, DATE '2024-01-01', DATE '2024-12-31', 'flow', 1480000, '万元', '亿元', 0, '新华社'),
    ('e-24g', 'cluster', '邵东打火机', 'gross_output_yoy', 'all', NULL, DATE '2024-01-01', DATE '2024-12-31', 'flow', 6.5, '%', '%', 1, '新华社'),
    ('g-22', 'sector', '累计到年', 'gross_output', 'all', NULL, DATE '2022-01-01', DATE '2022-12-31', 'ytd', 100, '万元', '万元', 0, '国家统计局'),
    ('g-23', 'sector', '累计到年', 'gross_output', 'all', NULL, DATE '2023-01-01', DATE '2023-12-31', 'flow', 110, '万元', '万元', 0, '国家统计局'),
    ('g-23g', 'sector', '累计到年', 'gross_output_yoy', 'all', NULL, DATE '2023-01-01', DATE '2023-12-31', 'flow', 10, '%', '%', 0, '国家统计局');

-- D2: nine light divisions of 2021 (report 3.3): R&D in 亿元 and intensity to revenue; no revenue is printed.
INSERT INTO lake.observation (observation_id, subject_kind, subject_code, subject_name, industry_code, classification, indicator, scope, period_start, period_end, accumulation, value, unit, printed, printed_unit, decimals, published_on, filing_id, part, cell, locator, row_heading, column_heading) VALUES
    ('rd-13', 'industry', '13', '农副食品加工业', '13', '2017', 'rd_expenditure', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 3488000, '万元', '348.8', '亿元', 1, DATE '2022-08-31', 'f-rd', '附表2', 'B5', '附表2!B5', '农副食品加工业', 'R&D经费（亿元）'),
    ('ri-13', 'industry', '13', '农副食品加工业', '13', '2017', 'rd_intensity_operating_revenue', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 0.63, '%', '0.63', '%', 2, DATE '2022-08-31', 'f-rd', '附表2', 'C5', '附表2!C5', '农副食品加工业', 'R&D经费投入强度（%）'),
    ('rd-14', 'industry', '14', '食品制造业', '14', '2017', 'rd_expenditure', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 1566000, '万元', '156.6', '亿元', 1, DATE '2022-08-31', 'f-rd', '附表2', 'B6', '附表2!B6', '食品制造业', 'R&D经费（亿元）'),
    ('ri-14', 'industry', '14', '食品制造业', '14', '2017', 'rd_intensity_operating_revenue', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 0.72, '%', '0.72', '%', 2, DATE '2022-08-31', 'f-rd', '附表2', 'C6', '附表2!C6', '食品制造业', 'R&D经费投入强度（%）'),
    ('rd-15', 'industry', '15', '酒、饮料和精制茶制造业', '15', '2017', 'rd_expenditure', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 652000, '万元', '65.2', '亿元', 1, DATE '2022-08-31', 'f-rd', '附表2', 'B7', '附表2!B7', '酒、饮料和精制茶制造业', 'R&D经费（亿元）'),
    ('ri-15', 'industry', '15', '酒、饮料和精制茶制造业', '15', '2017', 'rd_intensity_operating_revenue', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 0.40, '%', '0.40', '%', 2, DATE '2022-08-31', 'f-rd', '附表2', 'C7', '附表2!C7', '酒、饮料和精制茶制造业', 'R&D经费投入强度（%）'),
    ('rd-19', 'industry', '19', '皮革、毛皮、羽毛及其制品和制鞋业', '19', '2017', 'rd_expenditure', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 1040000, '万元', '104.0', '亿元', 1, DATE '2022-08-31', 'f-rd', '附表2', 'B8', '附表2!B8', '皮革、毛皮、羽毛及其制品和制鞋业', 'R&D经费（亿元）'),
    ('ri-19', 'industry', '19', '皮革、毛皮、羽毛及其制品和制鞋业', '19', '2017', 'rd_intensity_operating_revenue', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 0.91, '%', '0.91', '%', 2, DATE '2022-08-31', 'f-rd', '附表2', 'C8', '附表2!C8', '皮革、毛皮、羽毛及其制品和制鞋业', 'R&D经费投入强度（%）'),
    ('rd-20', 'industry', '20', '木材加工和木、竹、藤、棕、草制品业', '20', '2017', 'rd_expenditure', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 901000, '万元', '90.1', '亿元', 1, DATE '2022-08-31', 'f-rd', '附表2', 'B9', '附表2!B9', '木材加工和木、竹、藤、棕、草制品业', 'R&D经费（亿元）'),
    ('ri-20', 'industry', '20', '木材加工和木、竹、藤、棕、草制品业', '20', '2017', 'rd_intensity_operating_revenue', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 0.88, '%', '0.88', '%', 2, DATE '2022-08-31', 'f-rd', '附表2', 'C9', '附表2!C9', '木材加工和木、竹、藤、棕、草制品业', 'R&D经费投入强度（%）'),
    ('rd-21', 'industry', '21', '家具制造业', '21', '2017', 'rd_expenditure', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 1020000, '万元', '102.0', '亿元', 1, DATE '2022-08-31', 'f-rd', '附表2', 'B10', '附表2!B10', '家具制造业', 'R&D经费（亿元）'),
    ('ri-21', 'industry', '21', '家具制造业', '21', '2017', 'rd_intensity_operating_revenue', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 1.23, '%', '1.23', '%', 2, DATE '2022-08-31', 'f-rd', '附表2', 'C10', '附表2!C10', '家具制造业', 'R&D经费投入强度（%）'),
    ('rd-22', 'industry', '22', '造纸和纸制品业', '22', '2017', 'rd_expenditure', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 1361000, '万元', '136.1', '亿元', 1, DATE '2022-08-31', 'f-rd', '附表2', 'B11', '附表2!B11', '造纸和纸制品业', 'R&D经费（亿元）'),
    ('ri-22', 'industry', '22', '造纸和纸制品业', '22', '2017', 'rd_intensity_operating_revenue', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 0.90, '%', '0.90', '%', 2, DATE '2022-08-31', 'f-rd', '附表2', 'C11', '附表2!C11', '造纸和纸制品业', 'R&D经费投入强度（%）'),
    ('rd-23', 'industry', '23', '印刷和记录媒介复制业', '23', '2017', 'rd_expenditure', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 956000, '万元', '95.6', '亿元', 1, DATE '2022-08-31', 'f-rd', '附表2', 'B12', '附表2!B12', '印刷和记录媒介复制业', 'R&D经费（亿元）'),
    ('ri-23', 'industry', '23', '印刷和记录媒介复制业', '23', '2017', 'rd_intensity_operating_revenue', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 1.24, '%', '1.24', '%', 2, DATE '2022-08-31', 'f-rd', '附表2', 'C12', '附表2!C12', '印刷和记录媒介复制业', 'R&D经费投入强度（%）'),
    ('rd-24', 'industry', '24', '文教、工美、体育和娱乐用品制造业', '24', '2017', 'rd_expenditure', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 1076000, '万元', '107.6', '亿元', 1, DATE '2022-08-31', 'f-rd', '附表2', 'B13', '附表2!B13', '文教、工美、体育和娱乐用品制造业', 'R&D经费（亿元）'),
    ('ri-24', 'industry', '24', '文教、工美、体育和娱乐用品制造业', '24', '2017', 'rd_intensity_operating_revenue', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 0.73, '%', '0.73', '%', 2, DATE '2022-08-31', 'f-rd', '附表2', 'C13', '附表2!C13', '文教、工美、体育和娱乐用品制造业', 'R&D经费投入强度（%）');

-- R&D to GDP and to revenue: agreement, disagreement, one side only, a denominator of zero, an estimate beside an actual.
INSERT INTO lake.observation (observation_id, subject_kind, subject_code, subject_name, region_code, indicator, scope, period_start, period_end, accumulation, value, unit, printed_unit, decimals, published_on, kind) VALUES
    ('z-33r', 'region', '330000', '浙江省', '330000', 'rd_expenditure', 'all', DATE '2021-01-01', DATE '2021-12-31', 'flow', 21576900, '万元', '亿元', 2, DATE '2022-08-31', 'actual'),
    ('z-33g', 'region', '330000', '浙江省', '330000', 'gdp', 'all', DATE '2021-01-01', DATE '2021-12-31', 'flow', 735157600, '万元', '亿元', 2, DATE '2022-03-01', 'actual'),
    ('z-33e', 'region', '330000', '浙江省', '330000', 'gdp', 'all', DATE '2021-01-01', DATE '2021-12-31', 'flow', 700000000, '万元', '亿元', 2, DATE '2022-09-01', 'estimate'),
    ('z-33i', 'region', '330000', '浙江省', '330000', 'rd_intensity_gdp', 'all', DATE '2021-01-01', DATE '2021-12-31', 'flow', 2.94, '%', '%', 2, DATE '2022-08-31', 'actual'),
    ('z-33s', 'region', '330000', '浙江省', '330000', 'rd_expenditure', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 15000000, '万元', '亿元', 2, DATE '2022-08-31', 'actual'),
    ('z-33o', 'region', '330000', '浙江省', '330000', 'operating_revenue', 'above_scale', DATE '2021-01-01', DATE '2021-12-31', 'flow', 1000000000, '万元', '亿元', 2, DATE '2022-03-01', 'actual'),
    ('z-44r', 'region', '440000', '广东省', '440000', 'rd_expenditure', 'all', DATE '2021-01-01', DATE '2021-12-31', 'flow', 40021800, '万元', '亿元', 2, DATE '2022-08-31', 'actual'),
    ('z-44g', 'region', '440000', '广东省', '440000', 'gdp', 'all', DATE '2021-01-01', DATE '2021-12-31', 'flow', 1243697000, '万元', '亿元', 2, DATE '2022-03-01', 'actual'),
    ('z-44i', 'region', '440000', '广东省', '440000', 'rd_intensity_gdp', 'all', DATE '2021-01-01', DATE '2021-12-31', 'flow', 3.14, '%', '%', 2, DATE '2022-08-31', 'actual'),
    ('z-43i', 'region', '430000', '湖南省', '430000', 'rd_intensity_gdp', 'all', DATE '2021-01-01', DATE '2021-12-31', 'flow', 2.23, '%', '%', 2, DATE '2022-08-31', 'actual'),
    ('z-42g', 'region', '420000', '湖北省', '420000', 'gdp', 'all', DATE '2021-01-01', DATE '2021-12-31', 'flow', 0, '万元', '亿元', 2, DATE '2022-03-01', 'actual'),
    ('z-42r', 'region', '420000', '湖北省', '420000', 'rd_expenditure', 'all', DATE '2021-01-01', DATE '2021-12-31', 'flow', 11600000, '万元', '亿元', 2, DATE '2022-08-31', 'actual'),
    ('z-36r', 'region', '360000', '江西省', '360000', 'rd_expenditure', 'all', DATE '2021-01-01', DATE '2021-12-31', 'flow', 500, '万元', '万元', 0, NULL, 'sample'),
    ('z-36g', 'region', '360000', '江西省', '360000', 'gdp', 'all', DATE '2021-01-01', DATE '2021-12-31', 'flow', 20000, '万元', '万元', 0, NULL, 'sample'),
    ('z-36p', 'region', '360000', '江西省', '360000', 'rd_expenditure', 'all', DATE '2025-01-01', DATE '2025-12-31', 'flow', 900, '万元', '万元', 0, NULL, 'plan');

-- Vintages: revised by a later publication; filed again (f-new in the place of f-old, which f-bad does not take);
-- filed once, and left out of the file that took its place.
INSERT INTO lake.observation (observation_id, subject_kind, subject_name, indicator, scope, period_start, period_end, accumulation, value, unit, publisher, published_on, filing_id) VALUES
    ('v-1', 'sector', '修订', 'gross_output', 'all', DATE '2022-01-01', DATE '2022-12-31', 'flow', 100, '万元', '国家统计局', DATE '2023-02-28', 'f-nbs'),
    ('v-2', 'sector', '修订', 'gross_output', 'all', DATE '2022-01-01', DATE '2022-12-31', 'flow', 102, '万元', '国家统计局', DATE '2023-12-31', 'f-nbs'),
    ('v-3', 'sector', '修订', 'gross_output', 'all', DATE '2022-01-01', DATE '2022-12-31', 'flow', 99, '万元', '国家统计局', NULL, 'f-nbs'),
    ('v-4', 'sector', '重报', 'gross_output', 'all', DATE '2022-01-01', DATE '2022-12-31', 'flow', 200, '万元', '浙江省统计局', DATE '2023-03-01', 'f-old'),
    ('v-5', 'sector', '重报', 'gross_output', 'all', DATE '2022-01-01', DATE '2022-12-31', 'flow', 210, '万元', '浙江省统计局', DATE '2023-02-01', 'f-new'),
    ('v-6', 'sector', '撤回', 'gross_output', 'all', DATE '2022-01-01', DATE '2022-12-31', 'flow', 300, '万元', '浙江省统计局', DATE '2023-03-01', 'f-old'),
    ('v-7', 'sector', '撤回', 'gross_output', 'all', DATE '2022-01-01', DATE '2022-12-31', 'flow', 301, '万元', '浙江省统计局', DATE '2023-02-28', 'f-old');

-- Patents and firms: a stock at the end of the year, counts in the year, five years apart (T016: 1.1^5 = 1.61051).
INSERT INTO lake.observation (observation_id, subject_kind, subject_name, indicator, scope, period_start, period_end, accumulation, value, unit, printed_unit, decimals) VALUES
    ('p-20', 'sector', '轻工业', 'valid_invention_patent_count', 'above_scale', DATE '2020-12-31', DATE '2020-12-31', 'point', 100000, '件', '件', 0),
    ('p-24', 'sector', '轻工业', 'valid_invention_patent_count', 'above_scale', DATE '2024-12-31', DATE '2024-12-31', 'point', 150000, '件', '件', 0),
    ('p-25', 'sector', '轻工业', 'valid_invention_patent_count', 'above_scale', DATE '2025-12-31', DATE '2025-12-31', 'point', 161051, '件', '件', 0),
    ('n-24', 'sector', '轻工业', 'firm_count', 'above_scale', DATE '2024-12-31', DATE '2024-12-31', 'point', 100000, '个', '个', 0),
    ('n-25', 'sector', '轻工业', 'firm_count', 'above_scale', DATE '2025-12-31', DATE '2025-12-31', 'point', 107400, '个', '个', 0),
    ('n-25g', 'sector', '轻工业', 'firm_count_yoy', 'above_scale', DATE '2025-01-01', DATE '2025-12-31', 'flow', 7.4, '%', '%', 1),
    ('p-a24', 'sector', '轻工业', 'patent_application_count', 'above_scale', DATE '2024-01-01', DATE '2024-12-31', 'flow', 300, '件', '件', 0),
    ('p-a25', 'sector', '轻工业', 'patent_application_count', 'above_scale', DATE '2025-01-01', DATE '2025-12-31', 'flow', 330, '件', '件', 0),
    ('p-i25', 'sector', '轻工业', 'invention_application_count', 'above_scale', DATE '2025-01-01', DATE '2025-12-31', 'flow', 120, '件', '件', 0);

-- Three products: 59.98 of 479.85亿元 is printed as 12.5 % (report 3.1); batches of spot checks (lists/quality.csv).
INSERT INTO lake.observation (observation_id, subject_kind, subject_name, region_code, indicator, scope, period_start, period_end, accumulation, value, unit, printed_unit, decimals, publisher) VALUES
    ('t-n', 'region', '浙江某市', NULL, 'new_product_output', 'above_scale', DATE '2021-01-01', DATE '2021-06-30', 'ytd', 599800, '万元', '亿元', 2, '国家统计局'),
    ('t-o', 'region', '浙江某市', NULL, 'gross_output', 'above_scale', DATE '2021-01-01', DATE '2021-06-30', 'ytd', 4798500, '万元', '亿元', 2, '国家统计局'),
    ('t-r', 'region', '浙江某市', NULL, 'new_product_output_ratio', 'above_scale', DATE '2021-01-01', DATE '2021-06-30', 'ytd', 12.5, '%', '%', 1, '国家统计局'),
    ('q-b', 'product', '118种产品', NULL, 'inspected_batch_count', 'all', DATE '2022-01-01', DATE '2022-12-31', 'flow', 19440, '批次', '批次', 0, '市场监管总局'),
    ('q-f', 'product', '118种产品', NULL, 'unqualified_batch_count', 'all', DATE '2022-01-01', DATE '2022-12-31', 'flow', 1827, '批次', '批次', 0, '市场监管总局'),
    ('q-r', 'product', '118种产品', NULL, 'unqualified_rate_spot_check', 'all', DATE '2022-01-01', DATE '2022-12-31', 'flow', 9.4, '%', '%', 1, '市场监管总局'),
    ('q-s', 'sector', '全国制造业', NULL, 'qualified_rate_statistic', 'all', DATE '2020-01-01', DATE '2020-12-31', 'flow', 93.39, '%', '%', 2, '国家统计局'),
    ('q-p', 'sector', '全国制造业', NULL, 'qualified_rate_spot_check', 'all', DATE '2020-01-01', DATE '2020-12-31', 'flow', 93.5, '%', '%', 1, '市场监管总局'),
    ('w-t', 'cluster', '古镇灯饰', '442000', 'well_known_trademark_count', 'all', DATE '2020-12-31', DATE '2020-12-31', 'point', 12, '件', '件', 0, '中国轻工业联合会');
INSERT INTO lake.list_entry (entry_id, list_name, issuer, list_year, batch, member_name, member_kind, category, firm, filing_id) VALUES
    ('l-1', '升级和创新消费品指南', '中国轻工业联合会', 2018, '轻工第四批', '高精度机械手表(SGA866011.BBB)', 'product', '升级消费品', '飞亚达(集团)股份有限公司', 'f-brand'),
    ('l-2', '升级和创新消费品指南', '中国轻工业联合会', 2018, '轻工第四批', 'IH电饭煲(GDCF-4001C)', 'product', '创新消费品', '珠海格力电器股份有限公司', 'f-brand'),
    ('l-3', '升级和创新消费品指南', '中国轻工业联合会', 2018, '轻工第四批', 'IH电饭煲(GDCF-4001C)', 'product', '创新消费品', '珠海格力电器股份有限公司', 'f-reg'),
    ('l-4', '中国消费名品(首批)', '工业和信息化部', 2025, NULL, '海尔', 'brand', '时代优品', '海尔集团', 'f-brand'),
    ('l-5', '中国消费名品(首批)', '工业和信息化部', 2025, NULL, '古镇灯饰', 'regional_brand', NULL, NULL, 'f-brand'),
    ('l-6', '地理标志产品名录', '国家知识产权局', 2022, NULL, '安溪铁观音', 'regional_brand', NULL, NULL, 'f-brand');

-- Brand values: two providers of one brand, a year without a list, dollars, a list's sum, a brand on lists only.
INSERT INTO lake.brand_valuation (valuation_id, brand, brand_kind, region_code, provider, list_name, list_year, rank, value, unit, strength, filing_id) VALUES
    ('bv-1', '海尔', 'enterprise', '370200', '世界品牌实验室', '中国500最具价值品牌', 2021, 3, 45752900, '万元', NULL, 'f-brand'),
    ('bv-2', '海尔', 'enterprise', '370200', '世界品牌实验室', '中国500最具价值品牌', 2023, 3, 51230600, '万元', NULL, 'f-brand'),
    ('bv-3', '海尔', 'enterprise', '370200', 'Brand Finance', 'Global 500', 2023, NULL, 1500000, '万美元', 85.5, 'f-brand'),
    ('bv-4', '安溪铁观音', 'regional', '350524', '中国品牌建设促进会', '区域品牌(地理标志)', 2020, 1, 14268600, '万元', NULL, 'f-brand'),
    ('bv-5', '安溪铁观音', 'regional', '350524', '中国品牌建设促进会', '区域品牌(地理标志)', 2023, 2, 14324400, '万元', NULL, 'f-brand'),
    ('bv-6', '武夷岩茶', 'regional', '350782', '中国品牌建设促进会', '区域品牌(地理标志)', 2022, NULL, 7206600, '万元', 918, 'f-brand'),
    ('bv-7', '武夷岩茶', 'regional', '350782', '中国品牌建设促进会', '区域品牌(地理标志)', 2023, NULL, 7307800, '万元', NULL, 'f-brand'),
    ('bv-8', '(榜单合计)', 'total', NULL, '中国品牌建设促进会', '中国品牌价值评价', 2023, NULL, 1015100000, '万元', NULL, 'f-brand'),
    ('bv-9', '武夷岩茶', 'regional', '350782', '中国品牌建设促进会', '区域品牌(地理标志)', 2023, 3, 7307800, '万元', NULL, 'f-reg');

-- Titles (report 1.4 and lists/cluster_title.csv).
INSERT INTO lake.title_event (event_id, title, place, region_code, trade, event, event_word, event_on, event_precision, term_years, notice_no, new_title, grantors, filing_id) VALUES
    ('e-a1', '中国甲都', '浙江省温州市', '330300', '制鞋', 'grant', '授予', DATE '2019-09-05', 'day', 4, NULL, NULL, '中国轻工业联合会、中国皮革协会', 'f-reg'),
    ('e-b1', '中国乙都', '浙江省永康市', '330784', '五金', 'grant', '授予', DATE '2020-02-29', 'day', 3, NULL, NULL, '中国五金制品协会', 'f-reg'),
    ('e-c1', '中国家电之都', '广东省佛山市顺德区', '440606', '家电', 'grant', '授予', DATE '2006-01-01', 'year', NULL, NULL, NULL, '中国轻工业联合会、中国家用电器协会', 'f-reg'),
    ('e-c2', '中国家电之都', '佛山市顺德区', '440606', '家电', 'reevaluate', '复评', DATE '2011-01-01', 'year', NULL, NULL, NULL, '中国轻工业联合会、中国家用电器协会', 'f-reg'),
    ('e-c3', '中国家电之都', '顺德区', '440606', '家电', 'reevaluate', '复评', DATE '2014-01-01', 'year', NULL, NULL, NULL, '中国轻工业联合会、中国家用电器协会', 'f-reg'),
    ('e-c4', '中国家电之都', '顺德区', '440606', '家电', 'reevaluate', '复评', DATE '2018-01-01', 'year', NULL, NULL, NULL, '中国轻工业联合会、中国家用电器协会', 'f-reg'),
    ('e-c5', '中国家电之都', '顺德区', '440606', '家电', 'reevaluate', '复评', DATE '2023-08-01', 'month', NULL, NULL, NULL, '中国轻工业联合会、中国家用电器协会', 'f-reg'),
    ('e-c6', '中国家电之都', '顺德区', '440606', '家电', 'reevaluate', '第五次授予', DATE '2023-08-28', 'day', NULL, NULL, NULL, '中国轻工业联合会、中国家用电器协会', 'f-reg'),
    ('e-d1', '中国丁都', '河北省沧州市', '130900', '皮革', 'grant', '授予', DATE '2018-05-01', 'day', NULL, NULL, NULL, '中国轻工业联合会', 'f-reg'),
    ('e-d2', '中国丁都', '河北省沧州市', '130900', '皮革', 'cancel', '取消', DATE '2025-03-01', 'day', NULL, '中轻联〔2025〕1号', NULL, '中国轻工业联合会', 'f-reg'),
    ('e-d3', '中国丁都', '河北省沧州市', '130900', '皮革', 'grant', '授予', DATE '2026-01-01', 'day', NULL, NULL, NULL, '中国轻工业联合会', 'f-reg'),
    ('e-e1', '中国毛绒玩具礼品之都', '江苏省扬州市', '321000', '玩具', 'grant', '授予', DATE '2018-05-01', 'day', NULL, NULL, NULL, '中国轻工业联合会', 'f-reg'),
    ('e-e2', '中国毛绒玩具礼品之都', '江苏省扬州市', '321000', '玩具', 'rename', '更名', DATE '2020-03-01', 'day', NULL, NULL, '中国玩具礼品之都', '中国轻工业联合会', 'f-reg'),
    ('e-e3', '中国玩具礼品之都', '江苏省扬州市', '321000', '玩具', 'withdraw', '撤销', DATE '2021-06-01', 'day', NULL, NULL, NULL, '中国轻工业联合会', 'f-reg'),
    ('e-i1', '中国笔城', '浙江省桐庐县', '330122', '制笔', 'grant', '授予', DATE '2016-03-01', 'day', NULL, NULL, NULL, '中国轻工业联合会', 'f-reg'),
    ('e-i2', '中国笔城', '浙江省桐庐县', '330122', '制笔', 'rename', '更名', DATE '2017-03-01', 'day', NULL, NULL, '中国笔都', '中国轻工业联合会', 'f-reg'),
    ('e-i3', '中国笔都', '浙江省桐庐县', '330122', '制笔', 'rename', '更名', DATE '2018-03-01', 'day', NULL, NULL, '中国制笔之都', '中国轻工业联合会', 'f-reg'),
    ('e-i4', '中国制笔之都', '浙江省桐庐县', '330122', '制笔', 'rename', '更名', DATE '2021-03-01', 'day', NULL, NULL, '中国笔城', '中国轻工业联合会', 'f-reg'),
    ('e-f1', '中国瓷都', '广东省潮州市', '445100', '陶瓷', 'grant', '授予', DATE '2004-04-12', 'day', NULL, NULL, NULL, '中国轻工业联合会、中国陶瓷工业协会', 'f-reg'),
    ('e-f2', '中国瓷都', '广东省潮州市', '445100', '陶瓷', 'grant', '授牌', DATE '2004-06-10', 'day', NULL, NULL, NULL, '中国轻工业联合会、中国陶瓷工业协会', 'f-reg'),
    ('e-f3', '中国瓷都', '江西省景德镇市', '360200', '陶瓷', 'held', '(在册)', NULL, 'none', NULL, NULL, NULL, '', 'f-reg'),
    ('e-g1', '中国建盏之都', '福建省建阳市', '350784', '陶瓷', 'grant', '授予', DATE '2010-08-01', 'day', NULL, NULL, NULL, '中国轻工业联合会', 'f-reg'),
    ('e-g2', '中国建盏之都·建阳', '福建省南平市建阳区', '350703', '陶瓷', 'reevaluate', '复评', DATE '2014-07-30', 'day', NULL, NULL, NULL, '中国轻工业联合会', 'f-reg'),
    ('e-g3', '中国建盏之都•建阳', '福建省南平市建阳区', '350703', '陶瓷', 'reevaluate', '复评', NULL, 'none', NULL, NULL, NULL, '中国轻工业联合会', 'f-reg'),
    ('e-h1', '中国灯饰之都', '广东省中山市古镇镇', '442000', '照明', 'grant', '授予', DATE '2022-01-10', 'day', NULL, NULL, NULL, '中国轻工业联合会', 'f-reg'),
    ('e-h2', '中国灯饰之都', '广东省中山市横栏镇', '442000', '照明', 'grant', '授予', DATE '2023-01-10', 'day', NULL, NULL, NULL, '中国照明电器协会', 'f-reg');

-- Targets (domain targets.csv): vintage, mean of published rates, growth of a ratio, a stock, drafts, no due year.
INSERT INTO lake.target (target_id, document, doc_status, subject_name, indicator, indicator_text, scope, comparator, value, unit, target_type, base_period, due_year, filing_id) VALUES
    ('T005', '轻工业稳增长工作方案(2023—2024年)', 'final', '轻工业', 'industrial_value_added', '工业增加值平均增速', 'above_scale', '~=', 4, '%', 'average_growth', '2022', 2024, 'f-doc'),
    ('T006', '轻工业稳增长工作方案(2023—2024年)', 'final', '轻工业', 'operating_revenue', '营业收入', 'above_scale', '>', 2500000000, '万元', 'level', NULL, 2024, 'f-doc'),
    ('T009', '轻工业稳增长工作方案(2023—2024年)', 'final', '轻工业', NULL, '示范城市数', 'all', '=', 50, '个', 'stock', NULL, 2024, 'f-doc'),
    ('T016', '关于加快现代轻工产业体系建设的指导意见(征求意见稿)', 'draft', '轻工业', 'valid_invention_patent_count', '有效发明专利数', 'above_scale', '>=', 10, '%', 'average_growth', '2020', 2025, 'f-doc'),
    ('T018', '关于加快现代轻工产业体系建设的指导意见(征求意见稿)', 'draft', '重点行业', 'rd_intensity_operating_revenue', '研发投入强度', 'above_scale', '>=', 10, '%', 'relative_growth', '2020', 2025, 'f-doc'),
    ('T032', '产业集群发展工作意见', 'undated', '汽车零配件产业', 'gross_output', '产值', 'all', '>', 1000000, '万元', 'level', NULL, NULL, 'f-doc'),
    ('X01', '修订案', 'final', '修订', 'gross_output', '产值', 'all', '>=', 102, '万元', 'level', NULL, 2022, 'f-doc'),
    ('X02', '修订案', 'final', '修订', 'gross_output', '产值', 'all', '>', 102, '万元', 'level', NULL, 2022, 'f-doc'),
    ('X03', '修订案', 'final', '修订', 'gross_output', '产值', 'all', '~=', 100, '万元', 'level', NULL, 2022, 'f-doc'),
    ('X04', '修订案', 'final', '修订', 'gross_output', '产值', 'all', '>=', 100, '亿元', 'level', NULL, 2022, 'f-doc'),
    ('X05', '修订案', 'final', '修订', 'gross_output', '产值', 'all', '>=', 100, '万元', 'level', NULL, 2030, 'f-doc'),
    ('X06', '修订案', 'final', '口径变动', 'gross_output', '产值', 'above_scale', '>=', 12, '%', 'average_growth', '2010', 2012, 'f-doc');
INSERT INTO lake.observation (observation_id, subject_kind, subject_name, indicator, scope, period_start, period_end, accumulation, value, unit, printed_unit, decimals) VALUES
    ('x-20', 'sector', '重点行业', 'rd_intensity_operating_revenue', 'above_scale', DATE '2020-01-01', DATE '2020-12-31', 'flow', 2.8, '%', '%', 1),
    ('x-25', 'sector', '重点行业', 'rd_intensity_operating_revenue', 'above_scale', DATE '2025-01-01', DATE '2025-12-31', 'flow', 3.08, '%', '%', 2);

INSERT INTO lake.reject (reject_id, filing_id, part, cell, raw, reason, detail, suggestion, row_heading, column_heading, "values", kind) VALUES
    ('r-1', 'f-rd', '附表2', 'B14', '195萬億', 'out_of_range', '19500000000 万元 is above 100 times its neighbours', '核对小数点', '合计', 'R&D经费', 1, 'actual'),
    ('r-2', 'f-rd', '附表2', 'B15', '桐城市崇福镇', 'region_conflict', '崇福镇 is a town of 桐乡市', '', '', '', 1, 'actual'),
    ('r-3', 'f-rd', '附表2', 'B16', '——', 'bad_number', 'not a number', '', '', '', 1, 'actual'),
    ('r-4', 'f-doc', 't', 'A9', '示例', 'no_unit', 'no unit', '', '', '', 1, 'sample');

-- Contradictions (sql/core/conflict_…), two sides each, and beside most of them a pair that agrees.
INSERT INTO lake.observation (observation_id, subject_kind, subject_name, region_code, indicator, scope, period_start, period_end, accumulation, value, lower_bound, unit, printed, printed_unit, decimals, publisher, kind) VALUES
    ('x-old', 'cluster', '甲镇刀剪', '441700', 'firm_count', 'all', DATE '2016-12-31', DATE '2016-12-31', 'point', 72, NULL, '个', '72', '家', 0, '甲报', 'actual'),
    ('x-mid', 'cluster', '甲镇刀剪', '441700', 'firm_count', 'all', DATE '2023-12-31', DATE '2023-12-31', 'point', 100, NULL, '个', '100', '家', 0, '乙报', 'actual'),
    ('x-new', 'cluster', '甲镇刀剪', '441700', 'firm_count', 'all', DATE '2025-12-31', DATE '2025-12-31', 'point', 72, NULL, '个', '72', '家', 0, '丙报', 'actual'),
    ('x-all', 'cluster', '乙县皮革', '330481', 'gross_output', 'all', DATE '2008-01-01', DATE '2008-12-31', 'flow', 1780000, NULL, '万元', '178', '亿元', 0, '甲报', 'actual'),
    ('x-part', 'cluster', '乙县皮革', '330481', 'gross_output', 'above_scale', DATE '2008-01-01', DATE '2008-12-31', 'flow', 1570000, NULL, '万元', '157', '亿元', 0, '甲报', 'actual'),
    ('x-q1', 'cluster', '丙县家具', '360782', 'gross_output', 'all', DATE '2017-01-01', DATE '2017-03-31', 'ytd', 3990000, NULL, '万元', '399', '亿元', 0, '甲报', 'actual'),
    ('x-q1g', 'cluster', '丙县家具', '360782', 'gross_output_yoy', 'all', DATE '2017-01-01', DATE '2017-03-31', 'ytd', 18.7, NULL, '%', '18.7', '%', 1, '甲报', 'actual'),
    ('x-16', 'cluster', '丙县家具', '360782', 'gross_output', 'all', DATE '2016-01-01', DATE '2016-12-31', 'flow', 10200000, NULL, '万元', '1020', '亿元', 0, '甲报', 'actual'),
    ('x-pl', 'cluster', '丁县箱包', '130684', 'gross_output', 'all', DATE '2022-01-01', DATE '2022-12-31', 'flow', 3600000, 3600000, '万元', '360', '亿元', 0, '甲报', 'forecast'),
    ('x-re', 'cluster', '丁县箱包', '130684', 'gross_output', 'all', DATE '2022-01-01', DATE '2022-12-31', 'flow', 3600000, NULL, '万元', '360', '亿元', 0, '乙报', 'actual'),
    ('x-06', 'cluster', '戊镇家具', '440606', 'sales_output', 'all', DATE '2006-01-01', DATE '2006-12-31', 'flow', 1170000, NULL, '万元', '117', '亿元', 0, '甲报', 'actual'),
    ('x-08', 'cluster', '戊镇家具', '440606', 'sales_output', 'all', DATE '2008-01-01', DATE '2008-12-31', 'flow', 1550000, NULL, '万元', '155', '亿元', 0, '甲报', 'actual'),
    ('x-08g', 'cluster', '戊镇家具', '440606', 'sales_output_yoy', 'all', DATE '2008-01-01', DATE '2008-12-31', 'flow', 15, NULL, '%', '年均15', '%', 0, '甲报', 'actual'),
    ('x-f6', 'cluster', '戊镇家具', '440606', 'firm_count', 'all', DATE '2006-12-31', DATE '2006-12-31', 'point', 2350, NULL, '个', '2350', '家', 0, '甲报', 'actual'),
    ('x-f8', 'cluster', '戊镇家具', '440606', 'firm_count', 'all', DATE '2008-12-31', DATE '2008-12-31', 'point', 3010, NULL, '个', '3010', '家', 0, '甲报', 'actual'),
    ('x-f8g', 'cluster', '戊镇家具', '440606', 'firm_count_yoy', 'all', DATE '2008-12-31', DATE '2008-12-31', 'point', 13.9, NULL, '%', '年均13.9', '%', 1, '甲报', 'actual'),
    ('x-ch', 'sector', '某行业', '000000', 'firm_count', 'above_scale', DATE '2013-12-31', DATE '2013-12-31', 'point', 100, NULL, '个', '100', '个', 0, '甲报', 'actual'),
    ('x-ch1', 'sector', '某行业', '000000', 'large_firm_count', 'above_scale', DATE '2013-12-31', DATE '2013-12-31', 'point', 10, NULL, '个', '10', '个', 0, '甲报', 'actual'),
    ('x-ch2', 'sector', '某行业', '000000', 'medium_firm_count', 'above_scale', DATE '2013-12-31', DATE '2013-12-31', 'point', 20, NULL, '个', '20', '个', 0, '甲报', 'actual'),
    ('x-ch3', 'sector', '某行业', '000000', 'small_firm_count', 'above_scale', DATE '2013-12-31', DATE '2013-12-31', 'point', 80, NULL, '个', '80', '个', 0, '甲报', 'actual'),
    ('x-b1', 'cluster', '己县自行车', '120114', 'hightech_firm_count', 'all', DATE '2009-12-31', DATE '2009-12-31', 'point', 1300, NULL, '个', '1300', '个', 0, '甲报', 'actual'),
    ('x-b2', 'cluster', '己县庚镇自行车', '120114', 'hightech_firm_count', 'all', DATE '2016-12-31', DATE '2016-12-31', 'point', 1300, NULL, '个', '1300', '个', 0, '乙报', 'actual'),
    ('x-t1', 'cluster', '辛县陶瓷', '350526', 'gross_output', 'all', DATE '2020-01-01', DATE '2020-12-31', 'flow', 195, NULL, '万元', '195', '万元', 0, '甲报', 'actual'),
    ('x-t2', 'cluster', '辛县陶瓷', '350526', 'gross_output', 'all', DATE '2020-01-01', DATE '2020-12-31', 'flow', 19.5, NULL, '万元', '19.5', '万元', 1, '乙报', 'actual'),
    ('x-t3', 'cluster', '辛县陶瓷', '350526', 'gross_output', 'all', DATE '2020-01-01', DATE '2020-12-31', 'flow', 19.48, NULL, '万元', '19.48', '万元', 2, '丙报', 'actual');
INSERT INTO lake.brand_valuation (valuation_id, brand, brand_kind, provider, list_name, list_year, rank, value) VALUES
    ('xv-1', '某酒', 'enterprise', '甲榜', '某榜', 2020, 2, 28352400),
    ('xv-2', '某酒', 'enterprise', '甲榜', '某榜', 2020, NULL, 22466900),
    ('xv-3', '某酒', 'enterprise', '乙榜', '另榜', 2021, 1, 57402100);

-- Registers: planned and actual apart, two currencies, a rating that ends, gaps of a chain, a month without the one before.
INSERT INTO lake.project (project_id, project_kind, name, owner, partner, stage, started_on, planned_amount, actual_amount, planned_output, unit, cluster, trade, region_code, place, year, publisher) VALUES
    ('pr-1', 'investment', '甲项目', '甲公司', NULL, '在建', DATE '2023-03-01', 100000, 40000, 250000, '万元', '某某鞋业集群', '制鞋', '330300', '浙江省温州市', 2023, '温州市'),
    ('pr-2', 'investment', '乙项目', '乙公司', NULL, '签约', DATE '2023-05-01', 50000, NULL, NULL, '万元', '某某鞋业集群', '制鞋', '330300', '浙江省温州市', 2023, '温州市'),
    ('pr-3', 'investment', '丙项目', '丙公司', NULL, '签约', NULL, 300, NULL, NULL, '万美元', '某某鞋业集群', '制鞋', '330300', '浙江省温州市', 2023, '温州市'),
    ('pr-4', 'cooperation', '园区结对', '甲园区', '乙园区', '签约', DATE '2023-06-01', NULL, NULL, NULL, '', NULL, NULL, NULL, NULL, 2023, '温州市'),
    ('pr-5', 'industry_transfer', '制鞋承接', '温州市', '某县', '投产', DATE '2022-06-01', 8000, 8000, NULL, '万元', NULL, '制鞋', NULL, NULL, 2023, '温州市'),
    ('pr-6', 'tech_transfer', '新胶料', '某大学', '甲公司', '转化', DATE '2023-08-01', NULL, 120, NULL, '万元', '某某鞋业集群', NULL, NULL, NULL, 2023, '温州市'),
    ('pr-7', 'technology', '无水染色', '中国皮革协会', '乙公司', '揭榜', DATE '2023-01-01', 900, NULL, NULL, '万元', NULL, '皮革', NULL, NULL, 2023, '中国皮革协会'),
    ('pr-8', 'subsidy', '检测中心补助', '温州市', '某检测中心', '已拨付', DATE '2023-04-01', 200, 150, NULL, '万元', '某某鞋业集群', NULL, '330300', NULL, 2023, '温州市'),
    ('pr-9', 'service', '走访', '青年干部', '甲公司', NULL, DATE '2023-07-06', NULL, NULL, NULL, '', '某某鞋业集群', NULL, NULL, NULL, 2023, '中国轻工业联合会');
INSERT INTO lake.rating (rating_id, rating_kind, scheme, subject_kind, subject_name, issuer, grade, score, amount, unit, certificate_no, issued_on, valid_until, cluster, region_code, year, note) VALUES
    ('ra-1', 'credit', '信用评价', 'enterprise', '甲公司', '某评级公司', 'AA', 86.5, NULL, '', NULL, DATE '2022-01-01', DATE '2024-12-31', '某某鞋业集群', '330300', 2022, NULL),
    ('ra-2', 'guarantee', '融资担保', 'enterprise', '甲公司', '某担保公司', NULL, NULL, 500, '万元', NULL, DATE '2023-01-01', DATE '2023-12-31', '某某鞋业集群', '330300', 2023, NULL),
    ('ra-3', 'certification', '绿色智慧产业集群', 'cluster', '某某鞋业集群', '中国轻工业联合会', NULL, NULL, NULL, '', 'CL-1', DATE '2020-06-01', NULL, NULL, '330300', 2020, NULL),
    ('ra-4', 'stage', '发展阶段', 'cluster', '某某鞋业集群', '某研究院', '集聚', NULL, NULL, '', NULL, DATE '2021-01-01', NULL, NULL, '330300', 2021, '企业集中，本地配套过半'),
    ('ra-5', 'evaluation', '高质量发展示范企业', 'enterprise', '乙公司', '中国轻工业联合会', '示范', NULL, NULL, '', NULL, DATE '2023-01-01', NULL, NULL, '330300', 2023, NULL);
INSERT INTO lake.chain_node (node_id, chain, node, position, state, supplier_count, local_suppliers, local_rate, cluster, year) VALUES
    ('cn-1', '制鞋产业链', '鞋底', '中游', 'present', 40, 38, 95, '某某鞋业集群', 2023),
    ('cn-2', '制鞋产业链', '高端胶料', '上游', 'missing', 0, 0, NULL, '某某鞋业集群', 2023),
    ('cn-3', '制鞋产业链', '制鞋设备', '上游', '', 1, 0, 0, '某某鞋业集群', 2023),
    ('cn-4', '制鞋产业链', '设计', '上游', 'weak', 6, 6, NULL, '某某鞋业集群', 2023);
INSERT INTO lake.chain_link (link_id, chain, from_node, to_node, supplier, customer, cluster, year) VALUES
    ('cl-1', '制鞋产业链', '高端胶料', '鞋底', '某外企', '甲公司', '某某鞋业集群', 2023),
    ('cl-2', '制鞋产业链', '鞋底', '成鞋', '甲公司', '乙公司', '某某鞋业集群', 2023);
INSERT INTO lake.chain_risk (risk_id, chain, node, item, item_kind, risk_level, level_word, cause, supplier, substitute, cluster, year) VALUES
    ('ck-1', '制鞋产业链', '制鞋设备', '自动成型机', 'product', 'high', '高', '依赖进口', '某国', '国产样机', '某某鞋业集群', 2023),
    ('ck-2', '制鞋产业链', '高端胶料', '发泡工艺', 'technology', 'medium', '中', NULL, NULL, NULL, '某某鞋业集群', 2023);
INSERT INTO lake.prosperity_index (index_id, index_name, month, dimension, dimension_kind, value, band, publisher, published_on) VALUES
    ('pi-1', '中轻景气指数', DATE '2015-11-01', '总指数', 'total', 87.55, '渐冷', '中国轻工业信息中心', DATE '2015-12-28'),
    ('pi-2', '中轻景气指数', DATE '2015-12-01', '总指数', 'total', 86.93, '渐冷', '中国轻工业信息中心', DATE '2016-01-28'),
    ('pi-3', '中轻景气指数', DATE '2015-12-01', '出口', 'component', 90.64, '稳定', '中国轻工业信息中心', DATE '2016-01-28');
INSERT INTO lake.standard (standard_id, standard_no, name, level, role, drafter, status, issued_on, cluster, year) VALUES
    ('st-1', 'GB/T 39905-2021', '区域品牌价值评价 产业集聚区', 'national', 'join', '甲公司', '现行', DATE '2021-03-09', '某某鞋业集群', 2021),
    ('st-2', 'T/CNLIC 0001-2022', '某团体标准', 'group', 'lead', '甲公司', '现行', DATE '2022-03-09', '某某鞋业集群', 2022),
    ('st-3', 'T/CNLIC 0001-2022', '某团体标准', 'group', 'lead', '乙公司', '现行', DATE '2022-03-09', '某某鞋业集群', 2022);
INSERT INTO lake.platform (platform_id, name, platform_kind, level, level_word, host, approver, approved_on, funding, unit, cluster, region_code, year) VALUES
    ('pl-1', '国家鞋类检测中心', '检测', 'national', '国家级', '甲公司', '某部', DATE '2019-01-01', 300, '万元', '某某鞋业集群', '330300', 2022),
    ('pl-2', '鞋业设计中心', '设计', 'provincial', '省级', '乙公司', '某厅', DATE '2020-01-01', NULL, '', '某某鞋业集群', '330300', 2022),
    ('pl-3', '鞋业信息中心', '信息', 'provincial', '省级', '丙公司', '某厅', DATE '2021-01-01', NULL, '', '某某鞋业集群', '330300', 2022);
INSERT INTO lake.enterprise (enterprise_id, name, uscc, group_name, size, main_product, brands, cluster, region_code, year) VALUES
    ('en-1', '甲公司', '91330300000000000A', '甲集团', '中型', '皮鞋', '甲牌', '某某鞋业集群', '330300', 2023),
    ('en-2', '乙公司', '91330300000000000B', NULL, '小型', '鞋底', NULL, '某某鞋业集群', '330300', 2023);
INSERT INTO lake.list_entry (entry_id, list_name, issuer, list_year, batch, member_name, member_kind, rank, score, level, category, firm, region_code, valid_until) VALUES
    ('lg-1', '绿色工厂名单', '工业和信息化部', 2022, '第七批', '甲公司', 'enterprise', NULL, NULL, '国家级', NULL, NULL, '330300', NULL),
    ('lg-2', '消费品工业“三品”战略示范城市', '工业和信息化部', 2022, NULL, '温州市', 'region', NULL, NULL, NULL, NULL, NULL, '330300', NULL),
    ('lg-3', '绿色产品政府采购目录', '财政部', 2022, '第一批', '水性胶', 'product', NULL, NULL, NULL, '胶粘剂', '甲公司', NULL, DATE '2025-12-31'),
    ('lg-4', '轻工业百强企业', '中国轻工业联合会', 2021, NULL, '甲公司', 'enterprise', 5, 91.2, NULL, NULL, NULL, '330300', NULL),
    ('lg-5', '轻工业百强企业', '中国轻工业联合会', 2022, NULL, '甲公司', 'enterprise', 3, 93, NULL, NULL, NULL, '330300', NULL),
    ('lg-6', '轻工业百强企业', '中国轻工业联合会', 2022, NULL, '丁公司', 'enterprise', 8, 88, NULL, NULL, NULL, NULL, NULL),
    ('lg-7', '区域品牌梯队名单', '某省', 2023, NULL, '某某鞋', 'regional_brand', NULL, NULL, '第一梯队', NULL, NULL, '330300', NULL),
    ('lg-8', '老年用品产业园区名单', '工业和信息化部', 2022, NULL, '某老年用品产业园', 'base', NULL, NULL, NULL, NULL, NULL, '330300', NULL),
    ('lg-9', '中小企业特色产业集群', '工业和信息化部', 2022, NULL, '某某鞋业集群', 'cluster', NULL, NULL, '国家', NULL, NULL, '330300', DATE '2025-12-31');
INSERT INTO lake.observation (observation_id, subject_kind, subject_name, region_code, indicator, scope, cohort, period_start, period_end, accumulation, value, unit, printed_unit, decimals, publisher) VALUES
    ('g-f', 'cluster', '某某鞋业集群', '330300', 'firm_count', 'all', NULL, DATE '2023-12-31', DATE '2023-12-31', 'point', 400, '个', '家', 0, '温州市'),
    ('g-c', 'cluster', '某某鞋业集群', '330300', 'cloud_firm_count', 'all', NULL, DATE '2023-12-31', DATE '2023-12-31', 'point', 100, '个', '家', 0, '温州市'),
    ('g-e', 'cluster', '某某鞋业集群', '330300', 'ecommerce_firm_count', 'cluster', NULL, DATE '2023-12-31', DATE '2023-12-31', 'point', 90, '个', '家', 0, '温州市'),
    ('g-t', 'cluster', '某某鞋业集群', '330300', 'trace_firm_count', 'all', NULL, DATE '2023-12-31', DATE '2023-12-31', 'point', 12, '个', '家', 0, '温州市'),
    ('g-g', 'cluster', '某某鞋业集群', '330300', 'green_factory_count', 'all', NULL, DATE '2023-12-31', DATE '2023-12-31', 'point', 4, '个', '家', 0, '温州市'),
    ('g-o', 'cluster', '某某鞋业集群', '330300', 'gross_output', 'all', NULL, DATE '2023-01-01', DATE '2023-12-31', 'flow', 3200000, '万元', '亿元', 0, '温州市'),
    ('h-1', 'enterprise', '甲公司', '330300', 'rd_input', 'all', '轻工业科技百强 2022', DATE '2022-01-01', DATE '2022-12-31', 'flow', 300, '万元', '万元', 0, '中国轻工业联合会'),
    ('h-2', 'enterprise', '甲公司', '330300', 'operating_revenue', 'all', '轻工业科技百强 2022', DATE '2022-01-01', DATE '2022-12-31', 'flow', 10000, '万元', '万元', 0, '中国轻工业联合会'),
    ('h-3', 'enterprise', '乙公司', '330300', 'rd_input', 'all', '轻工业科技百强 2022', DATE '2022-01-01', DATE '2022-12-31', 'flow', 50, '万元', '万元', 0, '中国轻工业联合会'),
    ('h-4', 'enterprise', '乙公司', '330300', 'operating_revenue', 'all', '轻工业科技百强 2022', DATE '2022-01-01', DATE '2022-12-31', 'flow', 10000, '万元', '万元', 0, '中国轻工业联合会'),
    ('h-5', 'enterprise', '甲公司', '330300', 'patent_award_count', 'all', '轻工业科技百强 2022', DATE '2022-01-01', DATE '2022-12-31', 'flow', 2, '项', '项', 0, '中国轻工业联合会');

-- Months by difference (B1, B2) and why there are none; a series with seasons and a fall; enterprises of three counties.
INSERT INTO lake.observation (observation_id, subject_kind, subject_name, indicator, scope, period_start, period_end, accumulation, value, unit, printed_unit, decimals, publisher, published_on) VALUES
    ('m-2', 'sector', '月度', 'gross_output', 'all', DATE '2023-01-01', DATE '2023-02-28', 'ytd', 20, '万元', '万元', 0, '国家统计局', NULL),
    ('m-3', 'sector', '月度', 'gross_output', 'all', DATE '2023-01-01', DATE '2023-03-31', 'ytd', 33, '万元', '万元', 0, '国家统计局', NULL),
    ('m-4', 'sector', '月度', 'gross_output', 'all', DATE '2023-01-01', DATE '2023-04-30', 'ytd', 47, '万元', '万元', 0, '国家统计局', NULL),
    ('m-6', 'sector', '月度', 'gross_output', 'all', DATE '2023-01-01', DATE '2023-06-30', 'ytd', 80, '万元', '万元', 0, '国家统计局', NULL),
    ('m-7o', 'sector', '月度', 'gross_output', 'all', DATE '2023-01-01', DATE '2023-07-31', 'ytd', 90, '万元', '万元', 0, '国家统计局', DATE '2023-08-15'),
    ('m-7', 'sector', '月度', 'gross_output', 'all', DATE '2023-01-01', DATE '2023-07-31', 'ytd', 92, '万元', '万元', 0, '国家统计局', DATE '2023-09-15'),
    ('m-8', 'sector', '月度', 'gross_output', 'all', DATE '2023-01-01', DATE '2023-08-31', 'ytd', 105, '万元', '万元', 0, '国家统计局', NULL),
    ('m-9', 'sector', '月度', 'gross_output', 'all', DATE '2023-01-01', DATE '2023-09-30', 'ytd', 118, '万元', '万元', 0, '轻工报', NULL),
    ('m-10', 'sector', '月度', 'gross_output', 'above_scale', DATE '2023-01-01', DATE '2023-09-30', 'ytd', 100, '万元', '万元', 0, '国家统计局', NULL),
    ('s-15', 'region', '预警县', 'gross_output', 'all', DATE '2015-01-01', DATE '2015-12-31', 'flow', 100, '万元', '万元', 0, '国家统计局', NULL),
    ('s-16', 'region', '预警县', 'gross_output', 'all', DATE '2016-01-01', DATE '2016-12-31', 'flow', 105, '万元', '万元', 0, '国家统计局', NULL),
    ('s-17', 'region', '预警县', 'gross_output', 'all', DATE '2017-01-01', DATE '2017-12-31', 'flow', 111, '万元', '万元', 0, '国家统计局', NULL),
    ('s-18', 'region', '预警县', 'gross_output', 'all', DATE '2018-01-01', DATE '2018-12-31', 'flow', 116, '万元', '万元', 0, '国家统计局', NULL),
    ('s-19', 'region', '预警县', 'gross_output', 'all', DATE '2019-01-01', DATE '2019-12-31', 'flow', 122, '万元', '万元', 0, '国家统计局', NULL),
    ('s-20', 'region', '预警县', 'gross_output', 'all', DATE '2020-01-01', DATE '2020-12-31', 'flow', 107, '万元', '万元', 0, '国家统计局', NULL);
INSERT INTO lake.observation (observation_id, subject_kind, subject_name, region_code, industry_code, indicator, scope, period_start, period_end, accumulation, value, unit, printed_unit, decimals)
SELECT concat('ent-', x.code, '-', cast(x.n AS varchar)), 'enterprise', concat('示范企业', x.code, cast(x.n AS varchar)), x.code, '195', 'gross_output', 'all',
    DATE '2022-01-01', DATE '2022-12-31', 'flow', x.v, '万元', '万元', 0
FROM (VALUES ('330302', 1, 50), ('330302', 2, 60), ('330302', 3, 70), ('330303', 1, 10), ('330303', 2, 20), ('330304', 1, 30), ('330304', 2, 31), ('330304', 3, 32),
    ('350502', 1, 900), ('350502', 2, 10), ('350502', 3, 20), ('350503', 1, 40), ('350503', 2, 41), ('350503', 3, 42),
    ('440605', 1, 5), ('440606', 1, 15), ('440606', 2, 16), ('440606', 3, 17)) AS x (code, n, v);

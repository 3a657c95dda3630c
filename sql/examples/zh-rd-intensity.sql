-- R&D intensity with Chinese names: which regions? 用中文视图查询各地区研发投入强度？
SELECT "年份", "地区", "公布强度（%）", "计算强度（%）", "状态"
FROM zh."研发投入强度"
WHERE "主体类别" = 'region' AND "分母" = 'gdp'
ORDER BY "年份", "行政区划代码"

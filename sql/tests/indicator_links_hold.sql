-- Every indicator that another one refers to is in the dictionary.
SELECT i.code, l.other
FROM reference.indicator AS i
CROSS JOIN unnest(array[i.numerator, i.denominator, i.succeeds, i.growth_of]) AS l (other)
LEFT JOIN reference.indicator AS k ON k.code = l.other
WHERE l.other IS NOT NULL AND k.code IS NULL

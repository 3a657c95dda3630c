-- Every observation is of an indicator of the dictionary, in its canonical unit.
SELECT o.observation_id, o.indicator, o.unit, i.unit AS canonical_unit
FROM core.observation AS o
LEFT JOIN reference.indicator AS i ON i.code = o.indicator
WHERE i.code IS NULL OR o.unit <> i.unit

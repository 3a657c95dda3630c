-- One row per trade and class of GB/T 4754 that belongs to it.
CREATE TABLE reference.trade_class (
    trade varchar,
    scheme varchar,
    edition varchar,
    class_code varchar,
    weight decimal(18, 6),
    certainty varchar,
    note varchar
);
COMMENT ON TABLE reference.trade_class IS 'One row per trade and class of GB/T 4754 that belongs to it: a bridge, many to many; never add up whole divisions to a trade';
COMMENT ON COLUMN reference.trade_class.trade IS 'Name in reference.trade';
COMMENT ON COLUMN reference.trade_class.scheme IS 'GB/T 4754';
COMMENT ON COLUMN reference.trade_class.edition IS 'Edition of class_code';
COMMENT ON COLUMN reference.trade_class.class_code IS 'Division, group or class in reference.industry_class';
COMMENT ON COLUMN reference.trade_class.weight IS 'Share of the class that belongs to the trade, 0 to 1; NULL: no source gives one';
COMMENT ON COLUMN reference.trade_class.certainty IS 'stated: by the name of the class; assumed: by common reading';
COMMENT ON COLUMN reference.trade_class.note IS 'Remarks';

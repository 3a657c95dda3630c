-- One row per trade of light industry, as its federation and associations name them.
CREATE TABLE reference.trade (
    trade varchar,
    synonyms varchar,
    english varchar,
    seen_in varchar,
    note varchar
);
COMMENT ON TABLE reference.trade IS 'One row per trade (行业) of light industry as 中国轻工业联合会 and its associations name them; trades are not classes of GB/T 4754: see reference.trade_class';
COMMENT ON COLUMN reference.trade.trade IS 'Chinese name, the key';
COMMENT ON COLUMN reference.trade.synonyms IS 'Other names and products that stand for the trade, separated by |';
COMMENT ON COLUMN reference.trade.english IS 'English name';
COMMENT ON COLUMN reference.trade.seen_in IS 'Where the name was seen: numbers of seed documents, CLII, clusters (lists of titles), domain report';
COMMENT ON COLUMN reference.trade.note IS 'What the trade covers in terms of GB/T 4754-2017, and what is not certain';

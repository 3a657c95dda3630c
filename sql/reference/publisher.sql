-- One row per publisher of figures that is known by name.
CREATE TABLE reference.publisher (
    name varchar,
    synonyms varchar,
    kind varchar,
    publisher_rank integer,
    is_valuation_provider boolean
);
COMMENT ON TABLE reference.publisher IS 'One row per publisher of figures that is known by name: where two publishers state one fact, the lower rank is shown and both are kept';
COMMENT ON COLUMN reference.publisher.name IS 'Full name';
COMMENT ON COLUMN reference.publisher.synonyms IS 'Other names, separated by |';
COMMENT ON COLUMN reference.publisher.kind IS 'statistics, ministry, association, valuation or press';
COMMENT ON COLUMN reference.publisher.publisher_rank IS '1 = shown first. A publisher that is not listed here comes last';
COMMENT ON COLUMN reference.publisher.is_valuation_provider IS 'true: publishes brand values by a method of its own';

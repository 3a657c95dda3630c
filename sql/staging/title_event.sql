-- One row per act on a title read from a filing: lake.title_event.
CREATE VIEW staging.title_event AS
SELECT
    event_id, title, place, region_code, trade, event, event_word, event_on, event_precision,
    grantors, term_years, notice_no, new_title, publisher, published_on,
    filing_id, part, cell, locator, printed, row_heading, column_heading, kind, origin
FROM lake.title_event;
COMMENT ON VIEW staging.title_event IS 'One row per act on a title read from a filing, as the refresh wrote it';

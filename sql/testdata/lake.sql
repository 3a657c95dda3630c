-- The tables of a release, empty: columns and types as warehouse/lake writes them.
CREATE TABLE lake.observation (
    observation_id varchar, subject_kind varchar, subject_code varchar, subject_name varchar, region_code varchar,
    industry_code varchar, classification varchar, indicator varchar, scope varchar, cohort varchar,
    period_start date, period_end date, accumulation varchar, value decimal(18, 6), lower_bound decimal(18, 6),
    upper_bound decimal(18, 6), unit varchar, qualifier varchar, status varchar, printed_unit varchar,
    decimals integer, is_rounded boolean, publisher varchar, published_on date, warning varchar,
    filing_id varchar, part varchar, cell varchar, locator varchar, printed varchar,
    row_heading varchar, column_heading varchar, kind varchar
);
CREATE TABLE lake.title_event (
    event_id varchar, title varchar, place varchar, region_code varchar, trade varchar, event varchar,
    event_word varchar, event_on date, event_precision varchar, grantors varchar, term_years integer,
    notice_no varchar, new_title varchar, publisher varchar, published_on date,
    filing_id varchar, part varchar, cell varchar, locator varchar, printed varchar,
    row_heading varchar, column_heading varchar, kind varchar
);
CREATE TABLE lake.brand_valuation (
    valuation_id varchar, brand varchar, brand_kind varchar, region_code varchar, place varchar, product varchar,
    provider varchar, list_name varchar, list_year integer, rank integer, value decimal(18, 6), unit varchar,
    printed_unit varchar, qualifier varchar, strength decimal(18, 6), status varchar, publisher varchar,
    published_on date,
    filing_id varchar, part varchar, cell varchar, locator varchar, printed varchar,
    row_heading varchar, column_heading varchar, kind varchar
);
CREATE TABLE lake.list_entry (
    entry_id varchar, list_name varchar, issuer varchar, list_year integer, batch varchar, member_name varchar,
    member_kind varchar, rank integer, category varchar, firm varchar, region_code varchar, place varchar,
    notice_no varchar, published_on date,
    filing_id varchar, part varchar, cell varchar, locator varchar, printed varchar,
    row_heading varchar, column_heading varchar, kind varchar
);
CREATE TABLE lake.target (
    target_id varchar, document varchar, doc_status varchar, subject_name varchar, indicator varchar,
    indicator_text varchar, scope varchar, comparator varchar, value decimal(18, 6), unit varchar,
    target_type varchar, base_period varchar, due_year integer, published_on date,
    filing_id varchar, part varchar, cell varchar, locator varchar, printed varchar,
    row_heading varchar, column_heading varchar, kind varchar
);
CREATE TABLE lake.filing (
    filing_id varchar, sha256 varchar, file_name varchar, filer varchar, received_at timestamptz, bytes bigint,
    format varchar, encoding varchar, form varchar, title varchar, publisher varchar, published_on date,
    kind varchar, status varchar, reason varchar, detail varchar, values_read bigint, values_loaded bigint,
    values_rejected bigint, blank_cells bigint, supersedes varchar, source_note varchar, partitions varchar[]
);
CREATE TABLE lake.reject (
    reject_id varchar, filing_id varchar, part varchar, cell varchar, raw varchar, reason varchar, detail varchar,
    suggestion varchar, row_heading varchar, column_heading varchar, "values" integer, kind varchar
);
CREATE TABLE lake.check_result ("check" varchar, severity varchar, "rows" bigint, claim varchar, example varchar);
CREATE TABLE lake.setting (name varchar, value varchar);

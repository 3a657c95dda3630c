-- The tables of a release, empty: columns and types as warehouse/lake writes them. The defaults spare the
-- fixture what a case does not turn on.
CREATE TABLE lake.observation (
    observation_id varchar, subject_kind varchar, subject_code varchar, subject_name varchar, region_code varchar,
    industry_code varchar, classification varchar, indicator varchar, scope varchar, cohort varchar,
    period_start date, period_end date, accumulation varchar, value decimal(18, 6), lower_bound decimal(18, 6),
    upper_bound decimal(18, 6), unit varchar, qualifier varchar, status varchar DEFAULT 'reported', printed_unit varchar DEFAULT '',
    decimals integer DEFAULT 2, is_rounded boolean DEFAULT false, publisher varchar DEFAULT '国家统计局', published_on date, warning varchar,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.title_event (
    event_id varchar, title varchar, place varchar, region_code varchar, trade varchar, event varchar,
    event_word varchar, event_on date, event_precision varchar DEFAULT 'day', grantors varchar DEFAULT '中国轻工业联合会', term_years integer,
    notice_no varchar, new_title varchar, publisher varchar DEFAULT '中国轻工业联合会', published_on date,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.brand_valuation (
    valuation_id varchar, brand varchar, brand_kind varchar, region_code varchar, place varchar, product varchar,
    provider varchar, list_name varchar, list_year integer, rank integer, value decimal(18, 6), unit varchar DEFAULT '万元',
    printed_unit varchar DEFAULT '亿元', qualifier varchar, strength decimal(18, 6), status varchar DEFAULT 'reported', publisher varchar DEFAULT '',
    published_on date,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.list_entry (
    entry_id varchar, list_name varchar, issuer varchar, list_year integer, batch varchar, member_name varchar,
    member_kind varchar, rank integer, category varchar, firm varchar, region_code varchar, place varchar,
    notice_no varchar, published_on date, score decimal(18, 6), level varchar, trade varchar, valid_from date, valid_until date,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.target (
    target_id varchar, document varchar, doc_status varchar, subject_name varchar, indicator varchar,
    indicator_text varchar DEFAULT '', scope varchar DEFAULT 'all', comparator varchar, value decimal(18, 6), unit varchar DEFAULT '',
    target_type varchar, base_period varchar, due_year integer, published_on date,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.project (
    project_id varchar, project_kind varchar DEFAULT '', name varchar DEFAULT '', owner varchar, partner varchar,
    stage varchar, content varchar, capacity varchar, started_on date, finished_on date, planned_amount
    decimal(18, 6), actual_amount decimal(18, 6), planned_output decimal(18, 6), actual_output decimal(18, 6), unit
    varchar DEFAULT '', qualifier varchar, cluster varchar, trade varchar, region_code varchar, place varchar, year
    integer, publisher varchar DEFAULT '', published_on date, note varchar,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.rating (
    rating_id varchar, rating_kind varchar DEFAULT '', scheme varchar DEFAULT '', subject_kind varchar DEFAULT '',
    subject_name varchar DEFAULT '', issuer varchar DEFAULT '', grade varchar, score decimal(18, 6), amount
    decimal(18, 6), unit varchar DEFAULT '', certificate_no varchar, status varchar, issued_on date, valid_until
    date, cluster varchar, trade varchar, region_code varchar, place varchar, year integer, publisher
    varchar DEFAULT '', published_on date, note varchar,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.chain_node (
    node_id varchar, chain varchar DEFAULT '', node varchar DEFAULT '', position varchar, state varchar DEFAULT '',
    state_word varchar, supplier_count integer, local_suppliers integer, suppliers varchar, local_rate
    decimal(18, 6), cluster varchar, trade varchar, region_code varchar, place varchar, year integer, publisher
    varchar DEFAULT '', published_on date, note varchar,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.chain_link (
    link_id varchar, chain varchar DEFAULT '', from_node varchar DEFAULT '', to_node varchar DEFAULT '', link_kind
    varchar, supplier varchar, customer varchar, cluster varchar, trade varchar, region_code varchar, place varchar,
    year integer, publisher varchar DEFAULT '', published_on date, note varchar,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.chain_risk (
    risk_id varchar, chain varchar DEFAULT '', node varchar, item varchar DEFAULT '', item_kind varchar DEFAULT '',
    risk_level varchar DEFAULT '', level_word varchar, cause varchar, supplier varchar, substitute varchar, cluster
    varchar, trade varchar, region_code varchar, place varchar, year integer, publisher varchar DEFAULT '',
    published_on date, note varchar,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.prosperity_index (
    index_id varchar, index_name varchar DEFAULT '', month date, dimension varchar DEFAULT '', dimension_kind
    varchar DEFAULT '', value decimal(18, 6), band varchar, previous decimal(18, 6), cluster varchar, trade varchar,
    region_code varchar, place varchar, year integer, publisher varchar DEFAULT '', published_on date, note varchar,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.standard (
    standard_id varchar, standard_no varchar, name varchar DEFAULT '', level varchar DEFAULT '', role
    varchar DEFAULT '', drafter varchar, status varchar, issued_on date, effective_on date, replaces varchar,
    cluster varchar, trade varchar, region_code varchar, place varchar, year integer, publisher varchar DEFAULT '',
    published_on date, note varchar,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.platform (
    platform_id varchar, name varchar DEFAULT '', platform_kind varchar, level varchar DEFAULT '', level_word
    varchar, host varchar, approver varchar, approved_on date, status varchar, funding decimal(18, 6), unit
    varchar DEFAULT '', cluster varchar, trade varchar, region_code varchar, place varchar, year integer, publisher
    varchar DEFAULT '', published_on date, note varchar,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.enterprise (
    enterprise_id varchar, name varchar DEFAULT '', uscc varchar, group_name varchar, size varchar, industry_code
    varchar, main_product varchar, brands varchar, status varchar, established_on date, cluster varchar, trade
    varchar, region_code varchar, place varchar, year integer, publisher varchar DEFAULT '', published_on date, note
    varchar,
    filing_id varchar DEFAULT 'f-nbs', part varchar DEFAULT 't', cell varchar DEFAULT 'A1', locator varchar DEFAULT 't!A1',
    printed varchar DEFAULT '', row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', kind varchar DEFAULT 'actual', origin varchar DEFAULT ''
);
CREATE TABLE lake.filing (
    filing_id varchar, sha256 varchar, file_name varchar, filer varchar DEFAULT 'x', received_at timestamptz DEFAULT TIMESTAMPTZ '2024-01-01 00:00:00+00',
    bytes bigint DEFAULT 1, format varchar DEFAULT 'csv', encoding varchar, form varchar, title varchar, publisher varchar, published_on date,
    kind varchar DEFAULT 'actual', status varchar DEFAULT 'loaded', reason varchar, detail varchar,
    values_read bigint DEFAULT 0, values_loaded bigint DEFAULT 0, values_rejected bigint DEFAULT 0,
    blank_cells bigint DEFAULT 0, supersedes varchar, source_note varchar, partitions varchar[]
);
CREATE TABLE lake.reject (
    reject_id varchar, filing_id varchar, part varchar, cell varchar, raw varchar, reason varchar, detail varchar,
    suggestion varchar, row_heading varchar DEFAULT '', column_heading varchar DEFAULT '', "values" integer, kind varchar DEFAULT 'actual'
);
CREATE TABLE lake.check_result ("check" varchar, severity varchar, "rows" bigint, claim varchar, example varchar);
CREATE TABLE lake.setting (name varchar, value varchar);

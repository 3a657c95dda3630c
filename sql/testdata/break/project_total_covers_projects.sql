CREATE OR REPLACE VIEW mart.project_total AS SELECT project_kind, cluster, year, cast(2 AS bigint) AS project_count FROM mart.project;

package warehouse

import (
	"context"
	"errors"
	"strings"
	"testing"
)

func TestGuard(t *testing.T) {
	g, err := newGuard()
	if err != nil {
		t.Fatal(err)
	}
	defer g.close()
	names := map[string]bool{"cluster": true, "集群": true}
	for _, test := range []struct{ sql, want string }{ // "" for allowed, else part of the error
		{"SELECT 1", ""},
		{"select 1;", ""},
		{"-- why\nSELECT * FROM mart.cluster /* all */", ""},
		{`SELECT * FROM zh."集群"`, ""},
		{"SELECT * FROM 集群, Cluster", ""},
		{"FROM sanpin.core.region", ""},
		{"SELECT * FROM MART.cluster JOIN reference.region USING (code)", ""},
		{"SELECT table_name FROM information_schema.tables", ""},
		{"DESCRIBE mart.cluster", ""},
		{"SUMMARIZE mart.cluster", ""},
		{"DESCRIBE SELECT * FROM mart.cluster", ""},
		{"VALUES (1), (2)", ""},
		{"TABLE mart.cluster", ""},
		{"WITH a AS (SELECT 1 AS x), b AS (SELECT x FROM a) SELECT * FROM b JOIN A USING (x)", ""},
		{"WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 9) SELECT * FROM r", ""},
		{"WITH a AS (SELECT 1) SELECT * FROM (SELECT * FROM a) UNION SELECT (SELECT max(x) FROM a) FROM a WHERE EXISTS (FROM a)", ""},
		{"SELECT * FROM mart.cluster, unnest([1, 2]) AS u(x), range(3), generate_series(1, 2)", ""},
		{"SELECT row_number() OVER (ORDER BY x), list_transform([1], lambda y: y + 1) FROM mart.cluster", ""},
		{"PIVOT mart.cluster ON place IN ('a', 'b') USING count(*)", ""},
		{"SELECT $1, $2", ""},
		{"SELECT $name", ""},
		{"SELECT version(), error('x'), now(), typeof(1)", ""},

		{"", "there is no statement"},
		{" -- nothing\n", "there is no statement"},
		{"SELECT 1; SELECT 2", "one statement at a time, and here are 2"},
		{"SELECT 1; DROP TABLE x", "only SELECT"},
		{"DROP VIEW mart.cluster", "only SELECT"},
		{"INSERT INTO mart.cluster VALUES (1)", "only SELECT"},
		{"COPY mart.cluster TO 'x.csv'", "only SELECT"},
		{"COPY (SELECT 1) TO 'x.csv'", "only SELECT"},
		{"EXPLAIN ANALYZE COPY mart.cluster TO 'x.csv'", "only SELECT"},
		{"ATTACH ':memory:' AS m", "only SELECT"},
		{"SET threads = 1", "only SELECT"},
		{"PRAGMA database_list", "only SELECT"},
		{"CALL enable_logging()", "only SELECT"},
		{"CREATE TEMP TABLE x AS SELECT 1", "only SELECT"},
		{"CREATE MACRO f() AS 1", "only SELECT"},
		{"EXECUTE x", "only SELECT"},
		{"PREPARE x AS SELECT 1", "only SELECT"},
		{"BEGIN", "only SELECT"},
		{"USE memory", "only SELECT"},
		{"INSTALL httpfs", "only SELECT"},
		{"PIVOT mart.cluster ON place USING count(*)", "only SELECT"},
		{"WITH x AS (INSERT INTO y VALUES (1)) SELECT 1", "A CTE needs a SELECT"},
		{"SHOW TABLES", "SHOW is not answered"},
		{"SHOW ALL TABLES", "SHOW is not answered"},
		{"SHOW DATABASES", "SHOW is not answered"},
		{"SELECT * FROM (SHOW TABLES)", "SHOW is not answered"},

		{"SELECT * FROM lake.observation", `schema "lake" is not published`},
		{"SELECT * FROM sanpin.lake.observation", `schema "lake" is not published`},
		{"SELECT * FROM pg_catalog.pg_class", `schema "pg_catalog" is not published`},
		{"SELECT * FROM main.duckdb_settings", `schema "main" is not published`},
		{"SELECT * FROM memory.main.x", `there is no catalog "memory"`},
		{"SELECT * FROM system.information_schema.tables", `there is no catalog "system"`},
		{"SELECT 1\nFROM\n  region", `line 3:3: there is no table "region"`},
		{"SELECT * FROM '/etc/passwd'", `there is no table "/etc/passwd"`},
		{`SELECT * FROM "x.parquet"`, `there is no table "x.parquet"`},
		{"SELECT * FROM duckdb_tables", `there is no table "duckdb_tables"`},
		{"DESCRIBE duckdb_tables", `there is no table "duckdb_tables"`},
		{"SUMMARIZE lake.observation", `schema "lake" is not published`},
		{"SELECT (SELECT max(x) FROM lake.observation)", `schema "lake" is not published`},
		{"SELECT 1 WHERE EXISTS (SELECT 1 FROM mart.a WHERE x IN (SELECT y FROM staging.z))", `schema "staging" is not published`},
		{"SELECT * FROM mart.a ORDER BY (SELECT 1 FROM lake.b)", `schema "lake" is not published`},
		{"SELECT * FROM mart.a LIMIT (SELECT 1 FROM lake.b)", `schema "lake" is not published`},
		{"SELECT sum(x) FILTER (WHERE x > (SELECT 1 FROM lake.b)) FROM mart.a", `schema "lake" is not published`},
		{"SELECT sum(x) OVER (ORDER BY (SELECT 1 FROM lake.b)) FROM mart.a", `schema "lake" is not published`},
		{"SELECT * FROM unnest((SELECT [x] FROM lake.b))", `schema "lake" is not published`},
		{"PIVOT lake.b ON x IN (1) USING sum(y)", `schema "lake" is not published`},
		{"VALUES ((SELECT 1 FROM lake.b))", `schema "lake" is not published`},
		// A name of WITH is seen only where it is.
		{"SELECT * FROM (WITH duckdb_tables AS (SELECT 1) SELECT * FROM duckdb_tables), duckdb_tables", `there is no table "duckdb_tables"`},
		{"WITH duckdb_tables AS (SELECT * FROM duckdb_tables) SELECT * FROM duckdb_tables", `there is no table "duckdb_tables"`},
		{"WITH a AS (SELECT * FROM b), b AS (SELECT 1) SELECT * FROM a", `there is no table "b"`},
		{"WITH a AS (SELECT 1) SELECT * FROM lake.a", `schema "lake" is not published`},

		{"SELECT * FROM read_csv('/etc/passwd')", `the table function "read_csv" may not be used`},
		{"SELECT * FROM READ_TEXT('/etc/passwd')", `the table function "read_text" may not be used`},
		{"SELECT * FROM query('DROP TABLE x')", `the table function "query" may not be used`},
		{"SELECT * FROM query_table('lake.x')", `the table function "query_table" may not be used`},
		{"SELECT * FROM duckdb_settings()", `the table function "duckdb_settings" may not be used`},
		{"SELECT * FROM enable_logging()", `the table function "enable_logging" may not be used`},
		{"SELECT * FROM main.glob('*')", `the table function "glob" may not be used`},
		{"SELECT * FROM repeat(1, 5)", `the table function "repeat" may not be used`},
		{"SELECT * FROM mart.a, LATERAL (SELECT * FROM parquet_metadata('x'))", `the table function "parquet_metadata" may not be used`},
		{"SELECT current_setting('allowed_paths')", `line 1:8: the function "current_setting" may not be used`},
		{`SELECT "Current_Setting"('x')`, `the function "current_setting" may not be used`},
		{"SELECT system.main.getvariable('x')", `the function "getvariable" may not be used`},
		{"SELECT ('x').current_setting()", `the function "current_setting" may not be used`},
		{"SELECT list_transform([1], lambda y: sleep_ms(y))", `the function "sleep_ms" may not be used`},
		{"SELECT 1 ORDER BY write_log('x')", `the function "write_log" may not be used`},
		{"SELECT * FROM range(nextval('x'))", `the function "nextval" may not be used`},
		{"SELECT setseed(0.5)", `the function "setseed" may not be used`},
		{"SELECT getenv('HOME')", `the function "getenv" may not be used`},

		{"SELEC 1", `line 1:1: syntax error at or near "SELEC"`},
		{"SELECT 品牌,\n  数字 FROM 集群 WHERE (", "line 2:21: syntax error at end of input"},
		{"SELECT $1, $name", "Mixing named and positional parameters"},
		{"SELECT 1\x00; DROP TABLE x", ""}, // the engine refuses it: see TestQueryErrors
		{"SELECT '" + strings.Repeat("x", maxSQL) + "'", "the limit is 65536"},
		{strings.Repeat("(", 20000) + "1", "memory exhausted"},
	} {
		err := g.check(context.Background(), test.sql, names)
		if test.want == "" {
			if err != nil {
				t.Errorf("%.200s\nis refused: %v", test.sql, err)
			}
			continue
		}
		var e *Error
		if !errors.As(err, &e) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%.200s\nerror %.300v, want %s", test.sql, err, test.want)
		}
	}
}

// Whatever is sent, the guard lives, and refuses in terms of the statement.
func FuzzGuard(f *testing.F) {
	g, err := newGuard()
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { g.close() })
	for _, seed := range []string{
		"WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT * FROM r, mart.x",
		"PIVOT mart.cluster ON place IN ('a') USING count(*)", "SUMMARIZE zh.\"集群\"", "SELECT * FROM lake.x AT (VERSION => 3)",
		"SELECT 1 +", "FROM query('x')", "SELECT $1, '中' || x FROM (VALUES (1)) v(x) WHERE EXISTS (FROM reference.y)",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, sql string) {
		err := g.check(context.Background(), sql, nil)
		var e *Error
		if err != nil && (!errors.As(err, &e) || e.Message == "" || e.Kind == KindInternal) {
			t.Errorf("%q: %v", sql, err)
		}
		if e != nil && e.Line > strings.Count(sql, "\n")+1 {
			t.Errorf("%q: line %d of an error", sql, e.Line)
		}
	})
}

func BenchmarkGuard(b *testing.B) {
	g, err := newGuard()
	if err != nil {
		b.Fatal(err)
	}
	defer g.close()
	const sql = `WITH latest AS (SELECT region_code, max(year) AS year FROM mart.rd_intensity GROUP BY region_code)
		SELECT r.region_name, i.year, i.value FROM mart.rd_intensity AS i
		JOIN latest AS l ON l.region_code = i.region_code AND l.year = i.year
		LEFT JOIN core.region AS r ON r.region_code = i.region_code WHERE i.value > $1 ORDER BY i.value DESC LIMIT 20`
	for b.Loop() {
		if err := g.check(context.Background(), sql, nil); err != nil {
			b.Fatal(err)
		}
	}
}

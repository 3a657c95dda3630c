package dialect_test

import (
	"errors"
	"strings"
	"testing"

	"sanpin/warehouse/dialect"
	"sanpin/warehouse/dialect/fault"
)

// oneTable has a table of brands.
type oneTable struct{}

func (oneTable) HasCatalog(c string) bool   { return c == "sanpin" }
func (oneTable) HasSchema(c, s string) bool { return c == "sanpin" && s == "mart" }
func (oneTable) Table(c, s, t string) (*dialect.Table, bool) {
	return &dialect.Table{SQL: `"sanpin"."mart"."brand"`, Columns: []dialect.TableColumn{
		{"name", "VARCHAR"}, {"Region", "ENUM('云南', '湖北')"}, {"year", "INTEGER"}, {"value", "DECIMAL(18,4)"}, {"odd", "BIT"},
	}}, c == "sanpin" && s == "mart" && t == "brand"
}

var mart = dialect.Session{Catalog: "sanpin", Schema: "mart"}

// TestTable tells how columns of a table are named and read.
func TestTable(t *testing.T) {
	for _, test := range []struct{ sql, want string }{
		{"SELECT NAME, year FROM brand", `SELECT c1 AS "NAME", c2 AS "year" FROM (SELECT r1."name" AS c1, r1."year" AS c2 FROM "sanpin"."mart"."brand" AS r1)`},
		{`SELECT sanpin.mart.brand."region" FROM Mart.Brand`, `SELECT c1 AS "region" FROM (SELECT CAST(r1."Region" AS VARCHAR) AS c1 FROM "sanpin"."mart"."brand" AS r1)`},
		{"SELECT brand.year FROM brand b", "line 1:8: Column 'brand.year' cannot be resolved"},
		{"SELECT odd FROM brand", "line 1:8: column sanpin.mart.brand.odd has a type that is not supported here: BIT"},
		{"SELECT 1 FROM brands", "line 1:15: Table 'sanpin.mart.brands' does not exist"},
		{"SELECT 1 FROM zh.brand", "line 1:15: Schema 'zh' does not exist"},
	} {
		got := ""
		if s, err := dialect.Translate(test.sql, mart, oneTable{}); err != nil {
			got = err.Error()
		} else {
			got = s.SQL
		}
		if got != test.want {
			t.Errorf("%s\n = %s\nwant %s", test.sql, got, test.want)
		}
	}
}

// large is a statement of about 2 kB, as a dashboard sends it.
var large = func() string {
	var b strings.Builder
	b.WriteString("WITH x AS (SELECT name, region, year, value FROM brand WHERE year BETWEEN 2015 AND 2024")
	for range 12 {
		b.WriteString(" AND (region = '云南' OR value / 3 > 10.5 OR lower(name) <> 'northwind')")
	}
	b.WriteString(") SELECT upper(a.name) AS \"品牌\", a.year")
	for range 8 {
		b.WriteString(", CASE WHEN a.value > 5000 THEN '大' WHEN a.value > 1000 THEN '中' ELSE '小' END")
	}
	b.WriteString(" FROM x AS a LEFT JOIN x AS b ON a.name = b.name AND b.year = a.year - 1 ORDER BY 1, a.year DESC LIMIT 1000")
	return b.String()
}()

func BenchmarkTranslate(b *testing.B) {
	b.SetBytes(int64(len(large)))
	for b.Loop() {
		if _, err := dialect.Translate(large, mart, oneTable{}); err != nil {
			b.Fatal(err)
		}
	}
}

// TestWork makes sure that no statement takes long to translate.
func TestWork(t *testing.T) {
	deep := "1"
	for range 40 {
		deep = "(SELECT max(y) FROM (VALUES " + deep + ") AS t(y))"
	}
	for _, sql := range []string{
		"SELECT " + deep,
		"SELECT " + strings.Repeat("(SELECT ", 150) + "1" + strings.Repeat(")", 150),
		"SELECT 1" + strings.Repeat(" UNION ALL SELECT 1", 300),
	} {
		_, err := dialect.Translate(sql, mart, oneTable{})
		var f *fault.Error
		if err != nil && !errors.As(err, &f) {
			t.Errorf("%.60s: %v is no fault", sql, err)
		}
	}
}

// FuzzTranslate has one property: any text is translated or refused with a fault.
func FuzzTranslate(f *testing.F) {
	for _, sql := range []string{large, "SELECT x, sum(y) OVER (ORDER BY x) FROM (VALUES (1, 2)) AS t(x, y)", "SELECT * FROM brand a JOIN brand b USING (name) GROUP BY ROLLUP (1)",
		"WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t) SELECT (SELECT n) IN (SELECT 1), ARRAY[n][1] FROM t, UNNEST(ARRAY[1]) u(n2)"} {
		f.Add(sql)
	}
	f.Fuzz(func(t *testing.T, sql string) {
		_, err := dialect.Translate(sql, mart, oneTable{})
		var fault *fault.Error
		if err != nil && !errors.As(err, &fault) {
			t.Errorf("error %v is no fault", err)
		}
	})
}

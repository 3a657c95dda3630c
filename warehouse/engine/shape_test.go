package engine

import (
	"context"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"
)

// The same value can lie in a vector in many ways: constant, by dictionary,
// sliced, lists over shared elements. Whatever the way, each row must say what
// DuckDB's own to_json says of it. The names of members are in order, because
// Arrow's text sorts them.
func TestShapes(t *testing.T) {
	conn, ctx := open(t), context.Background()
	err := conn.Exec(ctx, `
		CREATE TABLE t AS SELECT i, 'a rather long text ' || i AS s, CASE WHEN i % 7 = 0 THEN NULL ELSE i END AS n,
			CASE WHEN i % 5 = 0 THEN NULL WHEN i % 5 = 1 THEN [] ELSE [i, NULL, i + 1] END AS l,
			[i, i * 2, NULL]::BIGINT[3] AS a,
			CASE WHEN i % 11 = 0 THEN NULL ELSE {'p': i, 'q': ['x' || i, NULL]} END AS st
			FROM range(5000) r(i);
		CREATE TABLE few AS SELECT i AS k, [i, i] AS fl, {'z': 'one of few ' || i} AS fs FROM range(7) r(i);
	`)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct{ expression, from string }{
		{"[1, 2]", "t"},
		{"{'a': 1, 'b': i}", "t"},
		{"{'a': i, 'b': {'c': 'constant and long', 'd': n}}", "t"},
		{"[i, 5]", "t"},
		{"[s, 'constant and long']", "t"},
		{"l", "t"},
		{"l", "t WHERE i % 3 = 0"},
		{"l", "t ORDER BY i DESC"},
		{"a", "t"},
		{"a", "t WHERE i % 3 = 1"},
		{"[a, NULL]", "t"},
		{"st", "t"},
		{"st", "t WHERE i % 3 = 1"},
		{"st.q", "t"},
		{"[st, st]", "t"},
		{"l[2:3]", "t"},
		{"list_sort(l, 'DESC')", "t"},
		{"list_reverse(l)", "t"},
		{"list_filter(l, lambda x: x % 2 = 0)", "t"},
		{"list_transform(l, lambda x: {'v': x, 'w': s})", "t"},
		{"list_select(l, [3, 1])", "t"},
		{"list_zip(l, [s])", "t WHERE false"},
		{"list_concat(l, [n])", "t"},
		{"list_resize(l, 5)", "t"},
		{"list_distinct(l)", "t WHERE l IS NULL OR len(l) < 1"},
		{"map_keys(MAP {s: l})", "t"},
		{"map_values(MAP {s: l, 'other': [i]})", "t"},
		{"map_entries(MAP {s: l})", "t"},
		{"MAP {'k': l}['k']", "t"},
		{"string_split(s, ' ')", "t"},
		{"CASE WHEN i % 2 = 0 THEN l ELSE [0] END", "t"},
		{"COALESCE(l, [7])", "t"},
		{"fl", "t JOIN few ON i % 7 = k"},
		{"fs", "t JOIN few ON i % 9 = k"},
		{"fs", "t LEFT JOIN few ON i % 9 = k"},
		{"[fs, NULL]", "t LEFT JOIN few ON i % 9 = k"},
		{"lag(l) OVER (ORDER BY i)", "t"},
		{"list(n)", "t GROUP BY i % 13"},
		{"list(st ORDER BY i)", "t GROUP BY i % 13"},
		{"unnest([l, l])", "t"},
		{"unnest([st])", "t"},
		{"range(i % 5)", "t"},
		{"[[i % 3], NULL, []]", "t"},
		{"struct_pack(x := list_value(list_value(1, n)))", "t"},
		{"l", "(SELECT l FROM t UNION ALL SELECT [1])"},
		{"x", "(VALUES ([1, 2]), (NULL), ([]), ([3])) v(x)"},
	} {
		compareJSON(t, conn, "SELECT x, to_json(x)::VARCHAR FROM (SELECT "+test.expression+" AS x FROM "+test.from+")")
	}
}

// compareJSON runs a query for values and their JSON.
func compareJSON(t *testing.T, conn *Conn, sql string) {
	t.Helper()
	_, batches, err := all(context.Background(), conn, sql)
	if err != nil {
		t.Errorf("%s: %v", sql, err)
		return
	}
	for _, batch := range batches {
		value, json := batch.Column(0), batch.Column(1)
		for row := range int(batch.NumRows()) {
			if got, want := plain(value, row), json.ValueStr(row); got != want {
				t.Errorf("%s\nrow %d of a batch of %d: %s, want %s", sql, row, batch.NumRows(), got, want)
				return
			}
		}
	}
}

// plain is Arrow's text, but a decimal's with all its digits: 0.00, not 0.
func plain(column arrow.Array, row int) string {
	if decimal, ok := column.(*array.Decimal128); ok && column.IsValid(row) {
		return decimal.Value(row).ToString(decimal.DataType().(*arrow.Decimal128Type).Scale)
	}
	return column.ValueStr(row)
}

// Flat columns of several chunks with NULLs, compared with DuckDB's own text.
func TestFlatColumns(t *testing.T) {
	conn := open(t)
	for _, expression := range []string{
		"n::INTEGER", "n::UBIGINT", "n::HUGEINT * 1000000000000000000000", "(-n)::HUGEINT", "n::UHUGEINT",
		"(n % 50)::DECIMAL(4,2)", "(-n % 5000)::DECIMAL(9,3)", "(n * 12345)::DECIMAL(18,6)", "(n * -12345)::DECIMAL(38,6)",
		"n % 3 = 0", "'text ' || n", "repeat('long', n % 9)", "('a' || n % 3)::ENUM('a0', 'a1', 'a2')",
		"'v'", "NULL::VARCHAR", "(n % 1000)::BIT", "(n * -99999999999)::BIGNUM", "md5(n::VARCHAR)::UUID",
		"make_time(n % 24, n % 60, n % 60 + 0.25)::TIMETZ",
	} {
		compareJSON(t, conn, "SELECT x, CASE WHEN x IS NULL THEN '(null)' ELSE x::VARCHAR END FROM "+
			"(SELECT "+expression+" AS x FROM (SELECT CASE WHEN i % 7 = 3 THEN NULL ELSE i END AS n FROM range(5000) r(i)))")
	}
}

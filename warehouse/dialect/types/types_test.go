package types

import "testing"

func TestText(t *testing.T) {
	for _, test := range []struct{ in, text, column, duckdb string }{
		{"INT", "integer", "integer", "INTEGER"},
		{"double precision", "double", "double", "DOUBLE"},
		{"decimal(18, 4)", "decimal(18,4)", "decimal(18, 4)", "DECIMAL(18,4)"},
		{"decimal", "decimal(38,0)", "decimal(38, 0)", "DECIMAL(38,0)"},
		{"varchar", "varchar", "varchar", "VARCHAR"},
		{"timestamp with time zone", "timestamp(3) with time zone", "timestamp(3) with time zone", "STRUCT(t TIMESTAMP, z VARCHAR)"},
		{"interval year to month", "interval year to month", "INTERVAL YEAR TO MONTH", "INTEGER"},
		{`row(A bigint, "B c" decimal(5,2), time)`, "row(a bigint, B c decimal(5,2), time(3))", `row(a bigint, "B c" decimal(5, 2), time(3))`,
			"STRUCT(f1 BIGINT, f2 DECIMAL(5,2), f3 TIME)"},
		{"map(varchar(1), array<integer>)", "map(varchar(1), array(integer))", "map(varchar(1), array(integer))", "MAP(VARCHAR, INTEGER[])"},
		{"row(interval day to second)", "row(interval day to second)", "row(INTERVAL DAY TO SECOND)", "STRUCT(f1 BIGINT)"},
	} {
		got, err := Parse(test.in)
		if err != nil || got.String() != test.text || got.Column() != test.column || got.DuckDB() != test.duckdb {
			t.Errorf("Parse(%q) = %s, %s, %s, %v, want %s, %s, %s", test.in, got, got.Column(), got.DuckDB(), err, test.text, test.column, test.duckdb)
		}
	}
	for in, name := range map[string]string{
		"foo": "TYPE_MISMATCH", "decimal(39,0)": "INVALID_FUNCTION_ARGUMENT", "decimal(3,4)": "INVALID_FUNCTION_ARGUMENT", "color": "NOT_SUPPORTED",
		"timestamp(13)": "INVALID_FUNCTION_ARGUMENT", "array(foo)": "TYPE_MISMATCH", "integer integer": "TYPE_MISMATCH", "array(integer": "TYPE_MISMATCH",
	} {
		if _, err := Parse(in); err == nil || err.(*Error).Name != name {
			t.Errorf("Parse(%q): %v, want %s", in, err, name)
		}
	}
}

// TestCommon holds what a Trino 476 answered to typeof(coalesce(a, b)).
func TestCommon(t *testing.T) {
	for _, test := range []struct{ a, b, want string }{
		{"integer", "decimal(2,1)", "decimal(11,1)"},
		{"real", "decimal(2,1)", "real"},
		{"bigint", "double", "double"},
		{"varchar(5)", "char(3)", "char(5)"},
		{"char(3)", "varchar", "char(65536)"},
		{"date", "timestamp(3) with time zone", "timestamp(3) with time zone"},
		{"row(a integer, b integer)", "row(a bigint, c integer)", "row(a bigint, integer)"},
		{"array(unknown)", "array(integer)", "array(integer)"},
		{"integer", "date", ""},
		{"varchar(1)", "integer", ""},
	} {
		a, _ := Parse(test.a)
		b, _ := Parse(test.b)
		c, ok := Common(a, b)
		d, also := Common(b, a)
		if ok != (test.want != "") || also != ok || ok && (c.String() != test.want || !c.Equal(d)) {
			t.Errorf("Common(%s, %s) = %s, %v and %s, %v, want %s", a, b, c, ok, d, also, test.want)
		}
	}
}

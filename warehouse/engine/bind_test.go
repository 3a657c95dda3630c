package engine

import (
	"context"
	"encoding/json"
	"math"
	"math/big"
	"strings"
	"testing"
	"time"
)

func number10(text string) *big.Int {
	x, _ := new(big.Int).SetString(text, 10)
	return x
}

func TestParameters(t *testing.T) {
	conn := open(t)
	day := time.Date(2023, 9, 5, 8, 0, 0, 1999, time.FixedZone("", 8*3600))
	for _, test := range []struct {
		value any
		want  string // type and text as DuckDB sees them
	}{
		{nil, `"NULL" NULL`},
		{true, "BOOLEAN true"},
		{int8(-8), "BIGINT -8"},
		{int16(-16), "BIGINT -16"},
		{int32(-32), "BIGINT -32"},
		{-1, "BIGINT -1"},
		{int64(math.MinInt64), "BIGINT -9223372036854775808"},
		{uint8(8), "BIGINT 8"},
		{uint16(16), "BIGINT 16"},
		{uint32(32), "BIGINT 32"},
		{uint(1), "UBIGINT 1"},
		{uint64(math.MaxUint64), "UBIGINT 18446744073709551615"},
		{big.NewInt(-5), "HUGEINT -5"},
		{number10("-170141183460469231731687303715884105728"), "HUGEINT -170141183460469231731687303715884105728"},
		{number10("-18446744073709551616"), "HUGEINT -18446744073709551616"},
		{number10("170141183460469231731687303715884105727"), "HUGEINT 170141183460469231731687303715884105727"},
		{number10("340282366920938463463374607431768211455"), "UHUGEINT 340282366920938463463374607431768211455"},
		{(*big.Int)(nil), `"NULL" NULL`},
		{float32(0.5), "FLOAT 0.5"},
		{0.1, "DOUBLE 0.1"},
		{math.Inf(-1), "DOUBLE -inf"},
		{"品牌'; DROP TABLE t; --", "VARCHAR 品牌'; DROP TABLE t; --"},
		{"", "VARCHAR "},
		{"a\x00b", "VARCHAR a\x00b"},
		{[]byte{0, 255}, `BLOB \x00\xFF`},
		{[]byte{}, "BLOB "},
		{day, "TIMESTAMP WITH TIME ZONE 2023-09-05 00:00:00.000001+00"},
		{Date(0), "DATE 1970-01-01"},
		{Date(-1), "DATE 1969-12-31"},
		{Decimal("-12.50"), "DECIMAL(4,2) -12.50"},
		{Decimal("0.000001"), "DECIMAL(7,6) 0.000001"},
		{Decimal("861592.073995"), "DECIMAL(12,6) 861592.073995"},
		{Decimal("+7"), "DECIMAL(1,0) 7"},
		{Decimal("-99999999999999999999999999999999999999"), "DECIMAL(38,0) -99999999999999999999999999999999999999"},
		{json.Number("42"), "BIGINT 42"},
		{json.Number("18446744073709551616"), "HUGEINT 18446744073709551616"},
		{json.Number("0.1"), "DECIMAL(2,1) 0.1"},
		{json.Number("1e3"), "DOUBLE 1000.0"},
	} {
		got, err := text(conn, "SELECT typeof($1)", test.value)
		if err == nil { // in one statement, DuckDB 1.5.6 has an internal error for text
			var value string
			value, err = text(conn, "SELECT coalesce($1::VARCHAR, 'NULL')", test.value)
			got += " " + value
		}
		if got != test.want || err != nil {
			t.Errorf("parameter %T %v arrives as %q, %v, want %q", test.value, test.value, got, err, test.want)
		}
	}
}

func TestParametersByNameAndPlace(t *testing.T) {
	conn := open(t)
	for _, test := range []struct {
		sql  string
		args []any
		want string // the answer or, in quotes, part of the error
	}{
		{"SELECT ? - ?", []any{5, 3}, "2"},
		{"SELECT $2 - $1", []any{5, 3}, "-2"},
		{"SELECT $1 + $1", []any{5}, "10"},
		{"SELECT $year + $year - $n", []any{Named{"year": 2023, "n": 1}}, "4045"},
		{"SELECT $Year", []any{Named{"year": 2023}}, "2023"},
		{"SELECT $年", []any{Named{"年": 2023}}, "2023"},
		{"SELECT 1", []any{Named{}}, "1"},
		{"SELECT ?", nil, "'1 parameters and 0 were given'"},
		{"SELECT 1", []any{1}, "'0 parameters and 1 were given'"},
		{"SELECT $a", []any{Named{"b": 1}}, "'parameter $a has no value'"},
		{"SELECT $a", []any{Named{"a": 1, "c": 1, "b": 1}}, "'no parameter $b, $c'"},
		{"SELECT $a", []any{Named{"a": []int{1}}}, "'parameter $a: a value of Go type []int'"},
		{"SELECT ?, ?", []any{1, "\xff"}, "'parameter $2: the text is not valid UTF-8'"},
		{"SELECT ?", []any{number10("340282366920938463463374607431768211456")}, "'parameter $1: the integer 340282366920938463463374607431768211456 needs more than 128 bits'"},
		{"SELECT ?", []any{Decimal("1.")}, "'is not a decimal number'"},
		{"SELECT ?", []any{Decimal("1e5")}, "'is not a decimal number'"},
		{"SELECT ?", []any{Decimal("--1")}, "'is not a decimal number'"},
		{"SELECT ?", []any{Decimal("")}, "'is not a decimal number'"},
		{"SELECT ?", []any{Decimal("100000000000000000000000000000000000000")}, "'more than 38 digits'"},
		{"SELECT ?", []any{Decimal("0.000000000000000000000000000000000000001")}, "'more than 38 digits'"},
		{"SELECT ?", []any{json.Number("one")}, "'is not a number'"},
		{"SELECT ?", []any{time.Date(300000, 1, 1, 0, 0, 0, 0, time.UTC)}, "'the year 300000 is out of the range'"},
		{"SELECT $1::DATE", []any{"not a date"}, "'invalid date field format'"},
	} {
		got, err := text(conn, test.sql, test.args...)
		if wanted, isError := strings.CutPrefix(test.want, "'"); isError {
			if err == nil || !strings.Contains(err.Error(), strings.TrimSuffix(wanted, "'")) {
				t.Errorf("%s with %v: %q, %v, want an error with %s", test.sql, test.args, got, err, test.want)
			}
		} else if got != test.want || err != nil {
			t.Errorf("%s with %v = %q, %v, want %s", test.sql, test.args, got, err, test.want)
		}
	}
	if err := conn.Exec(context.Background(), "SELECT $1", "x"); err != nil {
		t.Errorf("Exec with a parameter: %v", err)
	}
}

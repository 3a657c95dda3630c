package engine

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"testing"
)

// TestFunctions calls Go functions of every kind of value from SQL.
func TestFunctions(t *testing.T) {
	echo := func(name, kind string) Function {
		return Function{Name: name, Params: []string{kind}, Result: kind, Eval: func(args []any) (any, error) { return args[0], nil }}
	}
	db, err := Open("", Options{Functions: []Function{
		echo("e_int", "BIGINT"), echo("e_tiny", "TINYINT"), echo("e_text", "VARCHAR"), echo("e_list", "VARCHAR[]"), echo("e_double", "DOUBLE"),
		echo("e_map", "MAP(VARCHAR, BIGINT)"), echo("e_zoned", "STRUCT(t TIMESTAMP, z VARCHAR)"), echo("e_huge", "HUGEINT"), echo("e_uuid", "UUID"),
		echo("e_date", "DATE"), echo("e_bool", "BOOLEAN"), echo("e_deep", "STRUCT(a BIGINT, b VARCHAR[])[]"),
		{Name: "unscaled", Params: []string{"ANY"}, Result: "HUGEINT", Eval: func(args []any) (any, error) { return args[0].(*big.Int), nil }},
		{Name: "kind", Params: []string{"ANY"}, Result: "VARCHAR", Nulls: true, Eval: func(args []any) (any, error) { return fmt.Sprintf("%T", args[0]), nil }},
		{Name: "odd", Params: []string{"BIGINT"}, Result: "BIGINT", Eval: func(args []any) (any, error) {
			if args[0].(int64)%2 == 0 {
				return nil, errors.New("EVEN: an even number")
			}
			return args[0], nil
		}},
	}})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	conn, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	for _, test := range []struct{ sql, want string }{
		{"e_int(-5)", "-5"}, {"e_int(NULL)", "NULL"}, {"e_tiny(-5::TINYINT)", "-5"}, {"e_text('品牌, a long text')", "品牌, a long text"},
		{"e_list(['a', NULL, 'a text of more than twelve'])", "[a, NULL, a text of more than twelve]"}, {"e_list([])", "[]"}, {"e_double(0.5)", "0.5"},
		{"e_map(MAP {'a': 1, 'b': NULL})", "{a=1, b=NULL}"}, {"e_bool(true)", "true"}, {"e_date(DATE '1969-12-31')", "1969-12-31"},
		{"e_zoned({'t': TIMESTAMP '2026-01-01 00:00:00', 'z': 'UTC'})", "{'t': '2026-01-01 00:00:00', 'z': UTC}"},
		{"e_zoned(NULL)", "NULL"}, {"e_huge(-170141183460469231731687303715884105728)", "-170141183460469231731687303715884105728"},
		{"e_uuid('00112233-4455-6677-8899-aabbccddeeff'::UUID)", "00112233-4455-6677-8899-aabbccddeeff"},
		{"e_deep([{'a': 1, 'b': ['x']}, NULL, {'a': NULL, 'b': NULL}])", "[{'a': 1, 'b': [x]}, NULL, {'a': NULL, 'b': NULL}]"},
		{"unscaled(1.50::DECIMAL(4,2))", "150"}, {"unscaled(-1.50::DECIMAL(38,2))", "-150"}, {"kind(NULL)", "<nil>"}, {"kind(1::INTEGER)", "int64"},
		{"TRY(odd(2))", "NULL"}, {"TRY(odd(3))", "3"},
		{"list_transform([1, 3], lambda x: odd(x))", "[1, 3]"},
		{"(SELECT sum(TRY(odd(i))) FROM range(5000) r(i))", "6250000"},
		{"(SELECT string_agg(array_to_string(e_list(['t' || i, NULL]), '')) FROM range(2, 5) r(i))", "t2,t3,t4"},
		{"CASE WHEN false THEN odd(2) ELSE 1 END", "1"},
	} {
		if got, err := text(conn, "SELECT coalesce(CAST("+test.sql+" AS VARCHAR), 'NULL')"); got != test.want || err != nil {
			t.Errorf("%s = %q, %v, want %q", test.sql, got, err, test.want)
		}
	}
	if _, err := text(conn, "SELECT odd(2)"); err == nil || err.Error() != "Invalid Input Error: EVEN: an even number" {
		t.Errorf("odd(2): %v", err)
	}
}

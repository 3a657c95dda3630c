package trino

import (
	"testing"
	"time"

	"sanpin/warehouse"
	"sanpin/warehouse/dialect/types"
)

// TestValues: each type in the form that DuckDB holds it in, and the JSON that
// Trino 476 wrote for the same value, with and without PARAMETRIC_DATETIME.
func TestValues(t *testing.T) {
	host := newTestHost(t)
	for _, test := range []struct {
		kind, sql, want, legacy string // legacy "": the same
	}{
		{"boolean", "true", "true", ""},
		{"boolean", "NULL::BOOLEAN", "null", ""},
		{"tinyint", "1::TINYINT", "1", ""},
		{"bigint", "9007199254740993::BIGINT", "9007199254740993", ""},
		{"real", "1::FLOAT", "1.0", ""},
		{"real", "0.1::FLOAT", "0.1", ""},
		{"real", "3.4e10::FLOAT", "3.4E10", ""},
		{"double", "1::DOUBLE", "1.0", ""},
		{"double", "1e20", "1.0E20", ""},
		{"double", "1e7", "1.0E7", ""},
		{"double", "1e6", "1000000.0", ""},
		{"double", "1e-3", "0.001", ""},
		{"double", "1e-4", "1.0E-4", ""},
		{"double", "123456789.125::DOUBLE", "1.23456789125E8", ""},
		{"double", "-0.0::DOUBLE", "-0.0", ""},
		{"double", "'nan'::DOUBLE", `"NaN"`, ""},
		{"double", "'-inf'::DOUBLE", `"-Infinity"`, ""},
		{"decimal(18,4)", "1.5::DECIMAL(18,4)", `"1.5000"`, ""},
		{"decimal(18,4)", "-0.05::DECIMAL(18,4)", `"-0.0500"`, ""},
		{"decimal(3,0)", "-12::DECIMAL(3,0)", `"-12"`, ""},
		{"decimal(38,2)", "-123456789012345678901234567890123456.78::DECIMAL(38,2)", `"-123456789012345678901234567890123456.78"`, ""},
		{"decimal(38,38)", "0.5::DECIMAL(38,38)", `"0.50000000000000000000000000000000000000"`, ""},
		{"varchar", `'甲"\' || chr(10)`, `"甲\"\\\n"`, ""},
		{"char(3)", "'a  '", `"a  "`, ""},
		{"varbinary", `'\x01\x02'::BLOB`, `"AQI="`, ""},
		{"date", "DATE '2020-01-01'", `"2020-01-01"`, ""},
		{"date", "DATE '12345-01-01'", `"+12345-01-01"`, ""},
		{"time(3)", "TIME '01:02:03.123'", `"01:02:03.123"`, ""},
		{"time(4)", "TIME '23:59:59.9996'", `"23:59:59.9996"`, `"00:00:00.000"`},
		{"time(0)", "TIME '01:02:03'", `"01:02:03"`, `"01:02:03.000"`},
		{"time(12)", "3723123456789012::BIGINT", `"01:02:03.123456789012"`, `"01:02:03.123"`},
		{"time(1) with time zone", "{'t': 3723100000000000::BIGINT, 'z': 480::INTEGER}", `"01:02:03.1+08:00"`, `"01:02:03.100+08:00"`},
		{"timestamp(6)", "TIMESTAMP '2020-01-01 01:02:03.123456'", `"2020-01-01 01:02:03.123456"`, `"2020-01-01 01:02:03.123"`},
		{"timestamp(0)", "TIMESTAMP '2020-01-01 01:02:03'", `"2020-01-01 01:02:03"`, `"2020-01-01 01:02:03.000"`},
		{"timestamp(4)", "TIMESTAMP '2020-01-01 23:59:59.9996'", `"2020-01-01 23:59:59.9996"`, `"2020-01-02 00:00:00.000"`},
		{"timestamp(3)", "TIMESTAMP '1969-12-31 23:59:59.5'", `"1969-12-31 23:59:59.500"`, ""},
		{"timestamp(12)", "{'t': TIMESTAMP '2020-01-01 01:02:03.123456', 'p': 789012::INTEGER}", `"2020-01-01 01:02:03.123456789012"`, `"2020-01-01 01:02:03.123"`},
		{"timestamp(1) with time zone", "{'t': TIMESTAMP '2019-12-31 17:02:03.1', 'z': 'Asia/Shanghai'}", `"2020-01-01 01:02:03.1 Asia/Shanghai"`, `"2020-01-01 01:02:03.100 Asia/Shanghai"`},
		{"timestamp(0) with time zone", "{'t': TIMESTAMP '2019-12-31 19:32:03', 'z': '+05:30'}", `"2020-01-01 01:02:03 +05:30"`, `"2020-01-01 01:02:03.000 +05:30"`},
		{"timestamp(3) with time zone", "{'t': TIMESTAMP '2020-07-01 00:00:00', 'z': 'America/New_York'}", `"2020-06-30 20:00:00.000 America/New_York"`, ""},
		{"interval day to second", "259200000::BIGINT", `"3 00:00:00.000"`, ""},
		{"interval day to second", "-1000::BIGINT", `"-0 00:00:01.000"`, ""},
		{"interval year to month", "14::INTEGER", `"1-2"`, ""},
		{"interval year to month", "-1::INTEGER", `"-0-1"`, ""},
		{"array(integer)", "[1, NULL]", "[1,null]", ""},
		{"map(varchar, timestamp(6))", "MAP {'x': TIMESTAMP '2020-01-01 01:02:03.123456'}", `{"x":"2020-01-01 01:02:03.123456"}`, `{"x":"2020-01-01 01:02:03.123"}`},
		{"map(integer, double)", "MAP {1: 1.5::DOUBLE, 2: NULL}", `{"1":1.5,"2":null}`, ""},
		{"row(x integer, y varchar)", "{'f1': 1, 'f2': 'x'}", `[1,"x"]`, ""},
		{"array(row(integer, double))", "[{'f1': 1, 'f2': NULL::DOUBLE}]", "[[1,null]]", ""},
		{"json", `'{"a":[1,2]}'`, `"{\"a\":[1,2]}"`, ""},
		{"uuid", "'12151fd2-7586-11e9-8f9e-2a86e4085a59'::UUID", `"12151fd2-7586-11e9-8f9e-2a86e4085a59"`, ""},
		{"unknown", "NULL", "null", ""},
	} {
		kind, err := types.Parse(test.kind)
		if err != nil {
			t.Fatal(err)
		}
		if test.legacy == "" {
			test.legacy = test.want
		}
		for legacy, want := range map[bool]string{false: test.want, true: test.legacy} {
			if got := written(t, host, test.sql, kind, legacy); got != "["+want+"]" {
				t.Errorf("%s of type %s, legacy %t: %s, want [%s]", test.sql, test.kind, legacy, got, want)
			}
		}
	}
}

func written(t *testing.T, host *testHost, sql string, kind types.Type, legacy bool) string {
	t.Helper()
	result, err := host.Query(t.Context(), warehouse.Request{SQL: "SELECT " + sql})
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	b := newBatches(result, []outputColumn{{"x", kind}}, legacy, 10, &turn{ctx: t.Context(), enter: host.Enter}, func() {})
	defer b.close()
	dst, _, err := b.next(nil, 1, time.Now())
	if err != nil {
		t.Fatalf("%s: %v", sql, err)
	}
	return string(dst)
}

// TestColumns: columns as Trino 476 described them.
func TestColumns(t *testing.T) {
	for _, test := range []struct{ kind, want, legacy string }{
		{"decimal(18,4)", `"type":"decimal(18, 4)","typeSignature":{"rawType":"decimal","arguments":[{"kind":"LONG","value":18},{"kind":"LONG","value":4}]}`, ""},
		{"varchar", `"type":"varchar","typeSignature":{"rawType":"varchar","arguments":[{"kind":"LONG","value":2147483647}]}`, ""},
		{"interval day to second", `"type":"INTERVAL DAY TO SECOND","typeSignature":{"rawType":"interval day to second","arguments":[]}`, ""},
		{"timestamp(1) with time zone", `"type":"timestamp(1) with time zone","typeSignature":{"rawType":"timestamp with time zone","arguments":[{"kind":"LONG","value":1}]}`,
			`"type":"timestamp with time zone","typeSignature":{"rawType":"timestamp with time zone","arguments":[]}`},
		{"map(varchar(1), timestamp(6))", `"type":"map(varchar(1), timestamp(6))","typeSignature":{"rawType":"map","arguments":[{"kind":"TYPE","value":{"rawType":"varchar","arguments":[{"kind":"LONG","value":1}]}},{"kind":"TYPE","value":{"rawType":"timestamp","arguments":[{"kind":"LONG","value":6}]}}]}`,
			`"type":"map(varchar(1), timestamp)","typeSignature":{"rawType":"map","arguments":[{"kind":"TYPE","value":{"rawType":"varchar","arguments":[{"kind":"LONG","value":1}]}},{"kind":"TYPE","value":{"rawType":"timestamp","arguments":[]}}]}`},
		{"row(x integer)", `"type":"row(x integer)","typeSignature":{"rawType":"row","arguments":[{"kind":"NAMED_TYPE","value":{"fieldName":{"name":"x"},"typeSignature":{"rawType":"integer","arguments":[]}}}]}`, ""},
	} {
		kind, err := types.Parse(test.kind)
		if err != nil {
			t.Fatal(err)
		}
		if test.legacy == "" {
			test.legacy = test.want
		}
		for parametric, want := range map[bool]string{true: test.want, false: test.legacy} {
			want = `"columns":[{"name":"x",` + want + `}]`
			if got := string(appendColumns(nil, []outputColumn{{"x", kind}}, parametric)); got != want {
				t.Errorf("%s: %s\nwant %s", test.kind, got, want)
			}
		}
	}
}

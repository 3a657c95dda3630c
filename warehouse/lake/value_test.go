package lake

import (
	"errors"
	"testing"
	"time"
)

func TestParseDecimal(t *testing.T) {
	for _, test := range []struct {
		in      string
		want    Decimal
		rounded bool
		text    string
	}{
		{"0", 0, false, "0"},
		{"-0", 0, false, "0"},
		{"1.5", 1_500_000, false, "1.5"},
		{"+1.50", 1_500_000, false, "1.5"},
		{"-.5", -500_000, false, "-0.5"},
		{"12.", 12_000_000, false, "12"},
		{"-0.000001", -1, false, "-0.000001"},
		{"861592.073995", 861592_073995, false, "861592.073995"},
		{"0.1234565", 123456, true, "0.123456"}, // half to even: down
		{"0.1234575", 123458, true, "0.123458"}, // half to even: up
		{"0.12345650000001", 123457, true, "0.123457"},
		{"-0.1234576", -123458, true, "-0.123458"},
		{"1.0000000", 1_000_000, false, "1"}, // nothing is lost
		{"0.0000004", 0, true, "0"},
		{"000000000000000000001", 1_000_000, false, "1"},
		{"999999999999.999999", 999999999999_999999, false, "999999999999.999999"},
		{"-999999999999.9999994", -999999999999_999999, true, "-999999999999.999999"},
	} {
		got, rounded, err := ParseDecimal(test.in)
		if got != test.want || rounded != test.rounded || err != nil || got.String() != test.text {
			t.Errorf("ParseDecimal(%q) = %d (%s), %v, %v, want %d (%s), %v", test.in, got, got, rounded, err, test.want, test.text, test.rounded)
		}
	}
	for _, test := range []struct {
		in     string
		ranged bool
	}{
		{"", false}, {".", false}, {"-", false}, {"--1", false}, {"1.2.3", false}, {"1,000", false},
		{"1e5", false}, {" 1", false}, {"１", false}, {"+-1", false},
		{"1000000000000", true}, {"999999999999.9999995", true}, {"-99999999999999999999", true},
	} {
		if got, _, err := ParseDecimal(test.in); err == nil || errors.Is(err, ErrRange) != test.ranged {
			t.Errorf("ParseDecimal(%q) = %v, %v, want an error, ErrRange: %v", test.in, got, err, test.ranged)
		}
	}
}

func TestDate(t *testing.T) {
	for _, test := range []struct {
		year  int
		month time.Month
		day   int
		want  Date
		text  string
	}{
		{1970, 1, 1, 0, "1970-01-01"},
		{1969, 12, 31, -1, "1969-12-31"},
		{2024, 2, 29, 19782, "2024-02-29"},
		{1, 1, 1, -719162, "0001-01-01"},
		{9999, 12, 31, 2932896, "9999-12-31"},
	} {
		got, err := NewDate(test.year, test.month, test.day)
		if got != test.want || err != nil || got.String() != test.text {
			t.Errorf("NewDate(%d, %d, %d) = %d (%s), %v, want %d (%s)", test.year, test.month, test.day, got, got, err, test.want, test.text)
		}
	}
	for _, d := range [][3]int{{2023, 2, 29}, {2023, 13, 1}, {2023, 0, 1}, {2023, 1, 0}, {2023, 4, 31}, {0, 1, 1}, {10000, 1, 1}} {
		if got, err := NewDate(d[0], time.Month(d[1]), d[2]); !errors.Is(err, ErrRange) {
			t.Errorf("NewDate(%v) = %v, %v, want ErrRange", d, got, err)
		}
	}
}

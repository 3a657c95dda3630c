package clean

import (
	"errors"
	"strings"
	"testing"
)

func TestParseDate(t *testing.T) {
	for _, test := range []struct {
		in, want string
		by       Precision
		err      error
	}{
		{"2019-09-05", "2019-09-05", ByDay, nil}, {"2019年9月5日", "2019-09-05", ByDay, nil}, {"2019年09月05日", "2019-09-05", ByDay, nil}, {"2019 年 9 月 5 日", "2019-09-05", ByDay, nil}, {"2019年9月5号", "2019-09-05", ByDay, nil}, {"2019.9.5", "2019-09-05", ByDay, nil}, {"2019/9/5", "2019-09-05", ByDay, nil}, {"20190905", "2019-09-05", ByDay, nil}, {"２０１９－０９－０５", "2019-09-05", ByDay, nil}, {"二〇一九年九月五日", "2019-09-05", ByDay, nil}, {"二○二三年十二月三十一日", "2023-12-31", ByDay, nil}, {"2020-02-29", "2020-02-29", ByDay, nil},
		{"2019-09-05T00:00:00", "2019-09-05", ByDay, nil}, {"2023-07-28 18:44:00", "2023-07-28", ByDay, nil}, {"2020-01-23 09:48", "2020-01-23", ByDay, nil}, {"2019-09-05T00:00:00.000Z", "2019-09-05", ByDay, nil}, {"2019-09-05T00:00:00+08:00", "2019-09-05", ByDay, nil},
		{"2019/9", "2019-09-01", ByMonth, nil}, {"2019-09", "2019-09-01", ByMonth, nil}, {"2019年9月", "2019-09-01", ByMonth, nil}, {"2019.10", "2019-10-01", ByMonth, nil}, {"2019.9", "2019-09-01", ByMonth, nil}, {"2002-09", "2002-09-01", ByMonth, nil},
		{"2019", "2019-01-01", ByYear, nil}, {"2019年", "2019-01-01", ByYear, nil}, {"2019年度", "2019-01-01", ByYear, nil},
		{"", "", "", ErrBlank}, {"2019.1", "", "", ErrSyntax}, {"05/09/2019", "", "", ErrSyntax}, {"2019-02-29", "", "", ErrSyntax}, {"2019-13-01", "", "", ErrSyntax}, {"2019-00-01", "", "", ErrSyntax}, {"2019年9月31日", "", "", ErrSyntax}, {"19-9-5", "", "", ErrSyntax}, {"2019-9", "2019-09-01", ByMonth, nil}, {"2019-9-", "", "", ErrSyntax}, {"2019-09-051", "", "", ErrSyntax}, {"20190931", "", "", ErrSyntax}, {"1899-01-01", "", "", ErrSyntax}, {"2019年9月5日前", "", "", ErrSyntax}, {"2019-09-05 25:00", "", "", ErrSyntax}, {"9月5日", "", "", ErrSyntax}, {"43713", "", "", ErrSyntax}, {"北京", "", "", ErrSyntax}, {strings.Repeat("2019", 300), "", "", ErrSyntax}, {"2019-9.5", "", "", ErrSyntax},
	} {
		d, by, err := ParseDate(test.in)
		got := ""
		if !d.IsZero() {
			got = d.String()
		}
		if got != test.want || by != test.by || !errors.Is(err, test.err) {
			t.Errorf("ParseDate(%q) = %s, %s, %v, want %s, %s, %v", test.in, got, by, err, test.want, test.by, test.err)
		}
	}
}

func TestDateDays(t *testing.T) {
	for in, want := range map[Date]int32{{1970, 1, 1}: 0, {1969, 12, 31}: -1, {2019, 9, 5}: 18144, {2000, 2, 29}: 11016} {
		if got := in.Days(); got != want {
			t.Errorf("%s is day %d, want %d", in, got, want)
		}
	}
}

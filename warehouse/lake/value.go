package lake

import (
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"
)

const (
	decimalScale = 6         // digits after the point
	decimalOne   = 1_000_000 // 1 as a Decimal
	decimalWhole = 12        // digits before the point
)

// ErrRange is the class of errors for numbers that DECIMAL(18,6) and days that
// a calendar of the years 1 to 9999 cannot hold.
var ErrRange = errors.New("out of range")

// NewDate returns a day of the Gregorian calendar. It refuses a day that does
// not exist (30 February) rather than move to the next month.
func NewDate(year int, month time.Month, day int) (Date, error) {
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	if y, m, d := t.Date(); y != year || m != month || d != day || y < 1 || y > 9999 {
		return 0, fmt.Errorf("date %04d-%02d-%02d: %w", year, int(month), day, ErrRange)
	}
	return Date(t.Unix() / (24 * 60 * 60)), nil
}

// Time returns the day's midnight, UTC.
func (d Date) Time() time.Time { return time.Unix(int64(d)*24*60*60, 0).UTC() }

// String returns the day as 2023-12-31.
func (d Date) String() string { return d.Time().Format(time.DateOnly) }

// ParseDecimal reads plain digits with an optional sign and point: "-1234.5".
// What has more than six digits after the point is rounded half to even, and
// rounded says so when that lost anything. For examples, see TestParseDecimal.
func ParseDecimal(text string) (d Decimal, rounded bool, err error) {
	digits, negative := strings.CutPrefix(text, "-")
	if !negative {
		digits = strings.TrimPrefix(text, "+")
	}
	whole, frac, _ := strings.Cut(digits, ".")
	if whole+frac == "" || strings.Trim(whole+frac, "0123456789") != "" {
		return 0, false, fmt.Errorf("decimal %q: want digits, at most one point and a sign", text)
	}
	whole = strings.TrimLeft(whole, "0")
	if len(whole) > decimalWhole {
		return 0, false, fmt.Errorf("decimal %q: %w: more than %d digits before the point", text, ErrRange, decimalWhole)
	}
	kept, cut := (frac + "000000")[:decimalScale], ""
	if len(frac) > decimalScale {
		cut = strings.TrimRight(frac[decimalScale:], "0")
	}
	n, err := strconv.ParseInt("0"+whole+kept, 10, 64)
	if err != nil {
		return 0, false, err // unreachable: at most 18 digits
	}
	if cut > "5" || cut == "5" && n%2 == 1 {
		n++
	}
	if n >= decimalOne*decimalOne*decimalOne { // 999999999999.9999999 became 10^12
		return 0, false, fmt.Errorf("decimal %q: %w: more than %d digits before the point", text, ErrRange, decimalWhole)
	}
	if negative {
		n = -n
	}
	return Decimal(n), cut != "", nil
}

// String returns the shortest exact text: "1.5", "-0.000001", "12".
func (d Decimal) String() string {
	sign, n := "", uint64(d)
	if d < 0 {
		sign, n = "-", -n
	}
	whole := sign + strconv.FormatUint(n/decimalOne, 10)
	if n%decimalOne == 0 {
		return whole
	}
	return whole + "." + strings.TrimRight(fmt.Sprintf("%06d", n%decimalOne), "0")
}

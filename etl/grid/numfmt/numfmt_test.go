package numfmt

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"sanpin/etl/grid/sheet"
)

func TestShare(t *testing.T) {
	for _, test := range []struct {
		id   int
		code string
		want sheet.Kind
	}{
		{9, "", sheet.Share}, {10, "", sheet.Share}, {164, "0.0%", sheet.Share}, {164, `0.00"%"`, sheet.Number}, {164, `0\%`, sheet.Number},
		{164, "0.0_ %", sheet.Share}, {164, "[Red]-0.00%;0.00%", sheet.Share}, {164, "0.00", sheet.Number},
	} {
		if got := IsDate(test.id, test.code); got != test.want {
			t.Errorf("IsDate(%d, %q) = %v, want %v", test.id, test.code, got, test.want)
		}
	}
	for v, want := range map[float64]string{0.1234: "12.34%", -0.005: "-0.5%", 0: "0%", 1.29: "129%"} {
		if got, ok := Serial(v, false, sheet.Share); got != want || !ok {
			t.Errorf("Serial(%v) = %q, %v, want %q", v, got, ok, want)
		}
	}
}

func TestIsDate(t *testing.T) {
	const n, d, h = sheet.Number, sheet.Date, sheet.Duration
	for _, test := range []struct {
		id   int
		code string
		want sheet.Kind
	}{
		// built-in ids, without a code
		{0, "", n}, {11, "", n}, {13, "", n}, {14, "", d}, {17, "", d}, {18, "", h}, {21, "", h}, {22, "", d}, {23, "", n},
		{27, "", d}, {31, "", d}, {33, "", h}, {36, "", d}, {37, "", n}, {45, "", h}, {46, "", h}, {47, "", h}, {48, "", n}, {49, "", n},
		{50, "", d}, {55, "", h}, {57, "", d}, {58, "", d}, {59, "", n}, {164, "", n},
		// the code stands above the id
		{14, "0.00", n}, {0, "yyyy-mm-dd", d},
		// dates
		{164, "m/d/yy", d}, {164, "yyyy/m/d;@", d}, {164, "YYYY-MM-DD HH:MM:SS", d}, {164, "mmm", d}, {164, "mmmm\\-yy", d},
		{164, `yyyy"年"m"月"d"日"`, d}, {164, "yyyy年m月", d}, {164, `yyyy\年m\月;@`, d}, {164, `[$-804]yyyy"年"m"月"d"日";@`, d},
		{164, `[DBNum1][$-804]yyyy"年"m"月"`, d}, {164, "[$-F800]dddd, mmmm dd, yyyy", d}, {164, "[$-804]aaaa;@", d},
		{164, `e"年"m"月"`, d}, {164, "gggee", d}, {164, "d/m/bbbb", d}, {164, `[=0]"";yyyy-m-d`, d}, {164, "m月d日 上午/下午h时mm分", d},
		{164, "d.m.yyyy hh:mm:ss.000", d}, {164, `"截至"yyyy-mm-dd`, d},
		// times
		{164, "h:mm", h}, {164, "h:mm AM/PM", h}, {164, "h:mm A/P", h}, {164, "上午/下午h\"时\"mm\"分\"", h}, {164, "[h]:mm:ss", h},
		{164, "[hh]:mm", h}, {164, "[mm]:ss", h}, {164, "[s].00", h}, {164, "mm:ss.0", h}, {164, "mm:ss,0;@", h}, {164, `[$-804]h"时"mm"分";@`, h},
		// numbers that look like dates
		{164, "General", n}, {164, "GENERAL", n}, {164, "G/通用格式", n}, {164, `G/通用格式"年"`, n}, {164, `General"d"`, n}, {164, `"约"General`, n},
		{164, `0.00"年"`, n}, {164, `0"yyyy"`, n}, {164, `"d"0`, n}, {164, `"mm"`, n}, {164, "[Red]0.00", n}, {164, "[Red]", n},
		{164, "0.00_);[Red](0.00)", n}, {164, "#,##0.00_ ;[Red]\\-#,##0.00\\ ", n}, {164, "0.00E+00", n}, {164, "##0.0E-0", n}, {164, "@", n}, {164, ";;;", n},
		{164, `_ "¥"* #,##0.00_ ;_ "¥"* \-#,##0.00_ ;_ "¥"* "-"??_ ;_ @_ `, n}, {164, `[$USD] #,##0`, n}, {164, `[$-804]0`, n}, {164, `[DBNum2]0`, n},
		{164, `[>=100]0"d";0.0`, n}, {164, `0\d`, n}, {164, `_d0`, n}, {164, `*d0`, n}, {164, `0.0 m`, n}, {164, "US$0", n}, {164, "# ?/?", n}, {164, `0"月"`, n},
		{164, `_-* #,##0\ _D_M_-`, n},
		// what is broken must not hang or panic
		{164, `"yyyy`, n}, {164, "[h", n}, {164, `\`, n}, {164, "_", n}, {164, "[", n}, {164, "s.", h}, {164, "[]d", d}, {164, "\\年", n},
	} {
		if got := IsDate(test.id, test.code); got != test.want {
			t.Errorf("IsDate(%d, %q) = %d, want %d", test.id, test.code, got, test.want)
		}
	}
}

func TestSerial(t *testing.T) {
	for _, test := range []struct {
		v    float64
		d04  bool
		kind sheet.Kind
		want string // empty: not ok
	}{
		{45567, false, sheet.Date, "2024-10-02"},
		{45567.5, false, sheet.Date, "2024-10-02T12:00:00"},
		{45567.999999, false, sheet.Date, "2024-10-03"}, // to the second, carried
		{45567.7604166667, false, sheet.Date, "2024-10-02T18:15:00"},
		{1, false, sheet.Date, "1900-01-01"},
		{59, false, sheet.Date, "1900-02-28"},
		{60, false, sheet.Date, ""}, // the false leap day
		{60.5, false, sheet.Date, ""},
		{61, false, sheet.Date, "1900-03-01"},
		{0, false, sheet.Date, ""},
		{0.5, false, sheet.Date, ""},
		{-1, false, sheet.Date, ""},
		{2958465, false, sheet.Date, "9999-12-31"},
		{2958465.9999999, false, sheet.Date, ""},
		{2958466, false, sheet.Date, ""},
		{0, true, sheet.Date, "1904-01-01"},
		{44105, true, sheet.Date, "2024-10-02"},
		{60, true, sheet.Date, "1904-03-01"}, // 1904 is a leap year
		{2958465, true, sheet.Date, ""},
		{math.NaN(), false, sheet.Date, ""},
		{math.Inf(1), true, sheet.Duration, ""},
		{0, false, sheet.Duration, "0:00:00"},
		{0.5, false, sheet.Duration, "12:00:00"},
		{1.5, false, sheet.Duration, "36:00:00"},
		{0.0000115740740740741, true, sheet.Duration, "0:00:01"},
		{-0.0625, false, sheet.Duration, "-1:30:00"},
		{45567, false, sheet.Number, ""},
	} {
		got, ok := Serial(test.v, test.d04, test.kind)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("Serial(%v, %t, %d) = %q, %t, want %q", test.v, test.d04, test.kind, got, ok, test.want)
		}
	}
}

func TestShortest(t *testing.T) {
	for _, test := range []struct {
		v              float64
		want15, want17 string
	}{
		{0, "0", "0"},
		{math.Copysign(0, -1), "0", "0"},
		{7, "7", "7"},
		{-3.4, "-3.4", "-3.4"},
		{89.01000000000001, "89.01", "89.01"}, // 16 digits in the file, the same number
		{math.Nextafter(89.01, 90), "89.01", "89.01000000000002"},
		{math.Nextafter(0.3, 1), "0.3", "0.30000000000000004"},
		{math.Nextafter(-1234.56789, 0), "-1234.56789", "-1234.5678899999998"},
		{861592.073995, "861592.073995", "861592.073995"},
		{2.0 / 3, "0.666666666666667", "0.6666666666666666"},
		{0.99999999999999989, "1", "0.9999999999999999"},
		{99999.999999999985, "100000", "99999.99999999999"},
		{123456789012345, "123456789012345", "123456789012345"},
		{1234567890123456, "1234567890123460", "1234567890123456"},
		{12345678901234567890, "12345678901234600000", "12345678901234567000"},
		{1e20, "100000000000000000000", "100000000000000000000"},
		{1e21, "1e21", "1e21"},
		{-1.5e300, "-1.5e300", "-1.5e300"},
		{0.00001, "0.00001", "0.00001"},
		{1e-15, "0.000000000000001", "0.000000000000001"},
		{1.25e-16, "1.25e-16", "1.25e-16"},
		{math.SmallestNonzeroFloat64, "4.94065645841247e-324", "5e-324"},
		{math.NaN(), "#NUM!", "#NUM!"},
		{math.Inf(-1), "#NUM!", "#NUM!"},
	} {
		if got := string(Shortest15([]byte("="), test.v)); got != "="+test.want15 {
			t.Errorf("Shortest15(%v) = %s, want =%s", test.v, got, test.want15)
		}
		if got := string(Shortest17(nil, test.v)); got != test.want17 {
			t.Errorf("Shortest17(%v) = %s, want %s", test.v, got, test.want17)
		}
	}
}

// FuzzShortest17 holds that the text reads back as the number.
func FuzzShortest17(f *testing.F) {
	f.Add(uint64(0x4056404189374bc7))
	f.Fuzz(func(t *testing.T, bits uint64) {
		v := math.Float64frombits(bits)
		if math.IsNaN(v) || math.IsInf(v, 0) {
			t.Skip()
		}
		text := string(Shortest17(nil, v))
		if got, err := strconv.ParseFloat(text, 64); err != nil || got != v {
			t.Errorf("%v is written %s, read back as %v, %v", v, text, got, err)
		}
	})
}

// FuzzIsDate holds that no format code panics.
func FuzzIsDate(f *testing.F) {
	f.Add(`[$-804]yyyy"年"m\月;@`)
	f.Add("[h]:mm:ss.0")
	f.Fuzz(func(t *testing.T, code string) {
		if kind := IsDate(0, code); kind != sheet.Number && kind != sheet.Date && kind != sheet.Duration {
			t.Errorf("IsDate(%q) = %d", code, kind)
		}
	})
}

// TestFew: the quick way writes what the general one does, also for the doubles
// next to a short decimal.
func TestFew(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 50_000 {
		v := float64(rnd.Int64N(int64(math.Pow10(1+rnd.IntN(16))))) / math.Pow10(1+rnd.IntN(7))
		for _, v := range []float64{v, -v, math.Nextafter(v, 0), math.Nextafter(v, math.Inf(1))} {
			if v == math.Trunc(v) {
				continue
			}
			for _, precision := range []int{14, -1} {
				got, want := string(decimal(nil, v, precision)), string(general(nil, v, math.Abs(v), precision))
				if got != want {
					t.Fatalf("decimal(%v, precision %d) = %s, want %s", v, precision, got, want)
				}
			}
		}
	}
}

package charset

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"sanpin/etl/grid/sheet"
)

const (
	simplified = "地区,企业数(个),主营业务收入(万元),研发经费内部支出\n佛山市顺德区,1288,25669.13,2.1%\n" +
		"南通市家纺产业集群,356,889012,3.4\n合计：其中出口交货值较上年同期增长百分之十二，新产品产值率提高\n" +
		"注：统计范围为规模以上工业企业，数据来源于国家统计局、中国轻工业联合会。\n"
	traditional = "地區,企業數(個),主營業務收入(萬元),研發經費內部支出\n臺北市內湖區,1288,25669.13,2.1%\n" +
		"彰化縣水五金產業聚落,356,889012,3.4\n合計：其中出口較上年同期增長百分之十二，新產品產值率提高\n" +
		"註：統計範圍為規模以上工業企業，資料來源為經濟部統計處、財政部關務署。\n"
)

func encode(t testing.TB, enc Encoding, s string) []byte {
	t.Helper()
	e := map[Encoding]encoding.Encoding{
		UTF8:    unicode.UTF8,
		UTF8BOM: unicode.UTF8BOM,
		UTF16LE: unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
		UTF16BE: unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM),
		GB18030: simplifiedchinese.GB18030,
		Big5:    traditionalchinese.Big5,
	}[enc]
	b, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatalf("encode %q as %s: %v", s, enc, err)
	}
	return b
}

func detect(b []byte) (Encoding, error) { return Detect(bytes.NewReader(b), int64(len(b))) }

func decode(b []byte, enc Encoding) (string, error) {
	out, err := io.ReadAll(NewReader(bytes.NewReader(b), int64(len(b)), enc))
	return string(out), err
}

// TestDetectWindows takes pieces of 16 characters and more at every offset.
func TestDetectWindows(t *testing.T) {
	for _, test := range []struct {
		enc  Encoding
		text string
	}{{UTF8, simplified}, {UTF8BOM, simplified}, {GB18030, simplified}, {Big5, traditional}, {UTF16LE, simplified}, {UTF16BE, simplified}} {
		runes := []rune(test.text)
		wrong, all := 0, 0
		for _, size := range []int{16, 40, 100} {
			for i := 0; i+size <= len(runes); i++ {
				piece := string(runes[i : i+size])
				if len(piece) < size+2*4 || !strings.ContainsAny(piece, ",\n.0123456789") {
					continue // fewer than four Han, or nothing that UTF-16 is known by
				}
				b := encode(t, test.enc, piece)
				got, err := detect(b)
				all++
				if got != test.enc || err != nil {
					wrong++
					t.Logf("Detect(%q as %s) = %s, %v", piece, test.enc, got, err)
				}
				if back, err := decode(b, test.enc); back != piece || err != nil {
					t.Fatalf("decode(%q as %s) = %q, %v", piece, test.enc, back, err)
				}
			}
		}
		if wrong*100 > all {
			t.Errorf("%s: %d of %d pieces wrong", test.enc, wrong, all)
		}
	}
}

func TestDetect(t *testing.T) {
	digits := strings.Repeat("2019,1.5,2.5\n", 20_000) // 260 kB of ASCII
	for _, test := range []struct {
		name string
		in   []byte
		want Encoding
	}{
		{"empty", nil, UTF8},
		{"ascii", []byte("a,b\n1,2\n"), UTF8},
		{"note at the end", append([]byte(digits), encode(t, GB18030, "注：数据来源于国家统计局")...), GB18030},
		{"note at the end, utf-8", []byte(digits + "注：数据来源于国家统计局"), UTF8},
		{"utf-8 cut by a program that counts bytes", append([]byte(simplified), "\n佛山\xe5\x8c,3\n"...), UTF8},
		{"bom before gb18030 is believed", append([]byte("\xef\xbb\xbf"), "a"...), UTF8BOM},
		{"utf-16 mark", append([]byte("\xff\xfe"), encode(t, UTF16LE, "一")...), UTF16LE},
		{"utf-16 of Latin letters", encode(t, UTF16LE, "Region,GDP\nZhejiang,7\n"), UTF16LE},
		{"utf-16 of Latin letters", encode(t, UTF16BE, "Region,GDP\nZhejiang,7\n"), UTF16BE},
		{"utf-16 of one many times", encode(t, UTF16LE, "一,一,一\n一,一,一\n"), UTF16LE},
		{"rare characters of GBK", encode(t, GB18030, "姓名,镕,堃,喆,瑨\n珺,镕\n"), GB18030},
		{"latin letters of UTF-8", []byte("t/°C,±3,5µm\n"), UTF8},
		{"stray zero byte", []byte(strings.Repeat("name,value\n", 40) + "x\x00,3\n"), UTF8},
		{"ctrl-z", []byte("a,b\r\n1,2\r\n\x1a"), UTF8},
		{"four bytes", encode(t, GB18030, "北京,㐂,𠮷\n"), GB18030},
	} {
		if got, err := detect(test.in); got != test.want || err != nil {
			t.Errorf("%s: Detect = %s, %v, want %s", test.name, got, err, test.want)
		}
	}
}

func TestDetectRefuses(t *testing.T) {
	junk := make([]byte, 4096)
	for i := range junk {
		junk[i] = byte(i * i >> 3)
	}
	for _, test := range []struct {
		name string
		in   []byte
	}{
		{"junk", junk},
		{"utf-32", []byte("\xff\xfe\x00\x00a\x00\x00\x00")},
		{"latin-1 poem", bytes.Repeat([]byte("caf\xe9 \xe0 la cr\xe8me; na\xefve\n"), 50)},
	} {
		var e *sheet.Error
		if got, err := detect(test.in); !errors.As(err, &e) || e.Code != sheet.Unknown || e.Remedy == "" {
			t.Errorf("%s: Detect = %s, %v, want unknown_format with a remedy", test.name, got, err)
		}
	}
}

// TestGB18030 holds the table to x/text for every pair of bytes that x/text knows,
// and to the standard for the ones that it does not.
func TestGB18030(t *testing.T) {
	dec := simplifiedchinese.GB18030.NewDecoder()
	for lead := 0x81; lead <= 0xFE; lead++ {
		for trail := 0x40; trail <= 0xFE; trail++ {
			in := []byte{byte(lead), byte(trail)}
			want, _ := dec.Bytes(in)
			got, err := decode(in, GB18030)
			if string(want) == replacement || trail == 0x7F {
				continue
			}
			if got != string(want) || err != nil {
				t.Fatalf("% X: got %q, %v, want %q", in, got, err, want)
			}
		}
	}
	for in, want := range map[string]string{
		"\xaa\xa1\xaf\xfe\xf8\xa1\xfe\xfe": "\ue000\ue233\ue234\ue4c5",
		"\xa1\x40\xa7\xa0":                 "\ue4c6\ue765",
		"\xfe\x59\xa6\xd9":                 "\u9fb4\ufe10",
		"\x80":                             "€",
		"\x90\x30\x81\x30\x81\x30\x81\x30": "\U00010000\u0080",
		"a\xb1,b":                          "a\uFFFD,b", // the delimiter stays
		"\xb1\xb1\xff,\xb1":                "北\uFFFD,\uFFFD",
		"\xd6\x7f":                         "\uFFFD\x7f",
		"\x81\x30\x81":                     "\uFFFD0\uFFFD",
		"\xb1\xff\xb1\xb1":                 "\uFFFD北",
	} {
		if got, err := decode([]byte(in), GB18030); got != want || err != nil {
			t.Errorf("decode(% X) = %q, %v, want %q", in, got, err, want)
		}
	}
}

// TestReaderPieces reads through sources and into buffers of all small sizes.
func TestReaderPieces(t *testing.T) {
	text := strings.Repeat("北京,a,𠮷1.5,㐂\n", 30)
	for _, enc := range []Encoding{UTF8, UTF8BOM, UTF16LE, UTF16BE, GB18030} {
		b := encode(t, enc, text)
		for size := 4; size < 40; size++ {
			r := NewReader(bytes.NewReader(b), int64(len(b)), enc).(*reader)
			r.src = iotest.OneByteReader(r.src)
			r.in = r.in[:max(size, 8)]
			var out []byte
			var err error
			for n, p := 0, make([]byte, size); err == nil; out = append(out, p[:n]...) {
				n, err = r.Read(p)
			}
			if string(out) != text || err != io.EOF {
				t.Fatalf("%s by %d: %q, %v", enc, size, out, err)
			}
		}
	}
}

func TestReaderMarks(t *testing.T) {
	for _, test := range []struct {
		in   string
		enc  Encoding
		want string
	}{
		{"\xef\xbb\xbf\xef\xbb\xbfa", UTF8BOM, "a"},
		{"\xff\xfea\x00", UTF16LE, "a"},
		{"\xfe\xff\x00a", UTF16BE, "a"},
		{"", UTF8, ""},
	} {
		if got, err := decode([]byte(test.in), test.enc); got != test.want || err != nil {
			t.Errorf("decode(%q, %s) = %q, %v, want %q", test.in, test.enc, got, err, test.want)
		}
	}
}

func TestReaderRefuses(t *testing.T) {
	few := append(bytes.Repeat([]byte("good,1\n"), 400), bytes.Repeat([]byte("\xff"), 12)...)
	if got, err := decode(few, UTF8); err != nil || strings.Count(got, replacement) != 12 {
		t.Errorf("12 bad bytes of 2812: %d replaced, %v", strings.Count(got, replacement), err)
	}
	many := append(bytes.Repeat([]byte("good,1\n"), 400), bytes.Repeat([]byte("\xff"), 100)...)
	_, err := decode(many, UTF8)
	var e *sheet.Error
	if !errors.As(err, &e) || e.Code != sheet.Damaged || e.Place == "" || e.Remedy == "" {
		t.Errorf("100 bad bytes of 2900: %v, want damaged with place and remedy", err)
	}
}

func TestFromLabel(t *testing.T) {
	for label, want := range map[string]Encoding{"GB2312": GB18030, " gbk ": GB18030, "Big5": Big5, "UTF-8": UTF8, "iso-8859-1": ""} {
		if got := FromLabel(label); got != want {
			t.Errorf("FromLabel(%q) = %q, want %q", label, got, want)
		}
	}
}

func BenchmarkDetect(b *testing.B) {
	for _, enc := range []Encoding{UTF8, GB18030} {
		in := encode(b, enc, strings.Repeat(simplified, 2000))
		b.Run(fmt.Sprint(enc), func(b *testing.B) {
			for b.Loop() {
				if got, err := detect(in); got != enc || err != nil {
					b.Fatal(got, err)
				}
			}
		})
	}
}

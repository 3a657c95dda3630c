package html

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"sanpin/etl/grid/sheet"
)

// read writes a book as text: a line for a table with its caption and the lines
// above it, then one for each row: "row: col=text …", joined cells, hidden rows.
func read(b []byte, lim sheet.Limits) (string, error) {
	book, err := Open(bytes.NewReader(b), int64(len(b)), lim)
	if err != nil {
		return "", err
	}
	defer book.Close()
	var out strings.Builder
	for s, err := range book.Sheets() {
		if err != nil {
			return out.String(), err
		}
		m := s.Meta()
		fmt.Fprintf(&out, "[%s]", m.Part)
		if m.Visibility != sheet.Visible {
			out.WriteString(" hidden")
		}
		if m.Caption != "" {
			fmt.Fprintf(&out, " caption %q", m.Caption)
		}
		for _, l := range m.Before {
			fmt.Fprintf(&out, " %q", l)
		}
		out.WriteByte('\n')
		for row, err := s.Next(); err != io.EOF; row, err = s.Next() {
			if err != nil {
				return out.String(), err
			}
			writeRow(&out, row)
		}
		if spans, complete := s.Spans(); len(spans) > 0 || !complete {
			fmt.Fprintln(&out, "joined", spans)
		}
	}
	return out.String(), nil
}

func writeRow(out *strings.Builder, row *sheet.Row) {
	fmt.Fprintf(out, "%d:", row.Index)
	for _, c := range row.Cells {
		fmt.Fprintf(out, " %d=%q", c.Col, c.Text)
		if c.Stored != nil {
			fmt.Fprintf(out, "(%s)", c.Stored)
		}
	}
	if row.Hidden {
		out.WriteString(" hidden")
	}
	out.WriteByte('\n')
}

// grid makes a table of two columns around the HTML of its first row.
func grid(row string) string { return "<table><tr>" + row + "<tr><td>x<td>1</table>" }

func TestTables(t *testing.T) {
	for _, test := range []struct{ name, in, want string }{
		{"plain", `<table><tr><td>a</td><td>b</td></tr><tr><th>c</th><td>1</td></tr></table>`,
			"[table 1]\n0: 0=\"a\" 1=\"b\"\n1: 0=\"c\" 1=\"1\"\n"},
		{"no end tags", `<table><tr><td>a<td>b<tr><td>c<td>1`,
			"[table 1]\n0: 0=\"a\" 1=\"b\"\n1: 0=\"c\" 1=\"1\"\n"},
		{"rowspan and colspan", `<table><tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d<tr><td>e<td>1<td>2</table>`,
			"[table 1]\n0: 0=\"a\" 1=\"b\"\n1: 1=\"c\" 2=\"d\"\n2: 0=\"e\" 1=\"1\" 2=\"2\"\njoined [{0 0 1 0} {0 1 0 2}]\n"},
		{"rowspan 0 runs to the end of its group", `<table><tbody><tr><td rowspan=0>a<td>1<tr><td>2<tbody><tr><td>b<td>3</table>`,
			"[table 1]\n0: 0=\"a\" 1=\"1\"\n1: 1=\"2\"\n2: 0=\"b\" 1=\"3\"\njoined [{0 0 1 0}]\n"},
		{"colspan 0 and nonsense are 1", `<table><tr><td colspan=0>a<td colspan=x rowspan=-1>b<tr><td>c<td>1</table>`,
			"[table 1]\n0: 0=\"a\" 1=\"b\"\n1: 0=\"c\" 1=\"1\"\n"},
		{"rowspan past the table", `<table><tr><td rowspan=99>a<td>b<tr><td>1</table>`,
			"[table 1]\n0: 0=\"a\" 1=\"b\"\n1: 1=\"1\"\njoined [{0 0 1 0}]\n"},
		{"colspan into a rowspan", `<table><tr><td>a<td rowspan=2>b<tr><td colspan=2>c<td>1</table>`,
			"[table 1]\n0: 0=\"a\" 1=\"b\"\n1: 0=\"c\" 2=\"1\"\njoined [{0 1 1 1}]\n"},
		{"foot first", `<table><tfoot><tr><td>sum<td>3</tfoot><thead><tr><td>a<td>b</thead><tbody><tr><td>c<td>3</table>`,
			"[table 1]\n0: 0=\"a\" 1=\"b\"\n1: 0=\"c\" 1=\"3\"\n2: 0=\"sum\" 1=\"3\"\n"},
		{"caption", `<table><caption>表1 <b>产值</b></caption>` + grid("<td>a<td>b")[7:],
			"[table 1] caption \"表1 产值\"\n0: 0=\"a\" 1=\"b\"\n1: 0=\"x\" 1=\"1\"\n"},
		{"empty rows count", `<table><tr></tr><tr><td>&nbsp;<td> </tr><tr><td>a<td>1</table>`,
			"[table 1]\n2: 0=\"a\" 1=\"1\"\n"},
		{"hidden row is kept, hidden cell takes no place", `<table><tr style="display:none"><td>id<td>b<tr><td style="color:red; DISPLAY : none">z</td><td>a<td>1</table>`,
			"[table 1]\n0: 0=\"id\" 1=\"b\" hidden\n1: 0=\"a\" 1=\"1\"\n"},
		{"hidden table", `<div style="display:none">` + grid("<td>a<td>b") + `</div>`,
			"[table 1] hidden\n0: 0=\"a\" 1=\"b\"\n1: 0=\"x\" 1=\"1\"\n"},
		{"number beside the text", grid(`<td x:num="1.15E8">115,000,000 <td x:num sdval="7">7`),
			"[table 1]\n0: 0=\"115,000,000\"(1.15E8) 1=\"7\"\n1: 0=\"x\" 1=\"1\"\n"},
		{"nested", `<p>above</p><table><tr><td>frame<td>` + grid("<td>a<td>b") + `after<tr><td>c<td>d</table>`,
			"[table 1] \"above\"\n0: 0=\"frame\" 1=\"after\"\n1: 0=\"c\" 1=\"d\"\n" +
				"[table 2] \"above\" \"frame\"\n0: 0=\"a\" 1=\"b\"\n1: 0=\"x\" 1=\"1\"\n"},
		{"frame of one cell", `<table><tr><td><p>标题</p>` + grid("<td>a<td>b") + `</table>`,
			"[table 2] \"标题\"\n0: 0=\"a\" 1=\"b\"\n1: 0=\"x\" 1=\"1\"\n"},
		{"title and unit in small tables", `<h1>表2</h1><table><tr><td>2020年<td>单位：万元</table>` + grid("<td>a<td>b"),
			"[table 2] \"表2\" \"2020年\" \"单位：万元\"\n0: 0=\"a\" 1=\"b\"\n1: 0=\"x\" 1=\"1\"\n"},
		{"lines start again after a table", `甲` + grid("<td>a<td>b") + `乙<br>丙` + grid("<td>c<td>d"),
			"[table 1] \"甲\"\n0: 0=\"a\" 1=\"b\"\n1: 0=\"x\" 1=\"1\"\n[table 2] \"乙\" \"丙\"\n0: 0=\"c\" 1=\"d\"\n1: 0=\"x\" 1=\"1\"\n"},
		{"a small table at the end is its own", grid("<td>a<td>b") + `<table><tr><td>注：见正文</table>`,
			"[table 1]\n0: 0=\"a\" 1=\"b\"\n1: 0=\"x\" 1=\"1\"\n[table 2]\n0: 0=\"注：见正文\"\n"},
		{"a long list is a table", `<table><tr><td>甲<tr><td>乙<tr><td>丙<tr><td>丁<tr><td>戊<tr><td>己<tr><td>庚<tr><td>辛<tr><td>壬</table>` + grid("<td>a<td>b"),
			"[table 1]\n0: 0=\"甲\"\n1: 0=\"乙\"\n2: 0=\"丙\"\n3: 0=\"丁\"\n4: 0=\"戊\"\n5: 0=\"己\"\n6: 0=\"庚\"\n7: 0=\"辛\"\n8: 0=\"壬\"\n" +
				"[table 2]\n0: 0=\"a\" 1=\"b\"\n1: 0=\"x\" 1=\"1\"\n"},
		{"a row of numbers is a table", `<table><tr><td>甲<td>1,234.5%</table>`, "[table 1]\n0: 0=\"甲\" 1=\"1,234.5%\"\n"},
		{"ids, once each", strings.ReplaceAll(grid("<td>a<td>b"), "<table>", `<table id="t">`) + strings.ReplaceAll(grid("<td>c<td>d"), "<table>", `<table id="t">`),
			"[table#t]\n0: 0=\"a\" 1=\"b\"\n1: 0=\"x\" 1=\"1\"\n[table 2]\n0: 0=\"c\" 1=\"d\"\n1: 0=\"x\" 1=\"1\"\n"},
		{"title of the page where nothing is above", `<head><title> 月报
			2020 </title><style>b{}</style></head>` + grid("<td>a<td>b"), "[table 1] \"月报 2020\"\n0: 0=\"a\" 1=\"b\"\n1: 0=\"x\" 1=\"1\"\n"},
		{"only the nearest lines", "<title>t</title><p>1<p>2<p>3<p>|<p>4<p>5<p>6<p>7<p>8<p>9<p>…</p>" + grid("<td>a<td>b"),
			"[table 1] \"2\" \"3\" \"4\" \"5\" \"6\" \"7\" \"8\" \"9\"\n0: 0=\"a\" 1=\"b\"\n1: 0=\"x\" 1=\"1\"\n"},
		{"tables without text are left out but counted", `<table><tr><td><img></table>` + grid("<td>a<td>b"),
			"[table 2]\n0: 0=\"a\" 1=\"b\"\n1: 0=\"x\" 1=\"1\"\n"},
		{"no tables", "<p>only prose</p>", ""},
	} {
		got, err := read([]byte(test.in), sheet.Limits{})
		if diff := cmp.Diff(test.want, got); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", test.name, err, diff)
		}
	}
}

func TestCellText(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"  a \n\t b  ", "a b"},
		{"a<br>b<BR/>c", "a\nb\nc"},
		{"<p>a</p> <p>b</p>", "a\nb"},
		{"<div>a<div>b</div></div>c", "a\nb\nc"},
		{"&nbsp;&nbsp;其中：&nbsp;", "  其中："},
		{"&nbsp; &nbsp;", ""},
		{"　其中", "　其中"},
		{"a<script>x</script><style>y</style><!-- z -->b", "ab"},
		{"a<span style='display:none'>x</span><i hidden>y</i>b", "ab"},
		{"a<b style='DISPLAY: none'>x<b>y</b></b>z", "az"},
		{"1<font color=red>2<b>3</font>4", "1234"},
		{"a</b></script><a href='<table>'>b</a><iframe><table></iframe>c", "abc"},
		{"产值<sup>①</sup>", "产值①"},
		{"1,<b>234</b>.5", "1,234.5"},
		{"a&lt;b&amp;c&#8451;", "a<b&c℃"},
		{"<ruby>漢<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>", "漢"},
		{"<input value=12><input type=hidden value=x><textarea>y</textarea>", "12y"},
		{"<select><option>a<option selected>b</select>", "b"},
		{"<font><font><font>deep", "deep"},
		{"a<noscript>n</noscript><template>t</template>", "a"},
		{"zero\u200bwidth", "zerowidth"},
	} {
		got, err := read([]byte(grid("<td>"+test.in+"</td><td>9</td>")), sheet.Limits{})
		first, _, _ := strings.Cut(got, "\n1:")
		want := "[table 1]\n0: 0=" + fmt.Sprintf("%q", test.want) + ` 1="9"`
		if test.want == "" {
			want = "[table 1]\n0: 1=\"9\""
		}
		if first != want || err != nil {
			t.Errorf("text of %q = %s, %v, want %s", test.in, first, err, want)
		}
	}
}

func TestEncodings(t *testing.T) {
	page := func(charset string) string {
		return `<html><head><meta http-equiv="Content-Type" content="text/html; charset=` + charset + `"></head>` + grid("<td>地区<td>主营业务收入")
	}
	gb, _ := simplifiedchinese.GB18030.NewEncoder().String(page("gb2312"))
	gbOnly, _ := simplifiedchinese.GB18030.NewEncoder().String(grid("<td>地区<td>主营业务收入"))
	gbLies, _ := simplifiedchinese.GB18030.NewEncoder().String(page("utf-8"))
	big5, _ := traditionalchinese.Big5.NewEncoder().String(strings.NewReplacer("区", "區", "营业务", "營業務").Replace(page("big5")))
	wide, _ := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder().String(page("unicode"))
	for _, test := range []struct{ name, in, enc, cell string }{
		{"utf-8", page("utf-8"), "utf-8", "主营业务收入"},
		{"utf-8 that says gb2312", page("gb2312"), "utf-8", "主营业务收入"},
		{"mark", "\xef\xbb\xbf" + page("gb2312"), "utf-8-bom", "主营业务收入"},
		{"gb2312", gb, "gb18030", "主营业务收入"},
		{"gb2312 without a label", gbOnly, "gb18030", "主营业务收入"},
		{"gb2312 that says utf-8", gbLies, "gb18030", "主营业务收入"},
		{"big5", big5, "big5", "主營業務收入"},
		{"utf-16", wide, "utf-16le", "主营业务收入"},
	} {
		got, err := read([]byte(test.in), sheet.Limits{})
		if err != nil || !strings.Contains(got, `1="`+test.cell+`"`) {
			t.Errorf("%s: %v\n%s", test.name, err, got)
			continue
		}
		book, _ := Open(strings.NewReader(test.in), int64(len(test.in)), sheet.Limits{})
		for s := range book.Sheets() {
			if s.Meta().Encoding != test.enc {
				t.Errorf("%s: encoding %s, want %s", test.name, s.Meta().Encoding, test.enc)
			}
		}
	}
}

func TestRefusals(t *testing.T) {
	for _, test := range []struct {
		name, in string
		lim      sheet.Limits
		code     sheet.Code
	}{
		{"depth of the parser", strings.Repeat("<div>", 10_000), sheet.Limits{}, sheet.TooLarge},
		{"depth", strings.Repeat("<div>", 300), sheet.Limits{}, sheet.TooLarge},
		{"page", grid("<td>a<td>b"), sheet.Limits{FileBytes: 10}, sheet.TooLarge},
		{"text", grid("<td>aaaaaaaa<td>b"), sheet.Limits{TextBytes: 5}, sheet.TooLarge},
		{"cells", grid("<td>a<td>b"), sheet.Limits{Cells: 3}, sheet.TooLarge},
		{"spans", grid("<td colspan=2>a<td colspan=2>b"), sheet.Limits{Spans: 1}, sheet.TooLarge},
		{"columns", grid(strings.Repeat("<td colspan=1000>a", 20)), sheet.Limits{}, sheet.TooLarge},
		{"slots", "<table><tr><td colspan=100 rowspan=9999>a" + strings.Repeat("<tr><td>b", 500), sheet.Limits{Cells: 1000}, sheet.TooLarge},
		{"elements", strings.Repeat("<p>", maxTags+1), sheet.Limits{}, sheet.TooLarge},
		{"one tag", "<table><tr><td title='" + strings.Repeat("x", maxToken+1) + "'>", sheet.Limits{}, sheet.TooLarge},
		{"tables", grid("<td>a<td>b") + grid("<td>a<td>b"), sheet.Limits{Sheets: 1}, sheet.TooLarge},
		{"frames of a workbook", `<html><frameset rows="*,39"><frame src="book.files/sheet001.htm"></frameset></html>`, sheet.Limits{}, sheet.Unknown},
		{"no text", "<table>\x00\x01\x02\x03\x04\x05", sheet.Limits{}, sheet.Unknown},
	} {
		_, err := read([]byte(test.in), test.lim)
		var e *sheet.Error
		if !errors.As(err, &e) || e.Code != test.code || e.Remedy == "" {
			t.Errorf("%s: %v, want %s with a remedy", test.name, err, test.code)
		}
	}
}

func TestLocate(t *testing.T) {
	if got := (&table{}).Locate(4, 1); got != "r5c2" {
		t.Errorf("Locate(4, 1) = %s, want r5c2", got)
	}
}

// TestFilings reads the real pages: the table of data, the lines above it, and
// cells that a person read.
func TestFilings(t *testing.T) {
	dir := filepath.Join("..", "..", "..", "..", "shared", "filings")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no shared filings: ", err)
	}
	for _, test := range []struct{ file, want string }{
		{"tables/soshu_newproduct_region_2020.xls", "[table#tab1] \"中国2020年各地区规上工业企业新产品开发和销售统计\" \"单位:万元\"\n"},
		{"tables/soshu_newproduct_region_2020.xls", "\n18: 0=\"安徽\" 1=\"32863\" 2=\"7494349\" "},
		{"tables/customs_t4_hs_chapters_2014-06.html", "\n87: 0=\"70章 玻璃及其制品\" 1="},
		{"tables/customs_t13_export_commodities_2019-12.html", " 7=\"-61.6\" "},
		{"tables/customs_t4_hs_chapters_2020-05.html", " \"（4）2020年5月进出口商品类章总值表（人民币值）\""},
	} {
		b, err := os.ReadFile(filepath.Join(dir, test.file))
		if err != nil {
			t.Error(err)
			continue
		}
		if got, err := read(b, sheet.Limits{}); err != nil || !strings.Contains(got, test.want) {
			t.Errorf("%s: %v: no %q in\n%.1500s", test.file, err, test.want, got)
		}
	}
	pages, err := filepath.Glob(filepath.Join(dir, "customs", "t*-html", "*.html"))
	if err != nil || len(pages) == 0 {
		t.Fatal("no customs pages: ", err)
	}
	for _, file := range pages {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Error(err)
			continue
		}
		if got, err := read(b, sheet.Limits{}); err != nil || !strings.Contains(got, "单位：") || strings.Count(got, "\n") < 100 {
			t.Errorf("%s: %v: no table with a unit and 100 rows in\n%.500s", file, err, got)
		}
	}
}

func FuzzHTML(f *testing.F) {
	for _, s := range []string{
		grid("<td rowspan=2 colspan=0>a<td>b"), "<table><tr><td>" + grid("<td>a") + "</table>", "<meta charset=gbk>\xb1\xb1<table>",
		"<table><caption>c</caption><tfoot><tr><td rowspan=0>a<tbody><tr><td colspan=99>b", "<frameset>", "<table id=a hidden><tr style=display:none><td x:num=1>2",
	} {
		f.Add([]byte(s))
	}
	lim := sheet.Limits{TextBytes: 1 << 12, Cells: 1 << 14, Spans: 1 << 10, Depth: 100}
	f.Fuzz(func(t *testing.T, b []byte) {
		book, err := Open(bytes.NewReader(b), int64(len(b)), lim)
		if err != nil {
			return
		}
		seen := map[string]bool{}
		for s, err := range book.Sheets() {
			if err != nil {
				continue
			}
			if seen[s.Meta().Part] {
				t.Fatalf("two tables are called %q", s.Meta().Part)
			}
			seen[s.Meta().Part] = true
			checkTable(t, s)
		}
	})
}

// checkTable holds a table to what [sheet.Sheet] promises: rows and columns
// ascend, no two spans overlap.
func checkTable(t *testing.T, s sheet.Sheet) {
	last := -1
	for row, err := s.Next(); err != io.EOF; row, err = s.Next() {
		if err != nil || row.Index <= last {
			t.Fatalf("row %d after %d: %v", row.Index, last, err)
		}
		last = row.Index
		for i := 1; i < len(row.Cells); i++ {
			if row.Cells[i].Col <= row.Cells[i-1].Col {
				t.Fatalf("row %d: column %d after %d", row.Index, row.Cells[i].Col, row.Cells[i-1].Col)
			}
		}
	}
	spans, _ := s.Spans()
	for i, a := range spans {
		if a.R1 < a.R0 || a.C1 < a.C0 {
			t.Fatalf("span %v", a)
		}
		for _, b := range spans[:min(i, 200)] {
			if a.R0 <= b.R1 && b.R0 <= a.R1 && a.C0 <= b.C1 && b.C0 <= a.C1 {
				t.Fatalf("spans %v and %v overlap", a, b)
			}
		}
	}
}

// TestBelow: the lines between two tables are below the first and above the second.
func TestBelow(t *testing.T) {
	const page = `<table><tr><td>a<td>b<tr><td>c<td>1</table><p>注：不含<b>外资</b><br>2.略<table><tr><td>单位：万元</table><table><tr><td>d<td>e<tr><td>f<td>2</table>来源：略`
	book, err := Open(strings.NewReader(page), int64(len(page)), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for s, err := range book.Sheets() {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, fmt.Sprintf("%s: %q", s.Meta().Part, s.Meta().After))
	}
	want := []string{`table 1: ["注：不含外资" "2.略"]`, `table 3: ["来源：略"]`}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

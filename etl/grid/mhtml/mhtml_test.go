package mhtml

import (
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"

	"sanpin/etl/grid/sheet"
)

const table = "<table><tr><td>地区<td>产值<tr><td>温州<td>7</table>"

// part is one part of a message.
func part(header, body string) string { return "\n--=_b\n" + header + "\n\n" + body }

func archive(parts ...string) string {
	return "MIME-Version: 1.0\nX-Document-Type: Workbook\nContent-Type: multipart/related; boundary=\"=_b\"\n\nThis document is a single file web page.\n" +
		strings.Join(parts, "") + "\n--=_b--\n"
}

func gbk(s string) string {
	b, err := simplifiedchinese.GBK.NewEncoder().String(s)
	if err != nil {
		panic(err)
	}
	return b
}

// escaped is text in quoted-printable, in lines that end anywhere.
func escaped(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if i%20 == 19 {
			b.WriteString("=\n")
		}
		fmt.Fprintf(&b, "=%02X", s[i])
	}
	return b.String()
}

// workbook is the main page of a workbook of which the sheets are listed.
func workbook(list string) string {
	return `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><meta name="Excel Workbook Frameset"><!--[if gte mso 9]><xml><x:ExcelWorkbook><x:ExcelWorksheets>` +
		list + `</x:ExcelWorksheets></x:ExcelWorkbook></xml><![endif]--><frameset><frame src="a.files/sheet001.htm"></frameset>`
}

func listed(name, source string) string {
	return "<x:ExcelWorksheet><x:Name>" + name + `</x:Name><x:WorksheetSource HRef="` + source + `"/></x:ExcelWorksheet>`
}

// read writes the sheets of an archive as text: name, encoding, first row.
func read(in string, lim sheet.Limits) string {
	b, err := Open(strings.NewReader(in), int64(len(in)), lim)
	if err != nil {
		return "error: " + err.Error()
	}
	defer b.Close()
	var out []string
	for s, err := range b.Sheets() {
		if err != nil {
			out = append(out, "error: "+err.Error())
			continue
		}
		m := s.Meta()
		line := fmt.Sprintf("%d %s %s %s:", m.Ordinal, m.Format, m.Part, m.Encoding)
		if m.Visibility != sheet.Visible {
			line = "hidden " + line
		}
		for row, err := s.Next(); err == nil; row, err = s.Next() {
			for _, c := range row.Cells {
				line += " " + string(c.Text)
			}
		}
		out = append(out, line)
	}
	return strings.Join(out, "\n")
}

func TestSheets(t *testing.T) {
	page := part("Content-Type: text/html; charset=\"utf-8\"\nContent-Location: http://a/b.html", "<h1>表</h1>"+table)
	for _, test := range []struct{ name, in, want string }{
		{"page of a browser", archive(page, part("Content-Type: text/css", "td {}")),
			"0 mht table 1 utf-8: 地区 产值 温州 7"},
		{"lines end as mail has them", strings.ReplaceAll(archive(page), "\n", "\r\n"),
			"0 mht table 1 utf-8: 地区 产值 温州 7"},
		{"quoted-printable in GBK", archive(part("Content-Type: text/html; charset=gb2312\nContent-Transfer-Encoding: quoted-printable", escaped(gbk(table)))),
			"0 mht table 1 gb18030: 地区 产值 温州 7"},
		{"an = that is no escape stays", archive(part("Content-Type: text/html\nContent-Transfer-Encoding: quoted-printable", "<table><tr><td>a<td>1<tr><td>b<td>=ZZ2</table>")),
			"0 mht table 1 utf-8: a 1 b =ZZ2"},
		{"base64", archive(part("Content-Type: text/html\nContent-Transfer-Encoding: base64", base64.StdEncoding.EncodeToString([]byte(table))[:40]+"\n"+base64.StdEncoding.EncodeToString([]byte(table))[40:])),
			"0 mht table 1 utf-8: 地区 产值 温州 7"},
		{"one page without parts", "MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n" + table,
			"0 mht table 1 utf-8: 地区 产值 温州 7"},
		{"page after its picture", strings.Replace(archive(part("Content-Type: image/png\nContent-ID: <i>", "x"), part("Content-Type: text/html\nContent-ID: <decoy>", "<table><tr><td>a<td>1</table>"), part("Content-Type: text/html\nContent-ID: <main>", table)),
			"boundary=", "start=\"<main>\"; boundary=", 1),
			"0 mht table 1 utf-8: 地区 产值 温州 7"},
		{"page in a page that is an alternative", archive(part("Content-Type: multipart/alternative; boundary=c", "--c\nContent-Type: text/plain\n\nx\n--c\nContent-Type: text/html\n\n"+table+"\n--c--")),
			"0 mht table 1 utf-8: 地区 产值 温州 7"},
		{"table in a frame", archive(part("Content-Type: text/html\nContent-Location: http://a/", "<p>welcome<iframe src='cid:f'></iframe>"), part("Content-Type: text/html\nContent-ID: <f>\nContent-Location: http://a/d/%E8%A1%A8.html", table), part("Content-Type: text/html\nContent-Location: http://a/ad.html", "buy")),
			"0 mht table 1 utf-8: 地区 产值 温州 7"},
		{"tables in two frames", archive(part("Content-Type: text/html", "<frameset>"), part("Content-Type: text/html\nContent-Location: x/%E8%A1%A8.html", table), part("Content-Type: text/html\nContent-Location: y.html", table)),
			"0 mht 表.html table 1 utf-8: 地区 产值 温州 7\n1 mht y.html table 1 utf-8: 地区 产值 温州 7"},
		{"workbook", archive(
			part("Content-Location: file:///C:/D/a.htm\nContent-Type: text/html; charset=gb2312", gbk(workbook(listed("产 值&amp;利润", "a.files/sheet002.htm")+listed("企业", "a.files/sheet001.htm")))),
			part("Content-Location: file:///C:/D/a.files/sheet001.htm\nContent-Type: text/html; charset=gb2312", gbk(strings.Replace(table, "产值", "企业数", 1))),
			part("Content-Location: file:///C:/D/a.files/tabstrip.htm\nContent-Type: text/html", "<table><tr><td>产值</table>"),
			part("Content-Location: file:///C:/D/a.files/sheet002.htm\nContent-Type: text/html; charset=gb2312", gbk(table+table))),
			"0 mht 产 值&利润 gb18030: 地区 产值 温州 7\n1 mht 产 值&利润 table 2 gb18030: 地区 产值 温州 7\n2 mht 企业 gb18030: 地区 企业数 温州 7"},
		{"workbook that a program wrote by hand", archive(
			part("Content-Type: text/html", workbook(listed("甲", "cid:g-1")+listed("甲", "./a.files/2.htm")+listed("丙", "a.files/3.htm"))),
			part("Content-ID: g-1\nContent-Type: text/html", table), part("Content-Location: a.files\\2.htm\nContent-Type: text/html", table)),
			"0 mht 甲 utf-8: 地区 产值 温州 7\n1 mht 甲 (2) utf-8: 地区 产值 温州 7\n" +
				`error: 丙: the archive lacks "a.files/3.htm", the page with this sheet (open the file in Excel, WPS or a browser and save its tables as .xlsx (另存为 .xlsx))`},
		{"hidden sheets", archive(
			part("Content-Type: text/html", workbook("<x:ExcelWorksheet><x:Name>甲</x:Name><x:WorksheetSource HRef=1.htm><x:WorksheetOptions><x:Visible>SheetHidden</x:Visible></x:WorksheetOptions></x:ExcelWorksheet>"+listed("乙", "2.htm"))),
			part("Content-Location: 1.htm\nContent-Type: text/html", table), part("Content-Location: 2.htm\nContent-Type: text/html", "<xml><x:Visible>SheetVeryHidden</x:Visible></xml>"+table)),
			"hidden 0 mht 甲 utf-8: 地区 产值 温州 7\nhidden 1 mht 乙 utf-8: 地区 产值 温州 7"},
		{"sheet that is the main page itself", archive(part("Content-Type: text/html", listed("甲", "sheet.htm")+table)),
			"0 mht table 1 utf-8: 地区 产值 温州 7"},
		{"one page is two sheets", archive(part("Content-Type: text/html", workbook(listed("甲", "1.htm")+listed("乙", "1.htm"))), part("Content-Location: 1.htm\nContent-Type: text/html", table)),
			"0 mht 甲 utf-8: 地区 产值 温州 7\nerror: 乙: the sheet is the same page as another sheet (open the file in Excel, WPS or a browser and save its tables as .xlsx (另存为 .xlsx))"},
	} {
		if diff := cmp.Diff(test.want, read(test.in, sheet.Limits{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
	}
}

func TestRefusals(t *testing.T) {
	page := part("Content-Type: text/html", table)
	for _, test := range []struct {
		name, in string
		lim      sheet.Limits
		code     sheet.Code
		says     string
	}{
		{"no page", archive(part("Content-Type: text/plain", "x")), sheet.Limits{}, sheet.Damaged, "no page"},
		{"header only", "MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", sheet.Limits{}, sheet.Damaged, "does not end"},
		{"no boundary", "Content-Type: multipart/related\n\n--x\n", sheet.Limits{}, sheet.Damaged, "boundary"},
		{"header that is none", "Content-Type text\nx: y\n\n", sheet.Limits{}, sheet.Damaged, "header"},
		{"parts", archive(page, page, page), sheet.Limits{Entries: 2}, sheet.TooLarge, "more than 2 parts"},
		{"tables", archive(part("Content-Type: text/html", table+table+table)), sheet.Limits{Sheets: 2}, sheet.TooLarge, "more than 2 tables"},
		{"sheets", archive(part("Content-Type: text/html", workbook(listed("a", "1.htm")+listed("b", "1.htm"))) + part("Content-Location: 1.htm\nContent-Type: text/html", "")), sheet.Limits{Sheets: 1}, sheet.TooLarge, "more than 1 sheets"},
		{"page cut short", archive(page)[:len(archive(page))-30], sheet.Limits{}, sheet.Damaged, "cut short"},
		{"transfer encoding", archive(part("Content-Type: text/html\nContent-Transfer-Encoding: x-uuencode", table)), sheet.Limits{}, sheet.Damaged, "x-uuencode"},
		{"broken base64", archive(part("Content-Type: text/html\nContent-Transfer-Encoding: base64", "PHRh!!!!")), sheet.Limits{}, sheet.Damaged, "behind"},
		{"page too long", archive(part("Content-Type: text/html", strings.Repeat("x", 200))), sheet.Limits{FileBytes: 100}, sheet.TooLarge, "more than the 100 bytes"},
		{"no text", archive(part("Content-Type: text/html", strings.Repeat("\x01\x02\x03", 200))), sheet.Limits{}, sheet.Unknown, "no text"},
		{"messages in messages", archive(nested(6)), sheet.Limits{}, sheet.Damaged, "nested"},
	} {
		err := firstError(test.in, test.lim)
		var e *sheet.Error
		if !errors.As(err, &e) || e.Code != test.code || !strings.Contains(err.Error(), test.says) || e.Remedy == "" {
			t.Errorf("%s: %v, want %s that says %q with a remedy", test.name, err, test.code, test.says)
		}
	}
}

func nested(n int) string {
	if n == 0 {
		return part("Content-Type: text/html", table)
	}
	return fmt.Sprintf("\n--=_b\nContent-Type: multipart/mixed; boundary=\"b%d\"\n\n--b%[1]d%s\n--b%[1]d--", n, strings.ReplaceAll(strings.TrimPrefix(nested(n-1), "\n--=_b"), "--=_b", fmt.Sprintf("--b%d", n)))
}

// firstError opens an archive and reads it to the first error.
func firstError(in string, lim sheet.Limits) error {
	b, err := Open(strings.NewReader(in), int64(len(in)), lim)
	if err != nil {
		return err
	}
	for s, err := range b.Sheets() {
		if err != nil {
			return err
		}
		for {
			if _, err := s.Next(); err == io.EOF {
				break
			} else if err != nil {
				return err
			}
		}
	}
	return nil
}

// FuzzOpen reads arbitrary bytes as an archive: what is wrong with them is told
// by a sheet.Error, and names of sheets are unique.
func FuzzOpen(f *testing.F) {
	for _, s := range []string{
		archive(part("Content-Type: text/html", table)),
		archive(part("Content-Type: text/html; charset=gbk\nContent-Transfer-Encoding: quoted-printable", escaped(gbk(table)))),
		archive(part("Content-Type: text/html", workbook(listed("甲", "cid:g")+listed("甲", "./2.htm"))), part("Content-ID: g\nContent-Type: text/html", table), part("Content-Location: 2.htm\nContent-Type: text/html", table)),
		archive(nested(2)), "Content-Type: text/html\n\n" + table, "From: x\r\n\r\n",
	} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		lim := sheet.Limits{Sheets: 8, Cells: 1000, Entries: 8, Spans: 50}
		b, err := Open(strings.NewReader(string(in)), int64(len(in)), lim)
		var e *sheet.Error
		if err != nil {
			if !errors.As(err, &e) {
				t.Fatal(err)
			}
			return
		}
		names := map[string]bool{}
		for s, err := range b.Sheets() {
			if err != nil {
				if !errors.As(err, &e) {
					t.Fatal(err)
				}
				continue
			}
			if m := s.Meta(); names[m.Part] || m.Ordinal != len(names) {
				t.Fatalf("sheet %q stands twice, or has the number %d", m.Part, m.Ordinal)
			}
			names[s.Meta().Part] = true
		}
	})
}

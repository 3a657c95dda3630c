package opc

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"sanpin/etl/grid/sheet"
)

// tokens writes what a scanner gives: <{namespace}name>, text, and > for an end.
func tokens(s *Scanner) (string, error) {
	var out strings.Builder
	var names Namespaces
	for {
		tok, err := s.Next()
		switch {
		case errors.Is(err, io.EOF):
			return out.String(), nil
		case err != nil:
			return out.String(), err
		case tok == Text:
			fmt.Fprintf(&out, "%s", s.AppendToken(nil))
		case tok == EndTag:
			out.WriteString(">")
		default:
			uri, err := names.Of(s)
			if err != nil {
				return out.String(), err
			}
			fmt.Fprintf(&out, "<{%s}%s", uri, s.Name)
		}
	}
}

func scan(t *testing.T, xml string, limits sheet.Limits) (string, error) {
	t.Helper()
	a, err := open(pack(map[string]string{"a.xml": xml}), limits)
	if err != nil {
		t.Fatal(err)
	}
	s, done, err := a.XML(a.Find("A.XML"))
	if err != nil {
		return "", err
	}
	defer done()
	return tokens(s)
}

func encode(t *testing.T, e interface{ String(string) (string, error) }, s string) string {
	t.Helper()
	out, err := e.String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestScanner(t *testing.T) {
	utf16 := unicode.UTF16(unicode.LittleEndian, unicode.UseBOM).NewEncoder()
	for _, test := range []struct{ in, want string }{
		{`<a/>`, "<{}a>"},
		{`<a xmlns="u">x<b>y</b></a>`, "<{u}ax<{u}by>>"},
		{`<p:a xmlns:p="u"><b xmlns="v"><p:c/></b><d/></p:a>`, "<{u}a<{v}b<{u}c>><{}d>>"},
		{`<p:a xmlns:p="u"><p:b xmlns:p="v"><p:c/></p:b><p:d/></p:a>`, "<{u}a<{v}b<{v}c>><{u}d>>"}, // the inner one ends
		{`<a xmlns="u"><b xmlns=""/><c xmlns="v"/><d/></a>`, "<{u}a<{}b><{v}c><{u}d>>"},            // one beside the other
		{`<p:a/>`, "<{}a>"}, // not declared
		{`<a xmlnsx="u" p='>' xmlns = 'a&amp;b'/>`, "<{a&b}a>"},
		{`<?xml version="1.0"?><!-- <b> --><a><![CDATA[<&amp;>]]>&lt;&#x4e2d;&nope;</a>`, "<{}a<&amp;><中&nope;>"},
		{"\xef\xbb\xbf<a>轻</a>", "<{}a轻>"},
		{encode(t, utf16, `<a>轻</a>`), "<{}a轻>"},
		{encode(t, simplifiedchinese.GBK.NewEncoder(), `<?xml version="1.0" encoding="gb2312"?><a>轻</a>`), "<{}a轻>"},
	} {
		got, err := scan(t, test.in, sheet.Limits{})
		if got = strings.TrimPrefix(got, "\ufeff"); err != nil || got != test.want {
			t.Errorf("%q: %q, %v, want %q", test.in, got, err, test.want)
		}
	}
}

func TestRefused(t *testing.T) {
	many := func(n int) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, ` xmlns:n%d="u"`, i)
		}
		return b.String()
	}
	for _, test := range []struct {
		in     string
		limits sheet.Limits
		code   sheet.Code
		want   string
	}{
		{`<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>`, sheet.Limits{}, sheet.Damaged, "a.xml byte 0: a DOCTYPE"},
		{`<a><b></a>`, sheet.Limits{}, sheet.Damaged, "a.xml byte 10: the part ends inside an element"},
		{`<a></a></b>`, sheet.Limits{}, sheet.Damaged, "an element ends that did not start"},
		{`<a`, sheet.Limits{}, sheet.Damaged, "cut short"},
		{`<?xml version="1.0" encoding="klingon"?><a/>`, sheet.Limits{}, sheet.Damaged, `"klingon"`},
		{strings.Repeat("<a>", 9) + strings.Repeat("</a>", 9), sheet.Limits{Depth: 8}, sheet.TooLarge, "nested deeper than 8"},
		{`<a` + many(maxNamespaces+1) + `/>`, sheet.Limits{}, sheet.TooLarge, "more than 1000 namespaces"},
		{`<a>` + strings.Repeat(" ", 9<<20) + `</a>`, sheet.Limits{Ratio: 5000}, sheet.TooLarge, "longer than 8388608 bytes"},
		{`<a>` + strings.Repeat(" ", 2<<20) + `</a>`, sheet.Limits{}, sheet.TooLarge, "more than 300 to 1"},
		{`<a>` + strings.Repeat("b", 900) + `</a>`, sheet.Limits{InflatedBytes: 500}, sheet.TooLarge, "more than 500 bytes"},
	} {
		_, err := scan(t, test.in, test.limits)
		checkRefused(t, err, test.code, test.want)
	}
	_, err := open(pack(usual), sheet.Limits{Entries: 1})
	checkRefused(t, err, sheet.TooLarge, "2 parts, more than 1")
	_, err = open(pack(usual), sheet.Limits{FileBytes: 10})
	checkRefused(t, err, sheet.TooLarge, "more than 10")
}

func TestAttributes(t *testing.T) {
	a, err := open(pack(map[string]string{"a.xml": `<a w:val="1&gt;0" on="true" off="0" x = 'y'/>`}), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	s, done, err := a.XML(a.Find("/a.xml"))
	if err != nil {
		t.Fatal(err)
	}
	defer done()
	if _, err := s.Next(); err != nil {
		t.Fatal(err)
	}
	local, ok := s.LocalAttr("val")
	_, none := s.LocalAttr("w:val")
	if s.Attr("val") != "" || s.Attr("w:val") != "1>0" || s.Attr("x") != "y" || local != "1>0" || !ok || none || !s.Flag("on") || s.Flag("off") {
		t.Errorf("attributes of %q are read wrong", s.Attrs)
	}
}

func TestRelations(t *testing.T) {
	const top = `<Relationships><Relationship Id="a" Type="http://x/officeDocument" Target="/d/main.xml"/>` +
		`<Relationship Id="b" Type="http://y/officeDocument" Target="web" TargetMode="External"/></Relationships>`
	const sub = `<r:Relationships><r:Relationship Id="s" Type="t/styles" Target="..\s.xml"/><r:Relationship Id="m" Type="t/lost" Target="m.xml"/></r:Relationships>`
	a, err := open(pack(map[string]string{"_rels/.rels": top, "d/main.xml": "<a/>", "d/_rels/main.xml.rels": sub, "s.xml": "<s/>"}), sheet.Limits{})
	if err != nil {
		t.Fatal(err)
	}
	main, err := a.Main("x.xml")
	if err != nil || main == nil || main.Name != "d/main.xml" {
		t.Fatalf("main part %v, %v", main, err)
	}
	got, err := a.Relations(main.Name)
	want := Relations{{"s", "styles", "s.xml", false}, {"m", "lost", "d/m.xml", false}}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v, -want +got\n%s", err, diff)
	}
	if p := a.First(got, "styles"); p == nil || p.Name != "s.xml" {
		t.Errorf("styles are %v", p)
	}
	if p := a.First(got, "lost"); p != nil {
		t.Errorf("a part that is not there: %v", p)
	}
	if r, ok := got.ByID("m"); !ok || r.Kind != "lost" {
		t.Errorf("relation m: %v", r)
	}
	if a, err = open(pack(usual), sheet.Limits{}); err != nil {
		t.Fatal(err)
	}
	if main, err = a.Main("nope.xml", "xl/a.xml"); err != nil || main == nil || main.Name != "xl/a.xml" {
		t.Errorf("by its usual name: %v, %v", main, err)
	}
}

// FuzzXML scans arbitrary bytes as a part; what is given must be text inside of
// elements that are open.
func FuzzXML(f *testing.F) {
	for _, s := range []string{usual["xl/a.xml"], `<?xml encoding="gbk"?><a b='>'/>`, "\xff\xfe<\x00a\x00/\x00>\x00", `<a><![CDATA[x]]><!-- --></a>`, `<p:a xmlns:p=""><!D`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, b []byte) {
		limits := sheet.Limits{Depth: 20, TextBytes: 1 << 10}.WithDefaults()
		s := NewScanner(limits, "a.xml")
		defer s.Release()
		err := s.Hold(b)
		if err == nil {
			_, err = tokens(s)
		}
		var refused *sheet.Error
		if err != nil && (!errors.As(err, &refused) || refused.Remedy == "" || refused.Place == "") {
			t.Fatalf("%v is no sheet.Error with a place and a remedy", err)
		}
		if err == nil && s.Depth() != 0 {
			t.Fatalf("%d elements are open at the end", s.Depth())
		}
	})
}

package page

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"sanpin/etl/grid/pdf/pdftest"
	"sanpin/etl/grid/sheet"
)

func read(t *testing.T, d *pdftest.Doc) (pages []*Page, errs []error) {
	t.Helper()
	b := d.Bytes()
	f, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for p, err := range f.Pages() {
		pages, errs = append(pages, p), append(errs, err)
	}
	return pages, errs
}

func text(p *Page) string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		b.WriteRune(g.Rune)
	}
	return b.String()
}

// TestGlyphs holds what is printed to what is read, character by character.
func TestGlyphs(t *testing.T) {
	for _, test := range []struct {
		name string
		draw func(d *pdftest.Doc)
		want string
	}{
		{"one character is a text too", func(d *pdftest.Doc) { d.Page().Text(60, 100, 10, "甲") }, "甲"},
		{"hyphens at the ends of lines", func(d *pdftest.Doc) {
			p := d.Page()
			p.Latin(60, 100, 10, "-5 R-")
			p.Latin(60, 112, 10, "D 1234-")
			p.Latin(60, 124, 10, "5678\xAD")
		}, "-5 R-D 1234-5678-"},
		{"minus signs and digits of all widths", func(d *pdftest.Doc) { d.Page().Text(60, 100, 10, "−1－２—３．４%％①") }, "−1－２—３．４%％①"},
		{"radicals for characters", func(d *pdftest.Doc) { d.Page().Text(60, 100, 10, "⽉⼯⻓⻋") }, "月工长车"},
		{"ideographic and other spaces", func(d *pdftest.Doc) { d.Page().Text(60, 100, 10, "合　计 全") }, "合 计 全"},
		{"codes that mean nothing", func(d *pdftest.Doc) { d.Page().Raw = "BT /F3 10 Tf 60 500 Td <00310032> Tj ET\n" }, "\uFFFD\uFFFD"},
		{"unseen", func(d *pdftest.Doc) { p := d.Page(); p.Unseen(60, 100, 10, "二"); p.Text(60, 200, 10, "一") }, "一"},
		{"off the page", func(d *pdftest.Doc) {
			p := d.Page()
			p.Text(-40, 100, 10, "外")
			p.Text(60, 900, 10, "下")
			p.Text(60, 200, 10, "一")
		}, "一"},
		{"in a drawing, moved", func(d *pdftest.Doc) {
			p := d.Page()
			n := d.Object("<< /Type /XObject /Subtype /Form /BBox [0 0 300 300] /Matrix [1 0 0 1 50 60] /Resources << /Font << /F2 6 0 R >> >> /Length 42 >>\nstream\nBT /F2 10 Tf 10 20 Td (in) Tj ET 0 0 m 90 0 l S\nendstream")
			p.XObject = fmt.Sprintf("/X %d 0 R", n)
			p.Raw = "q 1 0 0 1 100 200 cm /X Do Q\n"
		}, "in"},
		{"field of a form", func(d *pdftest.Doc) {
			p := d.Page()
			look := d.Object("<< /Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /F2 6 0 R >> >> /Length 32 >>\nstream\nBT /F2 10 Tf 2 5 Td (123.4) Tj ET\nendstream")
			field := d.Object(fmt.Sprintf("<< /Type /Annot /Subtype /Widget /FT /Tx /F 4 /Rect [60 700 160 720] /AP << /N %d 0 R >> >>", look))
			p.Annots = fmt.Sprintf("%d 0 R", field)
			p.Text(60, 100, 10, "产值")
		}, "产值123.4"},
	} {
		d := pdftest.New()
		test.draw(d)
		pages, errs := read(t, d)
		if errs[0] != nil {
			t.Errorf("%s: %v", test.name, errs[0])
			continue
		}
		if got := text(pages[0]); got != test.want {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

// TestPlaces holds places to be the same however the page is turned.
func TestPlaces(t *testing.T) {
	for _, test := range []struct {
		name    string
		rotate  int
		upwards bool
	}{
		{"as drawn", 0, false},
		{"drawn upwards", 0, true},
		{"drawn upwards and turned for the reader", 90, true},
		{"turned against what is drawn", 180, false},
	} {
		d := pdftest.New()
		p := d.Page()
		p.Rotate, p.Upwards = test.rotate, test.upwards
		p.Text(60, 100, 10, "一二3.4")
		p.Line(50, 110, 250, 110)
		p.Line(50, 80, 50, 110)
		p.Box(50, 79.5, 250, 80.5, 0)
		pages, _ := read(t, d)
		got := pages[0]
		near := func(what string, got, want float64) {
			if math.Abs(got-want) > 0.05 {
				t.Errorf("%s: %s %.2f, want %.2f", test.name, what, got, want)
			}
		}
		if len(got.Glyphs) != 5 || len(got.Rules) != 3 {
			t.Errorf("%s: %d characters, rules %v", test.name, len(got.Glyphs), got.Rules)
			continue
		}
		g := got.Glyphs[2]
		near("x of 3", g.Box.X0, 80)
		near("end of 3", g.Box.X1, 85)
		near("base of 3", g.Base, 100)
		near("size of 3", g.Size, 10)
		if g.Turn != Upright {
			t.Errorf("%s: turn %d", test.name, g.Turn)
		}
		for _, r := range got.Rules {
			switch {
			case r.Vertical:
				near("vertical", r.At, 50)
				near("its top", r.From, 80)
				near("its foot", r.To, 110)
			default:
				near("start", r.From, 50)
				near("end", r.To, 250)
				if math.Abs(r.At-110) > 0.05 && math.Abs(r.At-80) > 0.05 {
					t.Errorf("%s: a rule at %.2f", test.name, r.At)
				}
			}
		}
	}
}

// bomb gives a document whose first page draws forms in forms without end, as
// far as time is concerned; the second is plain.
func bomb() *pdftest.Doc {
	d := pdftest.New()
	p := d.Page()
	d.Page().Text(60, 100, 10, "第二页")
	n := d.Object("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Length 20 >>\nstream\n0 0 m 9 9 l S 0 0 m \nendstream")
	for range 12 {
		body := strings.Repeat("/X Do ", 12)
		n = d.Object(fmt.Sprintf("<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X %d 0 R >> >> /Length %d >>\nstream\n%s\nendstream", n, len(body), body))
	}
	p.XObject = fmt.Sprintf("/X %d 0 R", n)
	p.Raw = "/X Do\n"
	return d
}

func TestTime(t *testing.T) {
	defer func(d time.Duration) { pageTime = d }(pageTime)
	pageTime = 500 * time.Millisecond
	start := time.Now()
	pages, errs := read(t, bomb())
	var e *sheet.Error
	if len(errs) != 2 || !errors.As(errs[0], &e) || e.Code != sheet.TooLarge || e.Place != "page 1" || !strings.Contains(e.Cause, "took longer") || e.Remedy == "" {
		t.Fatalf("%v, want page 1 too large", errs)
	}
	if errs[1] != nil || text(pages[1]) != "第二页" {
		t.Errorf("the page after: %v", errs[1])
	}
	if took := time.Since(start); took > 10*time.Second {
		t.Errorf("took %v", took)
	}

	defer func(d time.Duration) { fileTime = d }(fileTime)
	fileTime = 0
	if _, errs := read(t, bomb()); len(errs) != 1 || !errors.As(errs[0], &e) || e.Code != sheet.TooLarge {
		t.Errorf("no time for the file: %v", errs)
	}
}

func TestOpenErrors(t *testing.T) {
	d := pdftest.New()
	d.Page().Text(60, 100, 10, "一")
	whole := d.Bytes()
	locked := pdftest.New()
	locked.Page()
	locked.Encrypt("secret")
	for _, test := range []struct {
		name string
		in   []byte
		code sheet.Code
	}{
		{"cut short", whole[:len(whole)/2], sheet.Damaged},
		{"no PDF inside", []byte("%PDF-1.4\nnothing\n%%EOF"), sheet.Damaged},
		{"password", locked.Bytes(), sheet.Encrypted},
	} {
		_, err := Open(bytes.NewReader(test.in), int64(len(test.in)))
		var e *sheet.Error
		if !errors.As(err, &e) || e.Code != test.code || e.Remedy == "" {
			t.Errorf("%s: %v, want %s with a remedy", test.name, err, test.code)
		}
	}
	if _, err := Open(bytes.NewReader(nil), maxFile+1); err == nil {
		t.Error("a file past the limit opens")
	}
	if _, err := Open(bytes.NewReader(whole), int64(len(whole))+9); err == nil {
		t.Error("a file shorter than its size opens")
	}
}

// TestConcurrent reads more files at a time than there are sandboxes.
func TestConcurrent(t *testing.T) {
	done := make(chan string)
	for i := range 12 {
		go func() {
			d := pdftest.New()
			d.Page().Text(60, 100, 10, fmt.Sprint("第", i))
			pages, _ := read(t, d)
			done <- fmt.Sprint(i, text(pages[0]) == fmt.Sprint("第", i))
		}()
	}
	for range 12 {
		if s := <-done; !strings.HasSuffix(s, "true") {
			t.Error(s)
		}
	}
}

// TestCache holds that a damaged cache is thrown away and does no harm.
func TestCache(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles PDFium twice, for seconds")
	}
	folder := filepath.Join(t.TempDir(), "cache")
	if _, err := compile(folder); err != nil {
		t.Fatal(err)
	}
	files := 0
	filepath.WalkDir(folder, func(path string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			files++
			return os.WriteFile(path, []byte("nonsense"), 0o600)
		}
		return nil
	})
	if files == 0 {
		t.Fatal("nothing is cached")
	}
	pool, err := compile(folder)
	if err != nil {
		t.Fatal(err)
	}
	pool.Close()
}

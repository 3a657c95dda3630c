// Package page gives what is drawn on the pages of a PDF: characters with their
// places, straight rules, and how much of the page is pictures.
//
// The one idea: nothing is taken from a PDF but what a person would see printed,
// and where. PDFium, compiled to WebAssembly, interprets the file inside a
// sandbox that has no files, no network, bounded memory and bounded time; what
// comes out is turned upright, so that text reads from left to right whatever
// the rotation of the page. Characters that are not printed (invisible ones, as
// recognisers lay under a scan, and those off the page) are left out, and one
// whose meaning the file does not tell is [Unknown], never a guess.
//
// What the characters and rules mean together is told by package pdf.
package page

import (
	"io"
	"iter"
	"time"

	"sanpin/etl/grid/sheet"
)

// Box is a rectangle in points from the upper left corner of an upright page.
type Box struct{ X0, Y0, X1, Y1 float64 }

// Mid gives the middle of the box.
func (b Box) Mid() (x, y float64) { return (b.X0 + b.X1) / 2, (b.Y0 + b.Y1) / 2 }

// Union gives the smallest box around both.
func (b Box) Union(o Box) Box {
	return Box{min(b.X0, o.X0), min(b.Y0, o.Y0), max(b.X1, o.X1), max(b.Y1, o.Y1)}
}

// Turn is how a character stands on its upright page.
type Turn int8

// The turns: as the page reads, by quarters anticlockwise, or aslant.
const (
	Upright Turn = iota
	Up           // reads from bottom to top
	Over         // upside down
	Down         // reads from top to bottom
	Aslant
)

// Glyph is one printed character.
type Glyph struct {
	Rune rune    // white space too, where the file has some
	Box  Box     // from its origin to where the next one would stand; from descent to ascent
	Base float64 // y of the line that it stands on
	Size float64 // of its font
	Turn Turn
	Run  int // ordinal of the text object that it belongs to
}

// Rule is a straight horizontal or vertical line: At is its y or x, From < To
// its ends.
type Rule struct {
	Vertical     bool
	At, From, To float64
}

// Page is what is drawn on one page.
type Page struct {
	Number        int // from 1
	Width, Height float64
	Glyphs        []Glyph // in the order of the file
	Rules         []Rule
	Pictures      int // images of a sixth of the page or more
	Unseen        int // characters that are not printed
	Shapes        int // drawings that are no rules
}

// What one file may cost.
const (
	maxFile     = 64 << 20 // bytes; the file is held in the sandbox
	memoryPages = 2 << 10  // of 64 KiB: 128 MiB; what is drawn takes memory, so this bounds the work too
	maxPages    = 3000
	maxGlyphs   = 100_000 // on one page
	maxObjects  = 100_000 // drawings on one page
	maxSegments = 200_000 // lines of the drawings of one page
	maxForms    = 8       // drawings nested in drawings
	maxString   = 32_000  // characters of one text; PDFium cuts strings of 32,767 bytes without a word
	maxRestarts = 2       // fresh sandboxes for the pages after a page that broke one
)

// How long one page and one file may take. Tests shorten them.
var (
	pageTime = 4 * time.Second
	fileTime = 5 * time.Minute
)

// File is an opened PDF.
type File struct {
	r        io.ReaderAt
	size     int64
	s        *session
	doc      uint64
	pages    int
	restarts int
	ends     time.Time
}

// Open opens the PDF r of size bytes. It fails with a [*sheet.Error]: Encrypted
// where a password is needed, Damaged, TooLarge. Sandboxes are few, so a file
// may have to wait until another one is closed.
func Open(r io.ReaderAt, size int64) (*File, error) {
	if size > maxFile {
		return nil, tooLarge("", "a PDF of %d bytes is more than the %d that are read", size, int64(maxFile))
	}
	if err := checkEnd(r, size); err != nil {
		return nil, err
	}
	f := &File{r: r, size: size, ends: time.Now().Add(fileTime)}
	if err := f.start(); err != nil {
		f.Close()
		return nil, err
	}
	if f.pages > maxPages {
		f.Close()
		return nil, tooLarge("", "a PDF of %d pages is more than the %d that are read", f.pages, maxPages)
	}
	return f, nil
}

// Count gives the number of pages.
func (f *File) Count() int { return f.pages }

// Close gives the memory of the sandbox back.
func (f *File) Close() {
	if f.s != nil {
		f.s.close()
		f.s = nil
	}
}

// Pages gives the pages in order, each once. A page that cannot be read gives an
// error, a [*sheet.Error] with its number, and does not end the sequence.
func (f *File) Pages() iter.Seq2[*Page, error] {
	return func(yield func(*Page, error) bool) {
		for i := range f.pages {
			if time.Now().After(f.ends) {
				yield(nil, tooLarge(place(i), "the pages before took longer than %v", fileTime))
				return
			}
			p, err := f.page(i)
			if !yield(p, err) {
				return
			}
			if f.s.err != nil && !f.restart(yield, i) {
				return
			}
		}
	}
}

// page reads page i, from 0.
func (f *File) page(i int) (*Page, error) {
	stop := f.s.limit(pageTime)
	defer stop()
	p, err := f.s.readPage(f.doc, i)
	switch {
	case f.s.err != nil && f.s.late():
		return nil, tooLarge(place(i), "the page took longer than %v to read", pageTime)
	case f.s.err != nil:
		return nil, damaged(place(i), "the page broke its reader: %v", firstLine(f.s.err))
	}
	return p, err
}

// restart goes on in a fresh sandbox after page i broke the last one.
func (f *File) restart(yield func(*Page, error) bool, i int) bool {
	f.Close()
	if f.restarts++; f.restarts > maxRestarts {
		if i+1 < f.pages {
			yield(nil, damaged(place(i+1), "this page and those after it are not read: %d pages before broke their reader", f.restarts))
		}
		return false
	}
	if err := f.start(); err != nil {
		yield(nil, err)
		return false
	}
	return true
}

// start opens the file in a fresh sandbox.
func (f *File) start() (err error) {
	if f.s, err = newSession(); err != nil {
		return err
	}
	stop := f.s.limit(pageTime)
	defer stop()
	f.doc, err = f.s.load(f.r, f.size)
	if err != nil {
		return err
	}
	f.pages = int(int32(f.s.call("FPDF_GetPageCount", f.doc)))
	if f.s.err != nil || f.pages <= 0 {
		return damaged("", "the PDF has no pages that can be found")
	}
	return nil
}

func damaged(place, format string, args ...any) error {
	return sheet.Errorf(sheet.Damaged, place, format, args...).
		Advise("print it to PDF again, or file the workbook that it was printed from (报送原始工作簿)")
}

func tooLarge(place, format string, args ...any) error {
	return sheet.Errorf(sheet.TooLarge, place, format, args...).
		Advise("split the PDF, or file the workbook that it was printed from (报送原始工作簿)")
}

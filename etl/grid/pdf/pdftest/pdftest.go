// Package pdftest writes small PDF files for tests, so that a test shows what
// stands on a page and where.
//
// Places are in points from the upper left corner; y is that of the line that
// the text stands on. Chinese text uses a font that is named and not embedded
// (STSong-Light, UniGB-UCS2-H), whose Chinese characters are one em wide and
// whose ASCII characters half an em. Nothing is compressed.
package pdftest

import (
	"bytes"
	"crypto/md5"
	"crypto/rc4"
	"fmt"
	"strings"
	"unicode/utf16"
)

// Doc is a document being written.
type Doc struct {
	pages    []*Page
	extra    []string
	password string
	locked   bool
}

// Page is a page being written.
type Page struct {
	Width, Height float64
	Rotate        int    // of the page, clockwise
	Upwards       bool   // what is drawn runs from bottom to top, as on a wide page printed on a tall one
	Raw           string // operators put before all others, in the space of the file
	XObject       string // entries of the dictionary of that name
	Annots        string // objects of the array of that name
	body          strings.Builder
}

// New starts a document.
func New() *Doc { return &Doc{} }

// Page adds a page of A4.
func (d *Doc) Page() *Page {
	p := &Page{Width: 595, Height: 842}
	d.pages = append(d.pages, p)
	return p
}

// Encrypt locks the document with RC4; it opens with the password, which may be
// empty.
func (d *Doc) Encrypt(password string) { d.password, d.locked = password, true }

// Object adds an object that pages or other objects refer to, and gives its
// number. All pages must have been added.
func (d *Doc) Object(body string) int {
	d.extra = append(d.extra, body)
	return 9 + 2*len(d.pages) + len(d.extra)
}

// Text draws text that starts at x.
func (p *Page) Text(x, y, size float64, text string) { p.Spaced(x, y, size, 0, text) }

// Right draws text that ends at x.
func (p *Page) Right(x, y, size float64, text string) { p.Text(x-Width(size, text), y, size, text) }

// Center draws text with its middle at x.
func (p *Page) Center(x, y, size float64, text string) { p.Text(x-Width(size, text)/2, y, size, text) }

// Spaced draws text with space points after each character.
func (p *Page) Spaced(x, y, size, space float64, text string) {
	fmt.Fprintf(&p.body, "BT /F1 %g Tf %g Tc %g %g Td <%X> Tj ET\n", size, space, x, p.flip(y), ucs2(text))
}

// Latin draws text in Helvetica.
func (p *Page) Latin(x, y, size float64, text string) {
	fmt.Fprintf(&p.body, "BT /F2 %g Tf %g %g Td (%s) Tj ET\n", size, x, p.flip(y), strings.NewReplacer(`\`, `\\`, "(", `\(`, ")", `\)`).Replace(text))
}

// Unseen draws text that is not printed, as a recogniser lays under a scan.
func (p *Page) Unseen(x, y, size float64, text string) {
	p.body.WriteString("3 Tr ")
	p.Text(x, y, size, text)
	p.body.WriteString("0 Tr\n")
}

// Aslant draws text at an angle, as watermarks are.
func (p *Page) Aslant(x, y, size float64, text string) {
	fmt.Fprintf(&p.body, "BT /F1 %g Tf 0.7 0.7 -0.7 0.7 %g %g Tm <%X> Tj ET\n", size, x, p.flip(y), ucs2(text))
}

// Cut draws text of which only the part in the box is seen, as spreadsheets do
// with what is too long for its cell.
func (p *Page) Cut(x0, y0, x1, y1, x, y, size float64, text string) {
	fmt.Fprintf(&p.body, "q %g %g %g %g re W n\n", x0, p.flip(y1), x1-x0, y1-y0)
	p.Text(x, y, size, text)
	p.body.WriteString("Q\n")
}

// Line strokes a line.
func (p *Page) Line(x0, y0, x1, y1 float64) {
	fmt.Fprintf(&p.body, "%g %g m %g %g l S\n", x0, p.flip(y0), x1, p.flip(y1))
}

// Box fills a box with black, or with the grey of a shade above 0.
func (p *Page) Box(x0, y0, x1, y1, grey float64) {
	fmt.Fprintf(&p.body, "%g g %g %g %g %g re f 0 g\n", grey, x0, p.flip(y1), x1-x0, y1-y0)
}

// Grid strokes all rules of a table with columns at xs and rows at ys.
func (p *Page) Grid(xs, ys []float64) {
	for _, x := range xs {
		p.Line(x, ys[0], x, ys[len(ys)-1])
	}
	for _, y := range ys {
		p.Line(xs[0], y, xs[len(xs)-1], y)
	}
}

// Image draws a grey picture over the box.
func (p *Page) Image(x0, y0, x1, y1 float64) {
	fmt.Fprintf(&p.body, "q %g 0 0 %g %g %g cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x80 EI Q\n", x1-x0, y1-y0, x0, p.flip(y1))
}

// Width is how wide text is drawn.
func Width(size float64, text string) (w float64) {
	for _, r := range text {
		if r < 0x7F {
			w += size / 2
		} else {
			w += size
		}
	}
	return w
}

// flip turns y around. On a page that is drawn upwards, x and y swap places.
func (p *Page) flip(y float64) float64 {
	if p.Upwards {
		return p.Width - y
	}
	return p.Height - y
}

func ucs2(text string) []byte {
	var b []byte
	for _, u := range utf16.Encode([]rune(text)) {
		b = append(b, byte(u>>8), byte(u))
	}
	return b
}

// fonts are objects 3 to 7.
const fonts = `3 0 obj
<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>
endobj
4 0 obj
<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] >>
endobj
5 0 obj
<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>
endobj
6 0 obj
<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>
endobj
7 0 obj
<< /Type /Font /Subtype /Type0 /BaseFont /Nameless /Encoding /Identity-H /DescendantFonts [<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Nameless /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 5 0 R /DW 500 >>] >>
endobj
`

// Bytes gives the file. Font F3 of a page is one whose codes mean nothing.
func (d *Doc) Bytes() []byte {
	w := &writer{}
	if d.locked {
		w.lock(d.password)
	}
	w.WriteString("%PDF-1.5\n%\xE2\xE3\xCF\xD3\n")
	var kids strings.Builder
	for i := range d.pages {
		fmt.Fprintf(&kids, "%d 0 R ", 10+2*i)
	}
	w.object(1, "<< /Type /Catalog /Pages 2 0 R >>")
	w.object(2, fmt.Sprintf("<< /Type /Pages /Kids [%s] /Count %d >>", kids.String(), len(d.pages)))
	for _, obj := range strings.SplitAfter(fonts, "endobj\n") {
		if obj != "" {
			w.offsets = append(w.offsets, w.Len())
			w.WriteString(obj)
		}
	}
	if d.locked {
		w.object(8, fmt.Sprintf("<< /Filter /Standard /V 1 /R 2 /O <%X> /U <%X> /P -4 >>", w.owner, w.user))
	} else {
		w.object(8, "null")
	}
	w.object(9, "null")
	for i, p := range d.pages {
		p.write(w, 10+2*i)
	}
	for i, body := range d.extra {
		w.object(10+2*len(d.pages)+i, body)
	}
	start := w.Len()
	fmt.Fprintf(w, "xref\n0 %d\n0000000000 65535 f \n", len(w.offsets)+1)
	for _, o := range w.offsets {
		fmt.Fprintf(w, "%010d 00000 n \n", o)
	}
	lock := ""
	if d.locked {
		lock = fmt.Sprintf("/Encrypt 8 0 R /ID [<%X> <%X>]", fileID, fileID)
	}
	fmt.Fprintf(w, "trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n", len(w.offsets)+1, lock, start)
	return w.Bytes()
}

func (p *Page) write(w *writer, n int) {
	turn := ""
	if p.Upwards {
		turn = fmt.Sprintf("0 1 -1 0 %g 0 cm\n", p.Width)
	}
	w.object(n, fmt.Sprintf("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %g %g] /Rotate %d /Contents %d 0 R /Annots [%s] /Resources << /Font << /F1 3 0 R /F2 6 0 R /F3 7 0 R >> /XObject << %s >> >> >>",
		p.Width, p.Height, p.Rotate, n+1, p.Annots, p.XObject))
	body := w.sealed(n+1, []byte(p.Raw+turn+p.body.String()))
	w.object(n+1, fmt.Sprintf("<< /Length %d >>\nstream\n%s\nendstream", len(body), body))
}

// writer writes objects and remembers where they are.
type writer struct {
	bytes.Buffer
	offsets          []int
	key, owner, user []byte // of a locked document
}

func (w *writer) object(n int, body string) {
	w.offsets = append(w.offsets, w.Len())
	fmt.Fprintf(w, "%d 0 obj\n%s\nendobj\n", n, body)
}

const fileID = "0123456789abcdef"

// padding fills passwords, as the standard says.
const padding = "\x28\xBF\x4E\x5E\x4E\x75\x8A\x41\x64\x00\x4E\x56\xFF\xFA\x01\x08\x2E\x2E\x00\xB6\xD0\x68\x3E\x80\x2F\x0C\xA9\xFE\x64\x53\x69\x7A"

// lock makes the key of the standard's first way of encryption: RC4, 40 bits.
func (w *writer) lock(password string) {
	pad := []byte((password + padding)[:32])
	sum := md5.Sum(pad)
	w.owner = crypt(sum[:5], pad)
	all := append(append(append([]byte{}, pad...), w.owner...), 0xFC, 0xFF, 0xFF, 0xFF) // P is -4
	sum = md5.Sum(append(all, fileID...))
	w.key = sum[:5]
	w.user = crypt(w.key, []byte(padding))
}

// sealed encrypts the stream of object n, if the document is locked.
func (w *writer) sealed(n int, b []byte) []byte {
	if w.key == nil {
		return b
	}
	sum := md5.Sum(append(append([]byte{}, w.key...), byte(n), byte(n>>8), byte(n>>16), 0, 0))
	return crypt(sum[:10], b)
}

func crypt(key, b []byte) []byte {
	c, err := rc4.NewCipher(key)
	if err != nil {
		panic(err) // unreachable: the key has 5 or 10 bytes
	}
	out := make([]byte, len(b))
	c.XORKeyStream(out, b)
	return out
}

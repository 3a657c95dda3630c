package page

import (
	"encoding/binary"
	"math"
	"slices"
	"unicode/utf16"

	"github.com/tetratelabs/wazero/api"
	"golang.org/x/text/unicode/norm"
)

// readPage reads page i, from 0. An error is about the page; s.err, if it is set
// after the call, is about the sandbox.
func (s *session) readPage(doc uint64, i int) (*Page, error) {
	page := s.call("FPDF_LoadPage", doc, uint64(i))
	if page == 0 {
		return nil, damaged(place(i), "the page cannot be opened")
	}
	if s.fill(page) { // what was filled in is on the page once it is loaded again
		s.call("FPDF_ClosePage", page)
		if page = s.call("FPDF_LoadPage", doc, uint64(i)); page == 0 {
			return nil, damaged(place(i), "the page cannot be opened with what was filled in")
		}
	}
	defer s.call("FPDF_ClosePage", page)
	s.call("FPDF_GetPageBoundingBox", page, s.out)
	v := s.floats(4)
	crop := Box{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}
	if !(crop.X1-crop.X0 > 1 && crop.Y1-crop.Y0 > 1) {
		return nil, damaged(place(i), "the page has no size")
	}
	p := &Page{Number: i + 1}
	d := &drawings{s: s, p: p, crop: crop, cuts: map[uint64]Box{}}
	if err := d.read(page); err != nil {
		return nil, err
	}
	t := &texts{s: s, p: p, crop: crop, cuts: d.cuts, objects: map[uint64]*object{}, told: map[fontRune]bool{}}
	if err := t.read(page); err != nil {
		return nil, err
	}
	var m matrix
	m, p.Width, p.Height = upright(crop, t.reads())
	t.turn(m)
	d.turn(m)
	return p, nil
}

// fill puts form fields and stamps on the page, as printing does. Links and
// notes are not printed.
func (s *session) fill(page uint64) bool {
	n := min(int(int32(s.call("FPDFPage_GetAnnotCount", page))), 1000)
	for i := range n {
		a := s.call("FPDFPage_GetAnnot", page, uint64(i))
		kind := s.call("FPDFAnnot_GetSubtype", a)
		s.call("FPDFPage_CloseAnnot", a)
		switch kind {
		case 3, 13, 20: // free text, stamp, field of a form
			const forPrint = 1
			return s.call("FPDFPage_Flatten", page, forPrint) == 1
		}
	}
	return false
}

// object is what the characters of one text object share.
type object struct {
	run    int
	font   uint64
	base   float64 // y of the line, or its x where the text runs up or down
	size   float64
	count  int // of its characters
	unseen bool
	turn   Turn
	cut    Box  // what is outside is not seen
	shown  bool // at least one character is inside

	start, end float64 // of its characters along x, as if it was not cut
}

// texts reads the characters of a page.
type texts struct {
	s       *session
	p       *Page
	crop    Box
	cuts    map[uint64]Box // parts of the page that text objects are cut to
	objects map[uint64]*object
	runs    []*object         // in the order of the text
	told    map[fontRune]bool // whether a character is what its font says
}

type fontRune struct {
	font uint64
	r    rune
}

func (t *texts) read(page uint64) error {
	s := t.s
	text := s.call("FPDFText_LoadPage", page)
	if text == 0 {
		return damaged(place(t.p.Number-1), "the text of the page cannot be read")
	}
	defer s.call("FPDFText_ClosePage", text)
	n := int(int32(s.call("FPDFText_CountChars", text)))
	if n > maxGlyphs {
		return tooLarge(place(t.p.Number-1), "%d characters on one page are more than the %d that are read", n, maxGlyphs)
	}
	t.p.Glyphs = make([]Glyph, 0, max(n, 0))
	runes := s.runes(text, max(n, 0))
	defer t.dropUnshown()
	for i := 0; i < n && s.err == nil; i++ {
		r := hyphen
		if runes != nil {
			r = rune(runes[i])
		}
		if r == hyphen || runes != nil && utf16.IsSurrogate(r) {
			r = rune(s.call("FPDFText_GetUnicode", text, uint64(i)))
		}
		if err := t.char(text, uint64(i), r); err != nil {
			return err
		}
	}
	return nil
}

// hyphen is how PDFium writes the hyphen at the end of a line in a text.
const hyphen = '\uFFFE'

// runes gives the codes of all n characters at once; nil where the text does not
// have one for each.
func (s *session) runes(text uint64, n int) []uint16 {
	at := s.call("malloc", uint64(2*n+2))
	if at == 0 {
		return nil
	}
	defer s.call("free", at)
	if int(int32(s.call("FPDFText_GetText", text, 0, uint64(n), at))) != n+1 {
		return nil
	}
	b, ok := s.module.Memory().Read(uint32(at), uint32(2*n))
	if !ok {
		return nil
	}
	out := make([]uint16, n)
	for i := range out {
		out[i] = binary.LittleEndian.Uint16(b[2*i:])
	}
	return out
}

// char reads one character. PDFium adds white space and line ends of its own,
// which are left out: only places tell what belongs together.
func (t *texts) char(text, i uint64, r rune) error {
	s := t.s
	if (r == ' ' || r == '\r' || r == '\n') && s.call("FPDFText_IsGenerated", text, i) == 1 {
		return nil
	}
	o := t.object(text, i)
	if o.count++; o.count > maxString {
		return tooLarge(place(t.p.Number-1), "one text of more than %d characters, which may be cut", maxString)
	}
	if o.unseen {
		t.p.Unseen++
		return nil
	}
	s.call("FPDFText_GetLooseCharBox", text, i, s.out)
	v := s.floats(4)
	g := Glyph{Box: Box{min(v[0], v[2]), min(v[1], v[3]), max(v[0], v[2]), max(v[1], v[3])}, Base: o.base, Size: o.size, Turn: o.turn, Run: o.run}
	for _, f := range [...]float64{v[0], v[1], v[2], v[3], o.base, o.size} {
		if !(math.Abs(f) < 1e6) {
			return damaged(place(t.p.Number-1), "a character has no place")
		}
	}
	g.stand()
	if mx, my := g.Box.Mid(); mx >= o.cut.X0 && mx <= o.cut.X1 && my >= o.cut.Y0 && my <= o.cut.Y1 {
		o.shown = true
	}
	if math.IsNaN(o.start) {
		o.start = g.Box.X0
	}
	o.end = g.Box.X1
	g.squeeze(o.cut)
	g.Rune = meant(r)
	if !t.isTold(text, i, o.font, r) {
		g.Rune = Unknown // r is a number in the font, not a character
	}
	if g.Rune != 0 {
		t.p.Glyphs = append(t.p.Glyphs, g)
	}
	return nil
}

// isTold tells whether the file says which character this is. Digits are always
// asked for; of others one in a font stands for all.
func (t *texts) isTold(text, i, font uint64, r rune) bool {
	key := fontRune{font, r}
	told, known := t.told[key]
	if !known || r >= '0' && r <= '9' {
		told = t.s.call("FPDFText_HasUnicodeMapError", text, i) != 1
		t.told[key] = told
	}
	return told
}

// How far a character reaches above and below its line, in units of its size.
// Fonts tell heights of up to three, which would have lines lie on each other.
const ascent, descent = 0.85, 0.15

// stand sets the height of a character on its line, in the space of the file.
func (g *Glyph) stand() {
	b := &g.Box
	up, down := ascent*g.Size, descent*g.Size
	switch g.Turn {
	case Upright:
		b.Y0, b.Y1 = g.Base-down, g.Base+up
	case Over:
		b.Y0, b.Y1 = g.Base-up, g.Base+down
	case Up:
		b.X0, b.X1 = g.Base-up, g.Base+down
	case Down:
		b.X0, b.X1 = g.Base-down, g.Base+up
	}
}

// squeeze keeps a character within the part of the page that its text is cut to.
// The end of a text that is too long for its cell is not seen, but it is what the
// cell says, so it stays, in no space.
func (g *Glyph) squeeze(cut Box) {
	b := &g.Box
	if g.Turn == Up || g.Turn == Down {
		b.Y0, b.Y1 = min(max(b.Y0, cut.Y0), cut.Y1), max(min(b.Y1, cut.Y1), cut.Y0)
	} else {
		b.X0, b.X1 = min(max(b.X0, cut.X0), cut.X1), max(min(b.X1, cut.X1), cut.X0)
	}
}

// dropUnshown takes out the texts of which nothing is seen. One that goes on where
// a text that is seen is cut is the rest of that: programs write 值(亿元) as two.
func (t *texts) dropUnshown() {
	for i, o := range t.runs[min(1, len(t.runs)):] {
		before := t.runs[i]
		if !o.shown && before.shown && o.turn == Upright && o.base == before.base && o.cut == before.cut && math.Abs(o.start-before.end) < 0.3*o.size {
			o.shown = true
		}
	}
	all := len(t.p.Glyphs)
	t.p.Glyphs = slices.DeleteFunc(t.p.Glyphs, func(g Glyph) bool { return !t.runs[g.Run].shown })
	t.p.Unseen += all - len(t.p.Glyphs)
}

// object gives the text object of a character.
func (t *texts) object(text, i uint64) *object {
	s := t.s
	handle := s.call("FPDFText_GetTextObject", text, i)
	if o := t.objects[handle]; o != nil {
		return o
	}
	s.call("FPDFText_GetMatrix", text, i, s.out)
	m := matrix(s.floats(6))
	o := &object{run: len(t.runs), turn: m.turn(), cut: t.crop, start: math.NaN()}
	if cut, ok := t.cuts[handle]; ok {
		o.cut = cut
	}
	o.size = math.Abs(api.DecodeF64(s.call("FPDFText_GetFontSize", text, i))) * math.Hypot(m[2], m[3])
	s.call("FPDFText_GetCharOrigin", text, i, s.out, s.out+8)
	x, y := s.doubles()
	o.base = y
	if o.turn == Up || o.turn == Down {
		o.base = x
	}
	if handle != 0 {
		const invisible, clip = 3, 7
		mode := int32(s.call("FPDFTextObj_GetTextRenderMode", handle))
		o.unseen = mode == invisible || mode == clip
		o.font = s.call("FPDFTextObj_GetFont", handle)
		t.objects[handle] = o
	}
	t.runs = append(t.runs, o)
	return o
}

// reads tells which way most of the text of the page runs.
func (t *texts) reads() Turn {
	var n [Aslant + 1]int
	for _, g := range t.p.Glyphs {
		n[g.Turn]++
	}
	best := Upright
	for turn := Up; turn < Aslant; turn++ {
		if n[turn] > n[best] {
			best = turn
		}
	}
	return best
}

// turn maps all characters to the upright page.
func (t *texts) turn(m matrix) {
	main := t.reads()
	for i := range t.p.Glyphs {
		g := &t.p.Glyphs[i]
		if g.Turn == main {
			at := g.Base
			_, y := m.point(at, at)
			g.Base = y
		}
		g.Box = m.box(g.Box)
		switch g.Turn {
		case Aslant:
			g.Base = g.Box.Y1
		case main:
			g.Turn = Upright
		default:
			g.Turn = (g.Turn - main + 4) % 4
			g.Base = g.Box.Y1
		}
	}
}

// Unknown stands for a character of which the file does not say what it is.
const Unknown = '\uFFFD'

// meant gives the character that a code of the file stands for; 0 for those
// that are not printed.
func meant(r rune) rune {
	switch {
	case r == 0 || r == 0xFFFE || r == 0xFFFF:
		return Unknown
	case r == 2 || r == 0xAD: // PDFium's hyphen at the end of a line; a soft hyphen is drawn as one
		return '-'
	case r == '\t' || r == 0xA0 || r == 0x3000 || r >= 0x2000 && r <= 0x200A || r == 0x202F || r == 0x205F:
		return ' '
	case r < ' ' || r == 0x7F || r >= 0x200B && r <= 0x200F || r == 0x2060 || r == 0xFEFF:
		return 0
	case r >= 0x2F00 && r <= 0x2FD5 || r >= 0xF900 && r <= 0xFAFF:
		return first(norm.NFKC.String(string(r)))
	}
	if w, ok := radicals[r]; ok {
		return w
	}
	return r
}

func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// radicals are the signs for parts of characters that programs which look for a
// character by its shape (browsers, Quartz) write for the character itself.
// Unicode does not join them; those of its Kangxi block it does.
var radicals = map[rune]rune{
	'⺎': '兀', '⺟': '母', '⺠': '民', '⺩': '王', '⻁': '虎', '⻄': '西', '⻅': '见', '⻆': '角', '⻉': '贝', '⻋': '车',
	'⻑': '長', '⻓': '长', '⻔': '门', '⻘': '青', '⻙': '韦', '⻚': '页', '⻛': '风', '⻜': '飞', '⻝': '食', '⻢': '马',
	'⻣': '骨', '⻤': '鬼', '⻥': '鱼', '⻦': '鸟', '⻧': '卤', '⻨': '麦', '⻩': '黄', '⻪': '黾', '⻬': '齐', '⻮': '齿',
	'⻰': '龙', '⻳': '龟',
}

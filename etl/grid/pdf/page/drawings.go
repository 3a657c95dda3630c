package page

import "math"

// Kinds of page objects, segments and fills, as PDFium numbers them.
const (
	textObject, pathObject, imageObject, formObject = 1, 2, 3, 5

	lineSegment, curveSegment, moveSegment = 0, 1, 2
)

const (
	thin   = 3.0 // points: a filled box as thin as this is a rule
	axis   = 0.6 // points that a horizontal line may rise
	bright = 250 // of 255: lines of this colour are not seen
)

// drawings reads the rules of a page, and what parts of the page its texts are cut
// to, all in the space of the file.
type drawings struct {
	s                 *session
	p                 *Page
	crop              Box
	rules             []Rule
	cuts              map[uint64]Box // by text object, where it is less than the page
	objects, segments int
}

func (d *drawings) read(page uint64) error {
	n := int(int32(d.s.call("FPDFPage_CountObjects", page)))
	if n > maxObjects {
		return d.tooMany()
	}
	for i := 0; i < n && d.s.err == nil; i++ {
		if err := d.object(d.s.call("FPDFPage_GetObject", page, uint64(i)), identity, d.crop, 0); err != nil {
			return err
		}
	}
	return nil
}

func (d *drawings) tooMany() error {
	return tooLarge(place(d.p.Number-1), "more than %d drawings on one page", maxObjects)
}

// object reads an object that is drawn with m and cut to a box.
func (d *drawings) object(o uint64, m matrix, cut Box, depth int) error {
	if d.objects++; d.objects > maxObjects {
		return d.tooMany()
	}
	switch d.s.call("FPDFPageObj_GetType", o) {
	case textObject:
		if cut = d.cut(o, m, cut); cut != d.crop {
			d.cuts[o] = cut
		}
	case pathObject:
		return d.path(o, m)
	case imageObject:
		d.image(o, m)
	case formObject:
		if depth == maxForms {
			return tooLarge(place(d.p.Number-1), "drawings are nested deeper than %d", maxForms)
		}
		cut = d.cut(o, m, cut)
		inner := d.matrix(o).then(m)
		n := int(int32(d.s.call("FPDFFormObj_CountObjects", o)))
		for i := 0; i < n && d.s.err == nil; i++ {
			if err := d.object(d.s.call("FPDFFormObj_GetObject", o, uint64(i)), inner, cut, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

// cut gives the part of a box that an object is cut to. Spreadsheets write a text
// that is too long for its cell whole, and cut what is seen of it to the cell.
// Of a shape that is no rectangle the box around it counts.
func (d *drawings) cut(o uint64, m matrix, cut Box) Box {
	s, out := d.s, d.s.out
	clip := s.call("FPDFPageObj_GetClipPath", o)
	if clip == 0 {
		return cut
	}
	paths := int(int32(s.call("FPDFClipPath_CountPaths", clip)))
	for i := 0; i < min(paths, maxForms) && s.err == nil; i++ {
		n := int(int32(s.call("FPDFClipPath_CountPathSegments", clip, uint64(i))))
		if n <= 0 || n > 100 {
			continue
		}
		var around Box
		for k := range n {
			s.call("FPDFPathSegment_GetPoint", s.call("FPDFClipPath_GetPathSegment", clip, uint64(i), uint64(k)), out, out+4)
			v := s.floats(2)
			x, y := m.point(v[0], v[1])
			if k == 0 {
				around = Box{x, y, x, y}
			}
			around = around.Union(Box{x, y, x, y})
		}
		cut = Box{max(cut.X0, around.X0), max(cut.Y0, around.Y0), min(cut.X1, around.X1), min(cut.Y1, around.Y1)}
	}
	return cut
}

func (d *drawings) matrix(o uint64) matrix {
	if d.s.call("FPDFPageObj_GetMatrix", o, d.s.out) == 0 {
		return identity
	}
	return matrix(d.s.floats(6))
}

// image counts a picture that could be of a table.
func (d *drawings) image(o uint64, m matrix) {
	out := d.s.out
	d.s.call("FPDFPageObj_GetBounds", o, out, out+4, out+8, out+12)
	v := d.s.floats(4)
	if m.box(Box{v[0], v[1], v[2], v[3]}).area()*6 >= d.crop.area() {
		d.p.Pictures++
	}
}

func (b Box) area() float64 { return (b.X1 - b.X0) * (b.Y1 - b.Y0) }

// turn gives the page the rules, mapped with m, as far as they are on it.
func (d *drawings) turn(m matrix) {
	for _, r := range d.rules {
		b := Box{r.From, r.At, r.To, r.At}
		if r.Vertical {
			b = Box{r.At, r.From, r.At, r.To}
		}
		b = m.box(b)
		b = Box{max(b.X0, 0), max(b.Y0, 0), min(b.X1, d.p.Width), min(b.Y1, d.p.Height)}
		switch x, y := b.Mid(); {
		case b.X1-b.X0 > b.Y1-b.Y0 && b.Y0 <= b.Y1:
			d.p.Rules = append(d.p.Rules, Rule{At: y, From: b.X0, To: b.X1})
		case b.Y1 > b.Y0 && b.X0 <= b.X1:
			d.p.Rules = append(d.p.Rules, Rule{Vertical: true, At: x, From: b.Y0, To: b.Y1})
		}
	}
}

// path takes the rules out of one drawing: lines along an axis that are stroked,
// and thin boxes that are filled. Fillings of cells and curves are no rules.
func (d *drawings) path(o uint64, m matrix) error {
	out := d.s.out
	d.s.call("FPDFPath_GetDrawMode", o, out, out+4)
	mode := d.s.integers(2)
	filled := mode[0] != 0 && d.seen("FPDFPageObj_GetFillColor", o)
	stroked := mode[1] != 0 && d.seen("FPDFPageObj_GetStrokeColor", o)
	if !filled && !stroked {
		return nil
	}
	n := int(int32(d.s.call("FPDFPath_CountSegments", o)))
	if d.segments += max(n, 0); d.segments > maxSegments {
		return tooLarge(place(d.p.Number-1), "drawings of more than %d lines on one page", maxSegments)
	}
	t := tracer{d: d, stroked: stroked}
	m = d.matrix(o).then(m)
	for i := 0; i < n && d.s.err == nil; i++ {
		seg := d.s.call("FPDFPath_GetPathSegment", o, uint64(i))
		kind := d.s.call("FPDFPathSegment_GetType", seg)
		d.s.call("FPDFPathSegment_GetPoint", seg, out, out+4)
		v := d.s.floats(2)
		x, y := m.point(v[0], v[1])
		t.to(kind, x, y)
		if d.s.call("FPDFPathSegment_GetClose", seg) == 1 {
			t.shut()
		}
	}
	t.end()
	return nil
}

// seen tells whether something is drawn in a colour that shows on paper. Patterns
// have no colour, and show.
func (d *drawings) seen(get string, o uint64) bool {
	out := d.s.out
	if d.s.call(get, o, out, out+4, out+8, out+12) == 0 {
		return true
	}
	c := d.s.integers(4)
	return c[3] > 0 && min(c[0], c[1], c[2]) < bright
}

// tracer follows the lines of one drawing.
type tracer struct {
	d       *drawings
	stroked bool
	figure  []point // since the last move
	curved  bool
}

type point struct{ x, y float64 }

func (t *tracer) to(kind uint64, x, y float64) {
	if math.IsNaN(x+y) || math.IsInf(x+y, 0) {
		return
	}
	switch kind {
	case moveSegment:
		t.end()
	case curveSegment:
		t.curved = true
	}
	t.figure = append(t.figure, point{x, y})
}

func (t *tracer) shut() {
	if len(t.figure) > 0 {
		t.figure = append(t.figure, t.figure[0])
	}
}

// end takes the rules of the figure that was traced.
func (t *tracer) end() {
	f := t.figure
	t.figure = t.figure[:0]
	switch {
	case len(f) < 2:
	case t.curved:
		t.d.p.Shapes++
	case t.stroked:
		for i := range f[1:] {
			t.stroke(f[i], f[i+1])
		}
	default:
		t.fill(f)
	}
	t.curved = false
}

func (t *tracer) stroke(a, b point) {
	w, h := math.Abs(a.x-b.x), math.Abs(a.y-b.y)
	switch {
	case h <= axis && w > 0:
		t.add(Rule{At: (a.y + b.y) / 2, From: min(a.x, b.x), To: max(a.x, b.x)})
	case w <= axis && h > 0:
		t.add(Rule{Vertical: true, At: (a.x + b.x) / 2, From: min(a.y, b.y), To: max(a.y, b.y)})
	case w+h > 0:
		t.d.p.Shapes++
	}
}

func (t *tracer) fill(f []point) {
	b := Box{f[0].x, f[0].y, f[0].x, f[0].y}
	for _, p := range f {
		b = b.Union(Box{p.x, p.y, p.x, p.y})
	}
	w, h := b.X1-b.X0, b.Y1-b.Y0
	x, y := b.Mid()
	switch {
	case h <= thin && w > 0 && w >= h:
		t.add(Rule{At: y, From: b.X0, To: b.X1})
	case w <= thin && h > 0:
		t.add(Rule{Vertical: true, At: x, From: b.Y0, To: b.Y1})
	default:
		t.d.p.Shapes++
	}
}

func (t *tracer) add(r Rule) { t.d.rules = append(t.d.rules, r) }

package page

import "math"

// Kinds of page objects, segments and fills, as PDFium numbers them.
const (
	pathObject, imageObject, formObject = 2, 3, 5

	lineSegment, curveSegment, moveSegment = 0, 1, 2
)

const (
	thin   = 3.0 // points: a filled box as thin as this is a rule
	axis   = 0.6 // points that a horizontal line may rise
	bright = 250 // of 255: lines of this colour are not seen
)

// drawings reads the rules of a page.
type drawings struct {
	s                 *session
	p                 *Page
	objects, segments int
}

func (d *drawings) read(page uint64, m matrix) error {
	n := int(int32(d.s.call("FPDFPage_CountObjects", page)))
	for i := 0; i < n && d.s.err == nil; i++ {
		if err := d.object(d.s.call("FPDFPage_GetObject", page, uint64(i)), m, 0); err != nil {
			return err
		}
	}
	return nil
}

func (d *drawings) object(o uint64, m matrix, depth int) error {
	if d.objects++; d.objects > maxObjects {
		return tooLarge(place(d.p.Number-1), "more than %d drawings on one page", maxObjects)
	}
	switch d.s.call("FPDFPageObj_GetType", o) {
	case pathObject:
		return d.path(o, m)
	case imageObject:
		d.image(o, m)
	case formObject:
		if depth == maxForms {
			return tooLarge(place(d.p.Number-1), "drawings are nested deeper than %d", maxForms)
		}
		inner := d.matrix(o).then(m)
		n := int(int32(d.s.call("FPDFFormObj_CountObjects", o)))
		for i := 0; i < n && d.s.err == nil; i++ {
			if err := d.object(d.s.call("FPDFFormObj_GetObject", o, uint64(i)), inner, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
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
	b := m.box(Box{v[0], v[1], v[2], v[3]})
	if (b.X1-b.X0)*(b.Y1-b.Y0)*6 >= d.p.Width*d.p.Height {
		d.p.Pictures++
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
	t := tracer{p: d.p, stroked: stroked, filled: filled}
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
	p               *Page
	stroked, filled bool
	figure          []point // since the last move
	curved          bool
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
		t.p.Shapes++
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
		t.p.Shapes++
	}
}

// add keeps the part of a rule that is on the page.
func (t *tracer) add(r Rule) {
	along, across := t.p.Width, t.p.Height
	if r.Vertical {
		along, across = across, along
	}
	r.From, r.To = max(r.From, 0), min(r.To, along)
	if r.From < r.To && r.At >= 0 && r.At <= across {
		t.p.Rules = append(t.p.Rules, r)
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
		t.p.Shapes++
	}
}

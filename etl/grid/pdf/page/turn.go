package page

import "math"

// matrix is an affine map as PDF writes it: x' = a x + c y + e, y' = b x + d y + f.
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then gives the map that is m first and o after it.
func (m matrix) then(o matrix) matrix {
	return matrix{
		m[0]*o[0] + m[1]*o[2], m[0]*o[1] + m[1]*o[3],
		m[2]*o[0] + m[3]*o[2], m[2]*o[1] + m[3]*o[3],
		m[4]*o[0] + m[5]*o[2] + o[4], m[4]*o[1] + m[5]*o[3] + o[5],
	}
}

func (m matrix) point(x, y float64) (float64, float64) {
	return m[0]*x + m[2]*y + m[4], m[1]*x + m[3]*y + m[5]
}

// box gives the box around the corners of b, mapped.
func (m matrix) box(b Box) Box {
	x0, y0 := m.point(b.X0, b.Y0)
	x1, y1 := m.point(b.X1, b.Y1)
	x2, y2 := m.point(b.X0, b.Y1)
	x3, y3 := m.point(b.X1, b.Y0)
	return Box{min(x0, x1, x2, x3), min(y0, y1, y2, y3), max(x0, x1, x2, x3), max(y0, y1, y2, y3)}
}

// turn tells which way a text runs that is drawn with m, in the space of the
// file, where y grows upwards.
func (m matrix) turn() Turn {
	angle := math.Atan2(m[1], m[0]) / (math.Pi / 2) // quarters
	nearest := math.Round(angle)
	if math.IsNaN(angle) || math.Abs(angle-nearest) > 0.05 {
		return Aslant
	}
	return Turn((int(nearest) + 4) % 4)
}

// upright maps the space of the file to that of a page on which text of turn t
// reads from left to right. Where the file turns the page for the reader, it
// draws the text turned too: only the text tells which way is up.
func upright(crop Box, t Turn) (m matrix, width, height float64) {
	w, h := crop.X1-crop.X0, crop.Y1-crop.Y0
	switch t {
	case Up:
		return matrix{0, 1, 1, 0, -crop.Y0, -crop.X0}, h, w
	case Over:
		return matrix{-1, 0, 0, 1, crop.X1, -crop.Y0}, w, h
	case Down:
		return matrix{0, -1, -1, 0, crop.Y1, crop.X1}, h, w
	}
	return matrix{1, 0, 0, -1, -crop.X0, crop.Y1}, w, h
}

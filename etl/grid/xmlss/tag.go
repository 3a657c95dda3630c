package xmlss

import (
	"strconv"

	"sanpin/etl/grid/opc"
)

// attr is an attribute that is looked at.
type attr int

const (
	attrIndex attr = iota
	attrSpan
	attrAcross
	attrDown
	attrStyle
	attrHidden
	attrFormula
	attrType
	attrTop
	attrLeft
	attrs
)

// tag is the attributes of the tag that the scanner stood on, whatever their
// prefix; those that it does not have are nil. They are valid until the next tag.
type tag [attrs][]byte

func (r *reader) tag() *tag {
	t := &r.last
	*t = tag{}
	for rest := r.scan.Attrs; ; {
		name, value, more, ok := opc.CutAttr(rest)
		if !ok {
			return t
		}
		rest = more
		if a, ok := attrOf(opc.LocalName(name)); ok {
			t[a] = value
		}
	}
}

func attrOf(local []byte) (attr, bool) {
	switch string(local) {
	case "Index":
		return attrIndex, true
	case "Span":
		return attrSpan, true
	case "MergeAcross":
		return attrAcross, true
	case "MergeDown":
		return attrDown, true
	case "StyleID":
		return attrStyle, true
	case "Hidden":
		return attrHidden, true
	case "Formula":
		return attrFormula, true
	case "Type":
		return attrType, true
	case "TopCell":
		return attrTop, true
	case "LeftCell":
		return attrLeft, true
	}
	return 0, false
}

func (t *tag) has(a attr) bool { return t[a] != nil }

func (t *tag) flag(a attr) bool { return string(t[a]) == "1" || string(t[a]) == "true" }

// number reads a whole number from least to most; least where there is none.
func (r *reader) number(t *tag, a attr, least, most int) (int, error) {
	if !t.has(a) {
		return least, nil
	}
	n, err := strconv.Atoi(string(t[a]))
	if err != nil || n < least || n > most {
		return 0, r.scan.Damaged("<%s> has %q where a number from %d to %d should stand", r.scan.Name, t[a], least, most)
	}
	return n, nil
}

// place reads where a row, column or cell stands, counted from 0: at its index,
// or at next.
func (r *reader) place(t *tag, next, origin, most int) (int, error) {
	if !t.has(attrIndex) {
		if next >= most {
			return 0, r.scan.Damaged("the sheet has more than %d rows or %d columns", maxRows, maxCols)
		}
		return next, nil
	}
	n, err := r.number(t, attrIndex, 1, most-origin)
	if err == nil && origin+n-1 < next {
		err = r.scan.Damaged("index %d comes behind index %d", n, next-origin)
	}
	return origin + n - 1, err
}

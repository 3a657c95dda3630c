package xmlss

import (
	"strings"

	"sanpin/etl/grid/numfmt"
	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// defaultStyle is what cells have that name no style.
const defaultStyle = "Default"

// style notes what numbers of a style are, by its number format or that of the
// style it is made from.
func (r *reader) style() error {
	s := r.scan
	id, _ := s.LocalAttr("ID")
	parent, ok := s.LocalAttr("Parent")
	if !ok {
		parent = defaultStyle
	}
	kind := r.kinds[parent]
	for outside := s.Depth() - 1; s.Depth() > outside; {
		tok, err := s.Next()
		if err != nil {
			return err
		}
		if tok == opc.StartTag && string(s.Name) == "NumberFormat" {
			format, _ := s.LocalAttr("Format")
			kind = kindOf(format)
		}
	}
	if r.kinds[id] = kind; len(r.kinds) > r.lim.Entries*10 {
		return opc.TooLarge(s.Place(), "the workbook has more than %d styles", r.lim.Entries*10)
	}
	return nil
}

// kindOf tells what numbers of a format are; the format may be one of the names
// that this file format has for common ones.
func kindOf(format string) sheet.Kind {
	switch format {
	case "", "General", "General Number", "Currency", "Euro Currency", "Fixed", "Standard", "Scientific", "Yes/No", "True/False", "On/Off":
		return sheet.Number
	case "Percent":
		return sheet.Share
	case "General Date", "Long Date", "Medium Date", "Short Date":
		return sheet.Date
	case "Long Time", "Medium Time", "Short Time":
		return sheet.Duration
	}
	return numfmt.IsDate(0, strings.TrimSpace(format))
}

// kind gives what numbers are under the style of a cell, else under the first of
// the others that is named.
func (r *reader) kind(style []byte, others ...string) sheet.Kind {
	if len(style) > 0 {
		return known(r.kinds[string(style)])
	}
	for _, id := range others {
		if id != "" {
			return known(r.kinds[id])
		}
	}
	return known(r.kinds[defaultStyle])
}

// known makes the kind of a style that nobody defined that of a number.
func known(k sheet.Kind) sheet.Kind {
	if k == sheet.Blank {
		return sheet.Number
	}
	return k
}

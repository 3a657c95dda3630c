package xlsx

import "sanpin/etl/grid/opc"

// Nearly all cells of nearly all workbooks are written in the same few bytes.
// These are taken in one look; what deviates in any way, or is not wholly in the
// buffer, is left to the scanner's own methods, which read the same from it.

// cellTag is the three attributes of a cell that matter, nil where left out.
type cellTag struct{ ref, style, typ []byte }

// plainCell takes the startTag of a cell when it has no prefix, one space before
// each attribute and its values in double quotes.
func plainCell(s *opc.Scanner) (tag cellTag, ok bool) {
	b := s.Ahead()
	if len(b) < 3 || b[0] != '<' || b[1] != 'c' {
		return tag, false
	}
	i := 2
	for i+3 < len(b) && b[i] == ' ' && b[i+2] == '=' && b[i+3] == '"' {
		start := i + 4
		end := start
		for end < len(b) && b[end] != '"' {
			end++
		}
		if end == len(b) {
			return tag, false
		}
		switch value := b[start:end]; b[i+1] {
		case 'r':
			tag.ref = value
		case 's':
			tag.style = value
		case 't':
			tag.typ = value
		}
		i = end + 1
	}
	switch {
	case i < len(b) && b[i] == '>':
		s.Enter(i+1, false)
	case i+1 < len(b) && b[i] == '/' && b[i+1] == '>':
		s.Enter(i+2, true)
	default:
		return tag, false
	}
	return tag, true
}

// readCellTag reads the attributes of the startTag that was just given.
func readCellTag(s *opc.Scanner) (tag cellTag, err error) {
	for attrs := s.Attrs; ; {
		key, value, rest, ok := opc.CutAttr(attrs)
		if !ok && len(rest) > 0 {
			return tag, s.Damaged("a cell has an attribute that cannot be read")
		}
		if !ok {
			return tag, nil
		}
		switch string(key) {
		case "r":
			tag.ref = value
		case "s":
			tag.style = value
		case "t":
			tag.typ = value
		}
		attrs = rest
	}
}

// plainValue takes what follows the startTag of a cell when that is <v>…</v></c>
// without a prefix, all of it in the buffer, and stands behind it. So nearly all
// cells are read, in a third of the time that four tokens take.
func plainValue(s *opc.Scanner) (value []byte, ok bool) {
	const open, end = "<v>", "</v></c>"
	b := s.Ahead()
	if len(b) < len(open)+len(end) || string(b[:len(open)]) != open {
		return nil, false
	}
	for i, c := range b[len(open) : len(b)-len(end)+1] {
		switch c {
		case '<':
			if i += len(open); i == len(open) || string(b[i:i+len(end)]) != end {
				return nil, false
			}
			s.Leave(i + len(end))
			return b[len(open):i], true
		case '&', '\r':
			return nil, false
		}
	}
	return nil, false
}

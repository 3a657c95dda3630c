package xlsx

import (
	"bytes"
	"errors"
	"io"

	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// spansAhead reads the merged rectangles of a sheet that is held in memory. They
// stand behind the rows: a search from the end finds the place in no time.
func (r *reader) spansAhead(xml []byte) error {
	s := opc.NewScanner(r.book.archive.Limits, r.part.Name)
	defer s.Release()
	offset, depth := tailOf(xml)
	s.HoldFrom(xml, offset, depth)
	return r.readSpans(s)
}

// tailOf gives the offset of the tag that ends the rows, and how deep it lies:
// inside of worksheet and sheetData. Where it cannot be told for sure, because
// it may be part of a comment, the whole sheet is the tail.
func tailOf(xml []byte) (offset, depth int) {
	i := bytes.LastIndex(xml, []byte("sheetData"))
	open := bytes.LastIndexByte(xml[:max(i, 0)], '<')
	if open < 0 || xml[open+1] != '/' {
		return 0, 0
	}
	if prefix := xml[open+2 : i]; len(prefix) > 0 && bytes.IndexByte(prefix, ':') != len(prefix)-1 {
		return 0, 0
	}
	for _, end := range []string{"-->", "]]>", "?>"} {
		if bytes.Contains(xml[open:], []byte(end)) {
			return 0, 0
		}
	}
	return open, 2
}

// tail reads what stands behind the rows, unless spansAhead did.
func (r *reader) tail() error {
	if !r.spansWhole {
		if err := r.readSpans(r.scan); err != nil {
			return err
		}
	}
	return io.EOF
}

// readSpans reads the merged rectangles up to the end of the part.
func (r *reader) readSpans(s *opc.Scanner) error {
	for {
		tok, err := s.Next()
		switch {
		case errors.Is(err, io.EOF):
			r.spansWhole = true
			return nil
		case err != nil:
			return err
		case tok != opc.StartTag:
			continue
		}
		switch string(s.Name) {
		case "extLst":
			err = s.Skip()
		case "mergeCell":
			err = r.addSpan(s)
		}
		if err != nil {
			return err
		}
	}
}

func (r *reader) addSpan(s *opc.Scanner) error {
	ref := s.Attr("ref")
	span, ok := parseSpan([]byte(ref))
	if !ok {
		return s.Damaged("cells %q are merged", ref)
	}
	if span.R0 == span.R1 && span.C0 == span.C1 {
		return nil
	}
	r.spans = append(r.spans, span)
	if most := r.book.archive.Limits.Spans; len(r.spans) > most {
		return tooLarge(s.Place(), "the sheet has more than %d merged ranges", most)
	}
	return nil
}

var _ sheet.Sheet = (*reader)(nil)

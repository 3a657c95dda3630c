package xlsx

import (
	"errors"
	"io"
	"strconv"

	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// entry is a sheet as the workbook lists it.
type entry struct {
	name       string
	visibility sheet.Visibility
	relation   string // id
}

// workbook is what the workbook part says.
type workbook struct {
	sheets   []entry
	date1904 bool
	stale    bool // its writer asks for all formulas to be computed anew
}

func readWorkbook(a *opc.Archive, p *opc.Part) (*workbook, error) {
	s, done, err := a.XML(p)
	if err != nil {
		return nil, err
	}
	defer done()
	w := &workbook{}
	root := true
	for {
		tok, err := s.Next()
		switch {
		case errors.Is(err, io.EOF) && root:
			return nil, damaged(p.Name, "the part with the workbook is empty")
		case errors.Is(err, io.EOF):
			return w, nil
		case err != nil:
			return nil, err
		case tok != opc.StartTag:
			continue
		case root && string(s.Name) != "workbook":
			return nil, unknown("the package holds no workbook: its main part starts with <" + string(s.Name) + ">")
		}
		root = false
		if err := w.element(s); err != nil {
			return nil, err
		}
		if len(w.sheets) > a.Limits.Sheets {
			return nil, tooLarge(s.Place(), "the workbook has more than %d sheets", a.Limits.Sheets)
		}
	}
}

func (w *workbook) element(s *opc.Scanner) error {
	switch string(s.Name) {
	case "workbook", "sheets":
		return nil
	case "workbookPr":
		w.date1904 = s.Flag("date1904")
	case "calcPr":
		w.stale = s.Flag("fullCalcOnLoad")
	case "sheet":
		w.sheets = append(w.sheets, entry{unescaped(s.Attr("name")), visibility(s.Attr("state")), relationID(s)})
	}
	return s.Skip()
}

func visibility(state string) sheet.Visibility {
	switch state {
	case "hidden":
		return sheet.HiddenSheet
	case "veryHidden":
		return sheet.VeryHidden
	}
	return sheet.Visible
}

// relationID gives the id attribute of the relationships namespace, whose prefix
// is for the writer to choose.
func relationID(s *opc.Scanner) string {
	for attrs := s.Attrs; ; {
		key, value, rest, ok := opc.CutAttr(attrs)
		if !ok {
			return ""
		}
		if local := opc.LocalName(key); len(local) < len(key) && string(local) == "id" {
			return opc.AttrText(value)
		}
		attrs = rest
	}
}

// uniqueNames gives the sheets names that are unique within the book, as they
// are in every book of a spreadsheet program.
func (w *workbook) uniqueNames() {
	seen := make(map[string]bool, len(w.sheets))
	for i := range w.sheets {
		base := w.sheets[i].name
		if base == "" {
			base = "sheet " + strconv.Itoa(i+1)
		}
		name := base
		for n := 2; seen[name]; n++ {
			name = base + " (" + strconv.Itoa(n) + ")"
		}
		seen[name] = true
		w.sheets[i].name = name
	}
}

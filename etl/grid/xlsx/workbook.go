package xlsx

import (
	"errors"
	"io"
	"path"
	"slices"
	"strconv"
	"strings"

	"sanpin/etl/grid/sheet"
)

// relation is one relationship of a part. Types are told apart by the last
// segment of their URI, the same in transitional and strict workbooks.
type relation struct {
	id       string
	kind     string // worksheet, sharedStrings, …
	target   string // part name
	external bool
}

// relations are the relationships of a part, in the order of the file.
type relations []relation

func (r relations) byID(id string) (relation, bool) {
	i := slices.IndexFunc(r, func(one relation) bool { return one.id == id })
	if i < 0 {
		return relation{}, false
	}
	return r[i], true
}

// first gives the first part of a kind, nil where the package has none: a
// relationship to what is not there does not matter until a cell needs it.
func (a *archive) first(r relations, kind string) *part {
	for _, one := range r {
		if one.kind != kind || one.external {
			continue
		}
		if p := a.find(one.target); p != nil {
			return p
		}
	}
	return nil
}

// relations reads the relationships of a part; it need not have any.
func (a *archive) relations(of string) (relations, error) {
	dir, file := path.Split(of)
	p := a.find(dir + "_rels/" + file + ".rels")
	if p == nil {
		return nil, nil
	}
	s, done, err := a.xml(p)
	if err != nil {
		return nil, err
	}
	defer done()
	var all relations
	for {
		tok, err := s.next()
		switch {
		case errors.Is(err, io.EOF):
			return all, nil
		case err != nil:
			return nil, err
		case tok != startTag || string(s.name) != "Relationship":
			continue
		}
		all = append(all, relation{
			id:       s.attr("Id"),
			kind:     path.Base(s.attr("Type")),
			target:   resolve(dir, s.attr("Target")),
			external: s.attr("TargetMode") == "External",
		})
		if most := a.limits.Entries + a.limits.Sheets; len(all) > most {
			return nil, tooLarge(s.place(), "the part has more than %d relationships", most)
		}
	}
}

// resolve gives the part that a target means, seen from a folder.
func resolve(dir, target string) string {
	target = strings.ReplaceAll(target, `\`, "/")
	if strings.HasPrefix(target, "/") {
		return path.Clean(target)[1:]
	}
	return path.Join(dir, target)
}

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

func readWorkbook(a *archive, p *part) (*workbook, error) {
	s, done, err := a.xml(p)
	if err != nil {
		return nil, err
	}
	defer done()
	w := &workbook{}
	root := true
	for {
		tok, err := s.next()
		switch {
		case errors.Is(err, io.EOF) && root:
			return nil, damaged(p.name, "the part with the workbook is empty")
		case errors.Is(err, io.EOF):
			return w, nil
		case err != nil:
			return nil, err
		case tok != startTag:
			continue
		case root && string(s.name) != "workbook":
			return nil, unknown("the package holds no workbook: its main part starts with <" + string(s.name) + ">")
		}
		root = false
		if err := w.element(s); err != nil {
			return nil, err
		}
		if len(w.sheets) > a.limits.Sheets {
			return nil, tooLarge(s.place(), "the workbook has more than %d sheets", a.limits.Sheets)
		}
	}
}

func (w *workbook) element(s *scanner) error {
	switch string(s.name) {
	case "workbook", "sheets":
		return nil
	case "workbookPr":
		w.date1904 = s.flag("date1904")
	case "calcPr":
		w.stale = s.flag("fullCalcOnLoad")
	case "sheet":
		w.sheets = append(w.sheets, entry{unescaped(s.attr("name")), visibility(s.attr("state")), s.relationID()})
	}
	return s.skip()
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
func (s *scanner) relationID() string {
	for attrs := s.attrs; ; {
		key, value, rest, ok := cutAttr(attrs)
		if !ok {
			return ""
		}
		if local := localName(key); len(local) < len(key) && string(local) == "id" {
			return attrText(value)
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

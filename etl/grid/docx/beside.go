package docx

import (
	"errors"
	"io"
	"strconv"
	"strings"

	"sanpin/etl/grid/doc"
	"sanpin/etl/grid/opc"
)

// reference is the mark of a note.
type reference struct {
	id string
	in *doc.Table // nil outside of tables
}

// noteMark is what the n-th reference to a note looks like.
func noteMark(n int) string { return "[" + strconv.Itoa(n) + "]" }

// readBeside reads what stands in parts of its own: notes, which belong to the
// tables that refer to them, and headers and footers, which belong to all.
func (d *reader) readBeside() error {
	for _, notes := range []struct {
		kind   string
		refers []reference
	}{{"footnotes", d.footnotes}, {"endnotes", d.endnotes}} {
		p := d.archive.First(d.targets, notes.kind)
		if p == nil || len(notes.refers) == 0 {
			continue
		}
		texts, err := d.texts(p)
		if err != nil {
			return err
		}
		for i, r := range notes.refers {
			if text := texts[r.id]; text != "" {
				d.out.Note(r.in, noteMark(i+1), text)
			}
		}
	}
	seen := map[string]bool{}
	for _, r := range d.targets {
		name := map[string]string{"header": "页眉", "footer": "页脚"}[r.Kind]
		p := d.archive.Find(r.Target)
		if name == "" || p == nil || r.External {
			continue
		}
		texts, err := d.texts(p)
		if err != nil {
			return err
		}
		if line := name + "：" + texts[""]; isWordy(texts[""]) && !seen[line] {
			seen[line] = true
			d.out.Below(line)
		}
	}
	return nil
}

// isWordy tells a header from one that only counts the pages.
func isWordy(text string) bool {
	return strings.Trim(text, " \t\n0123456789/-—–·.第页共PageofAGEOF") != ""
}

// texts gives the texts of a part by the ids of the notes in it; that of a header
// has none.
func (d *reader) texts(p *opc.Part) (map[string]string, error) {
	s, done, err := d.archive.XML(p)
	if err != nil {
		return nil, err
	}
	defer done()
	s.Bound(d.lim.Elements)
	in := &reader{archive: d.archive, lim: d.lim, targets: d.targets, styles: d.styles, out: doc.New("docx", d.lim), scan: opc.NewWalker(s, spaces)}
	texts := map[string]string{}
	take := func(id string) error {
		c := &cell{}
		f := &frame{cell: c}
		err := in.framed(f, (*reader).children)
		texts[id] = strings.Join(strings.Fields(string(f.lines)), " ")
		return err
	}
	switch err := in.scan.Start(); {
	case errors.Is(err, io.EOF):
		return texts, nil
	case err != nil:
		return nil, err
	case string(s.Name) != "footnotes" && string(s.Name) != "endnotes":
		return texts, take("")
	}
	return texts, in.childrenBy(func(*reader) error {
		id, _ := s.LocalAttr("id")
		if kind, ok := s.LocalAttr("type"); ok && kind != "normal" { // the line above the notes
			return s.Skip()
		}
		return take(id)
	})
}

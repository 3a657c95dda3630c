package docx

import (
	"strconv"

	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// field is one that has begun: its code comes first, then its result.
type field struct {
	result bool
	lost   bool   // text stood in its code
	filled bool   // text stood in its result
	form   string // what a form field shows that has no result
}

// fieldChar reads the characters that begin, part and end a field. Fields nest.
func (d *reader) fieldChar() error {
	f := d.frame
	last := len(f.fields) - 1
	switch kind, _ := d.scan.LocalAttr("fldCharType"); kind {
	case "begin":
		if len(f.fields) == d.lim.Depth {
			return opc.TooLarge(d.scan.Place(), "fields are nested deeper than %d", d.lim.Depth)
		}
		f.fields = append(f.fields, field{})
		return d.childrenBy((*reader).formField)
	case "separate":
		if last >= 0 {
			f.fields[last].result = true
		}
	case "end":
		if last >= 0 {
			one := f.fields[last]
			f.fields = f.fields[:last]
			if one.form != "" && !one.filled {
				return d.mark(one.form)
			}
		}
	}
	return d.scan.Skip()
}

// inResult tells whether all open fields are in their result; it notes that there
// was a text.
func (d *reader) inResult(text []byte) bool {
	fields := d.frame.fields
	for i := range fields {
		if !fields[i].result {
			fields[i].lost = true
			return false
		}
	}
	for i := range fields {
		fields[i].filled = true
	}
	return true
}

// endFields looks for a field that never ended: nobody can tell its code, which
// is not shown, from the text behind it.
func (d *reader) endFields() {
	for _, one := range d.frame.fields {
		if one.lost && !one.result {
			d.out.Refuse(func() *sheet.Error {
				return opc.Damaged(d.scan.Place(), "a field begins that never ends: the text behind it is not read")
			})
			return
		}
	}
}

// formField reads what a field of a form shows: a box, or one entry of a list.
func (d *reader) formField() error {
	if d.scan.Space != word || string(d.scan.Name) != "ffData" {
		return d.scan.Skip()
	}
	return d.childrenBy(func(*reader) (err error) {
		one := &d.frame.fields[len(d.frame.fields)-1]
		switch string(d.scan.Name) {
		case "checkBox":
			one.form, err = d.checkBox()
		case "ddList":
			one.form, err = d.dropDown()
		default:
			err = d.scan.Skip()
		}
		return err
	})
}

func (d *reader) checkBox() (string, error) {
	checked, said := false, false
	err := d.childrenBy(func(*reader) error {
		switch string(d.scan.Name) {
		case "checked":
			checked, said = isOn(d.scan.Scanner), true
		case "default":
			checked = !said && isOn(d.scan.Scanner) || said && checked
		}
		return d.scan.Skip()
	})
	if checked {
		return "☑", err
	}
	return "□", err
}

func (d *reader) dropDown() (string, error) {
	chosen, said := 0, false
	var entries []string
	err := d.childrenBy(func(*reader) error {
		v, _ := d.scan.LocalAttr("val")
		switch string(d.scan.Name) {
		case "result":
			chosen, _ = strconv.Atoi(v)
			said = true
		case "default":
			if !said {
				chosen, _ = strconv.Atoi(v)
			}
		case "listEntry":
			if len(entries) <= 1000 { // Word allows 25
				entries = append(entries, v)
			}
		}
		return d.scan.Skip()
	})
	if chosen < 0 || chosen >= len(entries) {
		return "", err
	}
	return entries[chosen], err
}

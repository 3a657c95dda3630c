package docx

// control reads a content control. What it shows while nothing is filled in is a
// hint to the filer: its text is dropped, but not its place, which may be a cell
// or a row.
func (d *reader) control() error {
	hint := false
	return d.childrenBy(func(*reader) error {
		switch string(d.scan.Name) {
		case "sdtPr":
			return d.childrenBy(func(*reader) error {
				if d.scan.Space == word && string(d.scan.Name) == "showingPlcHdr" {
					hint = isOn(d.scan.Scanner)
				}
				return d.scan.Skip()
			})
		case "sdtContent":
			if hint {
				d.muted++
				defer func() { d.muted-- }()
			}
			return d.children()
		}
		return d.element()
	})
}

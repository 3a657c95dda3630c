package xls

import (
	"sanpin/etl/grid/numfmt"
	"sanpin/etl/grid/sheet"
)

// readGlobals reads the first substream up to its end: what all sheets share
// and the list of them. A file that begins with a sheet, as simple exporters
// write it, has that one sheet, whose substream may hold the same records.
func (b *book) readGlobals() error {
	r := b.records(0, "")
	id, bof, err := r.next()
	switch {
	case err != nil:
		return err
	case id == recBOF4:
		return tooOld()
	case id != recBOF:
		return r.damaged("the workbook begins with record %#04x", id)
	}
	b.version = le.Uint16(bof)
	stream := le.Uint16(bof[2:])
	if stream != globalStream && stream != sheetStream {
		return unknown("the file holds a chart, macros or a list of workbooks, no worksheet", "file the workbook itself")
	}
	for {
		id, d, err := r.next()
		if err != nil {
			return err
		}
		if id == recEOF {
			break
		}
		if err := b.global(r, id, d); err != nil {
			return err
		}
	}
	if stream == sheetStream {
		b.sheets = []bound{{name: "Sheet1"}}
	}
	return nil
}

func (b *book) global(r *records, id uint16, d []byte) (err error) {
	switch id {
	case recFilePass:
		if b.cipher, err = newCipher(d, b.version >= biff8); err == nil {
			r.cipher = b.cipher()
		}
	case recCodePage:
		b.charset = newCharset(le.Uint16(d))
	case recDateMode:
		b.d1904 = le.Uint16(d) == 1
	case recXF:
		b.styles = append(b.styles, le.Uint16(d[2:]))
	case recFormat:
		number := le.Uint16(d)
		code, _, ok := b.text(&reader{recs: r, data: d[2:]}, nil, b.lengthBytes(1))
		if !ok {
			return r.damaged("number format %d is cut short", number)
		}
		b.formats[number] = numfmt.IsDate(int(number), string(code))
	case recBoundSheet:
		return b.listSheet(r, d)
	case recSST:
		return b.readSST(&reader{recs: r, data: d[8:]}, le.Uint32(d[4:]))
	}
	return err
}

// lengthBytes is how many bytes a length takes that was n bytes before BIFF8.
func (b *book) lengthBytes(n int) int {
	if b.version >= biff8 {
		return 2
	}
	return n
}

// text appends a string of the version of the book.
func (b *book) text(r *reader, dst []byte, lengthBytes int) (text []byte, rich, ok bool) {
	if b.version >= biff8 {
		return r.unicode(dst, lengthBytes)
	}
	text, ok = r.bytes(dst, lengthBytes, b.charset)
	return text, false, ok
}

func (b *book) listSheet(r *records, d []byte) error {
	at, hidden, kind := int64(le.Uint32(d)), sheet.Visibility(d[4]&3), d[5]
	if kind != worksheetKind {
		return nil
	}
	if len(b.sheets) >= b.lim.Sheets {
		return tooLarge("", "the workbook has more than %d sheets", b.lim.Sheets)
	}
	name, _, ok := b.text(&reader{recs: r, data: d[6:]}, nil, 1)
	if !ok {
		return r.damaged("the name of sheet %d is cut short", len(b.sheets)+1)
	}
	b.sheets = append(b.sheets, bound{b.uniqueName(string(name)), min(hidden, sheet.VeryHidden), at})
	return nil
}

// texts is the table of shared strings: one block of text and where each ends.
type texts struct {
	block []byte
	ends  []textEnd
}

type textEnd struct {
	at   uint32
	rich bool
}

func (t *texts) at(i uint32) (text []byte, rich, ok bool) {
	if uint64(i) >= uint64(len(t.ends)) {
		return nil, false, false
	}
	from := uint32(0)
	if i > 0 {
		from = t.ends[i-1].at
	}
	end := t.ends[i]
	return t.block[from:end.at:end.at], end.rich, true
}

// readSST reads the shared strings. Some writers overstate their number, so the
// end of the record ends them too.
func (b *book) readSST(r *reader, n uint32) error {
	t := &b.shared
	limit := min(b.lim.UniqueBytes, 1<<32-1)
	for ; n > 0 && r.more(); n-- {
		text, rich, ok := r.unicode(t.block, 2)
		if !ok {
			return r.recs.damaged("shared string %d is cut short", len(t.ends))
		}
		if int64(len(text)+8*len(t.ends)) > limit {
			return tooLarge("", "the shared strings take more than %d bytes", limit)
		}
		if len(text)-len(t.block) > b.lim.TextBytes {
			return tooLarge("", "shared string %d takes more than %d bytes", len(t.ends), b.lim.TextBytes)
		}
		t.block = text
		t.ends = append(t.ends, textEnd{uint32(len(text)), rich})
	}
	return nil
}

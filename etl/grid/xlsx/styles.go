package xlsx

import (
	"errors"
	"io"
	"strconv"

	"sanpin/etl/grid/numfmt"
	"sanpin/etl/grid/opc"
	"sanpin/etl/grid/sheet"
)

// maxFormats is far above what Excel allows: 65,490 cell formats.
const maxFormats = 1 << 18

// kinds tells for each cell format of a book what its numbers are.
type kinds []sheet.Kind

// get gives the kind of a cell format. A book without formats has one, General.
func (k kinds) get(style int) (kind sheet.Kind, ok bool) {
	switch {
	case style >= 0 && style < len(k):
		return k[style], true
	case style == 0:
		return sheet.Number, true
	}
	return sheet.Number, false
}

// readKinds reads the styles part of a book. Only numFmts and cellXfs count:
// differential formats (dxfs) number theirs anew, and cell styles are copied
// into the formats of the cells that have them.
func readKinds(a *opc.Archive, p *opc.Part) (kinds, error) {
	s, done, err := a.XML(p)
	if err != nil {
		return nil, err
	}
	defer done()
	codes := map[int]string{}
	var ids []int
	for {
		tok, err := s.Next()
		switch {
		case errors.Is(err, io.EOF):
			return judge(ids, codes), nil
		case err != nil:
			return nil, err
		case tok != opc.StartTag:
			continue
		}
		switch string(s.Name) {
		case "styleSheet", "numFmts", "cellXfs":
		case "numFmt":
			if id, err := strconv.Atoi(s.Attr("numFmtId")); err == nil {
				codes[id] = unescaped(s.Attr("formatCode"))
			}
		case "xf":
			id, _ := strconv.Atoi(s.Attr("numFmtId")) // none is General
			ids = append(ids, id)
			err = s.Skip()
		default:
			err = s.Skip()
		}
		if err != nil {
			return nil, err
		}
		if len(ids) > maxFormats || len(codes) > maxFormats {
			return nil, tooLarge(s.Place(), "the book has more than %d cell formats", maxFormats)
		}
	}
}

func judge(ids []int, codes map[int]string) kinds {
	k := make(kinds, len(ids))
	for i, id := range ids {
		k[i] = numfmt.IsDate(id, codes[id])
	}
	return k
}

package numfmt

import (
	"strconv"
	"time"

	"sanpin/etl/grid/sheet"
)

// The layouts in which XML files write dates and times.
var isoLayouts = []struct {
	layout string
	kind   sheet.Kind
}{
	{"2006-01-02T15:04:05", sheet.Date}, // reads fractions of seconds too
	{"2006-01-02T15:04:05Z07:00", sheet.Date},
	{"2006-01-02T15:04", sheet.Date},
	{"2006-01-02", sheet.Date},
	{"2006-01-02Z07:00", sheet.Date},
	{"15:04:05", sheet.Duration},
	{"15:04", sheet.Duration},
}

// ISO reads a date or time of day written as ISO 8601, in the clock time that is
// written, and gives it as [Serial] does, to the second. It is not ok for other
// text.
func ISO(lexeme string) (text string, kind sheet.Kind, ok bool) {
	for _, iso := range isoLayouts {
		t, err := time.Parse(iso.layout, lexeme)
		if err != nil {
			continue
		}
		t = t.Round(time.Second)
		switch clock := t.Hour()*3600 + t.Minute()*60 + t.Second(); {
		case iso.kind == sheet.Duration:
			return strconv.Itoa(t.Hour()) + t.Format(":04:05"), sheet.Duration, true
		case clock != 0:
			return t.Format("2006-01-02T15:04:05"), sheet.Date, true
		}
		return t.Format("2006-01-02"), sheet.Date, true
	}
	return "", 0, false
}

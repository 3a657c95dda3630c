package trino

import (
	"strconv"
	"strings"
	"sync"
	"time"
	_ "time/tzdata" // zones are named by clients: the same ones must be known on every machine

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/dialect/types"
	"sanpin/warehouse/encode"
)

const (
	picosPerSecond = 1_000_000_000_000
	picosPerMicro  = 1_000_000
	secondsPerDay  = 24 * 60 * 60
)

// timeColumn writes times and timestamps with so many digits of a second.
func timeColumn(t types.Type, digits int) column {
	switch t.Kind {
	case types.Time:
		return func(a arrow.Array) cell {
			picos := dayPicos(a, t.N)
			return func(dst []byte, row int) []byte {
				return append(appendClock(append(dst, '"'), picos(row), t.N, digits), '"')
			}
		}
	case types.TimeTZ:
		return func(a arrow.Array) cell {
			list := a.(*array.Struct)
			picos, zones := list.Field(0).(*array.Int64).Values(), list.Field(1).(*array.Int32).Values()
			return func(dst []byte, row int) []byte {
				dst = appendClock(append(dst, '"'), picos[row], t.N, digits)
				return append(appendOffset(dst, int(zones[row])), '"')
			}
		}
	}
	return func(a arrow.Array) cell {
		instants := newInstants(a, t)
		return func(dst []byte, row int) []byte {
			seconds, picos := instants.at(row)
			zone := instants.zone(row)
			seconds += offsetAt(zone, seconds)
			seconds, picos = rounded(seconds, picos, t.N, digits)
			day, second := floorDiv(seconds, secondsPerDay)
			dst = append(encode.AppendDate(append(dst, '"'), day), ' ')
			dst = appendTime(dst, second, picos, digits)
			if zone != "" {
				dst = append(append(dst, ' '), zone...)
			}
			return append(dst, '"')
		}
	}
}

// dayPicos reads times of the day in picoseconds.
func dayPicos(a arrow.Array, digits int) func(row int) int64 {
	if digits > 6 {
		list := a.(*array.Int64).Values()
		return func(row int) int64 { return list[row] }
	}
	list := a.(*array.Time64).Values()
	return func(row int) int64 { return int64(list[row]) * picosPerMicro }
}

// appendClock writes a time of the day. Rounded up at midnight, it is midnight.
func appendClock(dst []byte, picos int64, held, digits int) []byte {
	second, fraction := floorDiv(picos, picosPerSecond)
	second, fraction = rounded(second, fraction, held, digits)
	return appendTime(dst, second%secondsPerDay, fraction, digits)
}

func appendTime(dst []byte, second, picos int64, digits int) []byte {
	return encode.AppendTime(dst, second, picos/int64(powers[12-digits]), digits)
}

// rounded rounds half up to so many digits, when there are more.
func rounded(seconds, picos int64, held, digits int) (int64, int64) {
	if held <= digits {
		return seconds, picos
	}
	unit := int64(powers[12-digits])
	if picos = (picos + unit/2) / unit * unit; picos >= picosPerSecond {
		return seconds + 1, picos - picosPerSecond
	}
	return seconds, picos
}

// instants reads timestamps: local ones, or UTC with a zone.
type instants struct {
	micros []arrow.Timestamp
	picos  []int32       // within the microsecond; nil: none
	zones  *array.String // nil: local
}

func newInstants(a arrow.Array, t types.Type) *instants {
	parts, ok := a.(*array.Struct)
	if !ok {
		return &instants{micros: a.(*array.Timestamp).Values()}
	}
	in := &instants{micros: parts.Field(0).(*array.Timestamp).Values()}
	next := 1
	if t.N > 6 {
		in.picos = parts.Field(next).(*array.Int32).Values()
		next++
	}
	if t.Kind == types.TimestampTZ {
		in.zones = parts.Field(next).(*array.String)
	}
	return in
}

func (in *instants) at(row int) (seconds, picos int64) {
	seconds, micros := floorDiv(int64(in.micros[row]), 1_000_000)
	picos = micros * picosPerMicro
	if in.picos != nil {
		picos += int64(in.picos[row])
	}
	return seconds, picos
}

func (in *instants) zone(row int) string {
	if in.zones == nil {
		return ""
	}
	return in.zones.Value(row)
}

func floorDiv(x, by int64) (quotient, rest int64) {
	quotient, rest = x/by, x%by
	if rest < 0 {
		quotient, rest = quotient-1, rest+by
	}
	return quotient, rest
}

// appendOffset writes +08:00.
func appendOffset(dst []byte, minutes int) []byte {
	sign := byte('+')
	if minutes < 0 {
		sign, minutes = '-', -minutes
	}
	dst = append(dst, sign)
	dst = appendPadded(dst, uint64(minutes/60), 2)
	return appendPadded(append(dst, ':'), uint64(minutes%60), 2)
}

// intervalColumn writes 3 04:05:06.700 and 1-2.
func intervalColumn(kind types.Kind) column {
	if kind == types.IntervalYear {
		return func(a arrow.Array) cell {
			list := a.(*array.Int32).Values()
			return func(dst []byte, row int) []byte {
				return append(append(append(dst, '"'), function.MonthsText(int64(list[row]))...), '"')
			}
		}
	}
	return func(a arrow.Array) cell {
		list := a.(*array.Int64).Values()
		return func(dst []byte, row int) []byte {
			return append(append(append(dst, '"'), function.IntervalText(list[row])...), '"')
		}
	}
}

// zones are the time zones that were asked for.
var zones sync.Map // name -> *time.Location

// location returns a zone by its name or its offset, +08:00; nil if there is
// none of that name.
func location(name string) *time.Location {
	if found, ok := zones.Load(name); ok {
		return found.(*time.Location)
	}
	zone := offsetZone(name)
	if zone == nil && !strings.EqualFold(name, "local") && name != "" {
		zone, _ = time.LoadLocation(name) // nil where there is none
	}
	if zone != nil {
		zones.Store(name, zone)
	}
	return zone
}

// offsetZone reads +08:00.
func offsetZone(name string) *time.Location {
	if len(name) != 6 || (name[0] != '+' && name[0] != '-') || name[3] != ':' {
		return nil
	}
	hours, err1 := strconv.Atoi(name[1:3])
	minutes, err2 := strconv.Atoi(name[4:])
	if err1 != nil || err2 != nil || hours > 14 || minutes > 59 {
		return nil
	}
	seconds := (hours*60 + minutes) * 60
	if name[0] == '-' {
		seconds = -seconds
	}
	return time.FixedZone(name, seconds)
}

// offsetAt is how many seconds a zone is before UTC at an instant.
func offsetAt(zone string, seconds int64) int64 {
	if zone == "" || zone == "UTC" {
		return 0
	}
	where := location(zone)
	if where == nil {
		return 0
	}
	_, offset := time.Unix(seconds, 0).In(where).Zone()
	return int64(offset)
}

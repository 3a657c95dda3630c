package dialect_test

import (
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/apache/arrow-go/v18/arrow/array"

	"sanpin/warehouse/dialect/types"
)

// show gives a value as a real Trino's JSON has it, from the form in which
// DuckDB holds it.
func show(a arrow.Array, row int, t types.Type) any {
	if a.IsNull(row) || t.Kind == types.Unknown {
		return nil
	}
	switch t.Kind {
	case types.Boolean:
		return a.(*array.Boolean).Value(row)
	case types.Real:
		return showFloat(float64(a.(*array.Float32).Value(row)), 32)
	case types.Double:
		return showFloat(a.(*array.Float64).Value(row), 64)
	case types.Decimal:
		return a.(*array.Decimal128).Value(row).ToString(int32(t.Scale))
	case types.Varbinary:
		return base64.StdEncoding.EncodeToString(a.(*array.Binary).Value(row))
	case types.Date:
		return showDate(time.Unix(86400*int64(a.(*array.Date32).Value(row)), 0).UTC())
	case types.Array:
		return showList(a.(array.ListLike), row, t)
	case types.Row:
		parts := make([]any, len(t.Fields))
		for i, f := range t.Fields {
			parts[i] = show(a.(*array.Struct).Field(i), row, f.Type)
		}
		return parts
	case types.Map:
		return showMap(a.(*array.Map), row, t)
	case types.IntervalDay:
		ms := a.(*array.Int64).Value(row)
		sign := ""
		if ms < 0 {
			sign, ms = "-", -ms
		}
		return fmt.Sprintf("%s%d %02d:%02d:%02d.%03d", sign, ms/86400000, ms/3600000%24, ms/60000%60, ms/1000%60, ms%1000)
	case types.IntervalYear:
		n := a.(*array.Int32).Value(row)
		sign := ""
		if n < 0 {
			sign, n = "-", -n
		}
		return fmt.Sprintf("%s%d-%d", sign, n/12, n%12)
	case types.Time, types.TimeTZ, types.Timestamp, types.TimestampTZ:
		return showTime(a, row, t)
	case types.Tinyint, types.Smallint, types.Integer, types.Bigint:
		return json.Number(a.ValueStr(row))
	}
	return a.ValueStr(row)
}

func showFloat(f float64, bits int) any {
	switch {
	case math.IsNaN(f):
		return "NaN"
	case math.IsInf(f, 1):
		return "Infinity"
	case math.IsInf(f, -1):
		return "-Infinity"
	}
	return json.Number(strconv.FormatFloat(f, 'e', -1, bits))
}

func showDate(t time.Time) string {
	if t.Year() < 0 {
		return fmt.Sprintf("-%04d-%02d-%02d", -t.Year(), t.Month(), t.Day())
	}
	return fmt.Sprintf("%04d-%02d-%02d", t.Year(), t.Month(), t.Day())
}

func showList(list array.ListLike, row int, t types.Type) any {
	start, end := list.ValueOffsets(row)
	values := make([]any, 0, end-start)
	for i := start; i < end; i++ {
		values = append(values, show(list.ListValues(), int(i), t.Element()))
	}
	return values
}

func showMap(m *array.Map, row int, t types.Type) any {
	start, end := m.ValueOffsets(row)
	values := map[string]any{}
	for i := int(start); i < int(end); i++ {
		key := show(m.Keys(), i, t.Element())
		if n, ok := key.(json.Number); ok && strings.Contains(n.String(), "e") {
			f, _ := n.Float64()
			key = strconv.FormatFloat(f, 'f', -1, 64)
			if f == math.Trunc(f) {
				key = fmt.Sprintf("%.1f", f)
			}
		}
		values[fmt.Sprint(key)] = show(m.Items(), i, t.Value())
	}
	return values
}

// showTime writes times with all digits of their type.
func showTime(a arrow.Array, row int, t types.Type) any {
	switch {
	case t.Kind == types.Time && t.N > 6:
		return clockText(a.(*array.Int64).Value(row), t.N)
	case t.Kind == types.Time:
		return clockText(int64(a.(*array.Time64).Value(row))*1_000_000, t.N)
	case t.Kind == types.TimeTZ:
		s := a.(*array.Struct)
		z := s.Field(1).(*array.Int32).Value(row)
		sign := "+"
		if z < 0 {
			sign, z = "-", -z
		}
		return clockText(s.Field(0).(*array.Int64).Value(row), t.N) + fmt.Sprintf("%s%02d:%02d", sign, z/60, z%60)
	case t.Kind == types.Timestamp && t.N <= 6:
		return stampText(int64(a.(*array.Timestamp).Value(row)), 0, t.N, time.UTC)
	}
	s := a.(*array.Struct)
	micros, picos := int64(s.Field(0).(*array.Timestamp).Value(row)), int64(0)
	if t.N > 6 {
		picos = int64(s.Field(1).(*array.Int32).Value(row))
	}
	if t.Kind == types.Timestamp {
		return stampText(micros, picos, t.N, time.UTC)
	}
	name := s.Field(s.NumField() - 1).(*array.String).Value(row)
	location, err := time.LoadLocation(name)
	if o, perr := time.Parse("-07:00", name); err != nil && perr == nil {
		_, seconds := o.Zone()
		location = time.FixedZone(name, seconds)
	}
	return stampText(micros, picos, t.N, location) + " " + name
}

func stampText(micros, picos int64, digits int, location *time.Location) string {
	t := time.UnixMicro(micros).In(location)
	ofDay := (int64(t.Hour())*3600+int64(t.Minute())*60+int64(t.Second()))*1_000_000_000_000 + int64(t.Nanosecond())*1000 + picos
	return showDate(t) + " " + clockText(ofDay, digits)
}

func clockText(picos int64, digits int) string {
	seconds := picos / 1_000_000_000_000
	text := fmt.Sprintf("%02d:%02d:%02d", seconds/3600, seconds/60%60, seconds%60)
	if digits > 0 {
		text += "." + fmt.Sprintf("%012d", picos%1_000_000_000_000)[:digits]
	}
	return text
}

// differ says where two results differ, or "". Floats agree within 1e-12.
func differ(got, want any) string {
	switch w := want.(type) {
	case [][]any:
		return differLists(anyRows(got.([][]any)), anyRows(w))
	case []any:
		g, ok := got.([]any)
		if !ok {
			return fmt.Sprintf("%v, want %v", got, want)
		}
		return differLists(g, w)
	case map[string]any:
		g, ok := got.(map[string]any)
		if !ok || len(g) != len(w) {
			return fmt.Sprintf("%v, want %v", got, want)
		}
		for k, v := range w {
			if d := differ(g[k], v); d != "" {
				return k + ": " + d
			}
		}
		return ""
	case json.Number:
		g, ok := got.(json.Number)
		if !ok {
			return fmt.Sprintf("%v, want %v", got, want)
		}
		if !strings.ContainsAny(w.String(), ".eE") {
			if g != w {
				return fmt.Sprintf("%v, want %v", got, want)
			}
			return ""
		}
		a, _ := g.Float64()
		b, _ := w.Float64()
		if !strings.ContainsAny(g.String(), ".eE") || math.Abs(a-b) > 1e-12*math.Abs(b) || math.Signbit(a) != math.Signbit(b) {
			return fmt.Sprintf("%v, want %v", got, want)
		}
		return ""
	}
	if got != want {
		return fmt.Sprintf("%v, want %v", got, want)
	}
	return ""
}

func anyRows(rows [][]any) []any {
	out := make([]any, len(rows))
	for i, r := range rows {
		out[i] = r
	}
	return out
}

func differLists(got, want []any) string {
	if len(got) != len(want) {
		return fmt.Sprintf("%d: %v, want %d: %v", len(got), got, len(want), want)
	}
	for i := range want {
		if d := differ(got[i], want[i]); d != "" {
			return fmt.Sprintf("[%d] %s", i, d)
		}
	}
	return ""
}

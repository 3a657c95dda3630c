package dialect

import (
	"strconv"
	"time"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
)

// current is CURRENT_TIMESTAMP and the other values of the session.
func (w *walker) current(e *ast.Current) value {
	s := w.t.session
	precision := 3
	if e.Precision != "" {
		precision, _ = strconv.Atoi(e.Precision)
		if precision > types.MaxSecond {
			w.t.fail(e, fault.InvalidFunctionArg, "precision must be less than or equal to 12: %d", precision)
		}
	}
	switch e.Name {
	case "CURRENT_USER":
		return varcharValue(s.User)
	case "CURRENT_CATALOG":
		return orNull(s.Catalog)
	case "CURRENT_SCHEMA":
		return orNull(s.Schema)
	case "CURRENT_PATH":
		return varcharValue("")
	}
	location, name, ok := zone(s.TimeZone)
	if !ok {
		location, name = time.UTC, "UTC"
	}
	now := rounded(s.Now, precision)
	local := now.In(location)
	_, seconds := local.Zone()
	wall := local.Add(time.Duration(seconds) * time.Second).UTC() // what the clock shows
	ofDay := (int64(wall.Hour())*3600+int64(wall.Minute())*60+int64(wall.Second()))*picosPerSecond + int64(wall.Nanosecond())*1000
	switch e.Name {
	case "CURRENT_DATE":
		return value{sql: dateSQL(wall), typ: types.Of(types.Date)}
	case "CURRENT_TIME":
		return zonedTimeValue(ofDay, precision, seconds/60)
	case "LOCALTIME":
		return timeValue(ofDay, precision)
	case "LOCALTIMESTAMP":
		return timestampValue(wall, wall.Nanosecond()%1000*1000, precision)
	}
	return zonedValue(now.UTC(), now.Nanosecond()%1000*1000, precision, name)
}

// rounded cuts the time to so many digits of a second.
func rounded(t time.Time, precision int) time.Time {
	unit := time.Second
	for range min(precision, 9) {
		unit /= 10
	}
	return t.Truncate(unit)
}

func orNull(s string) value {
	if s == "" {
		return value{sql: "CAST(NULL AS VARCHAR)", typ: types.Text()}
	}
	return varcharValue(s)
}

package trino

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"sync"
	"time"

	"sanpin/warehouse/dialect/types"
	"sanpin/warehouse/encode"
)

// outputColumn is a column of an answer.
type outputColumn struct {
	name string
	kind types.Type
}

// buffers hold pages.
var buffers = sync.Pool{New: func() any { b := make([]byte, 0, firstPage+4096); return &b }}

// appendColumns writes the columns as clients read them. Those that do not know
// that times have a precision are told nothing of it.
func appendColumns(dst []byte, columns []outputColumn, parametric bool) []byte {
	dst = append(dst, `"columns":[`...)
	for i, c := range columns {
		kind := c.kind
		if !parametric {
			kind = plainTimes(kind)
		}
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, `{"name":`...)
		dst = encode.AppendString(dst, c.name)
		dst = append(dst, `,"type":`...)
		dst = encode.AppendString(dst, strings.ReplaceAll(kind.Column(), "(-1)", ""))
		dst = append(dst, `,"typeSignature":`...)
		dst = append(append(dst, signature(kind)...), '}')
	}
	return append(dst, ']')
}

// appendHead begins an answer: what names the query, and its columns.
func (q *query) appendHead(dst []byte) []byte {
	dst = append(dst, `{"id":"`...)
	dst = append(dst, q.id...)
	dst = append(dst, `","infoUri":"`...)
	dst = append(dst, q.base...)
	dst = append(dst, "/ui/query.html?"...)
	dst = append(dst, q.id...)
	dst = append(dst, '"')
	q.mu.Lock()
	defer q.mu.Unlock()
	if q.columns != nil {
		dst = append(append(dst, ','), q.columns...)
	}
	return dst
}

// appendNext says where the next page is.
func (q *query) appendNext(dst []byte, token int64) []byte {
	dst = append(dst, `,"nextUri":"`...)
	dst = append(dst, q.base...)
	dst = append(dst, pathExecuting...)
	dst = append(append(dst, q.id...), '/')
	dst = append(append(dst, q.slug...), '/')
	return append(strconv.AppendInt(dst, token, 10), '"')
}

func (q *query) appendError(dst []byte) []byte {
	q.mu.Lock()
	e := q.err
	q.mu.Unlock()
	dst = append(dst, `,"error":{"message":`...)
	dst = encode.AppendString(dst, e.Message)
	dst = append(dst, `,"errorCode":`...)
	dst = strconv.AppendInt(dst, int64(e.Name.Code()), 10)
	dst = append(dst, `,"errorName":`...)
	dst = encode.AppendString(dst, string(e.Name))
	dst = append(dst, `,"errorType":"`...)
	dst = append(append(dst, e.Name.Type()...), '"')
	location := ""
	if e.Located() {
		location = fmt.Sprintf(`,"errorLocation":{"lineNumber":%d,"columnNumber":%d}`, e.At.Line, e.At.Column)
	}
	dst = append(dst, location...)
	dst = append(dst, `,"failureInfo":{"type":"io.trino.spi.TrinoException","message":`...)
	dst = encode.AppendString(dst, e.Message)
	dst = append(dst, `,"suppressed":[],"stack":[]`...)
	return append(append(dst, location...), "}}"...)
}

// appendTail ends an answer: statistics, warnings, what was changed.
func (q *query) appendTail(dst []byte) []byte {
	q.mu.Lock()
	defer q.mu.Unlock()
	dst = q.appendStats(append(dst, `,"stats":`...))
	dst = append(dst, `,"warnings":[`...)
	for i, notice := range q.notices {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(dst, `{"warningCode":{"code":1,"name":"SANPIN_NOTICE"},"message":`...)
		dst = append(encode.AppendString(dst, notice), '}')
	}
	dst = append(dst, ']')
	if q.update != "" {
		dst = append(dst, `,"updateType":`...)
		dst = encode.AppendString(dst, q.update)
	}
	return append(dst, "}\n"...)
}

// stats are the figures that clients show, with Trino's names. What has no
// meaning here (splits, stages, spilling) is as small as it can be.
func (q *query) appendStats(dst []byte) []byte {
	splits := map[state][3]int{stateRunning: {0, 1, 0}, stateFinished: {0, 0, 1}, stateFailed: {0, 0, 1}}[q.state] // queued, running, completed
	end := q.ended
	if end.IsZero() {
		end = time.Now()
	}
	elapsed := end.Sub(q.created).Milliseconds()
	progress := ""
	if q.state == stateFinished {
		progress = `,"progressPercentage":100.0,"runningPercentage":0.0`
	}
	total := splits[0] + splits[1] + splits[2]
	return fmt.Appendf(dst, `{"state":%q,"queued":%t,"scheduled":%t%s,"nodes":%d,"totalSplits":%d,"queuedSplits":%d,"runningSplits":%d,"completedSplits":%d,`+
		`"planningTimeMillis":0,"analysisTimeMillis":0,"cpuTimeMillis":%d,"wallTimeMillis":%d,"queuedTimeMillis":%d,"elapsedTimeMillis":%d,"finishingTimeMillis":0,`+
		`"physicalInputTimeMillis":0,"processedRows":%d,"processedBytes":%d,"physicalInputBytes":0,"physicalWrittenBytes":0,"internalNetworkInputBytes":0,`+
		`"peakMemoryBytes":0,"spilledBytes":0}`,
		q.state, q.state == stateQueued, total > 0, progress, min(total, 1), total, splits[0], splits[1], splits[2],
		elapsed, elapsed, q.queued.Milliseconds(), elapsed, q.rows, q.bytes)
}

// plainTimes is a type as clients without PARAMETRIC_DATETIME are told it: the
// precision of times becomes what it was when it was always 3.
func plainTimes(t types.Type) types.Type {
	if t.Is(types.Time, types.TimeTZ, types.Timestamp, types.TimestampTZ) {
		t.N = unsaid
	}
	if len(t.Fields) == 0 {
		return t
	}
	fields := make([]types.Field, len(t.Fields))
	for i, f := range t.Fields {
		fields[i] = types.Field{Name: f.Name, Type: plainTimes(f.Type)}
	}
	t.Fields = fields
	return t
}

// unsaid is the precision of a time whose precision is not told: see where "-1"
// is left out of texts.
const unsaid = -1

func signature(t types.Type) string {
	text, err := json.Marshal(t.Signature())
	if err != nil {
		panic(fmt.Sprintf("signature of %s: %v", t, err)) // unreachable: texts and numbers
	}
	return strings.ReplaceAll(string(text), `[{"kind":"LONG","value":-1}]`, "[]")
}

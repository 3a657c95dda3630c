package function

import (
	"strings"
	"time"

	"sanpin/warehouse/engine"
)

// The marks stand in written SQL for what only the session knows. They hold a
// NUL, which no statement may, so that no text of a user's is mistaken for one.
const (
	ZoneMark = "\x00zone\x00" // the session's time zone, a VARCHAR
	NowMark  = "\x00now\x00"  // the start of the statement, a TIMESTAMP in UTC
)

// Session is what a statement's answer depends on besides its text.
type Session struct {
	Zone string    // as X-Trino-Time-Zone gives it; "" is UTC
	Now  time.Time // the zero time is the time of the call
}

// Fill puts the session's values in the place of the marks.
func (s Session) Fill(sql string) string {
	zone, ok := zoneName(s.Zone)
	if !ok {
		zone = "UTC"
	}
	now := s.Now
	if now.IsZero() {
		now = time.Now()
	}
	return strings.NewReplacer(ZoneMark, engine.Quote(zone), NowMark, "TIMESTAMP '"+now.UTC().Format("2006-01-02 15:04:05.000000")+"'").Replace(sql)
}

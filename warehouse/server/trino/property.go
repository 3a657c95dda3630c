package trino

import (
	_ "embed"
	"regexp"
	"strconv"
	"strings"
	"time"

	"sanpin/warehouse/dialect/fault"
)

//go:embed properties.txt
var propertiesText string

// property is a session property: clients may set those of Trino, each to a
// value of its type.
type property struct {
	name, kind, initial string
	hidden              bool // not listed by SHOW SESSION
}

// What the properties that have an effect here do.
const (
	runTime       = "query_max_run_time"       // from the start of a statement to its last row
	executionTime = "query_max_execution_time" // the same without the time in the queue
)

// properties are all of them, by name.
var properties = func() map[string]property {
	byName := map[string]property{}
	hidden := false
	for line := range strings.Lines(propertiesText) {
		words := strings.Fields(line)
		if words[0] == "#" {
			hidden = strings.Contains(line, "hidden")
			continue
		}
		p := property{name: words[0], kind: words[1], hidden: hidden}
		if len(words) > 2 {
			p.initial = words[2]
		}
		byName[p.name] = p
	}
	return byName
}()

// describe says what a property does here.
func (p property) describe() string {
	switch p.name {
	case runTime, executionTime:
		return "Longest time of a query; the server's own limit holds, too"
	}
	return "Accepted from clients of Trino; without effect here"
}

// durations are written 10m, 1.5h.
var durations = regexp.MustCompile(`^\s*([0-9]+(?:\.[0-9]+)?)\s*(ns|us|ms|s|m|h|d)\s*$`)

func duration(text string) (time.Duration, bool) {
	found := durations.FindStringSubmatch(text)
	if found == nil {
		return 0, false
	}
	n, err := strconv.ParseFloat(found[1], 64)
	if err != nil {
		return 0, false
	}
	unit := map[string]time.Duration{"ns": time.Nanosecond, "us": time.Microsecond, "ms": time.Millisecond,
		"s": time.Second, "m": time.Minute, "h": time.Hour, "d": 24 * time.Hour}[found[2]]
	if n*float64(unit) > 1<<62 {
		return 1 << 62, true
	}
	return time.Duration(n * float64(unit)), true
}

// wrong says what is wrong with a value, "" if nothing is.
func (p property) wrong(value string) string {
	isTime := durations.MatchString(p.initial)
	switch _, err := strconv.ParseFloat(value, 64); {
	case isTime && !durations.MatchString(value):
		return "duration is not a valid data duration string: " + value
	case p.kind == "boolean" && !strings.EqualFold(value, "true") && !strings.EqualFold(value, "false"):
		return "Boolean must be true or false: " + value
	case p.kind != "varchar" && p.kind != "boolean" && err != nil:
		return "Not a number: " + value
	}
	return ""
}

// check refuses a value that came in a header.
func (p property) check(value string) error {
	if what := p.wrong(value); what != "" {
		return fault.New(fault.InvalidSessionProperty, "Session property '%s' is invalid: %s", p.name, what)
	}
	return nil
}

// limit is the longest time that the session allows a query.
func (s *session) limit(most time.Duration) time.Duration {
	for _, name := range []string{runTime, executionTime} {
		if d, ok := duration(s.properties[name]); ok {
			most = min(most, d)
		}
	}
	return most
}

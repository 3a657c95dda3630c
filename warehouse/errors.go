package warehouse

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"unicode/utf8"

	"github.com/mattn/go-runewidth"

	"sanpin/warehouse/engine"
	"sanpin/warehouse/lake"
)

// Kind is the class of an error: what the one who asked can do about it.
type Kind int

// The kinds of errors. What each means outside is in the table of [Kind.HTTP].
const (
	KindInternal  Kind = iota // a fault of the program or the machine
	KindUsage                 // the request itself is wrong: nothing to run, a bad option
	KindSyntax                // the statement does not parse
	KindName                  // it parses, but a name, a type or a function does not fit
	KindForbidden             // it may not be run here
	KindParameter             // a parameter's value is missing or of the wrong kind
	KindQuery                 // it failed on the data: a cast, an overflow
	KindLimit                 // it is larger than a limit allows
	KindMemory                // it needs more memory than there is
	KindTimeout               // it took too long
	KindCanceled              // the one who asked went away
	KindBusy                  // too many queries at once
	KindNoRelease             // no such release
	KindChecks                // a release breaks its checks
)

// Exit codes of a command, and the HTTP status, of each kind. This is the only
// place where they are said.
var kinds = [...]struct {
	name string
	http int
	exit int
}{
	KindInternal:  {"internal", http.StatusInternalServerError, 1},
	KindUsage:     {"usage", http.StatusBadRequest, 2},
	KindSyntax:    {"syntax", http.StatusBadRequest, 1},
	KindName:      {"name", http.StatusBadRequest, 1},
	KindForbidden: {"forbidden", http.StatusForbidden, 1},
	KindParameter: {"parameter", http.StatusBadRequest, 1},
	KindQuery:     {"query", http.StatusUnprocessableEntity, 1},
	KindLimit:     {"limit", http.StatusRequestEntityTooLarge, 1},
	KindMemory:    {"memory", http.StatusInsufficientStorage, 1},
	KindTimeout:   {"timeout", http.StatusGatewayTimeout, 1},
	KindCanceled:  {"canceled", 499, 130},
	KindBusy:      {"busy", http.StatusServiceUnavailable, 1},
	KindNoRelease: {"no-release", http.StatusNotFound, 5},
	KindChecks:    {"checks", http.StatusConflict, 6},
}

// String returns the kind's name, as protocols print it.
func (k Kind) String() string { return kinds[k].name }

// HTTP returns the status that answers an error of this kind.
func (k Kind) HTTP() int { return kinds[k].http }

// Exit returns the code with which a command ends.
func (k Kind) Exit() int { return kinds[k].exit }

// Error is an error for the one who asked. Message says what and on what, Hint
// what to do. Line and Column, counted from 1 in characters, and Excerpt, the
// line with a caret below, are set where the place in the statement is known.
type Error struct {
	Kind         Kind
	Message      string
	Hint         string
	Line, Column int
	Excerpt      string
	Err          error // the cause, for logs
}

// Error returns all of it, on several lines when there is an excerpt or a hint.
func (e *Error) Error() string {
	text := e.Message
	if e.Line > 0 {
		text = fmt.Sprintf("line %d:%d: %s", e.Line, e.Column, text)
	}
	for _, part := range []string{e.Excerpt, e.Hint} {
		if part != "" {
			text += "\n" + part
		}
	}
	return text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// KindOf returns the kind of any error: that of the [*Error] in its chain, or
// what the causes known here mean.
func KindOf(err error) Kind {
	var e *Error
	switch {
	case errors.As(err, &e):
		return e.Kind
	case errors.Is(err, context.DeadlineExceeded):
		return KindTimeout
	case errors.Is(err, context.Canceled):
		return KindCanceled
	case errors.Is(err, lake.ErrNoRelease):
		return KindNoRelease
	}
	return KindInternal
}

// classes says of which kind DuckDB's errors are; others are internal.
var classes = map[string]Kind{
	"Parser": KindSyntax, "Syntax": KindSyntax,
	"Binder": KindName, "Catalog": KindName, "Parameter Not Resolved": KindName, "Not implemented": KindName,
	"Permission":    KindForbidden,
	"Out of Memory": KindMemory,
	"Conversion":    KindQuery, "Out of Range": KindQuery, "Invalid Input": KindQuery, "Invalid type": KindQuery,
	"Mismatch Type": KindQuery, "Decimal": KindQuery, "Divide by Zero": KindQuery, "Constraint": KindQuery,
	"Expression": KindQuery, "Object Size": KindQuery, "Executor": KindQuery, "Planner": KindQuery,
}

// explain turns an error of the engine into one for the author of sql.
func explain(err error, sql string) error {
	var fromDuckDB *engine.Error
	var parameter *engine.ParameterError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &fromDuckDB):
		return explainDuckDB(fromDuckDB, sql)
	case errors.As(err, &parameter):
		return &Error{Kind: KindParameter, Message: parameter.Message, Err: err}
	case errors.Is(err, context.DeadlineExceeded):
		return &Error{Kind: KindTimeout, Message: "the query took too long and was stopped",
			Hint: "select fewer periods, indicators or columns, or allow more time", Err: err}
	case errors.Is(err, context.Canceled):
		return &Error{Kind: KindCanceled, Message: "the query was cancelled", Err: err}
	}
	return &Error{Kind: KindQuery, Message: err.Error(), Err: err} // a value that cannot be given out
}

func explainDuckDB(cause *engine.Error, sql string) *Error {
	kind := classes[cause.Class]
	e := &Error{Kind: kind, Message: cause.Message, Err: cause}
	switch kind {
	case KindSyntax, KindName:
		// The position of an error on data may be in the text of a view.
		e.at(sql, cause.Position)
	case KindMemory:
		e.Hint = "select fewer rows or columns before sorting or joining, or raise the memory limit"
	case KindInternal:
		e.Message = cause.Class + " error of the engine: " + cause.Message
	}
	return e
}

// at sets the place, a byte offset in the statement. Unknown ones are negative
// or beyond its end.
func (e *Error) at(sql string, offset int) {
	if offset < 0 || offset > len(sql) {
		return
	}
	start := strings.LastIndexByte(sql[:offset], '\n') + 1
	line, _, _ := strings.Cut(sql[start:], "\n")
	before := sql[start:offset]
	e.Line = strings.Count(sql[:start], "\n") + 1
	e.Column = utf8.RuneCountInString(before) + 1
	e.Excerpt = excerpt(strings.TrimRight(line, "\r"), before)
}

// excerpt shows the line around the place and a caret below it. Chinese is two
// columns wide on a terminal.
func excerpt(line, before string) string {
	const around = 60 // columns before the caret
	lead := ""
	line, before = strings.ReplaceAll(line, "\t", " "), strings.ReplaceAll(before, "\t", " ")
	for runewidth.StringWidth(before) > around {
		_, size := utf8.DecodeRuneInString(before)
		before, line, lead = before[size:], line[size:], "…"
	}
	shown := runewidth.Truncate(line, 2*around, "…")
	pad := strings.Repeat(" ", runewidth.StringWidth(lead+before))
	return "  " + lead + shown + "\n  " + pad + "^"
}

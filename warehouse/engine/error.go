package engine

import (
	"encoding/json"
	"strconv"
	"strings"
)

// Error is what DuckDB said, taken apart. Class is its first words without
// "Error": Parser, Binder, Catalog, Conversion, Out of Range, Out of Memory, IO …
type Error struct {
	Class      string
	Message    string   // without class and excerpt; may have several lines
	Subtype    string   // COLUMN_NOT_FOUND, MISSING_ENTRY, … where DuckDB says
	Name       string   // the name that was not found
	Candidates []string // names that DuckDB would suggest
	Position   int      // byte offset in the statement, -1 where unknown
}

func (e *Error) Error() string { return e.Class + " Error: " + e.Message }

// ParserOffset turns a position that DuckDB's parser gave, which counts
// characters, into a byte offset, as all other positions are.
func ParserOffset(sql string, characters int) int {
	for offset := range sql {
		if characters == 0 {
			return offset
		}
		characters--
	}
	return len(sql)
}

// errorIn is parseError for what was said of a statement.
func errorIn(sql, text string) *Error {
	e := parseError(text)
	if e.Class == "Parser" && e.Position >= 0 {
		e.Position = ParserOffset(sql, e.Position)
	}
	return e
}

// parseError reads DuckDB's message. With errors_as_json it is one JSON object
// whose values are strings, sometimes with the class in front of it again.
func parseError(text string) *Error {
	start := strings.IndexByte(text, '{')
	var fields map[string]string
	if start >= 0 && json.Unmarshal([]byte(text[start:]), &fields) == nil && fields["exception_message"] != "" {
		return errorOf(fields)
	}
	class, message, found := strings.Cut(text, " Error: ")
	if !found {
		class, message = "Unknown", text
	}
	return &Error{Class: class, Message: message, Position: -1}
}

func errorOf(fields map[string]string) *Error {
	position, err := strconv.Atoi(fields["position"])
	if err != nil {
		position = -1
	}
	e := &Error{
		Class:    fields["exception_type"],
		Message:  fields["exception_message"],
		Subtype:  fields["error_subtype"],
		Name:     fields["name"],
		Position: position,
	}
	if list := fields["candidates"]; list != "" {
		e.Candidates = strings.Split(list, ",")
	}
	return e
}

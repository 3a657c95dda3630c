package types

import (
	"regexp"
	"strconv"
	"strings"
)

// String is the type as typeof and DESCRIBE write it: decimal(18,4).
func (t Type) String() string { return t.text(",", false) }

// Column is the type as a column's "type" says it: decimal(18, 4), names that
// are no plain ones quoted, intervals in capitals.
func (t Type) Column() string { return t.text(", ", true) }

func (t Type) text(comma string, column bool) string {
	switch t.Kind {
	case Decimal:
		return "decimal(" + strconv.Itoa(t.N) + comma + strconv.Itoa(t.Scale) + ")"
	case Varchar:
		if t.N == Unbounded {
			return "varchar"
		}
		return "varchar(" + strconv.Itoa(t.N) + ")"
	case Char, Time, Timestamp:
		return t.Raw() + "(" + strconv.Itoa(t.N) + ")"
	case TimeTZ:
		return "time(" + strconv.Itoa(t.N) + ") with time zone"
	case TimestampTZ:
		return "timestamp(" + strconv.Itoa(t.N) + ") with time zone"
	case IntervalDay, IntervalYear:
		if column {
			return strings.ToUpper(t.Raw())
		}
	case Array, Map, Row, Function:
		parts := make([]string, len(t.Fields))
		for i, f := range t.Fields {
			parts[i] = f.Type.text(comma, column)
			if f.Name != "" {
				parts[i] = fieldName(f.Name, column) + " " + parts[i]
			}
		}
		return t.Raw() + "(" + strings.Join(parts, ", ") + ")"
	}
	return t.Raw()
}

var plainName = regexp.MustCompile(`^[a-zA-Z_][a-zA-Z0-9_]*$`)

func fieldName(name string, column bool) string {
	if !column || plainName.MatchString(name) {
		return name
	}
	return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
}

// Signature is a type as Trino's protocol describes it to clients.
type Signature struct {
	RawType   string     `json:"rawType"`
	Arguments []Argument `json:"arguments"`
}

// Argument is a parameter of a type: LONG, TYPE or NAMED_TYPE.
type Argument struct {
	Kind  string `json:"kind"`
	Value any    `json:"value"`
}

type namedType struct {
	FieldName *fieldNameOf `json:"fieldName,omitempty"`
	Signature Signature    `json:"typeSignature"`
}

type fieldNameOf struct {
	Name string `json:"name"`
}

// Signature gives the type's description for clients.
func (t Type) Signature() Signature {
	s := Signature{RawType: t.Raw(), Arguments: []Argument{}}
	long := func(n int) { s.Arguments = append(s.Arguments, Argument{"LONG", n}) }
	switch t.Kind {
	case Decimal:
		long(t.N)
		long(t.Scale)
	case Varchar, Char, Time, TimeTZ, Timestamp, TimestampTZ:
		long(t.N)
	}
	for _, f := range t.Fields {
		if t.Kind != Row {
			s.Arguments = append(s.Arguments, Argument{"TYPE", f.Type.Signature()})
			continue
		}
		named := namedType{Signature: f.Type.Signature()}
		if f.Name != "" {
			named.FieldName = &fieldNameOf{f.Name}
		}
		s.Arguments = append(s.Arguments, Argument{"NAMED_TYPE", named})
	}
	return s
}

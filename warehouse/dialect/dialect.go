// Package dialect turns Trino's SQL into DuckDB's, so that the embedded engine
// gives the rows, types, names and errors of a Trino.
//
// The one idea: a statement is parsed (package parse), then resolved and written
// in one walk, in which every expression becomes DuckDB SQL together with its
// Trino type. Every cast is spelt out, every relation has an alias of its own
// (r1, r2 …) and every column a name of its own (c1, c2 …), so that DuckDB is
// left nothing to decide. Functions, operators and casts are one table (package
// function), types and how DuckDB holds their values another ([types.Type.DuckDB]).
// What has no exact form is refused with NOT_SUPPORTED and its name; nothing is
// answered in another way than Trino would.
//
// An aggregation is written as a query of its own that has the grouping keys and
// the aggregates as columns; the select list, HAVING and ORDER BY are then written
// over it. WITH becomes WITH. Errors are [*fault.Error].
package dialect

import (
	"errors"
	"fmt"
	"strings"
	"time"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/dialect/parse"
	"sanpin/warehouse/dialect/types"
)

// Session is what a statement's answer depends on besides the tables. Catalog
// and Schema may be "".
type Session struct {
	Catalog, Schema string
	User            string
	TimeZone        string    // "" is UTC
	Now             time.Time // the time of current_timestamp; zero: the time of the call
	// Parameters are the values of ?, of EXECUTE … USING; nil when the statement
	// is only described.
	Parameters []ast.Expression
	// Describe lets parameters have no value: the statement is not run.
	Describe bool
}

// Catalog is where tables are looked for. Names come in lower case.
type Catalog interface {
	HasCatalog(catalog string) bool
	HasSchema(catalog, schema string) bool
	Table(catalog, schema, table string) (*Table, bool)
}

// Table is a table or view that can be read.
type Table struct {
	SQL     string // how DuckDB calls it: "sanpin"."mart"."brand"
	Columns []TableColumn
}

// TableColumn is a column with DuckDB's type.
type TableColumn struct{ Name, Type string }

// Column is a column of an answer.
type Column struct {
	Name string // in the written case; _col0 … where the query names none
	Type types.Type
}

// Statement is a query that can be run.
type Statement struct {
	Columns  []Column
	SQL      string // DuckDB's; its columns hold values as types.Type.DuckDB says
	Warnings []string
}

// Shown is the SQL with the values that have a form of their own (a timestamp
// with its zone, an interval …) as Trino's text of them, for those who do not know
// the types.
func (s *Statement) Shown() string {
	items := make([]string, len(s.Columns))
	alike := true
	for i, c := range s.Columns {
		name := quoteName(c.Name)
		items[i] = columnName(i) + " AS " + name
		if !c.Type.Is(types.TimestampTZ, types.TimeTZ, types.IntervalDay, types.IntervalYear) && !(c.Type.Is(types.Time, types.Timestamp) && c.Type.N > 6) {
			continue
		}
		sql, err := function.Cast(columnName(i), c.Type, types.Text(), false)
		if err == nil {
			items[i], alike = sql+" AS "+name, false
		}
	}
	if alike {
		return s.SQL
	}
	return "SELECT " + strings.Join(items, ", ") + " FROM (" + s.SQL + ") AS shown(" + strings.Join(columnNames(len(items)), ", ") + ")"
}

// Translate parses a query and writes it for DuckDB. A statement that is no
// query is refused; a server that answers those reads them with parse.Statement.
func Translate(source string, s Session, c Catalog) (*Statement, error) {
	statement, err := parse.Statement(source)
	if err != nil {
		return nil, err
	}
	q, ok := statement.(*ast.Query)
	if !ok {
		return nil, fault.At(statement.Pos(), fault.NotSupported, "only queries are answered here")
	}
	return TranslateQuery(q, s, c)
}

// maxWork bounds the expressions of one statement, each counted as often as it
// is written: a statement near it takes some hundred milliseconds.
const maxWork = 200_000

// TranslateQuery writes a query that is already parsed.
func TranslateQuery(q *ast.Query, s Session, c Catalog) (result *Statement, err error) {
	if s.Now.IsZero() {
		s.Now = time.Now()
	}
	if s.TimeZone == "" {
		s.TimeZone = "UTC"
	}
	t := &translator{session: &s, catalog: c}
	defer func() {
		if r := recover(); r != nil {
			f, ok := r.(*fault.Error)
			if !ok {
				panic(r)
			}
			result, err = nil, f
		}
	}()
	t.checkParameters(q)
	out := t.query(q, nil, nil)
	marks := function.Session{Zone: s.TimeZone, Now: s.Now}
	return &Statement{Columns: out.columns(), SQL: marks.Fill(out.named())}, nil
}

// translator holds what is true of the whole statement.
type translator struct {
	session *Session
	catalog Catalog
	names   int // aliases given so far
	work    int
}

// name gives an alias that no other relation, or lambda's parameter, has.
func (t *translator) name(prefix string) string {
	t.names++
	return fmt.Sprintf("%s%d", prefix, t.names)
}

// fail ends the translation with a fault at a place.
func (t *translator) fail(at ast.Node, name fault.Name, format string, args ...any) {
	panic(fault.At(at.Pos(), name, format, args...))
}

// unsupported refuses what Trino answers and this does not.
func (t *translator) unsupported(at ast.Node, format string, args ...any) {
	t.fail(at, fault.NotSupported, format+" is not supported here", args...)
}

// check ends the translation if a table of functions or types refused.
func (t *translator) check(at ast.Node, err error) {
	if err == nil {
		return
	}
	var e *types.Error
	if !errors.As(err, &e) {
		panic(fault.New(fault.InternalError, "%v", err))
	}
	t.fail(at, fault.Name(e.Name), "%s", e.Message)
}

// checkParameters counts the parameters of a query that is to be run.
func (t *translator) checkParameters(q *ast.Query) {
	if t.session.Describe {
		return
	}
	if want := q.Parameters; want != len(t.session.Parameters) {
		t.fail(ast.Position{Line: 1, Column: 1}, fault.InvalidParameterUsage,
			"Incorrect number of parameters: expected %d but found %d", want, len(t.session.Parameters))
	}
}

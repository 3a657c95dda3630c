package dialect

import (
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/types"
)

// value is an expression: its DuckDB SQL and Trino type.
type value struct {
	sql     string
	typ     types.Type
	text    string // of a constant
	isConst bool
}

// field is a column that can be named.
type field struct {
	name   string   // "" for a column without one
	prefix []string // the names before the dot, in lower case: catalog, schema, table, or an alias
	sql    string
	typ    types.Type
	hidden bool // only by its prefix: the two sides of JOIN … USING

	key       string // over an aggregation: the SQL below it
	ungrouped bool   // over an aggregation: no key of it
	output    bool   // a column of the select list, in ORDER BY
	refused   string // why the column cannot be read
}

func (f *field) value() value { return value{sql: f.sql, typ: f.typ} }

// scope is what names mean in one place: the columns of FROM, and around them
// the scopes of the queries outside.
type scope struct {
	fields []field
	outer  *scope
	used   bool // a name was found here: see walker.nested
	lambda bool // the fields are a lambda's parameters: no boundary of a query
}

// matches says whether a name with its prefix means the field. Names are
// compared without regard to case.
func (f *field) matches(prefix []string, name string) bool {
	if f.name == "" || !strings.EqualFold(f.name, name) || len(prefix) > len(f.prefix) || (f.hidden && len(prefix) == 0) {
		return false
	}
	tail := f.prefix[len(f.prefix)-len(prefix):]
	for i, p := range prefix {
		if !strings.EqualFold(p, tail[i]) {
			return false
		}
	}
	return true
}

// find looks for a column here and outside. local says that it is one of this
// query. A name that means several columns is a fault.
func (t *translator) find(s *scope, at ast.Node, prefix []string, name string) (found *field, local bool) {
	local = true
	for ; s != nil; s = s.outer {
		for i := range s.fields {
			f := &s.fields[i]
			if !f.matches(prefix, name) {
				continue
			}
			if found != nil {
				t.fail(at, fault.AmbiguousName, "Column '%s' is ambiguous", strings.Join(append(prefix, name), "."))
			}
			found = f
		}
		if found != nil {
			s.used = true
			return found, local
		}
		local = local && s.lambda
	}
	return nil, false
}

// nameOf returns the parts of a.b.c, or false where it is no plain name.
func nameOf(e ast.Expression) ([]string, bool) {
	switch e := e.(type) {
	case *ast.Identifier:
		return []string{e.Value}, true
	case *ast.Dereference:
		parts, ok := nameOf(e.Base)
		return append(parts, e.Field.Value), ok
	}
	return nil, false
}

// column resolves a name, or returns nil when it is none.
func (t *translator) column(s *scope, e ast.Expression) (*field, bool) {
	parts, ok := nameOf(e)
	if !ok {
		return nil, false
	}
	n := len(parts) - 1
	return t.find(s, e, parts[:n], parts[n])
}

// relation is a query or a part of FROM as SQL, and its columns.
type relation struct {
	sql    string
	fields []field
}

// columns are those of an answer.
func (r *relation) columns() []Column {
	columns := make([]Column, len(r.fields))
	for i, f := range r.fields {
		columns[i] = Column{Name: outputName(f.name, i), Type: f.typ}
	}
	return columns
}

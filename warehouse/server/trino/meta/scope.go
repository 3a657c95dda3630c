package meta

import (
	"context"
	"fmt"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/types"
)

// Session is what an answer depends on besides the statement.
type Session struct {
	Catalog, Schema string // "": none
	User            string
	Zone            string
	Version         string
}

// Result is an answer in memory.
type Result struct {
	Columns []Column
	Rows    [][]any
}

// Unsupported says what the evaluator does not know.
type Unsupported struct{ What string }

func (u *Unsupported) Error() string { return "not answered from memory: " + u.What }

func unsupported(format string, args ...any) error { return &Unsupported{fmt.Sprintf(format, args...)} }

// relation is what stands in FROM, made: columns and rows.
type relation struct {
	columns []field
	rows    [][]any
}

// field is a column of a relation. The names by which its table may be called
// are all its last parts: t, s.t and c.s.t.
type field struct {
	table  []string // in lower case
	name   string   // in lower case
	shown  string   // as it was written
	kind   types.Type
	hidden bool
}

// find returns the place of a column, by its name or by table.name. A name of
// two columns is not one that is known here.
func (r *relation) find(parts []string) (int, bool) {
	found := -1
	table, name := parts[:len(parts)-1], parts[len(parts)-1]
	for i, f := range r.columns {
		if f.name != name || !endsWith(f.table, table) {
			continue
		}
		if found >= 0 {
			return 0, false
		}
		found = i
	}
	return found, found >= 0
}

func endsWith(all, last []string) bool {
	if len(last) > len(all) {
		return false
	}
	for i := range last {
		if all[len(all)-len(last)+i] != last[i] {
			return false
		}
	}
	return true
}

// evaluator answers one statement.
type evaluator struct {
	context.Context
	world   World
	session Session
	params  []ast.Expression
	named   map[string]*relation // of WITH
}

// Names tells whether a statement reads a table of this package, so that the
// evaluator is the one to ask.
func Names(q *ast.Query, s Session) bool {
	found := false
	visitTables(q, func(name ast.QualifiedName) {
		catalog, schema, _, ok := s.resolve(name)
		found = found || ok && (catalog == SystemCatalog || schema == InformationSchema)
	})
	return found
}

// Tables are the tables that a query names: catalog, schema, table. Names of
// WITH are among them where they might be tables.
func Tables(q *ast.Query, s Session) (list [][3]string) {
	visitTables(q, func(name ast.QualifiedName) {
		catalog, schema, table, _ := s.resolve(name)
		list = append(list, [3]string{catalog, schema, table})
	})
	return list
}

// resolve completes the name of a table.
func (s Session) resolve(name ast.QualifiedName) (catalog, schema, table string, ok bool) {
	parts := make([]string, len(name.Parts))
	for i, p := range name.Parts {
		parts[i] = strings.ToLower(p.Value)
	}
	switch len(parts) {
	case 1:
		return s.Catalog, s.Schema, parts[0], s.Catalog != "" && s.Schema != ""
	case 2:
		return s.Catalog, parts[0], parts[1], s.Catalog != ""
	case 3:
		return parts[0], parts[1], parts[2], true
	}
	return "", "", "", false
}

// visitTables calls visit with the tables that a query names in FROM.
func visitTables(q *ast.Query, visit func(ast.QualifiedName)) {
	if q.With != nil {
		for _, named := range q.With.Queries {
			visitTables(named.Query, visit)
		}
	}
	visitBody(q.Body, visit)
}

func visitBody(body ast.QueryBody, visit func(ast.QualifiedName)) {
	switch b := body.(type) {
	case *ast.Select:
		for _, r := range b.From {
			visitRelation(r, visit)
		}
	case *ast.SetOperation:
		visitBody(b.Left, visit)
		visitBody(b.Right, visit)
	case *ast.TableQuery:
		visit(b.Name)
	case *ast.Parenthesised:
		visitTables(b.Query, visit)
	}
}

func visitRelation(r ast.Relation, visit func(ast.QualifiedName)) {
	switch r := r.(type) {
	case *ast.Table:
		visit(r.Name)
	case *ast.Aliased:
		visitRelation(r.Relation, visit)
	case *ast.SubqueryRelation:
		visitTables(r.Query, visit)
	case *ast.Join:
		visitRelation(r.Left, visit)
		visitRelation(r.Right, visit)
	}
}

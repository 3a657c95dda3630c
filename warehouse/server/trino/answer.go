package trino

import (
	"context"
	"reflect"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/parse"
	"sanpin/warehouse/dialect/types"
)

// call is a statement being answered.
type call struct {
	context.Context
	*Server
	q       *query
	session *session
	params  []ast.Expression // values of ?
	at      ast.Position     // where the statement begins in what the client sent
}

// answer reads a statement and answers it.
func (s *Server) answer(ctx context.Context, q *query) (*answer, error) {
	if err := q.session.check(); err != nil {
		return nil, err
	}
	q.set(statePlanning)
	statement, err := parse.Statement(q.sql)
	if err != nil {
		return nil, err
	}
	c := &call{Context: ctx, Server: s, q: q, session: q.session, at: ast.Position{Line: 1, Column: 1}}
	switch x := statement.(type) {
	case *ast.ExecuteImmediate:
		return c.executeImmediate(x)
	case *ast.Execute:
		return c.execute(x)
	}
	return c.statement(statement)
}

// executeImmediate answers a statement that is a text in another. Places in it
// are told as places in what the client sent: so it is read with as much in
// front of it as stands there.
func (c *call) executeImmediate(x *ast.ExecuteImmediate) (*answer, error) {
	at := x.Text.Pos()
	front := strings.Repeat("\n", at.Line-1) + strings.Repeat(" ", at.Column)
	inner, err := parse.Statement(front + x.Text.Value)
	if err != nil {
		return nil, err
	}
	c.at, c.params = ast.Position{Line: at.Line, Column: at.Column + 1}, x.Args
	return c.executed(inner)
}

func (c *call) execute(x *ast.Execute) (*answer, error) {
	inner, err := c.prepared(x.Name)
	if err != nil {
		return nil, err
	}
	c.params = x.Args
	return c.executed(inner)
}

// prepared reads a statement that the client prepared: it sends its text with
// each request.
func (c *call) prepared(name ast.Identifier) (ast.Statement, error) {
	text, ok := c.session.prepared[name.Value]
	if !ok {
		text, ok = c.session.prepared[strings.ToLower(name.Value)]
	}
	if !ok {
		return nil, fault.New(fault.NotFound, "Prepared statement not found: %s", strings.ToLower(name.Value))
	}
	return parse.Statement(text)
}

func (c *call) executed(inner ast.Statement) (*answer, error) {
	switch inner.(type) {
	case *ast.Execute, *ast.ExecuteImmediate, *ast.Prepare:
		return nil, fault.New(fault.NotSupported, "Unsupported statement type: %s", reflect.TypeOf(inner).Elem().Name())
	}
	return c.statement(inner)
}

// statement answers a statement with its parameters.
func (c *call) statement(x ast.Statement) (*answer, error) {
	_, preparing := x.(*ast.Prepare)
	if n := countParameters(x); !preparing && n != len(c.params) {
		return nil, fault.At(c.at, fault.InvalidParameterUsage, "Incorrect number of parameters: expected %d but found %d", n, len(c.params))
	}
	if err := c.checkTransaction(x); err != nil {
		return nil, err
	}
	switch x := x.(type) {
	case *ast.Query:
		return c.query(x)
	case *ast.Explain:
		return c.explain(x)
	case *ast.Write:
		return c.refuse(x)
	}
	if a, err, ok := c.setting(x); ok {
		return a, err
	}
	if a, err, ok := c.showing(x); ok {
		return a, err
	}
	return nil, fault.New(fault.NotSupported, "Unsupported statement type: %s", reflect.TypeOf(x).Elem().Name())
}

// countParameters counts the ? of a statement.
func countParameters(node any) (n int) {
	visit(reflect.ValueOf(node), func(v any) {
		if _, ok := v.(ast.Parameter); ok {
			n++
		}
	})
	return n
}

// visit calls found with every struct below a value.
func visit(v reflect.Value, found func(any)) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if !v.IsNil() {
			visit(v.Elem(), found)
		}
	case reflect.Slice:
		for i := range v.Len() {
			visit(v.Index(i), found)
		}
	case reflect.Struct:
		found(v.Interface())
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				visit(v.Field(i), found)
			}
		}
	}
}

// rowsOf is an answer that is in memory.
func rowsOf(columns []outputColumn, rows [][]any) *answer {
	return &answer{columns: columns, rows: &table{rows: rows}}
}

// textColumns are columns of texts. As long as wide, when it is not 0.
func textColumns(names ...string) (columns []outputColumn) {
	for _, name := range names {
		columns = append(columns, outputColumn{name, types.Text()})
	}
	return columns
}

// fitted gives text columns the length of their longest text, as Trino does
// where it makes the list itself.
func fitted(columns []outputColumn, rows [][]any) []outputColumn {
	for i := range columns {
		if columns[i].kind.Kind != types.Varchar {
			continue
		}
		longest := 0
		for _, row := range rows {
			if s, ok := row[i].(string); ok {
				longest = max(longest, len([]rune(s)))
			}
		}
		columns[i].kind = types.VarcharOf(longest)
	}
	return columns
}

// done is the answer of a statement that gives no rows.
func done(update string, c changes) *answer {
	return &answer{columns: []outputColumn{}, update: update, changes: c}
}

// Package function holds Trino's functions, operators and casts as one table:
// name, argument types, result type, and the DuckDB expression that answers
// exactly what Trino answers.
//
// The one idea: a row of the table is Trino's own signature as text, such as
// "substr(varchar(x), bigint) varchar(x)", beside a template of DuckDB SQL.
// [Resolve] chooses the signature by Trino's rules, casts each argument to it
// and writes the template. What DuckDB cannot say exactly is a scalar function
// in Go (scalars in trino_*.go, registered by [Scalars]); what neither can is
// in the table of differences and refused with its reason.
package function

import (
	"fmt"
	"strings"

	"sanpin/warehouse/dialect/types"
)

// Kind says how a function is called.
type Kind uint8

// The kinds. An aggregate may be called with OVER as well.
const (
	Scalar Kind = iota
	Aggregate
	Window
)

// Arg is one argument of a call: SQL of its DuckDB form, or a lambda.
type Arg struct {
	Type    types.Type
	SQL     string
	Literal string  // the text of a constant; IsConst says whether there is one
	IsConst bool    // the argument is a literal
	Lambda  *Lambda // else nil
}

// Lambda is an argument of the form (x, y) -> body.
type Lambda struct {
	Params int
	// Bind resolves the body for parameters of these types. names are what the
	// parameters are called in DuckDB, unique in the statement, and body is SQL
	// over them. It may be called more than once; the last call stands.
	Bind func(params []types.Type) (names []string, body string, result types.Type, err error)
}

// Clause is what stands around an aggregate's or window function's arguments,
// as SQL without its keywords' parentheses.
type Clause struct {
	Distinct    bool
	OrderBy     string // keys of ORDER BY inside the parentheses: "x DESC NULLS LAST, y"
	Filter      string // condition of FILTER (WHERE …)
	Over        string // "(PARTITION BY …)" or a window's name; "" without OVER
	IgnoreNulls bool
}

// Call is a resolved call.
type Call struct {
	Kind   Kind
	Result types.Type
	Params []types.Type // what the arguments are cast to
	write  func(Clause) string
}

// SQL writes the call.
func (c Call) SQL(clause Clause) string { return c.write(clause) }

// Const marks an argument as a literal with this text.
func Const(t types.Type, sql, text string) Arg {
	return Arg{Type: t, SQL: sql, Literal: text, IsConst: true}
}

func fail(name, format string, args ...any) error {
	return &types.Error{Name: name, Message: fmt.Sprintf(format, args...)}
}

// Known says whether there is a function of that name, and its kind.
func Known(name string) (Kind, bool) {
	name = strings.ToLower(name)
	if rows := table[name]; len(rows) > 0 && name[0] != '$' {
		return rows[0].kind, true
	}
	return Scalar, false
}

// Package ast holds the nodes of Trino's grammar: statements, queries,
// relations and expressions, each with the place that Trino gives in an error
// about it.
//
// The one idea: a node says what was written and where, and nothing that needs
// a catalog or a type. Names keep their written case; Trino compares them
// without regard to case, quoted or not. The place of most nodes is their first
// character; of an operator, a comparison, a set operation and AT TIME ZONE it
// is the operator, as in Trino.
package ast

import "strings"

// Position is a place in the text; both count from 1, columns in characters
// (code points).
type Position struct{ Line, Column int }

// Pos returns the place; nodes embed it.
func (p Position) Pos() Position { return p }

// Node is any node.
type Node interface{ Pos() Position }

// Statement is a whole statement: a *Query or one of the statements that a
// client sends.
type Statement interface {
	Node
	statement()
}

// Expression is a value, a condition or a lambda.
type Expression interface {
	Node
	expression()
}

// Relation is what stands in FROM.
type Relation interface {
	Node
	relation()
}

// QueryBody is a query without WITH, ORDER BY and limits, or a parenthesised
// one with them.
type QueryBody interface {
	Node
	queryBody()
}

// Identifier is a name of one part; as an expression, a column.
type Identifier struct {
	Position
	Value  string // without quotes, in the written case
	Quoted bool
}

// QualifiedName is a name of one or more parts.
type QualifiedName struct {
	Position
	Parts []Identifier
}

// String returns the parts as Trino prints a name: in lower case, with dots.
func (n QualifiedName) String() string {
	parts := make([]string, len(n.Parts))
	for i, p := range n.Parts {
		parts[i] = strings.ToLower(p.Value)
	}
	return strings.Join(parts, ".")
}

// Last returns the last part, in lower case.
func (n QualifiedName) Last() string { return strings.ToLower(n.Parts[len(n.Parts)-1].Value) }

// DataType is a type as written.
type DataType struct {
	Position
	Name   string      // in lower case: "varchar", "timestamp with time zone", "interval day to second", "row" …
	Params []TypeParam // lengths, precisions, and the types of array and map
	Fields []RowField  // of a row
}

// TypeParam is a number or a type.
type TypeParam struct {
	Number string
	Type   *DataType // nil: a number
}

// RowField is a field of a row type; Name is nil when it has none.
type RowField struct {
	Name *Identifier
	Type *DataType
}

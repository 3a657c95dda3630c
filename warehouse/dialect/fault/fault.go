// Package fault holds the errors of Trino: name, code, type, message and place.
//
// The one idea: a client decides by the name and the code of an error, so that
// both come from one table; who finds a fault says the name and Trino's words.
package fault

import (
	"fmt"

	"sanpin/warehouse/dialect/ast"
)

// Name is one of Trino's names of errors.
type Name string

// Names that the dialect gives.
const (
	GenericUserError       Name = "GENERIC_USER_ERROR"
	SyntaxError            Name = "SYNTAX_ERROR"
	NotFound               Name = "NOT_FOUND"
	FunctionNotFound       Name = "FUNCTION_NOT_FOUND"
	DivisionByZero         Name = "DIVISION_BY_ZERO"
	InvalidCast            Name = "INVALID_CAST_ARGUMENT"
	NotSupported           Name = "NOT_SUPPORTED"
	InvalidSessionProperty Name = "INVALID_SESSION_PROPERTY"
	InvalidWindowFrame     Name = "INVALID_WINDOW_FRAME"
	NumericOutOfRange      Name = "NUMERIC_VALUE_OUT_OF_RANGE"
	UnknownTransaction     Name = "UNKNOWN_TRANSACTION"
	NotInTransaction       Name = "NOT_IN_TRANSACTION"
	CatalogNotFound        Name = "CATALOG_NOT_FOUND"
	SchemaNotFound         Name = "SCHEMA_NOT_FOUND"
	TableNotFound          Name = "TABLE_NOT_FOUND"
	ColumnNotFound         Name = "COLUMN_NOT_FOUND"
	SubqueryMultipleRows   Name = "SUBQUERY_MULTIPLE_ROWS"
	TypeMismatch           Name = "TYPE_MISMATCH"
	InvalidLiteral         Name = "INVALID_LITERAL"
	DuplicateColumn        Name = "DUPLICATE_COLUMN_NAME"
	MissingCatalog         Name = "MISSING_CATALOG_NAME"
	MissingSchema          Name = "MISSING_SCHEMA_NAME"
	TypeNotFound           Name = "TYPE_NOT_FOUND"
	InvalidParameterUsage  Name = "INVALID_PARAMETER_USAGE"
	InvalidArguments       Name = "INVALID_ARGUMENTS"
	InvalidFunctionArg     Name = "INVALID_FUNCTION_ARGUMENT"
	MismatchedAliases      Name = "MISMATCHED_COLUMN_ALIASES"
	InvalidColumnReference Name = "INVALID_COLUMN_REFERENCE"
	AmbiguousName          Name = "AMBIGUOUS_NAME"
	NotAggregate           Name = "EXPRESSION_NOT_AGGREGATE"
	NotScalar              Name = "EXPRESSION_NOT_SCALAR"
	NotConstant            Name = "EXPRESSION_NOT_CONSTANT"
	NotInDistinct          Name = "EXPRESSION_NOT_IN_DISTINCT"
	NestedAggregation      Name = "NESTED_AGGREGATION"
	NestedWindow           Name = "NESTED_WINDOW"
	MissingOver            Name = "MISSING_OVER"
	MissingOrderBy         Name = "MISSING_ORDER_BY"
	MissingGroupBy         Name = "MISSING_GROUP_BY"
	MissingColumnName      Name = "MISSING_COLUMN_NAME"
	MissingColumnAliases   Name = "MISSING_COLUMN_ALIASES"
	InvalidRecursive       Name = "INVALID_RECURSIVE_REFERENCE"
	DuplicateNamedQuery    Name = "DUPLICATE_NAMED_QUERY"
	DuplicateWindow        Name = "DUPLICATE_WINDOW_NAME"
	InvalidWindowRef       Name = "INVALID_WINDOW_REFERENCE"
	InvalidPartitionBy     Name = "INVALID_PARTITION_BY"
	InvalidOrderBy         Name = "INVALID_ORDER_BY"
	NotWindowFunction      Name = "FUNCTION_NOT_WINDOW"
	NotAggregateFunction   Name = "FUNCTION_NOT_AGGREGATE"
	InvalidLimitClause     Name = "INVALID_LIMIT_CLAUSE"
	AmbiguousCall          Name = "AMBIGUOUS_FUNCTION_CALL"
	TooManyArguments       Name = "TOO_MANY_ARGUMENTS"
	AlreadyExists          Name = "ALREADY_EXISTS"
	QueryTooLong           Name = "QUERY_TEXT_TOO_LARGE"
	TooManyGroupingSets    Name = "TOO_MANY_GROUPING_SETS"
	IncompatibleClient     Name = "INCOMPATIBLE_CLIENT"
	InternalError          Name = "GENERIC_INTERNAL_ERROR"
)

// Error is one fault of a statement.
type Error struct {
	Name    Name
	Message string // with "line 1:8: " in front where there is a place
	At      ast.Position
	placed  bool
}

// Error returns the message as Trino writes it.
func (e *Error) Error() string { return e.Message }

// Located returns whether the fault has a place in the statement.
func (e *Error) Located() bool { return e.placed }

// New returns a fault without a place: one that running the statement finds.
func New(name Name, format string, args ...any) *Error {
	return &Error{Name: name, Message: fmt.Sprintf(format, args...)}
}

// At returns a fault at a place of the statement.
func At(at ast.Position, name Name, format string, args ...any) *Error {
	e := New(name, format, args...)
	e.At, e.placed = at, true
	e.Message = fmt.Sprintf("line %d:%d: %s", at.Line, at.Column, e.Message)
	return e
}

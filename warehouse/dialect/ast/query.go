package ast

// Query is a query with all that may stand around its body.
type Query struct {
	Position
	With    *With
	Body    QueryBody
	OrderBy []SortItem
	Offset  *RowCount
	Limit   *RowCount // LIMIT and FETCH; nil: none
	Ties    bool      // FETCH … WITH TIES

	Parameters int // how many ? a query has that stands by itself; 0 inside of others

	Functions []string      // names of inline functions (WITH FUNCTION)
	Session   []SetProperty // WITH SESSION
}

// RowCount is a number of rows, a parameter, or ALL.
type RowCount struct {
	Position
	Count     int64
	All       bool
	Parameter *Parameter
}

// With is WITH [RECURSIVE] and its queries.
type With struct {
	Position
	Recursive bool
	Queries   []NamedQuery
}

// NamedQuery is one query of WITH.
type NamedQuery struct {
	Position
	Name    Identifier
	Columns []Identifier // nil: none written
	Query   *Query
}

// Bodies of queries.
type (
	Select struct {
		Position
		Distinct bool
		Items    []SelectItem
		From     []Relation
		Where    Expression
		GroupBy  *GroupBy
		Having   Expression
		Windows  []NamedWindow
	}
	SetOperation struct {
		Position
		Operator    string // UNION, INTERSECT, EXCEPT
		All         bool
		Left, Right QueryBody
	}
	Values struct {
		Position
		Rows []Expression
	}
	TableQuery struct { // TABLE t
		Position
		Name QualifiedName
	}
	// Parenthesised is a query in parentheses.
	Parenthesised struct {
		Position
		Query *Query
	}
)

// SelectItem is an expression with an optional alias, or a star. The star of
// all tables has neither; t.* has the prefix.
type SelectItem struct {
	Position
	Value   Expression // nil: a star
	Alias   *Identifier
	Star    bool
	Prefix  Expression   // of t.*
	Aliases []Identifier // of t.* AS (a, b)
}

// GroupBy is GROUP BY [ALL | DISTINCT].
type GroupBy struct {
	Position
	Distinct bool
	Elements []GroupingElement
}

// GroupingElement is one element of GROUP BY.
type GroupingElement struct {
	Position
	Kind string // "" for a single set, ROLLUP, CUBE, GROUPING SETS, AUTO
	Sets []GroupingSet
}

// GroupingSet is one expression, or some in parentheses.
type GroupingSet struct {
	Position
	Parenthesised bool
	Values        []Expression
}

// NamedWindow is one definition of WINDOW.
type NamedWindow struct {
	Position
	Name   Identifier
	Window *Window
}

// Relations.
type (
	Table struct {
		Position
		Name      QualifiedName
		RangeType string     // TIMESTAMP or VERSION of FOR … AS OF
		AsOf      Expression // nil: none
	}
	SubqueryRelation struct {
		Position
		Query *Query
	}
	Unnest struct {
		Position
		Values     []Expression
		Ordinality bool
	}
	Lateral struct {
		Position
		Query *Query
	}
	TableFunction struct { // TABLE(f(…))
		Position
		Name QualifiedName
		Args []TableFunctionArg
	}
	JSONTable struct { // its columns are not kept: it is not supported
		Position
	}
	Aliased struct {
		Position
		Relation Relation
		Alias    Identifier
		Columns  []Identifier // nil: none written
	}
	Sampled struct {
		Position
		Relation   Relation
		Method     string // BERNOULLI, SYSTEM
		Percentage Expression
	}
	PatternRecognition struct { // MATCH_RECOGNIZE; its parts are not kept
		Position
		Relation Relation
	}
	Join struct {
		Position
		Kind        string // CROSS, INNER, LEFT, RIGHT, FULL, IMPLICIT
		Natural     bool
		Left, Right Relation
		On          Expression
		Using       []Identifier
	}
)

// TableFunctionArg is an argument of a table function; only values are kept.
type TableFunctionArg struct {
	Name  *Identifier
	Value Expression
}

func (*Select) queryBody()        {}
func (*SetOperation) queryBody()  {}
func (*Values) queryBody()        {}
func (*TableQuery) queryBody()    {}
func (*Parenthesised) queryBody() {}

func (*Table) relation()              {}
func (*SubqueryRelation) relation()   {}
func (*Unnest) relation()             {}
func (*Lateral) relation()            {}
func (*TableFunction) relation()      {}
func (*JSONTable) relation()          {}
func (*Aliased) relation()            {}
func (*Sampled) relation()            {}
func (*PatternRecognition) relation() {}
func (*Join) relation()               {}

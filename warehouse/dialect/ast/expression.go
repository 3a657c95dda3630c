package ast

// Literals. Numbers keep their text without underscores; an integer written in
// another base is turned to decimal.
type (
	NullLiteral    struct{ Position }
	BooleanLiteral struct {
		Position
		Value bool
	}
	StringLiteral struct {
		Position
		Value string
	}
	BinaryLiteral struct { // X'…'
		Position
		Value []byte
	}
	IntegerLiteral struct {
		Position
		Value int64
	}
	DecimalLiteral struct { // 1.5
		Position
		Text string
	}
	DoubleLiteral struct { // 1.5e0
		Position
		Text string
	}
	TypedLiteral struct { // DATE '…'
		Position
		Type  string // as written
		Value string
	}
	IntervalLiteral struct {
		Position
		Negative bool
		Value    string
		From, To string // YEAR, MONTH, DAY, HOUR, MINUTE, SECOND; To is "" when not written
	}
	Parameter struct { // ?
		Position
		Index int // from 0, in the order of the text
	}
)

// Operators and predicates.
type (
	Unary struct { // - or +
		Position
		Operator string
		Value    Expression
	}
	Binary struct { // + - * / %
		Position
		Operator    string
		Left, Right Expression
	}
	Comparison struct { // = <> < <= > >= and IS DISTINCT FROM
		Position
		Operator    string
		Left, Right Expression
	}
	Logical struct { // AND, OR of two or more terms
		Position
		Operator string
		Terms    []Expression
	}
	Not struct {
		Position
		Value Expression
	}
	Between struct {
		Position
		Value, Min, Max Expression
	}
	InList struct {
		Position
		Value Expression
		List  []Expression
	}
	InSubquery struct {
		Position
		Value Expression
		Query *Subquery
	}
	Like struct {
		Position
		Value, Pattern, Escape Expression // Escape may be nil
	}
	IsNull struct {
		Position
		Value Expression
		Not   bool
	}
	Exists struct {
		Position
		Query *Subquery
	}
	Quantified struct { // = ALL (query)
		Position
		Operator, Quantifier string // Quantifier: ALL, ANY or SOME
		Value                Expression
		Query                *Subquery
	}
	Subquery struct {
		Position
		Query *Query
	}
	AtTimeZone struct {
		Position
		Value, Zone Expression
	}
)

// Values made of others.
type (
	Case struct {
		Position
		Operand Expression // nil: a searched CASE
		Whens   []When
		Else    Expression // may be nil
	}
	When struct {
		Position
		Condition, Result Expression
	}
	Cast struct {
		Position
		Value Expression
		Type  *DataType
		Try   bool
	}
	Row struct {
		Position
		Values []Expression
	}
	Array struct {
		Position
		Values []Expression
	}
	Subscript struct {
		Position
		Base, Index Expression
	}
	Dereference struct { // base.field: a column of a table or a field of a row
		Position
		Base  Expression
		Field Identifier
	}
	Lambda struct {
		Position
		Params []Identifier
		Body   Expression
	}
	Extract struct {
		Position
		Field string // in upper case
		Value Expression
	}
	Trim struct { // TRIM and its SQL forms
		Position
		Side  string     // BOTH, LEADING, TRAILING
		Chars Expression // may be nil
		Value Expression
	}
	Normalize struct {
		Position
		Value Expression
		Form  string
	}
	Current struct { // CURRENT_DATE, LOCALTIME, CURRENT_USER …
		Position
		Name      string // in upper case
		Precision string // "" when not written
	}
	Grouping struct { // GROUPING(a, b)
		Position
		Columns []Expression
	}
)

// Call is a function call of any kind.
type Call struct {
	Position
	Name     QualifiedName
	Mode     string // RUNNING, FINAL: only in MATCH_RECOGNIZE
	Star     bool   // count(*)
	Label    *Identifier
	Args     []Expression
	Distinct bool
	OrderBy  []SortItem
	Filter   Expression
	Nulls    string  // "", IGNORE or RESPECT
	Over     *Window // nil: no window
	ListAgg  *ListAgg
	Operator bool // written as an operator or special form: ||, SUBSTRING … FROM
}

// ListAgg is what LISTAGG says besides its arguments.
type ListAgg struct {
	OverflowError bool   // also when not said
	Filler        string // of ON OVERFLOW TRUNCATE
	WithCount     bool
}

// Window is what OVER and WINDOW hold.
type Window struct {
	Position
	Reference *Identifier // OVER w, or the first name in OVER (w …)
	Named     bool        // OVER w, without parentheses
	Partition []Expression
	OrderBy   []SortItem
	OrderAt   Position // of ORDER BY
	Frame     *Frame
}

// Frame is a window's frame. End is nil when only the start was written.
type Frame struct {
	Position
	Unit       string // ROWS, RANGE, GROUPS
	Start, End *FrameBound
	Pattern    bool // there are MEASURES or PATTERN
}

// FrameBound is one end of a frame.
type FrameBound struct {
	Position
	Kind  string // UNBOUNDED PRECEDING, PRECEDING, CURRENT ROW, FOLLOWING, UNBOUNDED FOLLOWING
	Value Expression
}

// SortItem is one key of ORDER BY.
type SortItem struct {
	Position
	Value Expression
	Desc  bool
	Nulls string // "", FIRST or LAST
}

// JSONPath is the value, path and PASSING of the SQL/JSON functions.
type JSONPath struct {
	Value   JSONValue
	Path    *StringLiteral
	Passing []JSONArgument
}

// JSONValue is an expression with an optional FORMAT JSON [ENCODING x].
type JSONValue struct {
	Value  Expression
	Format string // "", JSON, UTF8, UTF16, UTF32
}

// JSONArgument is one value of PASSING.
type JSONArgument struct {
	Value JSONValue
	Name  Identifier
}

// JSONBehavior is what stands before ON EMPTY and ON ERROR.
type JSONBehavior struct {
	Kind    string // ERROR, NULL, DEFAULT, EMPTY ARRAY, EMPTY OBJECT, TRUE, FALSE, UNKNOWN
	Default Expression
}

// SQL/JSON functions. Behaviours that were not written are nil.
type (
	JSONExists struct {
		Position
		Path    JSONPath
		OnError string // "" is FALSE
	}
	JSONValueCall struct {
		Position
		Path             JSONPath
		Returning        *DataType
		OnEmpty, OnError *JSONBehavior
	}
	JSONQuery struct {
		Position
		Path             JSONPath
		Returning        *DataType
		Format           string
		Wrapper          string // "", WITHOUT, CONDITIONAL, UNCONDITIONAL
		Quotes           string // "", KEEP, OMIT
		OnEmpty, OnError *JSONBehavior
	}
	JSONObject struct {
		Position
		Members   []JSONMember
		AbsentNil bool // ABSENT ON NULL
		Unique    bool
		Returning *DataType
		Format    string
	}
	JSONMember struct {
		Key   Expression
		Value JSONValue
	}
	JSONArray struct {
		Position
		Values    []JSONValue
		NullOnNil bool // NULL ON NULL
		Returning *DataType
		Format    string
	}
)

func (*Identifier) expression()      {}
func (*NullLiteral) expression()     {}
func (*BooleanLiteral) expression()  {}
func (*StringLiteral) expression()   {}
func (*BinaryLiteral) expression()   {}
func (*IntegerLiteral) expression()  {}
func (*DecimalLiteral) expression()  {}
func (*DoubleLiteral) expression()   {}
func (*TypedLiteral) expression()    {}
func (*IntervalLiteral) expression() {}
func (*Parameter) expression()       {}
func (*Unary) expression()           {}
func (*Binary) expression()          {}
func (*Comparison) expression()      {}
func (*Logical) expression()         {}
func (*Not) expression()             {}
func (*Between) expression()         {}
func (*InList) expression()          {}
func (*InSubquery) expression()      {}
func (*Like) expression()            {}
func (*IsNull) expression()          {}
func (*Exists) expression()          {}
func (*Quantified) expression()      {}
func (*Subquery) expression()        {}
func (*AtTimeZone) expression()      {}
func (*Case) expression()            {}
func (*Cast) expression()            {}
func (*Row) expression()             {}
func (*Array) expression()           {}
func (*Subscript) expression()       {}
func (*Dereference) expression()     {}
func (*Lambda) expression()          {}
func (*Extract) expression()         {}
func (*Trim) expression()            {}
func (*Normalize) expression()       {}
func (*Current) expression()         {}
func (*Grouping) expression()        {}
func (*Call) expression()            {}
func (*JSONExists) expression()      {}
func (*JSONValueCall) expression()   {}
func (*JSONQuery) expression()       {}
func (*JSONObject) expression()      {}
func (*JSONArray) expression()       {}

package ast

// Statements about the session and prepared statements.
type (
	Use struct {
		Position
		Catalog *Identifier // nil: the session's
		Schema  Identifier
	}
	Prepare struct {
		Position
		Name      Identifier
		Statement Statement
		Text      string // the statement's, as written
	}
	Deallocate struct {
		Position
		Name Identifier
	}
	Execute struct {
		Position
		Name Identifier
		Args []Expression
	}
	// ExecuteImmediate holds the text of a statement that is not parsed yet;
	// places in it count from its first character: see parse.Inner.
	ExecuteImmediate struct {
		Position
		Text StringLiteral
		Args []Expression
	}
	DescribeInput struct {
		Position
		Name Identifier
	}
	DescribeOutput struct {
		Position
		Name Identifier
	}
	SetSession struct {
		Position
		SetProperty
	}
	SetProperty struct {
		Name  QualifiedName
		Value Expression
	}
	ResetSession struct {
		Position
		Name QualifiedName
	}
	SetSessionAuthorization struct {
		Position
		User string
	}
	ResetSessionAuthorization struct{ Position }
	SetTimeZone               struct {
		Position
		Zone Expression // nil: LOCAL
	}
	SetPath struct {
		Position
		Elements []QualifiedName
	}
	SetRole struct {
		Position
		Kind    string // ALL, NONE, ROLE
		Role    *Identifier
		Catalog *Identifier
	}
	StartTransaction struct {
		Position
		Modes []string // "ISOLATION LEVEL READ COMMITTED", "READ ONLY" …
	}
	Commit        struct{ Position }
	Rollback      struct{ Position }
	CallProcedure struct { // CALL procedure
		Position
		Name QualifiedName
		Args []CallArgument
	}
	CallArgument struct {
		Position
		Name  *Identifier // nil: by position
		Value Expression
	}
)

// Pattern is LIKE with an optional ESCAPE, of the SHOW statements.
type Pattern struct {
	Like   *StringLiteral // nil: none
	Escape *StringLiteral
}

// Statements that show something.
type (
	ShowCatalogs struct {
		Position
		Pattern
	}
	ShowSchemas struct {
		Position
		Catalog *Identifier
		Pattern
	}
	ShowTables struct {
		Position
		Schema *QualifiedName
		Pattern
	}
	ShowColumns struct { // also DESCRIBE and DESC
		Position
		Table QualifiedName
		Pattern
	}
	ShowFunctions struct {
		Position
		Schema *QualifiedName
		Pattern
	}
	ShowSession struct {
		Position
		Pattern
	}
	ShowCreate struct {
		Position
		Kind string // TABLE, VIEW, SCHEMA, MATERIALIZED VIEW, FUNCTION
		Name QualifiedName
	}
	ShowStats struct {
		Position
		Table QualifiedName
		Query *Query // of SHOW STATS FOR (query); nil: a table
	}
	ShowRoles struct {
		Position
		Current bool
		Grants  bool // SHOW ROLE GRANTS
		Catalog *Identifier
	}
	ShowGrants struct {
		Position
		Kind string         // TABLE, SCHEMA, …; "" when not written
		On   *QualifiedName // nil: all
	}
	Explain struct {
		Position
		Type, Format     string // in upper case; "" when not written
		Analyze, Verbose bool
		Statement        Statement
	}
)

// Write is any statement that would change something; a warehouse is read
// only, so that only what is needed to refuse it as Trino would is kept.
type Write struct {
	Position
	Kind     string // its words: "CREATE TABLE", "DROP SCHEMA", "INSERT", "GRANT" …
	Name     QualifiedName
	IfExists bool // IF EXISTS was written
	OrNot    bool // IF NOT EXISTS was written
	Query    *Query
}

func (*Query) statement()                     {}
func (*Use) statement()                       {}
func (*Prepare) statement()                   {}
func (*Deallocate) statement()                {}
func (*Execute) statement()                   {}
func (*ExecuteImmediate) statement()          {}
func (*DescribeInput) statement()             {}
func (*DescribeOutput) statement()            {}
func (*SetSession) statement()                {}
func (*ResetSession) statement()              {}
func (*SetSessionAuthorization) statement()   {}
func (*ResetSessionAuthorization) statement() {}
func (*SetTimeZone) statement()               {}
func (*SetPath) statement()                   {}
func (*SetRole) statement()                   {}
func (*StartTransaction) statement()          {}
func (*Commit) statement()                    {}
func (*Rollback) statement()                  {}
func (*CallProcedure) statement()             {}
func (*ShowCatalogs) statement()              {}
func (*ShowSchemas) statement()               {}
func (*ShowTables) statement()                {}
func (*ShowColumns) statement()               {}
func (*ShowFunctions) statement()             {}
func (*ShowSession) statement()               {}
func (*ShowCreate) statement()                {}
func (*ShowStats) statement()                 {}
func (*ShowRoles) statement()                 {}
func (*ShowGrants) statement()                {}
func (*Explain) statement()                   {}
func (*Write) statement()                     {}

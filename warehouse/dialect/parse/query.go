package parse

import (
	"strconv"

	"sanpin/warehouse/dialect/ast"
)

// rootQuery is a query that stands by itself, with its parameters counted.
func (p *parser) rootQuery() *ast.Query {
	before := p.params
	q := p.scopedQuery()
	q.Parameters = p.params - before
	return q
}

// scopedQuery is a query with inline functions and session properties before it.
func (p *parser) scopedQuery() *ast.Query {
	if !p.token().is("WITH") || !(p.ahead(1).is("FUNCTION") || (p.ahead(1).is("SESSION") && p.isName(p.ahead(2)))) {
		return p.query()
	}
	p.at++
	var functions []string
	var session []ast.SetProperty
	for p.token().is("FUNCTION") {
		functions = append(functions, p.functionSpecification())
		if !p.accept(",") {
			break
		}
	}
	p.accept("WITH")
	for p.accept("SESSION") {
		property := ast.SetProperty{Name: p.qualifiedName()}
		p.expect("=")
		property.Value = p.expression()
		session = append(session, property)
		if !p.accept(",") {
			break
		}
	}
	q := p.query()
	q.Functions, q.Session = functions, session
	return q
}

// functionSpecification moves past an inline function and returns its name:
// the body ends where a query starts, outside of parentheses and blocks.
func (p *parser) functionSpecification() string {
	p.expect("FUNCTION")
	name := p.qualifiedName().String()
	nesting := 0
	for ; p.token().kind != end; p.at++ {
		t := p.token()
		switch {
		case t.is("("):
			nesting++
		case t.is(")"):
			nesting--
		case nesting == 0 && (t.is("SELECT") || t.is("WITH") || t.is("VALUES") || t.is("TABLE")):
			return name
		case nesting == 0 && t.is(",") && (p.ahead(1).is("FUNCTION") || p.ahead(1).is("SESSION")):
			return name
		}
	}
	return name
}

// query is WITH, if there is one, and the rest.
func (p *parser) query() *ast.Query {
	defer p.named("<query>")()
	at := p.pos()
	var with *ast.With
	if p.peek("WITH") {
		with = p.with()
	}
	q := p.queryNoWith()
	if with != nil {
		q.With, q.Position = with, at
	}
	return q
}

func (p *parser) with() *ast.With {
	w := &ast.With{Position: p.pos()}
	p.expect("WITH")
	w.Recursive = p.accept("RECURSIVE")
	w.Queries = list(p, func() ast.NamedQuery {
		n := ast.NamedQuery{Position: p.pos(), Name: p.identifier(), Columns: p.optionalNames()}
		p.expect("AS", "(")
		n.Query = p.query()
		p.expect(")")
		return n
	})
	return w
}

func (p *parser) queryNoWith() *ast.Query {
	defer p.enter()()
	q := &ast.Query{Position: p.pos()}
	q.Body = p.queryTerm(0)
	q.OrderBy = p.orderBy()
	if p.accept("OFFSET") {
		q.Offset = p.rowCount()
		p.oneOf("ROW", "ROWS")
	}
	switch {
	case p.accept("LIMIT"):
		if at := p.pos(); p.accept("ALL") {
			q.Limit = &ast.RowCount{Position: at, All: true}
		} else {
			q.Limit = p.rowCount()
		}
	case p.peek("FETCH"):
		at := p.pos()
		p.at++
		p.fetch(q)
		q.Limit.Position = at
	}
	return q
}

// fetch reads FETCH FIRST … after its first word. Without a count it is one row.
func (p *parser) fetch(q *ast.Query) {
	q.Limit = &ast.RowCount{Position: p.pos(), Count: 1}
	p.mustOneOf("FIRST", "NEXT")
	if p.oneOf("ROW", "ROWS") == "" {
		q.Limit = p.rowCount()
		p.mustOneOf("ROW", "ROWS")
	}
	if !p.accept("ONLY") {
		p.expect("WITH", "TIES")
		q.Ties = true
	}
}

func (p *parser) rowCount() *ast.RowCount {
	at := p.pos()
	if p.accept("?") {
		return &ast.RowCount{Position: at, Parameter: p.parameter(at)}
	}
	digits := p.integerToken()
	n, err := strconv.ParseInt(digits, 0, 64)
	if err != nil {
		n, err = strconv.ParseInt(digits, 10, 64)
	}
	if err != nil {
		p.invalid(at, "Invalid numeric literal: %s", digits)
	}
	return &ast.RowCount{Position: at, Count: n}
}

func (p *parser) orderBy() []ast.SortItem {
	if !p.accept("ORDER") {
		return nil
	}
	p.expect("BY")
	return p.sortItems()
}

func (p *parser) sortItems() []ast.SortItem { return list(p, p.sortItem) }

func (p *parser) sortItem() ast.SortItem {
	s := ast.SortItem{Position: p.pos(), Value: p.expression()}
	s.Desc = p.oneOf("ASC", "DESC") == "DESC"
	if p.accept("NULLS") {
		s.Nulls = p.mustOneOf("FIRST", "LAST")
	}
	return s
}

// queryTerm reads set operations; INTERSECT binds closer, level 1.
func (p *parser) queryTerm(level int) ast.QueryBody {
	var left ast.QueryBody
	if level == 0 {
		left = p.queryTerm(1)
	} else {
		left = p.queryPrimary()
	}
	for chain := 0; ; chain++ {
		at := p.pos()
		var op string
		if level == 0 {
			op = p.oneOf("UNION", "EXCEPT")
		} else {
			op = p.oneOf("INTERSECT")
		}
		if op == "" {
			return left
		}
		if chain == maxDepth {
			p.depth = maxDepth
			p.enter()
		}
		s := &ast.SetOperation{Position: at, Operator: op, Left: left}
		s.All = p.oneOf("ALL", "DISTINCT") == "ALL"
		if level == 0 {
			s.Right = p.queryTerm(1)
		} else {
			s.Right = p.queryPrimary()
		}
		left = s
	}
}

func (p *parser) queryPrimary() ast.QueryBody {
	at := p.pos()
	switch {
	case p.peek("SELECT"):
		return p.selectQuery()
	case p.accept("VALUES"):
		return &ast.Values{Position: at, Rows: list(p, p.expression)}
	case p.accept("TABLE"):
		return &ast.TableQuery{Position: at, Name: p.qualifiedName()}
	}
	p.expect("(")
	q := p.queryNoWith()
	p.expect(")")
	return &ast.Parenthesised{Position: at, Query: q}
}

// startsQuery returns whether a query may start with two tokens.
func startsQuery(t, next *token) bool {
	return t.is("SELECT") || t.is("WITH") || t.is("VALUES") || (t.is("TABLE") && !next.is("("))
}

// parsed is what reading a query at some token gave; nil when there is none.
type parsed struct {
	query  *ast.Query
	at     int
	params int
}

// tryQuery reads (query) if that stands here, or returns nil and stays. What
// was found is kept, so that nested parentheses are not read again and again.
func (p *parser) tryQuery() *ast.Query {
	opening := p.at
	for p.ahead(opening - p.at).is("(") {
		opening++
	}
	start := p.at
	if opening == start || !startsQuery(p.ahead(opening-start), p.ahead(opening-start+1)) {
		return nil
	}
	if found, ok := p.queries[start]; ok {
		if found.query != nil {
			p.at, p.params = found.at, found.params
		}
		return found.query
	}
	before := *p
	q := p.readQuery()
	found := parsed{q, p.at, p.params}
	if q == nil {
		p.at, p.depth, p.params, p.muted, p.value = before.at, before.depth, before.params, before.muted, before.value
	}
	if p.queries == nil {
		p.queries = map[int]parsed{}
	}
	p.queries[start] = found
	return q
}

// readQuery reads (query); nil when the grammar does not go on. When only one
// parenthesis stands before the query there is no other way to read it.
func (p *parser) readQuery() (q *ast.Query) {
	if !p.ahead(1).is("(") {
		p.expect("(")
		q = p.query()
		p.expect(")")
		return q
	}
	defer func() {
		if r := recover(); r != nil {
			if r != errMismatch {
				panic(r)
			}
			q = nil
		}
	}()
	p.expect("(")
	q = p.query()
	p.expect(")")
	return q
}

func (p *parser) selectQuery() ast.QueryBody {
	s := &ast.Select{Position: p.pos()}
	p.expect("SELECT")
	s.Distinct = p.oneOf("ALL", "DISTINCT") == "DISTINCT"
	s.Items = list(p, p.selectItem)
	if p.accept("FROM") {
		s.From = list(p, p.relation)
	}
	if p.accept("WHERE") {
		s.Where = p.expression()
	}
	if at := p.pos(); p.accept("GROUP") {
		p.expect("BY")
		s.GroupBy = p.groupBy(at)
	}
	if p.accept("HAVING") {
		s.Having = p.expression()
	}
	if p.accept("WINDOW") {
		s.Windows = list(p, func() ast.NamedWindow {
			w := ast.NamedWindow{Position: p.pos(), Name: p.identifier()}
			p.expect("AS")
			w.Window = p.windowSpecification()
			return w
		})
	}
	return s
}

func (p *parser) selectItem() ast.SelectItem {
	item := ast.SelectItem{Position: p.pos()}
	if p.accept("*") {
		item.Star = true
		return item
	}
	value := p.starOrExpression()
	if s, ok := value.(*starOf); ok {
		item.Star, item.Prefix = true, s.Expression
		if p.accept("AS") {
			item.Aliases = p.names()
		}
		return item
	}
	item.Value = value
	if !p.startsClause() {
		item.Alias = p.alias()
	}
	return item
}

// startsAfterGroup are the reserved words that may follow GROUP BY, so that ALL
// before one is a column.
var startsAfterGroup = words("HAVING ORDER UNION INTERSECT EXCEPT")

func (p *parser) groupBy(at ast.Position) *ast.GroupBy {
	g := &ast.GroupBy{Position: at}
	next := p.ahead(1)
	isName := next.kind == end || next.is(",") || next.is(")") || (next.kind == word && startsAfterGroup[next.word])
	if quantifier := p.token(); quantifier.is("DISTINCT") || (quantifier.is("ALL") && !isName) {
		g.Distinct = quantifier.is("DISTINCT")
		p.at++
	}
	g.Elements = list(p, p.groupingElement)
	return g
}

func (p *parser) groupingElement() ast.GroupingElement {
	g := ast.GroupingElement{Position: p.pos()}
	switch {
	case p.accept("AUTO"):
		g.Kind = "AUTO"
		return g
	case p.accept("ROLLUP"):
		g.Kind = "ROLLUP"
	case p.accept("CUBE"):
		g.Kind = "CUBE"
	case p.token().is("GROUPING") && p.ahead(1).is("SETS"):
		p.at += 2
		g.Kind = "GROUPING SETS"
	default:
		g.Sets = []ast.GroupingSet{p.groupingSet()}
		return g
	}
	p.expect("(")
	if g.Kind != "GROUPING SETS" && p.accept(")") {
		return g
	}
	g.Sets = list(p, p.groupingSet)
	p.expect(")")
	return g
}

// groupingSet reads () or (a, b) or an expression, which may start with a
// parenthesis, too.
func (p *parser) groupingSet() ast.GroupingSet {
	g := ast.GroupingSet{Position: p.pos()}
	if p.token().is("(") && p.ahead(1).is(")") {
		p.at += 2
		g.Parenthesised = true
		return g
	}
	value := p.expression()
	if row, ok := value.(*ast.Row); ok && !p.stands(row.Position, "ROW") {
		g.Parenthesised, g.Values = true, row.Values
		return g
	}
	g.Values = []ast.Expression{value}
	return g
}

// stands returns whether that word stands at a place.
func (p *parser) stands(at ast.Position, w string) bool {
	for i := p.at - 1; i >= 0; i-- {
		if p.tokens[i].pos() == at {
			return p.tokens[i].is(w)
		}
	}
	return false
}

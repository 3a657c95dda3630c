package parse

import "sanpin/warehouse/dialect/ast"

func (p *parser) relation() ast.Relation {
	defer p.enter()()
	left := p.sampledRelation()
	for chain := 0; ; chain++ {
		if chain == maxDepth {
			p.depth = maxDepth
			p.enter()
		}
		join := p.join(left)
		if join == nil {
			return left
		}
		left = join
	}
}

// join reads what follows the left side of a join, or returns nil.
func (p *parser) join(left ast.Relation) ast.Relation {
	j := &ast.Join{Position: left.Pos(), Left: left}
	if p.accept("CROSS") {
		p.expect("JOIN")
		j.Kind, j.Right = "CROSS", p.sampledRelation()
		return j
	}
	j.Natural = p.accept("NATURAL")
	kind := p.oneOf("JOIN", "INNER", "LEFT", "RIGHT", "FULL")
	switch kind {
	case "":
		if j.Natural {
			p.fail()
		}
		return nil
	case "JOIN", "INNER":
		j.Kind = "INNER"
	default:
		j.Kind = kind
		p.accept("OUTER")
	}
	if kind != "JOIN" {
		p.expect("JOIN")
	}
	if j.Natural {
		j.Right = p.sampledRelation()
		return j
	}
	j.Right = p.relation()
	if p.accept("ON") {
		j.On = p.expression()
	} else {
		p.expect("USING")
		j.Using = p.names()
	}
	return j
}

func (p *parser) sampledRelation() ast.Relation {
	at := p.pos()
	r := p.patternRelation()
	if !p.accept("TABLESAMPLE") {
		return r
	}
	s := &ast.Sampled{Position: at, Relation: r, Method: p.mustOneOf("BERNOULLI", "SYSTEM")}
	p.expect("(")
	s.Percentage = p.expression()
	p.expect(")")
	return s
}

// patternRelation reads MATCH_RECOGNIZE ( … ) [alias] as well, whose parts
// are not kept.
func (p *parser) patternRelation() ast.Relation {
	r := p.aliasedRelation()
	if !p.peek("MATCH_RECOGNIZE") {
		return r
	}
	at := p.pos()
	p.at++
	p.expect("(")
	p.skipParentheses()
	if alias := p.alias(); alias != nil {
		p.optionalNames()
	}
	return &ast.PatternRecognition{Position: at, Relation: r}
}

// skipParentheses moves past the parenthesis that closes one already read.
func (p *parser) skipParentheses() {
	for open := 1; open > 0; p.at++ {
		switch t := p.token(); {
		case t.is("("):
			open++
		case t.is(")"):
			open--
		case t.kind == end:
			p.note("')'")
			p.fail()
		}
	}
}

func (p *parser) aliasedRelation() ast.Relation {
	at := p.pos()
	r := p.relationPrimary()
	alias := p.relationAlias()
	if alias == nil {
		return r
	}
	return &ast.Aliased{Position: at, Relation: r, Alias: *alias, Columns: p.optionalNames()}
}

// relationAlias is an alias, unless the word goes on with the query: some
// words that can be names also start the next clause.
func (p *parser) relationAlias() *ast.Identifier {
	t, next := p.token(), p.ahead(1)
	switch {
	case t.is("TABLESAMPLE") && (next.is("BERNOULLI") || next.is("SYSTEM")),
		t.is("MATCH_RECOGNIZE") && next.is("("),
		p.startsClause():
		return nil
	}
	return p.alias()
}

// startsClause returns whether a word that can be a name starts a clause here.
func (p *parser) startsClause() bool {
	t, next := p.token(), p.ahead(1)
	switch {
	case t.is("LIMIT"):
		return next.kind == integer || next.is("ALL") || next.is("?")
	case t.is("OFFSET"):
		return next.kind == integer || next.is("?")
	case t.is("FETCH"):
		return next.is("FIRST") || next.is("NEXT")
	case t.is("WINDOW"):
		return p.isName(next) && p.ahead(2).is("AS")
	}
	return false
}

func (p *parser) relationPrimary() ast.Relation {
	at := p.pos()
	next := p.ahead(1)
	switch t := p.token(); {
	case t.is("("):
		if q := p.tryQuery(); q != nil {
			return &ast.SubqueryRelation{Position: at, Query: q}
		}
		p.at++
		r := p.relation()
		p.expect(")")
		return r
	case t.is("UNNEST"):
		return p.unnest(at)
	case t.is("LATERAL") && next.is("("):
		p.at += 2
		q := p.query()
		p.expect(")")
		return &ast.Lateral{Position: at, Query: q}
	case t.is("TABLE"):
		return p.tableFunction(at)
	case t.is("JSON_TABLE"):
		p.at++
		p.expect("(")
		p.skipParentheses()
		return &ast.JSONTable{Position: at}
	}
	if p.noting {
		for _, w := range []string{"(", "UNNEST", "LATERAL", "TABLE", "JSON_TABLE"} {
			p.note("'" + w + "'")
		}
		if p.at > 0 && p.tokens[p.at-1].is("(") {
			p.note("<query>")
		}
	}
	r := &ast.Table{Position: at, Name: p.qualifiedName()}
	if p.accept("FOR") {
		r.RangeType = p.mustOneOf("TIMESTAMP", "VERSION")
		p.expect("AS", "OF")
		r.AsOf = p.valueExpression(0)
	}
	return r
}

func (p *parser) unnest(at ast.Position) ast.Relation {
	p.at++
	p.expect("(")
	u := &ast.Unnest{Position: at, Values: list(p, p.expression)}
	p.expect(")")
	u.Ordinality = p.accept("WITH", "ORDINALITY")
	return u
}

// tableFunction reads TABLE(f(…)). Arguments that are tables or descriptors
// are moved past.
func (p *parser) tableFunction(at ast.Position) ast.Relation {
	p.expect("TABLE", "(")
	f := &ast.TableFunction{Position: at, Name: p.qualifiedName()}
	p.expect("(")
	if !p.accept(")") {
		f.Args = list(p, p.tableArgument)
		if p.accept("COPARTITION") {
			p.skipParentheses()
			p.at--
		}
		p.expect(")")
	}
	p.expect(")")
	return f
}

func (p *parser) tableArgument() ast.TableFunctionArg {
	var a ast.TableFunctionArg
	if p.isName(p.token()) && p.ahead(1).is("=>") {
		a.Name = p.namePointer()
		p.at++
	}
	if p.token().is("TABLE") || (p.token().is("DESCRIPTOR") && p.ahead(1).is("(")) {
		p.at++
		p.expect("(")
		p.skipParentheses()
		for nesting := 0; nesting > 0 || (!p.token().is(",") && !p.token().is(")")); p.at++ {
			switch t := p.token(); {
			case t.is("("):
				nesting++
			case t.is(")"):
				nesting--
			case t.kind == end:
				p.fail()
			}
		}
		return a
	}
	a.Value = p.expression()
	return a
}

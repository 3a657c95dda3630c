package parse

import "sanpin/warehouse/dialect/ast"

// starOf is t.*, which only stands in a select list.
type starOf struct{ ast.Expression }

// starOrExpression reads an expression or, in its place, t.*.
func (p *parser) starOrExpression() ast.Expression {
	p.star = p.at + 1
	return p.expression()
}

func isStar(e ast.Expression) bool {
	_, ok := e.(*starOf)
	return ok
}

func (p *parser) expression() ast.Expression {
	defer p.named("<expression>")()
	defer p.enter()()
	return p.logical("OR")
}

// logical reads terms with OR or, closer, AND between them.
func (p *parser) logical(op string) ast.Expression {
	term := p.negation
	if op == "OR" {
		term = func() ast.Expression { return p.logical("AND") }
	}
	first := term()
	if isStar(first) || !p.peek(op) {
		return first
	}
	l := &ast.Logical{Position: first.Pos(), Operator: op, Terms: []ast.Expression{first}}
	for p.accept(op) {
		l.Terms = append(l.Terms, term())
	}
	return l
}

func (p *parser) negation() ast.Expression {
	at := p.pos()
	if !p.accept("NOT") {
		return p.predicated()
	}
	defer p.enter()()
	return &ast.Not{Position: at, Value: p.negation()}
}

func (p *parser) predicated() ast.Expression {
	value := p.valueExpression(0)
	if isStar(value) {
		return value
	}
	defer p.named("<predicate>")()
	at := p.pos()
	if op := p.oneOf("=", "<>", "<", "<=", ">", ">="); op != "" {
		return p.comparison(at, op, value)
	}
	if p.accept("IS") {
		return p.is(at, value)
	}
	not := p.accept("NOT")
	predicate := p.predicate(at, value)
	switch {
	case predicate == nil && not:
		p.fail()
	case predicate == nil:
		return value
	case not:
		return &ast.Not{Position: at, Value: predicate}
	}
	return predicate
}

func (p *parser) comparison(at ast.Position, op string, left ast.Expression) ast.Expression {
	if p.ahead(1).is("(") && startsQuery(p.ahead(2), p.ahead(3)) {
		if q := p.oneOf("ALL", "SOME", "ANY"); q != "" {
			return &ast.Quantified{Position: at, Operator: op, Quantifier: q, Value: left, Query: p.mustSubquery()}
		}
	} else if p.noting {
		for _, w := range []string{"'ALL'", "'ANY'", "'SOME'"} {
			p.note(w)
		}
	}
	return &ast.Comparison{Position: at, Operator: op, Left: left, Right: p.rightValue()}
}

// rightValue is a value that an error names as an expression.
func (p *parser) rightValue() ast.Expression {
	defer p.named("<expression>")()
	return p.valueExpression(0)
}

func (p *parser) mustSubquery() *ast.Subquery {
	at := p.pos()
	p.expect("(")
	q := p.query()
	p.expect(")")
	return &ast.Subquery{Position: at, Query: q}
}

func (p *parser) is(at ast.Position, value ast.Expression) ast.Expression {
	not := p.accept("NOT")
	if p.accept("NULL") {
		return &ast.IsNull{Position: at, Value: value, Not: not}
	}
	p.expect("DISTINCT", "FROM")
	var e ast.Expression = &ast.Comparison{Position: at, Operator: "IS DISTINCT FROM", Left: value, Right: p.rightValue()}
	if not {
		e = &ast.Not{Position: at, Value: e}
	}
	return e
}

// predicate reads what may follow NOT; nil when there is none.
func (p *parser) predicate(at ast.Position, value ast.Expression) ast.Expression {
	switch p.oneOf("BETWEEN", "IN", "LIKE") {
	case "BETWEEN":
		b := &ast.Between{Position: at, Value: value, Min: p.rightValue()}
		p.expect("AND")
		b.Max = p.rightValue()
		return b
	case "IN":
		return p.in(at, value)
	case "LIKE":
		l := &ast.Like{Position: at, Value: value, Pattern: p.rightValue()}
		if p.accept("ESCAPE") {
			l.Escape = p.rightValue()
		}
		return l
	}
	return nil
}

func (p *parser) in(at ast.Position, value ast.Expression) ast.Expression {
	open := p.pos()
	if p.token().is("(") {
		if e := p.tryQuery(); e != nil {
			return &ast.InSubquery{Position: at, Value: value, Query: &ast.Subquery{Position: open, Query: e}}
		}
	}
	p.expect("(")
	l := &ast.InList{Position: at, Value: value, List: list(p, p.expression)}
	p.expect(")")
	return l
}

// Binary operators, the loosest first.
var operators = [][]string{{"||"}, {"+", "-"}, {"*", "/", "%"}}

// valueExpression reads operators of a level and closer ones.
func (p *parser) valueExpression(level int) ast.Expression {
	if level == len(operators) {
		return p.unary()
	}
	left := p.valueExpression(level + 1)
	for chain := 0; !isStar(left); chain++ {
		at := p.pos()
		op := p.oneOf(operators[level]...)
		if op == "" {
			break
		}
		if chain == maxDepth {
			p.depth = maxDepth
			p.enter()
		}
		right := p.operand(level + 1)
		if op == "||" {
			left = operatorCall(at, "concat", left, right)
		} else {
			left = &ast.Binary{Position: at, Operator: op, Left: left, Right: right}
		}
	}
	return left
}

func (p *parser) operand(level int) ast.Expression {
	defer p.named("<expression>")()
	return p.valueExpression(level)
}

// operatorCall is a call that is written as an operator or a special form.
func operatorCall(at ast.Position, name string, args ...ast.Expression) *ast.Call {
	return &ast.Call{Position: at, Name: nameAt(at, name), Args: args, Operator: true}
}

func nameAt(at ast.Position, name string) ast.QualifiedName {
	return ast.QualifiedName{Position: at, Parts: []ast.Identifier{{Position: at, Value: name}}}
}

func (p *parser) unary() ast.Expression {
	at := p.pos()
	if p.token().is("-") && isNumber(p.ahead(1)) {
		return p.atTimeZone(p.postfix(p.at, p.number(), at))
	}
	if p.noting {
		p.note("'-'")
		p.note("'+'")
	}
	if t := p.token(); t.is("-") || t.is("+") {
		defer p.enter()()
		p.at++
		return &ast.Unary{Position: at, Operator: t.word, Value: p.unary()}
	}
	return p.atTimeZone(p.primary())
}

func (p *parser) atTimeZone(e ast.Expression) ast.Expression {
	for !isStar(e) {
		at := p.pos()
		if !p.peek("AT") || !p.ahead(1).is("TIME") {
			break
		}
		p.at++
		p.expect("TIME", "ZONE")
		z := &ast.AtTimeZone{Position: at, Value: e}
		if p.peek("INTERVAL") {
			z.Zone = p.interval()
		} else {
			z.Zone = p.text()
		}
		e = z
	}
	return e
}

func isNumber(t *token) bool { return t.kind == integer || t.kind == decimal || t.kind == double }

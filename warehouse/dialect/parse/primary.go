package parse

import (
	"slices"
	"strings"

	"sanpin/warehouse/dialect/ast"
)

// primary reads a value and what is taken out of it.
func (p *parser) primary() ast.Expression {
	at, start := p.pos(), p.at
	return p.postfix(start, p.base(), at)
}

// postfix reads subscripts and fields; t.* where a select item starts.
func (p *parser) postfix(start int, e ast.Expression, at ast.Position) ast.Expression {
	for chain := 0; ; chain++ {
		if chain == maxDepth {
			p.depth = maxDepth
			p.enter()
		}
		switch {
		case p.accept("["):
			e = &ast.Subscript{Position: at, Base: e, Index: p.operand(0)}
			p.expect("]")
		case p.peek("."):
			if p.star == start+1 && p.ahead(1).is("*") {
				p.at += 2
				return &starOf{e}
			}
			p.at++
			e = &ast.Dereference{Position: at, Base: e, Field: p.identifier()}
		default:
			return e
		}
	}
}

func (p *parser) base() ast.Expression {
	t, next := p.token(), p.ahead(1)
	if e := p.literal(); e != nil {
		return e
	}
	if t.is("(") {
		return p.parenthesised()
	}
	if t.kind == word {
		if rule, ok := forms[t.word]; ok && (next.is("(") || !keywords[t.word]) {
			if e := rule(p, t.pos()); e != nil {
				return e
			}
		}
		if t.is("[") || (t.is("ARRAY") && next.is("[")) {
			return p.array(t.pos())
		}
	}
	if p.isName(t) {
		return p.nameLed(t, next)
	}
	p.note("<identifier>")
	p.fail()
	return nil
}

// array reads [a, b], with or without ARRAY before it.
func (p *parser) array(at ast.Position) ast.Expression {
	p.at++
	if p.tokens[p.at-1].word == "ARRAY" {
		p.at++
	}
	a := &ast.Array{Position: at}
	if !p.accept("]") {
		a.Values = list(p, p.expression)
		p.expect("]")
	}
	return a
}

// forms are the values that start with a word of their own; a rule that
// returns nil has not moved.
var forms map[string]func(*parser, ast.Position) ast.Expression

func init() { // the rules refer to each other
	forms = map[string]func(*parser, ast.Position) ast.Expression{
		"CASE": (*parser).caseOf, "CAST": (*parser).cast, "TRY_CAST": (*parser).cast, "EXISTS": (*parser).exists,
		"ROW": (*parser).row, "POSITION": (*parser).position, "SUBSTRING": (*parser).substring, "TRIM": (*parser).trim,
		"NORMALIZE": (*parser).normalize, "EXTRACT": (*parser).extract, "GROUPING": (*parser).grouping, "LISTAGG": (*parser).listAgg,
		"CURRENT_DATE": (*parser).current, "CURRENT_USER": (*parser).current, "CURRENT_CATALOG": (*parser).current,
		"CURRENT_SCHEMA": (*parser).current, "CURRENT_PATH": (*parser).current, "CURRENT_TIME": (*parser).currentTime,
		"CURRENT_TIMESTAMP": (*parser).currentTime, "LOCALTIME": (*parser).currentTime, "LOCALTIMESTAMP": (*parser).currentTime,
		"JSON_EXISTS": (*parser).jsonExists, "JSON_VALUE": (*parser).jsonValue, "JSON_QUERY": (*parser).jsonQuery,
		"JSON_OBJECT": (*parser).jsonObject, "JSON_ARRAY": (*parser).jsonArray,
	}
}

// nameLed reads what starts with a name: a lambda, a call or a column.
func (p *parser) nameLed(t, next *token) ast.Expression {
	if next.is("->") {
		return p.lambda([]ast.Identifier{p.identifier()})
	}
	if (t.is("RUNNING") || t.is("FINAL")) && p.isName(next) && p.startsCall(p.at+1) {
		p.at++
		c := p.call()
		c.Mode, c.Position = t.word, t.pos()
		return c
	}
	if p.startsCall(p.at) {
		return p.call()
	}
	return p.namePointer()
}

// startsCall returns whether a.b.c( stands at a token.
func (p *parser) startsCall(i int) bool {
	at := func(i int) *token { return &p.tokens[min(i, len(p.tokens)-1)] }
	for p.isName(at(i)) {
		if at(i + 1).is("(") {
			return true
		}
		if !at(i + 1).is(".") {
			return false
		}
		i += 2
	}
	return false
}

// lambda reads -> and the body.
func (p *parser) lambda(params []ast.Identifier) ast.Expression {
	l := &ast.Lambda{Params: params, Position: p.pos()}
	if len(params) > 0 {
		l.Position = params[0].Position
	}
	p.expect("->")
	l.Body = p.expression()
	return l
}

// parenthesised reads what starts with a parenthesis: a lambda, a query, a row
// or a value.
func (p *parser) parenthesised() ast.Expression {
	at := p.pos()
	if p.startsLambda() {
		p.at++
		var params []ast.Identifier
		if !p.accept(")") {
			params = list(p, p.identifier)
			p.expect(")")
		}
		l := p.lambda(params).(*ast.Lambda)
		l.Position = at
		return l
	}
	if q := p.tryQuery(); q != nil {
		return &ast.Subquery{Position: at, Query: q}
	}
	p.expect("(")
	if p.token().is(")") {
		p.at++
		p.expect("->")
	}
	p.note("<query>")
	values := list(p, p.expression)
	p.expect(")")
	if len(values) == 1 {
		return values[0]
	}
	return &ast.Row{Position: at, Values: values}
}

// startsLambda returns whether (a, b) -> stands here.
func (p *parser) startsLambda() bool {
	i := 1
	for p.isName(p.ahead(i)) {
		i++
		if !p.ahead(i).is(",") {
			break
		}
		i++
	}
	return p.ahead(i).is(")") && p.ahead(i+1).is("->")
}

func (p *parser) row(at ast.Position) ast.Expression {
	p.at += 2
	r := &ast.Row{Position: at, Values: list(p, p.expression)}
	p.expect(")")
	return r
}

func (p *parser) exists(at ast.Position) ast.Expression {
	p.at++
	return &ast.Exists{Position: at, Query: p.mustSubquery()}
}

func (p *parser) caseOf(at ast.Position) ast.Expression {
	p.at++
	c := &ast.Case{Position: at}
	if !p.peek("WHEN") {
		c.Operand = p.expression()
	}
	for p.peek("WHEN") {
		w := ast.When{Position: p.pos()}
		p.at++
		w.Condition = p.expression()
		p.expect("THEN")
		w.Result = p.expression()
		c.Whens = append(c.Whens, w)
	}
	if len(c.Whens) == 0 {
		p.fail()
	}
	if p.accept("ELSE") {
		c.Else = p.expression()
	}
	p.expect("END")
	return c
}

func (p *parser) cast(at ast.Position) ast.Expression {
	c := &ast.Cast{Position: at, Try: p.token().is("TRY_CAST")}
	p.at++
	p.expect("(")
	c.Value = p.expression()
	p.expect("AS")
	c.Type = p.dataType()
	p.expect(")")
	return c
}

// inside returns whether a word stands in the parentheses that open at the
// next token, not deeper.
func (p *parser) inside(w string) bool {
	open := 0
	for i := p.at + 1; i < len(p.tokens); i++ {
		switch t := &p.tokens[i]; {
		case t.is("("):
			open++
		case t.is(")"):
			if open--; open == 0 {
				return false
			}
		case open == 1 && t.is(w):
			return true
		}
	}
	return false
}

func (p *parser) position(at ast.Position) ast.Expression {
	if !p.inside("IN") {
		return nil
	}
	p.at += 2
	needle := p.operand(0)
	p.expect("IN")
	hay := p.operand(0)
	p.expect(")")
	return operatorCall(at, "strpos", hay, needle)
}

func (p *parser) substring(at ast.Position) ast.Expression {
	if !p.inside("FROM") {
		return nil
	}
	p.at += 2
	args := []ast.Expression{p.operand(0)}
	p.expect("FROM")
	args = append(args, p.operand(0))
	if p.accept("FOR") {
		args = append(args, p.operand(0))
	}
	p.expect(")")
	return operatorCall(at, "substr", args...)
}

func (p *parser) trim(at ast.Position) ast.Expression {
	from := p.inside("FROM")
	p.at++
	p.expect("(")
	t := &ast.Trim{Position: at, Side: "BOTH"}
	if from {
		if side := p.oneOf("LEADING", "TRAILING", "BOTH"); side != "" {
			t.Side = side
		}
		if !p.peek("FROM") {
			t.Chars = p.operand(0)
		} else if p.tokens[p.at-1].is("(") {
			p.invalid(at, "The 'trim' function must have specification, char or both arguments when it takes FROM")
		}
		p.expect("FROM")
		t.Value = p.operand(0)
	} else {
		t.Value = p.operand(0)
		if p.accept(",") {
			t.Chars = p.operand(0)
		}
	}
	p.expect(")")
	return t
}

func (p *parser) normalize(at ast.Position) ast.Expression {
	p.at++
	p.expect("(")
	n := &ast.Normalize{Position: at, Value: p.operand(0), Form: "NFC"}
	if p.accept(",") {
		n.Form = p.mustOneOf("NFD", "NFC", "NFKD", "NFKC")
	}
	p.expect(")")
	return n
}

var extractFields = strings.Fields(`YEAR QUARTER MONTH WEEK DAY DAY_OF_MONTH DAY_OF_WEEK DOW DAY_OF_YEAR DOY YEAR_OF_WEEK YOW
	HOUR MINUTE SECOND TIMEZONE_MINUTE TIMEZONE_HOUR`)

func (p *parser) extract(at ast.Position) ast.Expression {
	p.at++
	p.expect("(")
	field := p.identifier()
	e := &ast.Extract{Position: at, Field: upper(field.Value)}
	if !slices.Contains(extractFields, e.Field) {
		p.invalid(at, "Invalid EXTRACT field %s, valid fields are: %s", field.Value, strings.Join(extractFields, ", "))
	}
	p.expect("FROM")
	e.Value = p.operand(0)
	p.expect(")")
	return e
}

func (p *parser) grouping(at ast.Position) ast.Expression {
	p.at++
	p.expect("(")
	g := &ast.Grouping{Position: at}
	if !p.accept(")") {
		g.Columns = list(p, func() ast.Expression { return columnOf(p.qualifiedName()) })
		p.expect(")")
	}
	return g
}

// columnOf turns a name into the expression of that column.
func columnOf(n ast.QualifiedName) ast.Expression {
	var e ast.Expression = &n.Parts[0]
	for _, part := range n.Parts[1:] {
		e = &ast.Dereference{Position: n.Position, Base: e, Field: part}
	}
	return e
}

func (p *parser) current(at ast.Position) ast.Expression {
	name := p.token().word
	p.at++
	return &ast.Current{Position: at, Name: name}
}

func (p *parser) currentTime(at ast.Position) ast.Expression {
	c := p.current(at).(*ast.Current)
	if p.accept("(") {
		c.Precision = p.integerToken()
		p.expect(")")
	}
	return c
}

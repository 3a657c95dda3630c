package parse

import (
	"strings"

	"sanpin/warehouse/dialect/ast"
)

func upper(s string) string { return strings.ToUpper(s) }

// call reads a function call.
func (p *parser) call() *ast.Call {
	c := &ast.Call{Position: p.pos(), Name: p.qualifiedName()}
	p.expect("(")
	switch {
	case p.accept("*"):
		c.Star = true
	case p.isName(p.token()) && p.ahead(1).is(".") && p.ahead(2).is("*"):
		c.Star, c.Label = true, p.namePointer()
		p.at += 2
	case !p.peek(")") && !p.peek("ORDER"):
		if p.noting {
			p.note("'ALL'")
			p.note("'DISTINCT'")
		}
		if t, next := p.token(), p.ahead(1); t.is("DISTINCT") || (t.is("ALL") && !next.is(",") && !next.is(")")) {
			c.Distinct = t.is("DISTINCT")
			p.at++
		}
		c.Args = list(p, p.expression)
	}
	if !c.Star {
		c.OrderBy = p.orderBy()
	}
	p.expect(")")
	p.afterCall(c)
	return c
}

// afterCall reads FILTER, the treatment of nulls, and OVER.
func (p *parser) afterCall(c *ast.Call) {
	p.filter(c)
	t := p.token()
	if p.noting && !c.Star && c.Filter == nil {
		p.note("'IGNORE'")
		p.note("'RESPECT'")
	}
	if (t.is("IGNORE") || t.is("RESPECT")) && p.ahead(1).is("NULLS") && p.ahead(2).is("OVER") {
		c.Nulls = t.word
		p.at += 2
	}
	if next := p.ahead(1); p.peek("OVER") && (next.is("(") || p.isName(next)) {
		p.at++
		c.Over = p.over()
	}
}

func (p *parser) filter(c *ast.Call) {
	if !p.peek("FILTER") || !p.ahead(1).is("(") {
		return
	}
	p.at++
	p.expect("(", "WHERE")
	c.Filter = p.expression()
	p.expect(")")
}

func (p *parser) over() *ast.Window {
	if p.token().is("(") {
		return p.windowSpecification()
	}
	w := &ast.Window{Position: p.pos(), Named: true}
	w.Reference = p.namePointer()
	return w
}

// windowSpecification reads ( … ).
func (p *parser) windowSpecification() *ast.Window {
	w := &ast.Window{Position: p.pos()}
	p.expect("(")
	w.Position = p.pos()
	if t, next := p.token(), p.ahead(1); p.isName(t) && !(t.is("PARTITION") && next.is("BY")) && !p.startsFrame() {
		w.Reference = p.namePointer()
	}
	if p.accept("PARTITION") {
		p.expect("BY")
		w.Partition = list(p, p.expression)
	}
	w.OrderAt = p.pos()
	w.OrderBy = p.orderBy()
	w.Frame = p.frame()
	p.expect(")")
	return w
}

// startsFrame returns whether a frame stands here, and not a name.
func (p *parser) startsFrame() bool {
	t, next := p.token(), p.ahead(1)
	if t.is("MEASURES") {
		return !next.is(")")
	}
	return (t.is("ROWS") || t.is("RANGE") || t.is("GROUPS")) && !next.is(")") && !next.is("PARTITION") && !next.is("ORDER")
}

func (p *parser) frame() *ast.Frame {
	f := &ast.Frame{Position: p.pos()}
	if p.peek("MEASURES") {
		f.Pattern = true
		p.skipParentheses()
		p.at--
		return f
	}
	if f.Unit = p.oneOf("ROWS", "RANGE", "GROUPS"); f.Unit == "" {
		return nil
	}
	if p.accept("BETWEEN") {
		f.Start = p.frameBound()
		p.expect("AND")
		f.End = p.frameBound()
	} else {
		f.Start = p.frameBound()
	}
	if !p.peek(")") && (p.peek("AFTER") || p.peek("INITIAL") || p.peek("SEEK") || p.peek("PATTERN") || p.peek("SUBSET") || p.peek("DEFINE")) {
		f.Pattern = true
		p.skipParentheses()
		p.at--
	}
	return f
}

func (p *parser) frameBound() *ast.FrameBound {
	b := &ast.FrameBound{Position: p.pos()}
	next := p.ahead(1)
	switch t := p.token(); {
	case t.is("UNBOUNDED") && (next.is("PRECEDING") || next.is("FOLLOWING")):
		b.Kind = "UNBOUNDED " + next.word
		p.at += 2
	case t.is("CURRENT") && next.is("ROW"):
		b.Kind = "CURRENT ROW"
		p.at += 2
	default:
		if p.noting {
			p.note("'CURRENT'")
			p.note("'UNBOUNDED'")
		}
		b.Value = p.expression()
		b.Kind = p.mustOneOf("PRECEDING", "FOLLOWING")
	}
	return b
}

func (p *parser) listAgg(at ast.Position) ast.Expression {
	c := &ast.Call{Position: at, Name: nameAt(at, "listagg"), ListAgg: &ast.ListAgg{OverflowError: true}}
	p.at++
	p.expect("(")
	c.Distinct = p.oneOf("DISTINCT", "ALL") == "DISTINCT"
	c.Args = []ast.Expression{p.expression()}
	if p.accept(",") {
		c.Args = append(c.Args, p.text())
	}
	if p.accept("ON") {
		p.expect("OVERFLOW")
		if !p.accept("ERROR") {
			p.expect("TRUNCATE")
			p.truncation(c.ListAgg)
		}
	}
	p.expect(")", "WITHIN", "GROUP", "(", "ORDER", "BY")
	c.OrderBy = p.sortItems()
	p.expect(")")
	p.filter(c)
	return c
}

func (p *parser) truncation(l *ast.ListAgg) {
	l.OverflowError, l.Filler = false, "..."
	if p.isText() {
		l.Filler = p.text().Value
	}
	l.WithCount = p.mustOneOf("WITH", "WITHOUT") == "WITH"
	p.expect("COUNT")
}

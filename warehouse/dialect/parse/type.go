package parse

import (
	"strings"

	"sanpin/warehouse/dialect/ast"
)

// dataType reads a type, with any number of ARRAY after it.
func (p *parser) dataType() *ast.DataType {
	defer p.named("<type>")()
	defer p.enter()()
	t := p.simpleType()
	for p.accept("ARRAY") {
		if p.accept("[") {
			p.integerToken()
			p.expect("]")
		}
		t = &ast.DataType{Position: t.Position, Name: "array", Params: []ast.TypeParam{{Type: t}}}
	}
	return t
}

func (p *parser) simpleType() *ast.DataType {
	t := &ast.DataType{Position: p.pos()}
	next := p.ahead(1)
	switch {
	case p.token().is("ROW") && next.is("("):
		p.at += 2
		t.Name, t.Fields = "row", list(p, p.rowField)
		p.expect(")")
	case p.token().is("INTERVAL") && intervalField(next):
		p.at++
		t.Name = "interval " + p.intervalSpan()
	case p.token().is("TIMESTAMP"), p.token().is("TIME"):
		p.timeType(t)
	case p.token().is("DOUBLE") && next.is("PRECISION"):
		p.at += 2
		t.Name = "double"
	case (p.token().is("ARRAY") || p.token().is("MAP")) && next.is("<"):
		t.Name = strings.ToLower(p.token().word)
		p.at += 2
		t.Params = []ast.TypeParam{{Type: p.dataType()}}
		if t.Name == "map" {
			p.expect(",")
			t.Params = append(t.Params, ast.TypeParam{Type: p.dataType()})
		}
		p.expect(">")
	default:
		t.Name = strings.ToLower(p.identifier().Value)
		if p.accept("(") {
			t.Params = list(p, p.typeParam)
			p.expect(")")
		}
	}
	return t
}

// timeType reads TIME and TIMESTAMP with what may follow.
func (p *parser) timeType(t *ast.DataType) {
	t.Name = strings.ToLower(p.token().word)
	p.at++
	if p.accept("(") {
		t.Params = []ast.TypeParam{p.typeParam()}
		p.expect(")")
	}
	if p.accept("WITH", "TIME", "ZONE") {
		t.Name += " with time zone"
	} else {
		p.accept("WITHOUT", "TIME", "ZONE")
	}
}

// intervalSpan reads YEAR TO MONTH and the like.
func (p *parser) intervalSpan() string {
	from := p.intervalField()
	if p.accept("TO") {
		return strings.ToLower(from + " to " + p.intervalField())
	}
	return strings.ToLower(from)
}

var intervalFields = []string{"YEAR", "MONTH", "DAY", "HOUR", "MINUTE", "SECOND"}

func intervalField(t *token) bool {
	for _, f := range intervalFields {
		if t.is(f) {
			return true
		}
	}
	return false
}

func (p *parser) intervalField() string { return p.mustOneOf(intervalFields...) }

func (p *parser) typeParam() ast.TypeParam {
	if p.token().kind == integer {
		return ast.TypeParam{Number: p.integerToken()}
	}
	p.note("<integer>")
	return ast.TypeParam{Type: p.dataType()}
}

// rowField reads a type, or a name and a type.
func (p *parser) rowField() ast.RowField {
	start := p.at
	if t := p.tryType(); t != nil {
		return ast.RowField{Type: t}
	}
	p.at = start
	return ast.RowField{Name: p.namePointer(), Type: p.dataType()}
}

// tryType reads a type that ends at a comma or parenthesis, or returns nil.
func (p *parser) tryType() (t *ast.DataType) {
	depth, muted := p.depth, p.muted
	defer func() {
		if r := recover(); r != nil {
			if r != errMismatch {
				panic(r)
			}
			t, p.depth, p.muted = nil, depth, muted
		}
	}()
	t = p.dataType()
	if !p.peek(",") && !p.peek(")") {
		return nil
	}
	return t
}

func (p *parser) integerToken() string {
	t := p.token()
	if t.kind != integer {
		p.note("<integer>")
		p.fail()
	}
	p.at++
	return strings.ReplaceAll(p.textOf(t), "_", "")
}

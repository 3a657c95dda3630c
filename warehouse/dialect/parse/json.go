package parse

import "sanpin/warehouse/dialect/ast"

// openForm moves past the word of a form and its parenthesis.
func (p *parser) openForm() {
	p.at++
	p.expect("(")
}

func (p *parser) jsonPath() ast.JSONPath {
	path := ast.JSONPath{Value: p.jsonInput()}
	p.expect(",")
	path.Path = p.text()
	if p.accept("AS") {
		p.identifier()
	}
	if p.accept("PASSING") {
		path.Passing = list(p, func() ast.JSONArgument {
			a := ast.JSONArgument{Value: p.jsonInput()}
			p.expect("AS")
			a.Name = p.identifier()
			return a
		})
	}
	return path
}

func (p *parser) jsonInput() ast.JSONValue {
	return ast.JSONValue{Value: p.expression(), Format: p.jsonFormat()}
}

// jsonFormat reads FORMAT JSON [ENCODING x], or returns "".
func (p *parser) jsonFormat() string {
	if !p.accept("FORMAT") {
		return ""
	}
	p.expect("JSON")
	if p.accept("ENCODING") {
		return p.mustOneOf("UTF8", "UTF16", "UTF32")
	}
	return "JSON"
}

func (p *parser) jsonExists(at ast.Position) ast.Expression {
	p.openForm()
	e := &ast.JSONExists{Position: at, Path: p.jsonPath()}
	if w := p.oneOf("TRUE", "FALSE", "UNKNOWN", "ERROR"); w != "" {
		e.OnError = w
		p.expect("ON", "ERROR")
	}
	p.expect(")")
	return e
}

func (p *parser) jsonValue(at ast.Position) ast.Expression {
	p.openForm()
	v := &ast.JSONValueCall{Position: at, Path: p.jsonPath()}
	if p.accept("RETURNING") {
		v.Returning = p.dataType()
	}
	v.OnEmpty, v.OnError = p.behaviours(func() *ast.JSONBehavior {
		switch w := p.oneOf("ERROR", "NULL", "DEFAULT"); w {
		case "":
			return nil
		case "DEFAULT":
			return &ast.JSONBehavior{Kind: w, Default: p.expression()}
		default:
			return &ast.JSONBehavior{Kind: w}
		}
	})
	p.expect(")")
	return v
}

// behaviours reads what happens ON EMPTY and ON ERROR, in this order.
func (p *parser) behaviours(rule func() *ast.JSONBehavior) (onEmpty, onError *ast.JSONBehavior) {
	first := rule()
	if first == nil {
		return nil, nil
	}
	p.expect("ON")
	if p.mustOneOf("EMPTY", "ERROR") == "ERROR" {
		return nil, first
	}
	if second := rule(); second != nil {
		p.expect("ON", "ERROR")
		return first, second
	}
	return first, nil
}

func (p *parser) jsonQuery(at ast.Position) ast.Expression {
	p.openForm()
	q := &ast.JSONQuery{Position: at, Path: p.jsonPath()}
	q.Returning, q.Format = p.returning()
	q.Wrapper = p.wrapper()
	if w := p.oneOf("KEEP", "OMIT"); w != "" {
		q.Quotes = w
		p.expect("QUOTES")
		if p.accept("ON") {
			p.expect("SCALAR", "STRING")
		}
	}
	q.OnEmpty, q.OnError = p.behaviours(func() *ast.JSONBehavior {
		switch w := p.oneOf("ERROR", "NULL", "EMPTY"); w {
		case "":
			return nil
		case "EMPTY":
			return &ast.JSONBehavior{Kind: w + " " + p.mustOneOf("ARRAY", "OBJECT")}
		default:
			return &ast.JSONBehavior{Kind: w}
		}
	})
	p.expect(")")
	return q
}

func (p *parser) returning() (*ast.DataType, string) {
	if !p.accept("RETURNING") {
		return nil, ""
	}
	t := p.dataType()
	return t, p.jsonFormat()
}

// wrapper reads WITH CONDITIONAL ARRAY WRAPPER and its shorter forms.
func (p *parser) wrapper() string {
	kind := ""
	switch p.oneOf("WITHOUT", "WITH") {
	case "":
		return ""
	case "WITHOUT":
		kind = "WITHOUT"
	default:
		if kind = p.oneOf("CONDITIONAL", "UNCONDITIONAL"); kind == "" {
			kind = "UNCONDITIONAL"
		}
	}
	p.accept("ARRAY")
	p.expect("WRAPPER")
	return kind
}

func (p *parser) jsonObject(at ast.Position) ast.Expression {
	p.openForm()
	o := &ast.JSONObject{Position: at}
	if !p.peek(")") && !p.peek("RETURNING") {
		o.Members = list(p, p.jsonMember)
		if w := p.oneOf("NULL", "ABSENT"); w != "" {
			p.expect("ON", "NULL")
			o.AbsentNil = w == "ABSENT"
		}
		if w := p.oneOf("WITH", "WITHOUT"); w != "" {
			p.expect("UNIQUE")
			p.accept("KEYS")
			o.Unique = w == "WITH"
		}
	}
	o.Returning, o.Format = p.returning()
	p.expect(")")
	return o
}

// jsonMember reads key : value, or [KEY] key VALUE value.
func (p *parser) jsonMember() ast.JSONMember {
	if p.token().is("KEY") && !p.ahead(1).is(":") && !p.ahead(1).is("VALUE") {
		p.at++
	}
	m := ast.JSONMember{Key: p.expression()}
	if !p.accept("VALUE") {
		p.expect(":")
	}
	m.Value = p.jsonInput()
	return m
}

func (p *parser) jsonArray(at ast.Position) ast.Expression {
	p.openForm()
	a := &ast.JSONArray{Position: at}
	if !p.peek(")") && !p.peek("RETURNING") {
		a.Values = list(p, p.jsonInput)
		if w := p.oneOf("NULL", "ABSENT"); w != "" {
			p.expect("ON", "NULL")
			a.NullOnNil = w == "NULL"
		}
	}
	a.Returning, a.Format = p.returning()
	p.expect(")")
	return a
}

package parse

import "sanpin/warehouse/dialect/ast"

// rest moves to the end of a statement that is refused whatever it says there.
func (p *parser) rest() { p.at = len(p.tokens) - 1 }

// object reads [IF [NOT] EXISTS] name of a statement that is refused.
func (p *parser) object(at ast.Position, kind string) *ast.Write {
	w := &ast.Write{Position: at, Kind: kind}
	if p.token().is("IF") && (p.ahead(1).is("EXISTS") || p.ahead(1).is("NOT")) {
		p.at++
		w.OrNot = p.accept("NOT")
		p.expect("EXISTS")
		w.IfExists = !w.OrNot
	}
	w.Name = p.qualifiedName()
	return w
}

// objectKind reads one of the kinds of object, of one or two words.
func (p *parser) objectKind(kinds ...string) string {
	kind := p.mustOneOf(kinds...)
	if kind == "MATERIALIZED" {
		p.expect("VIEW")
		kind += " VIEW"
	}
	return kind
}

func (p *parser) create(at ast.Position) ast.Statement {
	kinds := []string{"TABLE", "VIEW", "MATERIALIZED", "FUNCTION"}
	if p.accept("OR") {
		p.expect("REPLACE")
	} else {
		kinds = append(kinds, "CATALOG", "SCHEMA", "ROLE")
	}
	kind := p.objectKind(kinds...)
	w := p.object(at, "CREATE "+kind)
	switch kind {
	case "TABLE":
		p.createTable(w)
	case "VIEW":
		for !p.token().is("AS") && p.token().kind != end {
			p.at++
		}
		p.expect("AS")
		w.Query = p.rootQuery()
	default:
		p.rest()
	}
	return w
}

// createTable reads AS query; a list of columns is moved past.
func (p *parser) createTable(w *ast.Write) {
	if p.accept("(") {
		p.skipParentheses()
	}
	if p.accept("COMMENT") {
		p.text()
	}
	if p.token().is("WITH") {
		p.at++
		p.expect("(")
		p.skipParentheses()
	}
	if !p.accept("AS") {
		return
	}
	if q := p.tryQuery(); q != nil {
		w.Query = q
	} else {
		w.Query = p.rootQuery()
	}
	if p.accept("WITH") {
		p.accept("NO")
		p.expect("DATA")
	}
}

func (p *parser) drop(at ast.Position) ast.Statement {
	kind := p.objectKind("TABLE", "VIEW", "MATERIALIZED", "SCHEMA", "CATALOG", "ROLE", "FUNCTION")
	w := p.object(at, "DROP "+kind)
	switch kind {
	case "SCHEMA", "CATALOG":
		p.oneOf("CASCADE", "RESTRICT")
	case "ROLE", "FUNCTION":
		p.rest()
	}
	return w
}

func (p *parser) alter(at ast.Position) ast.Statement {
	w := p.object(at, "ALTER "+p.objectKind("TABLE", "VIEW", "MATERIALIZED", "SCHEMA"))
	p.mustOneOf("RENAME", "ADD", "DROP", "ALTER", "SET", "EXECUTE")
	p.rest()
	return w
}

func (p *parser) insert(at ast.Position) ast.Statement {
	p.expect("INTO")
	w := &ast.Write{Position: at, Kind: "INSERT", Name: p.qualifiedName()}
	if p.token().is("(") && p.isName(p.ahead(1)) {
		p.names()
	}
	w.Query = p.rootQuery()
	return w
}

func (p *parser) deleteFrom(at ast.Position) ast.Statement {
	p.expect("FROM")
	w := &ast.Write{Position: at, Kind: "DELETE", Name: p.qualifiedName()}
	if p.accept("WHERE") {
		p.expression()
	}
	return w
}

func (p *parser) update(at ast.Position) ast.Statement {
	w := &ast.Write{Position: at, Kind: "UPDATE", Name: p.qualifiedName()}
	p.expect("SET")
	list(p, func() ast.Expression {
		p.identifier()
		p.expect("=")
		return p.expression()
	})
	if p.accept("WHERE") {
		p.expression()
	}
	return w
}

func (p *parser) merge(at ast.Position) ast.Statement {
	p.expect("INTO")
	w := &ast.Write{Position: at, Kind: "MERGE", Name: p.qualifiedName()}
	p.alias()
	p.expect("USING")
	p.relation()
	p.expect("ON")
	p.expression()
	p.expect("WHEN")
	p.rest()
	return w
}

func (p *parser) truncate(at ast.Position) ast.Statement {
	p.expect("TABLE")
	return &ast.Write{Position: at, Kind: "TRUNCATE TABLE", Name: p.qualifiedName()}
}

func (p *parser) comment(at ast.Position) ast.Statement {
	p.expect("ON")
	kind := p.mustOneOf("TABLE", "VIEW", "COLUMN")
	w := &ast.Write{Position: at, Kind: "COMMENT ON " + kind, Name: p.qualifiedName()}
	p.expect("IS")
	if !p.accept("NULL") {
		p.text()
	}
	return w
}

func (p *parser) analyze(at ast.Position) ast.Statement {
	w := &ast.Write{Position: at, Kind: "ANALYZE", Name: p.qualifiedName()}
	if p.accept("WITH") {
		p.expect("(")
		p.skipParentheses()
	}
	return w
}

func (p *parser) refresh(at ast.Position) ast.Statement {
	p.expect("MATERIALIZED", "VIEW")
	return &ast.Write{Position: at, Kind: "REFRESH MATERIALIZED VIEW", Name: p.qualifiedName()}
}

// grant reads GRANT, REVOKE and DENY up to the name of what they are about.
func (p *parser) grant(at ast.Position) ast.Statement {
	w := &ast.Write{Position: at, Kind: p.tokens[p.at-1].word}
	for !p.token().is("ON") && p.token().kind != end {
		p.at++
	}
	if p.accept("ON") {
		if p.token().is("TABLE") || p.isName(p.ahead(1)) {
			p.at++
		}
		w.Name = p.qualifiedName()
	}
	p.rest()
	return w
}

package parse

import "sanpin/warehouse/dialect/ast"

func (p *parser) show(at ast.Position) ast.Statement {
	switch p.mustOneOf("CATALOGS", "SCHEMAS", "TABLES", "COLUMNS", "FUNCTIONS", "SESSION", "CREATE", "STATS", "ROLES", "ROLE", "CURRENT", "GRANTS") {
	case "CATALOGS":
		return &ast.ShowCatalogs{Position: at, Pattern: p.pattern()}
	case "SCHEMAS":
		s := &ast.ShowSchemas{Position: at}
		if p.oneOf("FROM", "IN") != "" {
			s.Catalog = p.namePointer()
		}
		s.Pattern = p.pattern()
		return s
	case "TABLES":
		return &ast.ShowTables{Position: at, Schema: p.showFrom(), Pattern: p.pattern()}
	case "FUNCTIONS":
		return &ast.ShowFunctions{Position: at, Schema: p.showFrom(), Pattern: p.pattern()}
	case "COLUMNS":
		p.mustOneOf("FROM", "IN")
		return &ast.ShowColumns{Position: at, Table: p.qualifiedName(), Pattern: p.pattern()}
	case "SESSION":
		return &ast.ShowSession{Position: at, Pattern: p.pattern()}
	case "CREATE":
		return p.showCreate(at)
	case "STATS":
		return p.showStats(at)
	case "GRANTS":
		return p.showGrants(at)
	case "ROLE":
		p.expect("GRANTS")
		return p.showRoles(&ast.ShowRoles{Position: at, Grants: true})
	case "CURRENT":
		p.expect("ROLES")
		return p.showRoles(&ast.ShowRoles{Position: at, Current: true})
	}
	return p.showRoles(&ast.ShowRoles{Position: at})
}

func (p *parser) showFrom() *ast.QualifiedName {
	if p.oneOf("FROM", "IN") == "" {
		return nil
	}
	n := p.qualifiedName()
	return &n
}

func (p *parser) pattern() ast.Pattern {
	var l ast.Pattern
	if p.accept("LIKE") {
		l.Like = p.text()
		if p.accept("ESCAPE") {
			l.Escape = p.text()
		}
	}
	return l
}

func (p *parser) showCreate(at ast.Position) ast.Statement {
	kind := p.mustOneOf("TABLE", "SCHEMA", "VIEW", "MATERIALIZED", "FUNCTION")
	if kind == "MATERIALIZED" {
		p.expect("VIEW")
		kind += " VIEW"
	}
	return &ast.ShowCreate{Position: at, Kind: kind, Name: p.qualifiedName()}
}

func (p *parser) showStats(at ast.Position) ast.Statement {
	p.expect("FOR")
	if p.accept("(") {
		q := p.rootQuery()
		p.expect(")")
		return &ast.ShowStats{Position: at, Query: q}
	}
	return &ast.ShowStats{Position: at, Table: p.qualifiedName()}
}

func (p *parser) showRoles(s *ast.ShowRoles) ast.Statement {
	if p.oneOf("FROM", "IN") != "" {
		s.Catalog = p.namePointer()
	}
	return s
}

func (p *parser) showGrants(at ast.Position) ast.Statement {
	s := &ast.ShowGrants{Position: at}
	if !p.accept("ON") {
		return s
	}
	if p.token().is("TABLE") || p.isName(p.ahead(1)) {
		s.Kind = upper(p.textOf(p.token()))
		p.at++
	}
	n := p.qualifiedName()
	s.On = &n
	return s
}

package parse

import "sanpin/warehouse/dialect/ast"

// statements are the rules by their first word; a query has none.
var statements map[string]func(*parser, ast.Position) ast.Statement

func init() { // the rules refer to each other
	statements = map[string]func(*parser, ast.Position) ast.Statement{
		"USE": (*parser).use, "SHOW": (*parser).show, "DESC": (*parser).describe, "DESCRIBE": (*parser).describe,
		"EXPLAIN": (*parser).explain, "PREPARE": (*parser).prepare, "DEALLOCATE": (*parser).deallocate, "EXECUTE": (*parser).execute,
		"SET": (*parser).set, "RESET": (*parser).reset, "START": (*parser).start, "COMMIT": (*parser).commit, "ROLLBACK": (*parser).rollback,
		"CALL": (*parser).callProcedure, "CREATE": (*parser).create, "DROP": (*parser).drop, "ALTER": (*parser).alter,
		"INSERT": (*parser).insert, "DELETE": (*parser).deleteFrom, "UPDATE": (*parser).update, "MERGE": (*parser).merge,
		"TRUNCATE": (*parser).truncate, "COMMENT": (*parser).comment, "ANALYZE": (*parser).analyze, "REFRESH": (*parser).refresh,
		"GRANT": (*parser).grant, "REVOKE": (*parser).grant, "DENY": (*parser).grant,
	}
}

func (p *parser) statement() ast.Statement {
	defer p.enter()()
	t := p.token()
	if rule, ok := statements[t.word]; ok && t.kind == word {
		p.at++
		return rule(p, t.pos())
	}
	if p.noting {
		for w := range statements {
			p.note("'" + w + "'")
		}
		p.note("'WITH'")
	}
	return p.rootQuery()
}

func (p *parser) use(at ast.Position) ast.Statement {
	first := p.identifier()
	if p.accept(".") {
		return &ast.Use{Position: at, Catalog: &first, Schema: p.identifier()}
	}
	return &ast.Use{Position: at, Schema: first}
}

func (p *parser) prepare(at ast.Position) ast.Statement {
	s := &ast.Prepare{Position: at, Name: p.identifier()}
	p.expect("FROM")
	start := p.token().start
	s.Statement = p.statement()
	s.Text = p.source[start:p.tokens[p.at-1].stop]
	return s
}

func (p *parser) deallocate(at ast.Position) ast.Statement {
	p.expect("PREPARE")
	return &ast.Deallocate{Position: at, Name: p.identifier()}
}

func (p *parser) execute(at ast.Position) ast.Statement {
	if k := p.ahead(1).kind; p.token().is("IMMEDIATE") && (k == text || k == unicodeText) {
		p.at++
		return &ast.ExecuteImmediate{Position: at, Text: *p.text(), Args: p.using()}
	}
	return &ast.Execute{Position: at, Name: p.identifier(), Args: p.using()}
}

func (p *parser) using() []ast.Expression {
	if !p.accept("USING") {
		return nil
	}
	return list(p, p.expression)
}

func (p *parser) describe(at ast.Position) ast.Statement {
	if p.isName(p.ahead(1)) {
		switch p.oneOf("INPUT", "OUTPUT") {
		case "INPUT":
			return &ast.DescribeInput{Position: at, Name: p.identifier()}
		case "OUTPUT":
			return &ast.DescribeOutput{Position: at, Name: p.identifier()}
		}
	}
	return &ast.ShowColumns{Position: at, Table: p.qualifiedName()}
}

func (p *parser) explain(at ast.Position) ast.Statement {
	e := &ast.Explain{Position: at}
	if p.accept("ANALYZE") {
		e.Analyze, e.Verbose = true, p.accept("VERBOSE")
		e.Statement = p.statement()
		return e
	}
	if p.peek("(") && (p.ahead(1).is("TYPE") || p.ahead(1).is("FORMAT")) {
		p.at++
		list(p, func() bool {
			if p.accept("TYPE") {
				e.Type = p.mustOneOf("LOGICAL", "DISTRIBUTED", "VALIDATE", "IO")
				return true
			}
			p.expect("FORMAT")
			e.Format = p.mustOneOf("TEXT", "GRAPHVIZ", "JSON")
			return true
		})
		p.expect(")")
	}
	e.Statement = p.statement()
	return e
}

func (p *parser) set(at ast.Position) ast.Statement {
	switch p.mustOneOf("SESSION", "ROLE", "TIME", "PATH") {
	case "ROLE":
		return p.setRole(at)
	case "PATH":
		return &ast.SetPath{Position: at, Elements: list(p, p.qualifiedName)}
	case "TIME":
		p.expect("ZONE")
		if p.accept("LOCAL") {
			return &ast.SetTimeZone{Position: at}
		}
		return &ast.SetTimeZone{Position: at, Zone: p.expression()}
	}
	if p.token().is("AUTHORIZATION") && !p.ahead(1).is("=") && !p.ahead(1).is(".") {
		p.at++
		if p.isText() {
			return &ast.SetSessionAuthorization{Position: at, User: p.text().Value}
		}
		return &ast.SetSessionAuthorization{Position: at, User: p.identifier().Value}
	}
	s := &ast.SetSession{Position: at, SetProperty: ast.SetProperty{Name: p.qualifiedName()}}
	p.expect("=")
	s.Value = p.expression()
	return s
}

func (p *parser) setRole(at ast.Position) ast.Statement {
	s := &ast.SetRole{Position: at, Kind: "ROLE"}
	if w := p.oneOf("ALL", "NONE"); w != "" {
		s.Kind = w
	} else {
		s.Role = p.namePointer()
	}
	if p.accept("IN") {
		s.Catalog = p.namePointer()
	}
	return s
}

func (p *parser) reset(at ast.Position) ast.Statement {
	p.expect("SESSION")
	if p.token().is("AUTHORIZATION") && p.ahead(1).kind == end {
		p.at++
		return &ast.ResetSessionAuthorization{Position: at}
	}
	return &ast.ResetSession{Position: at, Name: p.qualifiedName()}
}

func (p *parser) start(at ast.Position) ast.Statement {
	p.expect("TRANSACTION")
	s := &ast.StartTransaction{Position: at}
	if p.peek("ISOLATION") || p.peek("READ") {
		s.Modes = list(p, p.transactionMode)
	}
	return s
}

func (p *parser) transactionMode() string {
	if p.accept("READ") {
		return "READ " + p.mustOneOf("ONLY", "WRITE")
	}
	p.expect("ISOLATION", "LEVEL")
	level := p.mustOneOf("READ", "REPEATABLE", "SERIALIZABLE")
	switch level {
	case "READ":
		level += " " + p.mustOneOf("UNCOMMITTED", "COMMITTED")
	case "REPEATABLE":
		p.expect("READ")
		level += " READ"
	}
	return "ISOLATION LEVEL " + level
}

func (p *parser) commit(at ast.Position) ast.Statement {
	p.accept("WORK")
	return &ast.Commit{Position: at}
}

func (p *parser) rollback(at ast.Position) ast.Statement {
	p.accept("WORK")
	return &ast.Rollback{Position: at}
}

func (p *parser) callProcedure(at ast.Position) ast.Statement {
	c := &ast.CallProcedure{Position: at, Name: p.qualifiedName()}
	p.expect("(")
	if !p.accept(")") {
		c.Args = list(p, p.callArgument)
		p.expect(")")
	}
	return c
}

func (p *parser) callArgument() ast.CallArgument {
	a := ast.CallArgument{Position: p.pos()}
	if p.isName(p.token()) && p.ahead(1).is("=>") {
		a.Name = p.namePointer()
		p.at++
	}
	a.Value = p.expression()
	return a
}

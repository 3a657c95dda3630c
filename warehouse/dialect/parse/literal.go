package parse

import (
	"encoding/hex"
	"math/big"
	"strings"

	"sanpin/warehouse/dialect/ast"
)

// literal reads a literal, or returns nil.
func (p *parser) literal() ast.Expression {
	t := p.token()
	switch t.kind {
	case text, unicodeText:
		return p.text()
	case binary:
		return p.binaryLiteral()
	case integer, decimal, double:
		return p.number()
	case word:
		switch t.word {
		case "NULL":
			p.at++
			return &ast.NullLiteral{Position: t.pos()}
		case "TRUE", "FALSE":
			p.at++
			return &ast.BooleanLiteral{Position: t.pos(), Value: t.word == "TRUE"}
		case "?":
			p.at++
			return p.parameter(t.pos())
		}
	}
	return p.typedLiteral()
}

func (p *parser) parameter(at ast.Position) *ast.Parameter {
	p.params++
	return &ast.Parameter{Position: at, Index: p.params - 1}
}

// typedLiteral reads DATE '…' and INTERVAL '…' DAY, or returns nil.
func (p *parser) typedLiteral() ast.Expression {
	t, next := p.token(), p.ahead(1)
	if t.is("INTERVAL") {
		n := 1
		if next.is("+") || next.is("-") {
			n = 2
		}
		if v := p.ahead(n); (v.kind == text || v.kind == unicodeText) && intervalField(p.ahead(n+1)) {
			return p.interval()
		}
	}
	if t.is("DOUBLE") && next.is("PRECISION") && p.ahead(2).kind == text {
		p.at += 2
		return &ast.TypedLiteral{Position: t.pos(), Type: "DOUBLE", Value: p.text().Value}
	}
	if p.isName(t) && (next.kind == text || next.kind == unicodeText) {
		name := p.identifier()
		return &ast.TypedLiteral{Position: t.pos(), Type: name.Value, Value: p.text().Value}
	}
	return nil
}

func (p *parser) interval() *ast.IntervalLiteral {
	l := &ast.IntervalLiteral{Position: p.pos()}
	p.expect("INTERVAL")
	l.Negative = p.oneOf("+", "-") == "-"
	l.Value = p.text().Value
	l.From = p.intervalField()
	if p.peek("TO") && intervalField(p.ahead(1)) {
		p.at++
		l.To = p.intervalField()
	}
	return l
}

func (p *parser) binaryLiteral() ast.Expression {
	t := p.token()
	p.at++
	s := p.textOf(t)
	s = strings.Join(strings.FieldsFunc(s[2:len(s)-1], func(r rune) bool { return strings.ContainsRune(" \t\r\n", r) }), "")
	if strings.Trim(strings.ToLower(s), "0123456789abcdef") != "" {
		p.invalid(t.pos(), "Binary literal can only contain hexadecimal digits")
		return &ast.BinaryLiteral{Position: t.pos()}
	}
	b, err := hex.DecodeString(s)
	if err != nil {
		p.invalid(t.pos(), "Binary literal must contain an even number of digits")
	}
	return &ast.BinaryLiteral{Position: t.pos(), Value: b}
}

// number reads a number with the minus before it, if there is one.
func (p *parser) number() ast.Expression {
	at, sign := p.pos(), ""
	if p.token().is("-") {
		p.at, sign = p.at+1, "-"
	}
	t := p.token()
	p.at++
	s := p.textOf(t)
	plain := sign + strings.ReplaceAll(s, "_", "")
	switch t.kind {
	case decimal:
		return &ast.DecimalLiteral{Position: at, Text: plain}
	case double:
		return &ast.DoubleLiteral{Position: at, Text: plain}
	}
	base := 10
	if based(s) > 0 {
		base = 0
	}
	n, ok := new(big.Int).SetString(plain, base)
	if !ok || !n.IsInt64() {
		p.invalid(at, "Invalid numeric literal: %s", sign+s)
		return &ast.IntegerLiteral{Position: at}
	}
	return &ast.IntegerLiteral{Position: at, Value: n.Int64()}
}

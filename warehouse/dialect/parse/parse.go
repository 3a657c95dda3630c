// Package parse reads Trino's SQL: the query grammar of Trino 476 and the
// statements that a client sends.
//
// The one idea: a recursive descent with one function a rule, that notes what it
// looked for at the furthest token it came to. So the error of a statement that
// cannot be read stands where Trino's stands, and names what Trino expects
// there. Text is read twice only when it is wrong.
//
// Statements that would change something are read far enough to be named; see
// [ast.Write]. MATCH_RECOGNIZE and JSON_TABLE are read and not kept.
package parse

import (
	"fmt"
	"slices"
	"strings"

	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
)

const (
	// MaxLength is the most bytes of a statement, Trino's query.max-length.
	MaxLength = 1_000_000
	// maxDepth bounds how deep things may be nested, and how long a chain of
	// operators may be.
	maxDepth = 400
)

// Statement reads one statement. An error is a [*fault.Error].
func Statement(source string) (ast.Statement, error) {
	return read(source, func(p *parser) ast.Statement {
		s := p.statement()
		p.end()
		return s
	})
}

func read[T any](source string, rule func(*parser) T) (result T, err error) {
	if len(source) > MaxLength {
		return result, fault.New(fault.QueryTooLong, "Query text length (%d) exceeds the maximum length (%d)", len(source), MaxLength)
	}
	tokens := lex(source)
	p := &parser{source: source, tokens: tokens}
	if result, err = attempt(p, rule); err == nil || p.final != nil {
		return result, err
	}
	p = &parser{source: source, tokens: tokens, noting: true}
	return attempt(p, rule)
}

// attempt runs a rule. Errors of the values of literals come after those of
// the grammar.
func attempt[T any](p *parser, rule func(*parser) T) (result T, err error) {
	defer func() {
		switch r := recover(); {
		case r == nil:
		case r == errMismatch:
			err = p.mismatch()
		case p.final != nil && r == error(p.final):
			err = p.final
		default:
			panic(r)
		}
	}()
	result = rule(p)
	if p.value != nil {
		return result, p.value
	}
	return result, nil
}

// parser holds the state of one reading.
type parser struct {
	source string
	tokens []token
	at     int // the next token
	depth  int
	params int // parameters so far

	value *fault.Error // the first literal without a value
	final *fault.Error // a fault that ends the reading at once

	noting   bool // note what was looked for
	star     int  // 1 + the token at which a select item starts
	furthest int
	wanted   []string
	muted    int // 1 + the token at which a rule with a name of its own stands

	queries map[int]parsed // what stands in parentheses at a token
}

type mismatch string

// errMismatch is thrown where no rule goes on.
const errMismatch = mismatch("no rule goes on")

func (p *parser) fail() { panic(errMismatch) }

// stop ends the reading with a fault that is none of the grammar.
func (p *parser) stop(f *fault.Error) {
	p.final = f
	panic(error(f))
}

// invalid remembers the first literal without a value.
func (p *parser) invalid(at ast.Position, format string, args ...any) {
	if p.value == nil {
		p.value = fault.At(at, fault.SyntaxError, format, args...)
	}
}

// enter counts a level of nesting; call the result to leave it.
func (p *parser) enter() func() {
	if p.depth++; p.depth > maxDepth {
		p.stop(fault.At(ast.Position{Line: 1, Column: 1}, fault.SyntaxError, "statement is too large (stack overflow while parsing)"))
	}
	return func() { p.depth-- }
}

func (p *parser) token() *token { return &p.tokens[p.at] }

// ahead returns the token n places on.
func (p *parser) ahead(n int) *token {
	return &p.tokens[min(p.at+n, len(p.tokens)-1)]
}

func (p *parser) pos() ast.Position { return p.token().pos() }

func (t *token) pos() ast.Position { return ast.Position{Line: t.line, Column: t.column} }

func (t *token) is(w string) bool { return t.kind == word && t.word == w }

// note remembers that something was looked for here.
func (p *parser) note(what string) {
	if !p.noting || p.muted == p.at+1 || p.at < p.furthest {
		return
	}
	if p.at > p.furthest {
		p.furthest, p.wanted = p.at, p.wanted[:0]
	}
	p.wanted = append(p.wanted, what)
}

// named notes a rule by its name instead of what it may start with. Call the
// result at the end of the rule.
func (p *parser) named(name string) func() {
	if !p.noting {
		return func() {}
	}
	p.note(name)
	before := p.muted
	p.muted = p.at + 1
	return func() { p.muted = before }
}

// peek returns whether the next token is that word.
func (p *parser) peek(w string) bool {
	if p.token().is(w) {
		return true
	}
	if p.noting {
		p.note("'" + w + "'")
	}
	return false
}

// accept moves past the words if all of them are next.
func (p *parser) accept(words ...string) bool {
	start := p.at
	for _, w := range words {
		if !p.peek(w) {
			p.at = start
			return false
		}
		p.at++
	}
	return true
}

// expect moves past the words, which must be next.
func (p *parser) expect(words ...string) {
	for _, w := range words {
		if !p.peek(w) {
			p.fail()
		}
		p.at++
	}
}

// oneOf moves past one of the words and returns it, or "".
func (p *parser) oneOf(words ...string) string {
	for _, w := range words {
		if p.accept(w) {
			return w
		}
	}
	return ""
}

// mustOneOf is oneOf where one must be.
func (p *parser) mustOneOf(words ...string) string {
	w := p.oneOf(words...)
	if w == "" {
		p.fail()
	}
	return w
}

func (p *parser) end() {
	if p.token().kind != end {
		p.note("<EOF>")
		p.fail()
	}
}

// text returns the source of a token.
func (p *parser) textOf(t *token) string { return p.source[t.start:t.stop] }

// mismatch is the error at the furthest token that was come to.
func (p *parser) mismatch() *fault.Error {
	if !p.noting {
		return fault.New(fault.SyntaxError, "mismatched input")
	}
	t := &p.tokens[p.furthest]
	found := p.textOf(t)
	if t.kind == end {
		found = "<EOF>"
	}
	slices.Sort(p.wanted)
	return fault.At(t.pos(), fault.SyntaxError, "mismatched input '%s'. Expecting: %s", found, strings.Join(slices.Compact(p.wanted), ", "))
}

// list reads one or more of a rule, with commas between.
func list[T any](p *parser, rule func() T) []T {
	items := []T{rule()}
	for p.accept(",") {
		items = append(items, rule())
	}
	return items
}

// isName returns whether a token can be a name.
func (p *parser) isName(t *token) bool {
	switch t.kind {
	case identifier, quoted, backquoted, digitIdentifier:
		return true
	case word:
		return keywords[t.word]
	}
	return false
}

func (p *parser) peekName() bool {
	if p.isName(p.token()) {
		return true
	}
	p.note("<identifier>")
	return false
}

func (p *parser) identifier() ast.Identifier {
	if !p.peekName() {
		p.fail()
	}
	t := p.token()
	p.at++
	s := p.textOf(t)
	switch t.kind {
	case quoted:
		if s == `""` {
			p.stop(fault.At(t.pos(), fault.SyntaxError, "Zero-length delimited identifier not allowed"))
		}
		return ast.Identifier{Position: t.pos(), Value: strings.ReplaceAll(s[1:len(s)-1], `""`, `"`), Quoted: true}
	case backquoted:
		p.stop(fault.At(t.pos(), fault.SyntaxError, "backquoted identifiers are not supported; use double quotes to quote identifiers"))
	case digitIdentifier:
		p.stop(fault.At(t.pos(), fault.SyntaxError, "identifiers must not start with a digit; surround the identifier with double quotes"))
	}
	return ast.Identifier{Position: t.pos(), Value: s}
}

func (p *parser) namePointer() *ast.Identifier {
	i := p.identifier()
	return &i
}

func (p *parser) qualifiedName() ast.QualifiedName {
	n := ast.QualifiedName{Position: p.pos(), Parts: []ast.Identifier{p.identifier()}}
	for p.accept(".") {
		n.Parts = append(n.Parts, p.identifier())
	}
	return n
}

// names reads (a, b).
func (p *parser) names() []ast.Identifier {
	p.expect("(")
	names := list(p, p.identifier)
	p.expect(")")
	return names
}

// optionalNames reads (a, b) if there is one.
func (p *parser) optionalNames() []ast.Identifier {
	if !p.peek("(") {
		return nil
	}
	return p.names()
}

// alias reads [AS] name, or returns nil.
func (p *parser) alias() *ast.Identifier {
	if p.accept("AS") {
		return p.namePointer()
	}
	if p.peekName() {
		return p.namePointer()
	}
	return nil
}

func (p *parser) isText() bool {
	if k := p.token().kind; k == text || k == unicodeText {
		return true
	}
	p.note("<string>")
	return false
}

// text reads a string literal.
func (p *parser) text() *ast.StringLiteral {
	if !p.isText() {
		p.fail()
	}
	t := p.token()
	p.at++
	s := p.textOf(t)
	if t.kind == text {
		return &ast.StringLiteral{Position: t.pos(), Value: unquote(s)}
	}
	escape := "\\"
	if p.accept("UESCAPE") {
		if p.token().kind != text {
			p.note("<string>")
			p.fail()
		}
		escape = unquote(p.textOf(p.token()))
		p.at++
	}
	value, problem := unicodeValue(unquote(s[2:]), escape)
	if problem != "" {
		p.invalid(t.pos(), "%s", problem)
	}
	return &ast.StringLiteral{Position: t.pos(), Value: value}
}

func unquote(s string) string { return strings.ReplaceAll(s[1:len(s)-1], "''", "'") }

// unicodeValue turns \4E2D and \+01F600 of U&'…' into characters, or says what
// is wrong.
func unicodeValue(s, escape string) (value, problem string) {
	if len(escape) != 1 || escape[0] <= ' ' || escape[0] > '~' || strings.ContainsAny(escape, `+"'`) || isHex(escape) {
		if escape == "" {
			return "", "Empty Unicode escape character"
		}
		return "", "Invalid Unicode escape character"
	}
	var b strings.Builder
	for s != "" {
		i := strings.Index(s, escape)
		if i < 0 {
			b.WriteString(s)
			break
		}
		b.WriteString(s[:i])
		s = s[i+1:]
		if strings.HasPrefix(s, escape) {
			b.WriteString(escape)
			s = s[1:]
			continue
		}
		n := 4
		if strings.HasPrefix(s, "+") {
			s, n = s[1:], 6
		}
		if len(s) < n || !isHex(s[:n]) {
			return "", "Incomplete escape sequence: " + s
		}
		var r rune
		fmt.Sscanf(s[:n], "%x", &r)
		if r > 0x10FFFF || (0xD800 <= r && r <= 0xDFFF) {
			return "", "Invalid escaped character: " + s[:n]
		}
		b.WriteRune(r)
		s = s[n:]
	}
	return b.String(), ""
}

func isHex(s string) bool {
	return s != "" && strings.Trim(s, "0123456789abcdefABCDEF") == ""
}

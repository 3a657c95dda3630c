package function

import (
	"fmt"
	"strconv"
	"strings"

	"sanpin/warehouse/dialect/types"
)

// pattern is a type of a signature: T (a type variable), decimal(p,s),
// array(E), function(T,boolean), or a type without variables.
type pattern struct {
	variable string     // of a type: one capital letter and maybe a digit
	base     types.Type // else its kind
	numbers  []*formula // the parameters of a parametric kind; none: a concrete type
	fields   []pattern
}

// signature is one row of the table.
type signature struct {
	name    string
	kind    Kind
	params  []pattern
	varargs bool // the last parameter may be repeated, or be absent
	result  pattern
	bounds  map[string]string // variable -> "comparable" or "orderable"
	text    string            // of the parameters, for messages
	form    form
}

// form writes the DuckDB expression of a call.
type form func(*call) string

// parseSignature reads "name(type, type...) result | E:orderable". It panics on
// a mistake in the table.
func parseSignature(text string) signature {
	head, bounds, _ := strings.Cut(text, " | ")
	p := &sigParser{text: head}
	s := signature{name: p.word(), bounds: map[string]string{}}
	p.expect("(")
	for !p.accept(")") {
		s.params = append(s.params, p.pattern())
		if p.accept("...") {
			s.varargs = true
		}
		p.accept(",")
	}
	s.text = head[:p.at]
	s.result = p.pattern()
	for b := range strings.FieldsSeq(bounds) {
		v, bound, _ := strings.Cut(b, ":")
		s.bounds[v] = bound
	}
	return s
}

type sigParser struct {
	text string
	at   int
}

func (p *sigParser) skip() {
	for p.at < len(p.text) && p.text[p.at] == ' ' {
		p.at++
	}
}

func (p *sigParser) accept(token string) bool {
	p.skip()
	if strings.HasPrefix(p.text[p.at:], token) {
		p.at += len(token)
		return true
	}
	return false
}

func (p *sigParser) expect(token string) {
	if !p.accept(token) {
		panic(fmt.Sprintf("signature %q: no %s at %d", p.text, token, p.at))
	}
}

func (p *sigParser) word() string {
	p.skip()
	start := p.at
	for p.at < len(p.text) && (p.text[p.at] == '_' || p.text[p.at] == '$' || p.text[p.at] >= '0' && p.text[p.at] <= '9' ||
		p.text[p.at] >= 'a' && p.text[p.at] <= 'z' || p.text[p.at] >= 'A' && p.text[p.at] <= 'Z') {
		p.at++
	}
	return p.text[start:p.at]
}

var parametric = map[string]types.Kind{
	"decimal": types.Decimal, "varchar": types.Varchar, "char": types.Char, "time": types.Time, "timestamp": types.Timestamp,
}

var nestedKinds = map[string]types.Kind{"array": types.Array, "map": types.Map, "row": types.Row, "function": types.Function}

func (p *sigParser) pattern() pattern {
	word := p.word()
	if word == "" {
		panic(fmt.Sprintf("signature %q: no type at %d", p.text, p.at))
	}
	if word[0] >= 'A' && word[0] <= 'Z' {
		return pattern{variable: word}
	}
	if kind, ok := nestedKinds[word]; ok {
		pt := pattern{base: types.Of(kind)}
		p.expect("(")
		for {
			pt.fields = append(pt.fields, p.pattern())
			if !p.accept(",") {
				break
			}
		}
		p.expect(")")
		return pt
	}
	if kind, ok := parametric[word]; ok {
		return p.parametric(kind)
	}
	if word == "interval" {
		for _, rest := range []string{" day to second", " year to month"} {
			if p.accept(strings.TrimSpace(rest)) {
				word += rest
			}
		}
	}
	t, err := types.Parse(word)
	if err != nil {
		panic(fmt.Sprintf("signature %q: %v", p.text, err))
	}
	return pattern{base: t}
}

func (p *sigParser) parametric(kind types.Kind) pattern {
	pt := pattern{base: types.Of(kind)}
	if p.accept("(") {
		for {
			pt.numbers = append(pt.numbers, p.formula())
			if !p.accept(",") {
				break
			}
		}
		p.expect(")")
	}
	if p.accept("with time zone") {
		pt.base.Kind++ // the zoned kind follows
	}
	if pt.numbers == nil {
		switch kind {
		case types.Varchar:
			pt.base = types.Text()
		default:
			panic(fmt.Sprintf("signature %q: %s without parameters", p.text, pt.base))
		}
	}
	return pt
}

// formula calculates a type's parameter: a number, a variable, + - * /, and the
// functions min, max.
type formula struct {
	op    string // "number", "variable", "+", "-", "*", "/", "min", "max"
	value int
	name  string
	args  []*formula
}

func (p *sigParser) formula() *formula { return p.chain(p.product, "+", "-") }

func (p *sigParser) product() *formula { return p.chain(p.term, "*", "/") }

// chain reads operands between operators of one rank, from left to right.
func (p *sigParser) chain(operand func() *formula, operators ...string) *formula {
	left := operand()
again:
	for _, op := range operators {
		if p.accept(op) {
			left = &formula{op: op, args: []*formula{left, operand()}}
			goto again
		}
	}
	return left
}

func (p *sigParser) term() *formula {
	if p.accept("(") {
		f := p.formula()
		p.expect(")")
		return f
	}
	word := p.word()
	if n, err := strconv.Atoi(word); err == nil {
		return &formula{op: "number", value: n}
	}
	if (word == "min" || word == "max") && p.accept("(") {
		f := &formula{op: word}
		for {
			f.args = append(f.args, p.formula())
			if !p.accept(",") {
				break
			}
		}
		p.expect(")")
		return f
	}
	if word == "" {
		panic(fmt.Sprintf("signature %q: no number at %d", p.text, p.at))
	}
	return &formula{op: "variable", name: word}
}

func (f *formula) eval(numbers map[string]int) int {
	switch f.op {
	case "number":
		return f.value
	case "variable":
		return numbers[f.name]
	}
	n := f.args[0].eval(numbers)
	for _, arg := range f.args[1:] {
		m := arg.eval(numbers)
		switch f.op {
		case "+":
			n += m
		case "-":
			n -= m
		case "*":
			n *= m
		case "/":
			n /= m
		case "min":
			n = min(n, m)
		case "max":
			n = max(n, m)
		}
	}
	return n
}

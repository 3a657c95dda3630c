package function

import (
	"strings"

	"sanpin/warehouse/dialect/types"
)

// table has every signature by name; operators have names that begin with $.
var table = map[string][]signature{}

// define adds rows to the table.
func define(kind Kind, rows ...row) {
	for _, r := range rows {
		s := parseSignature(r.signature)
		s.kind, s.form = kind, r.form
		for _, name := range append([]string{s.name}, r.alias...) {
			s.name = name
			table[name] = append(table[name], s)
		}
	}
}

// row is a line of the table as it is written down.
type row struct {
	signature string
	form      form
	alias     []string
}

// call is one choice of signature for a call, while it is judged and written.
type call struct {
	name    string
	sig     *signature
	args    []Arg
	params  []types.Type // per argument
	result  types.Type
	SQL     []string // the arguments, cast to params; lambdas as DuckDB writes them
	lambdas []boundLambda
	clause  Clause
}

type boundLambda struct {
	names  []string
	body   string
	result types.Type
}

// Resolve chooses the function for a call by Trino's rules. The error is a
// *types.Error, without the position.
func Resolve(name string, args []Arg) (Call, error) {
	name = strings.ToLower(name)
	rows := table[name]
	if len(rows) == 0 || name[0] == '$' {
		if reason, ok := refused[name]; ok {
			return Call{}, fail("NOT_SUPPORTED", "function %s is not supported here: %s", name, reason)
		}
		return Call{}, fail("FUNCTION_NOT_FOUND", "Function '%s' not registered", name)
	}
	return resolve(name, rows, args)
}

func resolve(name string, rows []signature, args []Arg) (Call, error) {
	var fits []*call
	var lambdaErr error
	for _, stage := range []struct{ exact, generic bool }{{true, false}, {true, true}, {false, true}} {
		for i := range rows {
			s := &rows[i]
			if stage.exact && s.generic() != stage.generic {
				continue
			}
			c, err := bind(s, args, stage.exact)
			if err != nil {
				lambdaErr = err
			}
			if c != nil {
				c.name = name
				fits = append(fits, c)
			}
		}
		if len(fits) > 0 {
			break
		}
	}
	best := mostSpecific(fits)
	switch {
	case len(best) == 0 && lambdaErr != nil:
		return Call{}, lambdaErr
	case len(best) == 0:
		return Call{}, fail("FUNCTION_NOT_FOUND", "Unexpected parameters (%s) for function %s. Expected: %s", typeList(args), name, expected(rows))
	case len(best) > 1:
		return Call{}, fail("AMBIGUOUS_FUNCTION_CALL", "Could not choose a best candidate operator. Explicit type casts must be added.")
	}
	return best[0].finish()
}

// generic says whether the signature has variables.
func (s *signature) generic() bool {
	for _, p := range s.params {
		if p.generic() {
			return true
		}
	}
	return false
}

func (p pattern) generic() bool {
	if p.variable != "" || p.numbers != nil {
		return true
	}
	for _, f := range p.fields {
		if f.generic() {
			return true
		}
	}
	return false
}

// patterns are the signature's parameters for n arguments, or nil if so many
// cannot be given.
func (s *signature) patterns(n int) ([]pattern, bool) {
	if !s.varargs {
		return s.params, n == len(s.params)
	}
	if n < len(s.params)-1 {
		return nil, false
	}
	out := s.params[: len(s.params)-1 : len(s.params)-1]
	for len(out) < n {
		out = append(out, s.params[len(s.params)-1])
	}
	return out, true
}

// bind tries a signature. It returns nil without an error where it does not
// fit, and an error where only a lambda's body was wrong.
func bind(s *signature, args []Arg, exact bool) (*call, error) {
	patterns, ok := s.patterns(len(args))
	if !ok {
		return nil, nil
	}
	b := newBinding(exact)
	hasLambda := false
	for i, p := range patterns {
		isLambda := p.base.Kind == types.Function && p.fields != nil
		if isLambda != (args[i].Lambda != nil) || isLambda && args[i].Lambda.Params != len(p.fields)-1 {
			return nil, nil
		}
		if isLambda {
			hasLambda = true
			continue
		}
		if !b.unify(p, args[i].Type) {
			return nil, nil
		}
	}
	c := &call{sig: s, args: args, lambdas: make([]boundLambda, len(args))}
	if hasLambda {
		b.exact = false
		if ok, err := c.bindLambdas(b, patterns); !ok || err != nil {
			return nil, err
		}
	}
	for v, bound := range s.bounds {
		if t := b.types[v]; bound == "orderable" && !t.Orderable() || bound == "comparable" && !t.Comparable() {
			return nil, nil
		}
	}
	for i, p := range patterns {
		t := b.instantiate(p)
		if args[i].Lambda == nil && args[i].Type.Kind == types.Row && t.Kind == types.Row && len(t.Fields) == len(args[i].Type.Fields) {
			t = withNames(t, args[i].Type)
		}
		c.params = append(c.params, t)
	}
	c.result = b.instantiate(s.result)
	return c, nil
}

// withNames gives the fields of a pattern's row the names of the argument's.
func withNames(t, from types.Type) types.Type {
	for i := range t.Fields {
		if t.Fields[i].Name == "" {
			t.Fields[i].Name = from.Fields[i].Name
		}
	}
	return t
}

// bindLambdas resolves the lambdas' bodies; a body may widen a variable that
// an earlier one took its parameters from, so it goes on until nothing moves.
func (c *call) bindLambdas(b *binding, patterns []pattern) (bool, error) {
	for range 4 {
		moved := false
		for i, p := range patterns {
			if c.args[i].Lambda == nil {
				continue
			}
			last := len(p.fields) - 1
			params := make([]types.Type, last)
			for k := range params {
				params[k] = b.instantiate(p.fields[k])
			}
			names, body, result, err := c.args[i].Lambda.Bind(params)
			if err != nil {
				return false, err
			}
			c.lambdas[i] = boundLambda{names, body, result}
			before, bound := b.types[p.fields[last].variable]
			if !b.unify(p.fields[last], result) {
				return false, nil
			}
			if v := p.fields[last].variable; v != "" && bound && !before.Equal(b.types[v]) {
				moved = true
			}
		}
		if !moved {
			return true, nil
		}
	}
	return false, nil
}

// mostSpecific keeps the calls whose parameters all the others would take.
func mostSpecific(fits []*call) []*call {
	if len(fits) < 2 {
		return fits
	}
	var best []*call
	for _, c := range fits {
		all := true
		for _, d := range fits {
			all = all && (c == d || c.fitsInto(d))
		}
		if all {
			best = append(best, c)
		}
	}
	if len(best) == 1 {
		return best
	}
	if len(best) == 0 {
		best = representatives(fits)
	}
	if len(best) > 1 {
		if only := onlyNullsCast(best); len(only) == 1 {
			return only
		} else if len(only) > 1 && sameResult(only) {
			return only[:1]
		}
	}
	return best
}

// representatives drops the calls that another one is more specific than.
func representatives(fits []*call) (out []*call) {
	for _, c := range fits {
		dominated := false
		for _, d := range fits {
			dominated = dominated || c != d && d.fitsInto(c) && !c.fitsInto(d)
		}
		if !dominated {
			out = append(out, c)
		}
	}
	return out
}

// fitsInto says whether d's signature takes what c's arguments are cast to.
func (c *call) fitsInto(d *call) bool {
	patterns, _ := d.sig.patterns(len(c.params))
	b := newBinding(false)
	for i, t := range c.params {
		if c.args[i].Lambda == nil && !b.unify(patterns[i], t) {
			return false
		}
	}
	return true
}

func onlyNullsCast(calls []*call) (out []*call) {
	for _, c := range calls {
		only := true
		for i, t := range c.params {
			only = only && (c.args[i].Lambda != nil || c.args[i].Type.Kind == types.Unknown || t.Equal(c.args[i].Type))
		}
		if only {
			out = append(out, c)
		}
	}
	return out
}

func sameResult(calls []*call) bool {
	for _, c := range calls {
		if !c.result.Equal(calls[0].result) {
			return false
		}
	}
	return true
}

// finish casts the arguments and gives the call that can be written.
func (c *call) finish() (out Call, err error) {
	defer catch(&err)
	c.SQL = make([]string, len(c.args))
	for i, arg := range c.args {
		if arg.Lambda == nil {
			c.SQL[i] = Coerce(arg.SQL, arg.Type, c.params[i])
			continue
		}
		l := c.lambdas[i]
		want := c.params[i].Fields[len(c.params[i].Fields)-1].Type
		c.lambdas[i].body = Coerce(l.body, l.result, want)
		c.SQL[i] = "lambda " + strings.Join(l.names, ", ") + ": " + c.lambdas[i].body
	}
	c.sig.form(c) // a form that refuses does so now
	write := func(clause Clause) string {
		d := *c
		d.clause = clause
		return c.sig.form(&d)
	}
	return Call{Kind: c.sig.kind, Result: c.result, Params: c.params, write: write}, nil
}

// refuse is how a form says that the call has no exact answer here.
func refuse(format string, args ...any) { panic(fail("NOT_SUPPORTED", format, args...)) }

func typeList(args []Arg) string {
	parts := make([]string, len(args))
	for i, a := range args {
		parts[i] = a.Type.String()
		if a.Lambda != nil {
			parts[i] = "<function>"
		}
	}
	return strings.Join(parts, ", ")
}

func expected(rows []signature) string {
	parts := make([]string, len(rows))
	for i, s := range rows {
		parts[i] = s.text
		for v, bound := range s.bounds {
			parts[i] += " " + v + ":" + bound
		}
	}
	return strings.Join(parts, ", ")
}

package function

import (
	"sanpin/warehouse/dialect/types"
)

// binding is what the variables of a signature stand for in one call.
type binding struct {
	types   map[string]types.Type
	numbers map[string]int
	exact   bool // no argument may be coerced
}

func newBinding(exact bool) *binding {
	return &binding{types: map[string]types.Type{}, numbers: map[string]int{}, exact: exact}
}

// unify makes the pattern fit the type of an argument, or says that it cannot.
func (b *binding) unify(p pattern, t types.Type) bool {
	switch {
	case p.variable != "":
		return b.unifyVariable(p.variable, t)
	case p.numbers != nil:
		return b.unifyNumbers(p, t)
	case p.fields != nil:
		if t.Kind == types.Unknown && !b.exact {
			return true
		}
		if t.Kind != p.base.Kind || len(t.Fields) != len(p.fields) {
			return false
		}
		for i, f := range p.fields {
			if !b.unify(f, t.Fields[i].Type) {
				return false
			}
		}
		return true
	case b.exact:
		return p.base.Equal(t)
	}
	return types.Coerces(t, p.base)
}

func (b *binding) unifyVariable(name string, t types.Type) bool {
	old, bound := b.types[name]
	if !bound {
		b.types[name] = t
		return true
	}
	if b.exact {
		return old.Equal(t)
	}
	common, ok := types.Common(old, t)
	b.types[name] = common
	return ok
}

func (b *binding) unifyNumbers(p pattern, t types.Type) bool {
	if t.Kind == types.Unknown && !b.exact {
		return true
	}
	if t.Kind != p.base.Kind && b.exact {
		return false
	}
	c, ok := types.ToKind(t, p.base.Kind)
	if !ok {
		return false
	}
	// The same variables in two places: the type that holds both.
	if old, bound := b.instantiateBound(p); bound {
		if b.exact {
			return old.Equal(c)
		}
		if c, ok = types.Common(old, c); !ok {
			return false
		}
	}
	for i, n := range []int{c.N, c.Scale}[:len(p.numbers)] {
		switch f := p.numbers[i]; f.op {
		case "variable":
			b.numbers[f.name] = n
		default:
			if f.eval(b.numbers) < n {
				return false
			}
		}
	}
	return true
}

func (b *binding) instantiateBound(p pattern) (types.Type, bool) {
	for _, f := range p.numbers {
		if _, ok := b.numbers[f.name]; !ok {
			return types.Type{}, false
		}
	}
	return b.instantiate(p), true
}

// least are the parameters that a NULL without a type gets.
func least(k types.Kind) []int {
	switch k {
	case types.Decimal:
		return []int{1, 0}
	case types.Varchar:
		return []int{0}
	case types.Char:
		return []int{1}
	}
	return []int{3}
}

// instantiate gives the type that a pattern stands for.
func (b *binding) instantiate(p pattern) types.Type {
	if p.variable != "" {
		return b.types[p.variable]
	}
	t := p.base
	if p.numbers != nil {
		values := make([]int, 2)
		for i, f := range p.numbers {
			if _, bound := b.numbers[f.name]; !bound && f.op == "variable" {
				b.numbers[f.name] = least(t.Kind)[i]
			}
			values[i] = f.eval(b.numbers)
		}
		t.N, t.Scale = values[0], values[1]
		if t.Kind == types.Varchar {
			t = types.VarcharOf(max(t.N, 0))
		}
		return t
	}
	if p.fields == nil {
		return t
	}
	t.Fields = make([]types.Field, len(p.fields))
	for i, f := range p.fields {
		t.Fields[i].Type = b.instantiate(f)
	}
	return t
}

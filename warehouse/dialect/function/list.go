package function

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"sanpin/warehouse/dialect/types"
)

// Listed is a signature as text, for lists of functions.
type Listed struct {
	Name      string
	Kind      Kind
	Arguments string // "varchar(x), bigint"
	Result    string
}

// List gives every signature that can be called, by name.
func List() []Listed {
	var list []Listed
	for name, rows := range table {
		if name[0] == '$' {
			continue
		}
		for _, s := range rows {
			l := Listed{Name: name, Kind: s.kind, Result: s.result.String()}
			args := make([]string, len(s.params))
			for i, p := range s.params {
				args[i] = p.String()
			}
			l.Arguments = strings.Join(args, ", ")
			list = append(list, l)
		}
	}
	slices.SortFunc(list, func(a, b Listed) int {
		return cmp.Or(strings.Compare(a.Name, b.Name), strings.Compare(a.Arguments, b.Arguments))
	})
	return list
}

// String writes a pattern as Trino's SHOW FUNCTIONS does: T, array(E),
// decimal(p,s), function(T,boolean).
func (p pattern) String() string {
	var parts []string
	switch {
	case p.variable != "":
		return p.variable
	case p.numbers != nil:
		for _, n := range p.numbers {
			parts = append(parts, n.String())
		}
	case p.fields != nil:
		for _, f := range p.fields {
			parts = append(parts, f.String())
		}
	default:
		return p.base.String()
	}
	list := "(" + strings.Join(parts, ",") + ")"
	if name, zone, ok := strings.Cut(types.Of(p.base.Kind).Raw(), " with"); ok {
		return name + list + " with" + zone
	}
	return p.base.Raw() + list
}

// String writes a formula as it is in the table.
func (f *formula) String() string {
	switch f.op {
	case "number":
		return fmt.Sprint(f.value)
	case "variable":
		return f.name
	}
	args := make([]string, len(f.args))
	for i, a := range f.args {
		args[i] = a.String()
	}
	if f.op == "min" || f.op == "max" {
		return f.op + "(" + strings.Join(args, ", ") + ")"
	}
	return strings.Join(args, " "+f.op+" ")
}

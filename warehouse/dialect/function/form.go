package function

import (
	"strconv"
	"strings"
)

// sql is a form by template: $1 … $9 are the arguments, $* all of them from
// the first on, $T the DuckDB type of the result. An aggregate's clause follows
// the first parenthesis that closes; see aggregate for those of several parts. The
// template is the table's own text: what users write may hold a $ and only
// comes in through it.
func sql(template string) form {
	return func(c *call) string { return c.fill(template) }
}

// fill writes a template; more are what $A, $B … stand for.
func (c *call) fill(template string, more ...string) string {
	var out strings.Builder
	for i := 0; i < len(template); i++ {
		if template[i] != '$' || i+1 == len(template) {
			out.WriteByte(template[i])
			continue
		}
		i++
		switch d := template[i]; {
		case d == '*':
			out.WriteString(strings.Join(c.SQL, ", "))
		case d >= 'A' && int(d-'A') < len(more):
			out.WriteString(more[d-'A'])
		case d == 'T':
			out.WriteString(c.result.DuckDB())
		case d >= '1' && d <= '9':
			n, _ := strconv.Atoi(template[i : i+1])
			out.WriteString(c.SQL[n-1])
		default:
			out.WriteByte('$')
			out.WriteByte(d)
		}
	}
	return out.String()
}

// agg is an aggregate's form by DuckDB's name: name(DISTINCT args ORDER BY …)
// FILTER (…) OVER ….
func agg(name string) form {
	return func(c *call) string { return c.aggregate(name, c.SQL...) }
}

// aggregate writes one aggregate call with the clause.
func (c *call) aggregate(name string, args ...string) string {
	var out strings.Builder
	out.WriteString(name + "(")
	if c.clause.Distinct {
		out.WriteString("DISTINCT ")
	}
	out.WriteString(strings.Join(args, ", "))
	if c.clause.OrderBy != "" {
		out.WriteString(" ORDER BY " + c.clause.OrderBy)
	}
	if c.clause.IgnoreNulls {
		out.WriteString(" IGNORE NULLS")
	}
	out.WriteString(")")
	if c.clause.Filter != "" {
		out.WriteString(" FILTER (WHERE " + c.clause.Filter + ")")
	}
	if c.clause.Over != "" {
		out.WriteString(" OVER " + c.clause.Over)
	}
	return out.String()
}

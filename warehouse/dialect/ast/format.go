package ast

import (
	"fmt"
	"strconv"
	"strings"
)

// Format writes an expression as Trino's messages do.
func Format(e Expression) string { return FormatWith(e, nil) }

// FormatWith is Format with the columns named by a function; where it returns
// "" a column is written as it stands. Two expressions with the same text are
// the same to Trino.
func FormatWith(e Expression, column func(Expression) string) string {
	f := formatter{column: column}
	f.expression(e)
	return f.String()
}

type formatter struct {
	strings.Builder
	column func(Expression) string
}

func (f *formatter) printf(format string, args ...any) { fmt.Fprintf(f, format, args...) }

func (f *formatter) list(es []Expression) {
	for i, e := range es {
		if i > 0 {
			f.WriteString(", ")
		}
		f.expression(e)
	}
}

// all writes texts and expressions one after the other.
func (f *formatter) all(parts ...any) {
	for _, p := range parts {
		switch p := p.(type) {
		case string:
			f.WriteString(p)
		case []Expression:
			f.list(p)
		case Expression:
			f.expression(p)
		}
	}
}

func quote(s string) string { return "'" + strings.ReplaceAll(s, "'", "''") + "'" }

func (i Identifier) text() string {
	if i.Quoted {
		return `"` + strings.ReplaceAll(i.Value, `"`, `""`) + `"`
	}
	return i.Value
}

func (f *formatter) expression(e Expression) {
	switch e := e.(type) {
	case *Identifier, *Dereference:
		f.name(e)
	case *Call:
		f.call(e)
	case *Case:
		f.caseOf(e)
	case *Lambda:
		f.lambda(e)
	default:
		if !f.literal(e) && !f.operator(e) && !f.form(e) {
			f.printf("%T@%v", e, e.Pos())
		}
	}
}

func (f *formatter) name(e Expression) {
	if f.column != nil {
		if name := f.column(e); name != "" {
			f.WriteString(name)
			return
		}
	}
	switch e := e.(type) {
	case *Identifier:
		f.WriteString(e.text())
	case *Dereference:
		f.all(e.Base, ".", e.Field.text())
	}
}

func (f *formatter) literal(e Expression) bool {
	switch e := e.(type) {
	case *NullLiteral:
		f.WriteString("null")
	case *BooleanLiteral:
		f.WriteString(strconv.FormatBool(e.Value))
	case *StringLiteral:
		f.WriteString(quote(e.Value))
	case *BinaryLiteral:
		f.printf("X'%X'", e.Value)
	case *IntegerLiteral:
		f.WriteString(strconv.FormatInt(e.Value, 10))
	case *DecimalLiteral:
		f.all("DECIMAL ", quote(e.Text))
	case *DoubleLiteral:
		f.WriteString(e.Text)
	case *TypedLiteral:
		f.all(e.Type, " ", quote(e.Value))
	case *IntervalLiteral:
		sign := ""
		if e.Negative {
			sign = "-"
		}
		f.all("INTERVAL ", sign, quote(e.Value), " ", e.From)
		if e.To != "" {
			f.all(" TO ", e.To)
		}
	case *Parameter:
		f.printf("?%d", e.Index)
	default:
		return false
	}
	return true
}

func (f *formatter) operator(e Expression) bool {
	switch e := e.(type) {
	case *Unary:
		f.all(e.Operator, e.Value)
	case *Binary:
		f.all("(", e.Left, " ", e.Operator, " ", e.Right, ")")
	case *Comparison:
		f.all("(", e.Left, " ", e.Operator, " ", e.Right, ")")
	case *Logical:
		f.WriteString("(")
		for i, term := range e.Terms {
			if i > 0 {
				f.all(" ", e.Operator, " ")
			}
			f.expression(term)
		}
		f.WriteString(")")
	case *Not:
		f.all("(NOT ", e.Value, ")")
	case *Between:
		f.all("(", e.Value, " BETWEEN ", e.Min, " AND ", e.Max, ")")
	case *InList:
		f.all("(", e.Value, " IN (", e.List, "))")
	case *Like:
		f.all("(", e.Value, " LIKE ", e.Pattern)
		if e.Escape != nil {
			f.all(" ESCAPE ", e.Escape)
		}
		f.WriteString(")")
	case *IsNull:
		not := ""
		if e.Not {
			not = "NOT "
		}
		f.all("(", e.Value, " IS ", not, "NULL)")
	default:
		return false
	}
	return true
}

func (f *formatter) form(e Expression) bool {
	switch e := e.(type) {
	case *Cast:
		name := "CAST("
		if e.Try {
			name = "TRY_CAST("
		}
		f.all(name, e.Value, " AS ", e.Type.String(), ")")
	case *Row:
		f.all("ROW (", e.Values, ")")
	case *Array:
		f.all("ARRAY[", e.Values, "]")
	case *Subscript:
		f.all(e.Base, "[", e.Index, "]")
	case *AtTimeZone:
		f.all(e.Value, " AT TIME ZONE ", e.Zone)
	case *Extract:
		f.all("EXTRACT(", e.Field, " FROM ", e.Value, ")")
	case *Trim:
		f.all("trim(", e.Side, " ")
		if e.Chars != nil {
			f.all(e.Chars, " ")
		}
		f.all("FROM ", e.Value, ")")
	case *Normalize:
		f.all("NORMALIZE(", e.Value, ", ", e.Form, ")")
	case *Current:
		f.WriteString(e.Name)
		if e.Precision != "" {
			f.all("(", e.Precision, ")")
		}
	case *Grouping:
		f.all("GROUPING (", e.Columns, ")")
	case *Subquery, *Exists, *InSubquery, *Quantified:
		f.printf("(subquery %d:%d)", e.Pos().Line, e.Pos().Column)
	default:
		return false
	}
	return true
}

func (f *formatter) lambda(l *Lambda) {
	params := make([]string, len(l.Params))
	for i, p := range l.Params {
		params[i] = p.Value
	}
	f.all("(", strings.Join(params, ", "), ") -> ", l.Body)
}

func (f *formatter) caseOf(c *Case) {
	f.WriteString("(CASE")
	if c.Operand != nil {
		f.all(" ", c.Operand)
	}
	for _, w := range c.Whens {
		f.all(" WHEN ", w.Condition, " THEN ", w.Result)
	}
	if c.Else != nil {
		f.all(" ELSE ", c.Else)
	}
	f.WriteString(" END)")
}

func (f *formatter) call(c *Call) {
	if c.Operator && c.Name.String() == "concat" {
		f.all("(", c.Args[0], " || ", c.Args[1], ")")
		return
	}
	f.all(c.Name.String(), "(")
	if c.Distinct {
		f.WriteString("DISTINCT ")
	}
	if c.Star {
		f.WriteString("*")
	}
	f.list(c.Args)
	f.orderBy(c.OrderBy)
	f.WriteString(")")
	if c.Filter != nil {
		f.all(" FILTER (WHERE ", c.Filter, ")")
	}
	if c.Nulls != "" {
		f.all(" ", c.Nulls, " NULLS")
	}
	if c.Over != nil {
		f.WriteString(" OVER ")
		f.window(c.Over)
	}
}

func (f *formatter) orderBy(items []SortItem) {
	for i, s := range items {
		if i == 0 {
			f.WriteString(" ORDER BY ")
		} else {
			f.WriteString(", ")
		}
		f.expression(s.Value)
		if s.Desc {
			f.WriteString(" DESC")
		} else {
			f.WriteString(" ASC")
		}
		if s.Nulls != "" {
			f.all(" NULLS ", s.Nulls)
		}
	}
}

func (f *formatter) window(w *Window) {
	if w.Named {
		f.WriteString(w.Reference.Value)
		return
	}
	f.WriteString("(")
	if w.Reference != nil {
		f.WriteString(w.Reference.Value)
	}
	if len(w.Partition) > 0 {
		f.all("PARTITION BY ", w.Partition)
	}
	f.orderBy(w.OrderBy)
	if w.Frame != nil {
		f.all(" ", w.Frame.Unit, " BETWEEN ")
		f.bound(w.Frame.Start)
		if w.Frame.End != nil {
			f.WriteString(" AND ")
			f.bound(w.Frame.End)
		}
	}
	f.WriteString(")")
}

func (f *formatter) bound(b *FrameBound) {
	if b.Value != nil {
		f.all(b.Value, " ")
	}
	f.WriteString(b.Kind)
}

// String writes a type as types.Parse reads it.
func (t *DataType) String() string {
	name, zoned := strings.CutSuffix(t.Name, " with time zone")
	var parts []string
	for _, p := range t.Params {
		if p.Type != nil {
			parts = append(parts, p.Type.String())
		} else {
			parts = append(parts, p.Number)
		}
	}
	for _, field := range t.Fields {
		part := field.Type.String()
		if field.Name != nil {
			part = field.Name.text() + " " + part
		}
		parts = append(parts, part)
	}
	if len(parts) > 0 {
		name += "(" + strings.Join(parts, ", ") + ")"
	}
	if zoned {
		name += " with time zone"
	}
	return name
}

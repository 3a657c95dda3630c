package warehouse

import (
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
)

// advise returns the notices on a statement of DuckDB's SQL.
func (w *Warehouse) advise(ctx context.Context, sql string) []string {
	tree, err := w.guard.parse(ctx, sql)
	if err != nil || len(tree.Statements) == 0 {
		return nil // the engine says what is wrong with it
	}
	return w.metrics.advise(tree.Statements[0], searched)
}

// advise returns what people must know of a statement's aggregates: that it
// adds up ratios, or a stock over time. The statement runs nonetheless. It
// follows columns through subqueries, WITH and set operations by the syntax
// tree; what it cannot follow it says nothing about.
func (m *metrics) advise(statement any, search []string) []string {
	a := &adviser{metrics: m, search: search}
	if root, ok := statement.(map[string]any); ok {
		a.query(root["node"], nil)
	}
	return a.notices
}

// adviser walks a statement and collects notices, each once.
type adviser struct {
	metrics *metrics
	search  []string // schemas in which a name without one is looked for
	notices []string
}

// figure is what a column carries of the registry, from the view down.
type figure struct {
	metric
	isDated    bool     // one date was chosen on the way
	indicators []string // those chosen on the way, of a column of many
}

// field is a column of a relation.
type field struct {
	name    string
	figures []figure
	isTime  bool // year, period and so on: grouping by it keeps dates apart
	isKey   bool // names the indicator of the row
}

// relation is a table of FROM, under its name there.
type relation struct {
	name   string
	fields []field
}

// with are the relations of WITH that can be seen.
type with map[string][]field

// timeNames and keyNames are what the columns are called by which values of
// one date, or one indicator, are kept apart.
var (
	timeNames = []string{"year", "month", "period", "period_start", "period_end", "as_of", "list_year", "due_year", "status_on",
		"年份", "月份", "时期", "时期起", "时期止", "截止日", "名单年份", "目标年", "状态起"}
	keyNames = []string{"indicator", "indicator_name", "measure", "measure_name", "指标代码", "指标", "度量代码", "度量"}
)

func (a *adviser) say(notice string) {
	if !slices.Contains(a.notices, notice) {
		a.notices = append(a.notices, notice)
	}
}

// query returns the columns of a query node.
func (a *adviser) query(node any, seen with) []field {
	q, ok := node.(map[string]any)
	if !ok {
		return nil
	}
	if ctes, ok := q["cte_map"].(map[string]any); ok {
		wider := with{}
		for name, fields := range seen {
			wider[name] = fields
		}
		list, _ := ctes["map"].([]any)
		for _, entry := range list {
			e, _ := entry.(map[string]any)
			value, _ := e["value"].(map[string]any)
			inner, _ := value["query"].(map[string]any)
			names, _ := value["aliases"].([]any)
			wider[strings.ToLower(text(e, "key"))] = renamed(a.query(inner["node"], wider), names)
		}
		seen = wider
	}
	switch text(q, "type") {
	case "SELECT_NODE":
		return a.selected(q, seen)
	case "SET_OPERATION_NODE":
		fields := a.query(q["left"], seen)
		for i, f := range a.query(q["right"], seen) {
			if i < len(fields) {
				fields[i].figures = append(slices.Clone(fields[i].figures), f.figures...)
			}
		}
		return fields
	}
	return nil
}

func renamed(fields []field, names []any) []field {
	fields = slices.Clone(fields)
	for i, name := range names {
		if s, ok := name.(string); ok && i < len(fields) {
			fields[i].name = s
		}
	}
	return fields
}

// from returns the relations of a FROM.
func (a *adviser) from(node any, seen with) []relation {
	t, ok := node.(map[string]any)
	if !ok {
		return nil
	}
	names, _ := t["column_name_alias"].([]any)
	switch text(t, "type") {
	case "JOIN":
		return append(a.from(t["left"], seen), a.from(t["right"], seen)...)
	case "SUBQUERY":
		inner, _ := t["subquery"].(map[string]any)
		return []relation{{text(t, "alias"), renamed(a.query(inner["node"], seen), names)}}
	case "BASE_TABLE":
		name := text(t, "table_name")
		alias := name
		if as := text(t, "alias"); as != "" {
			alias = as
		}
		if fields, ok := seen[strings.ToLower(name)]; ok && text(t, "schema_name") == "" {
			return []relation{{alias, renamed(fields, names)}}
		}
		return []relation{{alias, renamed(a.view(text(t, "schema_name"), name), names)}}
	}
	return nil
}

// view returns the columns of a published view.
func (a *adviser) view(schema, name string) []field {
	schemas := []string{schema}
	if schema == "" {
		schemas = a.search
	}
	for _, s := range schemas {
		view := strings.ToLower(s + "." + name)
		var fields []field
		for _, column := range a.metrics.columns[view] {
			f := field{name: column, isTime: slices.Contains(timeNames, column), isKey: slices.Contains(keyNames, column)}
			if known, ok := a.metrics.of(view, column); ok {
				f.figures = []figure{{metric: known}}
			}
			fields = append(fields, f)
		}
		if fields != nil {
			return fields
		}
	}
	return nil
}

// selected judges the aggregates of a SELECT and returns its columns.
func (a *adviser) selected(q map[string]any, seen with) []field {
	s := &selection{adviser: a, relations: a.from(q["from_table"], seen), seen: seen}
	s.choose(q["where_clause"])
	list, _ := q["select_list"].([]any)
	s.group(q, list)
	var fields []field
	for _, item := range list {
		e, _ := item.(map[string]any)
		if text(e, "class") == "STAR" {
			for _, r := range s.relations {
				if of := text(e, "relation_name"); of == "" || strings.EqualFold(of, r.name) {
					fields = append(fields, r.fields...)
				}
			}
			continue
		}
		f := s.expression(e)
		f.name = text(e, "alias")
		if names, ok := e["column_names"].([]any); ok && f.name == "" && len(names) > 0 {
			f.name, _ = names[len(names)-1].(string)
		}
		for i := range f.figures { // what the WHERE chose stays chosen further up
			f.figures[i].isDated = f.figures[i].isDated || s.isDated
			f.figures[i].indicators = append(slices.Clone(f.figures[i].indicators), s.indicators...)
		}
		fields = append(fields, f)
	}
	for _, clause := range []string{"having", "qualify", "modifiers", "where_clause"} {
		s.expression(q[clause])
	}
	return fields
}

func isConstant(node any) (string, bool) {
	c, ok := node.(map[string]any)
	if !ok || text(c, "class") != "CONSTANT" {
		return "", false
	}
	value, _ := c["value"].(map[string]any)
	switch v := value["value"].(type) {
	case string:
		return v, true
	case json.Number:
		return v.String(), true
	}
	return "", false
}

// ordinal is n of GROUP BY n.
func ordinal(node any) (int, bool) {
	value, ok := isConstant(node)
	n, err := strconv.Atoi(value)
	return n, ok && err == nil
}

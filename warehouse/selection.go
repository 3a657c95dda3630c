package warehouse

import (
	"maps"
	"slices"
	"strings"
)

// selection is one SELECT: what its FROM has, what its WHERE chose and what
// its GROUP BY keeps apart.
type selection struct {
	*adviser
	relations  []relation
	seen       with
	isDated    bool     // one date is chosen
	indicators []string // those that are chosen
	byTime     bool     // dates are kept apart
	byKey      bool     // indicators are kept apart
}

// find returns the column that a reference names.
func (s *selection) find(e map[string]any) field {
	names, _ := e["column_names"].([]any)
	if len(names) == 0 {
		return field{}
	}
	column, _ := names[len(names)-1].(string)
	of := ""
	if len(names) > 1 {
		of, _ = names[len(names)-2].(string)
	}
	for _, r := range s.relations {
		if of != "" && !strings.EqualFold(of, r.name) {
			continue
		}
		for _, f := range r.fields {
			if strings.EqualFold(f.name, column) {
				return f
			}
		}
	}
	return field{}
}

// choose reads what the conditions of WHERE, joined by AND, pin down.
func (s *selection) choose(node any) {
	e, ok := node.(map[string]any)
	if !ok {
		return
	}
	switch text(e, "type") {
	case "CONJUNCTION_AND":
		children, _ := e["children"].([]any)
		for _, c := range children {
			s.choose(c)
		}
	case "COMPARE_EQUAL":
		s.pin(e["left"], []any{e["right"]})
		s.pin(e["right"], []any{e["left"]})
	case "COMPARE_IN":
		children, _ := e["children"].([]any)
		if len(children) > 1 {
			s.pin(children[0], children[1:])
		}
	}
}

func (s *selection) pin(column any, values []any) {
	e, ok := column.(map[string]any)
	if !ok || text(e, "class") != "COLUMN_REF" {
		return
	}
	f := s.find(e)
	for _, v := range values {
		word, ok := isConstant(v)
		param, _ := v.(map[string]any)
		switch {
		case f.isTime && len(values) == 1 && (ok || text(param, "class") == "PARAMETER"):
			s.isDated = true
		case f.isKey && ok:
			s.indicators = append(s.indicators, word)
		}
	}
}

// group reads what GROUP BY keeps apart. GROUP BY ALL groups by all of the
// select list that is no aggregate.
func (s *selection) group(q map[string]any, list []any) {
	groups, _ := q["group_expressions"].([]any)
	if text(q, "aggregate_handling") == "FORCE_AGGREGATES" {
		groups = list
	}
	for _, g := range groups {
		if n, ok := ordinal(g); ok && n >= 1 && n <= len(list) {
			g = list[n-1]
		}
		e, _ := g.(map[string]any)
		if names, ok := e["column_names"].([]any); ok && len(names) == 1 { // maybe an alias of the select list
			for _, item := range list {
				if i, ok := item.(map[string]any); ok && s.find(e).name == "" && strings.EqualFold(text(i, "alias"), names[0].(string)) {
					e = i
				}
			}
		}
		s.keepApart(e)
	}
}

func (s *selection) keepApart(node any) {
	switch x := node.(type) {
	case []any:
		for _, c := range x {
			s.keepApart(c)
		}
	case map[string]any:
		if isSum[strings.ToLower(text(x, "function_name"))] {
			return
		}
		if text(x, "class") == "COLUMN_REF" {
			f := s.find(x)
			s.byTime, s.byKey = s.byTime || f.isTime, s.byKey || f.isKey
		}
		for _, key := range slices.Sorted(maps.Keys(x)) {
			s.keepApart(x[key])
		}
	}
}

// isSum are the aggregates that add up: true also for the mean of a ratio,
// false for those that may be taken of a stock.
var isSum = map[string]bool{"sum": true, "sum_no_overflow": true, "fsum": true, "kahan_sum": true, "sumkahan": true,
	"avg": true, "mean": true, "favg": true}

var isMean = map[string]bool{"avg": true, "mean": true, "favg": true}

// expression judges the aggregates in an expression, and returns what its
// value carries. A quotient is a figure of its own; so is a comparison.
func (s *selection) expression(node any) (f field) {
	switch x := node.(type) {
	case []any:
		for _, c := range x {
			f.join(s.expression(c))
		}
		return f
	case map[string]any:
		return s.object(x)
	}
	return f
}

func (s *selection) object(e map[string]any) (f field) {
	switch {
	case text(e, "class") == "COLUMN_REF":
		return s.find(e)
	case text(e, "class") == "SUBQUERY":
		inner, _ := e["subquery"].(map[string]any)
		if fields := s.query(inner["node"], s.seen); len(fields) == 1 && text(e, "subquery_type") == "SCALAR" {
			return fields[0]
		}
		return field{}
	}
	function := strings.ToLower(text(e, "function_name"))
	for _, key := range slices.Sorted(maps.Keys(e)) {
		part := s.expression(e[key])
		if key == "children" || key == "child" || key == "case_checks" || key == "else_expr" || key == "left" || key == "right" || key == "then_expr" {
			f.join(part)
		}
	}
	if isSum[function] {
		s.judge(function, f.figures, e)
	}
	if function == "/" || function == "//" || function == "count" || strings.HasPrefix(text(e, "type"), "COMPARE_") {
		return field{}
	}
	return f
}

func (f *field) join(g field) {
	f.figures = append(slices.Clone(f.figures), g.figures...)
	f.isTime, f.isKey = f.isTime || g.isTime, f.isKey || g.isKey
}

// judge says what is wrong with an aggregate of figures.
func (s *selection) judge(function string, figures []figure, e map[string]any) {
	window := selection{adviser: s.adviser, relations: s.relations, byTime: s.byTime, byKey: s.byKey}
	if partitions, ok := e["partitions"].([]any); ok { // a window keeps apart by its own
		window.byTime, window.byKey = false, false
		window.keepApart(partitions)
	}
	for _, f := range figures {
		dated := f.isDated || s.isDated || window.byTime
		indicators := append(slices.Clone(f.indicators), s.indicators...)
		switch {
		case f.kind == "ratio":
			s.say(f.notice(function, whyRatio))
		case f.kind == "stock" && !dated && !isMean[function]:
			s.say(f.notice(function, whyStock))
		case f.kind == "non_additive" && !isMean[function]:
			s.say(f.notice(function, whyNever))
		case f.kind == "by_indicator" && len(indicators) > 0:
			s.judgeIndicators(function, f.metric, indicators, dated)
		case f.kind == "by_indicator" && !window.byKey:
			s.say(f.notice(function, whyMixed))
		}
	}
}

func (s *selection) judgeIndicators(function string, m metric, indicators []string, dated bool) {
	for _, code := range indicators {
		known := s.metrics.kinds[code]
		of := metric{view: m.view, column: m.column + " of " + code + " " + known.name}
		switch {
		case known.kind == "ratio":
			of.instead, of.insteadInZh = "the sum of its numerators over the sum of its denominators", "分子之和除以分母之和"
			s.say(of.notice(function, whyRatio))
		case known.kind == "stock" && !dated && !isMean[function]:
			of.instead, of.insteadInZh = "the last date of each year, or GROUP BY year", "取期末数，或按年份分组"
			s.say(of.notice(function, whyStock))
		}
	}
}

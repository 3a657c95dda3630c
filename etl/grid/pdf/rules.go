package pdf

import (
	"cmp"
	"slices"

	"sanpin/etl/grid/pdf/page"
)

// Tolerances of drawing, in points.
const (
	sameRule = 1.5 // rules as near as this are one
	bridge   = 2.6 // gaps in a rule: dashes, corners
	snap     = 3.0 // edges of cells as near as this are one
	minRule  = 4.0 // shorter ones are marks, not rules
)

// mergeRules joins the pieces of rules, which programs draw cell by cell, dash
// by dash and twice over.
func mergeRules(rules []page.Rule) (horizontal, vertical []page.Rule) {
	var h, v []page.Rule
	for _, r := range rules {
		if r.Vertical {
			v = append(v, r)
		} else {
			h = append(h, r)
		}
	}
	h, v = mergeParallel(h), mergeParallel(v)
	if len(h)+len(v) > maxRules {
		return nil, nil
	}
	return h, v
}

func mergeParallel(rules []page.Rule) []page.Rule {
	slices.SortFunc(rules, func(a, b page.Rule) int {
		return cmp.Or(cmp.Compare(a.At, b.At), cmp.Compare(a.From, b.From))
	})
	var out []page.Rule
	for i := 0; i < len(rules); {
		k := i
		for k < len(rules) && rules[k].At-rules[i].At <= sameRule {
			k++
		}
		out = append(out, mergeOverlaps(rules[i:k])...)
		i = k
	}
	return out
}

// mergeOverlaps joins rules of one place end to end.
func mergeOverlaps(rules []page.Rule) []page.Rule {
	slices.SortFunc(rules, func(a, b page.Rule) int { return cmp.Compare(a.From, b.From) })
	var out []page.Rule
	for _, r := range rules {
		if n := len(out); n > 0 && r.From <= out[n-1].To+bridge {
			out[n-1].To = max(out[n-1].To, r.To)
			continue
		}
		out = append(out, r)
	}
	return slices.DeleteFunc(out, func(r page.Rule) bool { return r.To-r.From < minRule })
}

// cover gives what share of [from, to] the rules go along.
func cover(rules []page.Rule, from, to float64) float64 {
	if to <= from {
		return 0
	}
	sum := 0.0
	for _, r := range rules {
		sum += max(0, min(r.To, to)-max(r.From, from))
	}
	return sum / (to - from)
}

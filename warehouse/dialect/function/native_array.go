package function

import (
	"fmt"
	"math"
	"math/big"
	"sort"
	"strings"
)

// keyText tells values apart as Trino's IS DISTINCT FROM does.
func keyText(x any) string {
	switch v := x.(type) {
	case nil:
		return "null"
	case string:
		return fmt.Sprintf("%d:%s", len(v), v)
	case float64:
		if v == 0 {
			v = 0 // not -0
		}
		return fmt.Sprint("f", v)
	case []any:
		parts := make([]string, len(v))
		for i, p := range v {
			parts[i] = keyText(p)
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	return fmt.Sprint(x)
}

// compareValues orders two values of one type: NULLs and NaN last.
func compareValues(x, y any) int {
	if x == nil || y == nil {
		return boolInt(x == nil) - boolInt(y == nil)
	}
	switch a := x.(type) {
	case string:
		return strings.Compare(a, y.(string))
	case int64:
		return boolInt(a > y.(int64)) - boolInt(a < y.(int64))
	case bool:
		return boolInt(a && !y.(bool)) - boolInt(!a && y.(bool))
	case *big.Int:
		return a.Cmp(y.(*big.Int))
	case float64:
		b := y.(float64)
		if math.IsNaN(a) || math.IsNaN(b) {
			return boolInt(math.IsNaN(a)) - boolInt(math.IsNaN(b))
		}
		return boolInt(a > b) - boolInt(a < b)
	}
	a, b := x.([]any), y.([]any)
	for i := 0; i < len(a) && i < len(b); i++ {
		if c := compareValues(a[i], b[i]); c != 0 {
			return c
		}
	}
	return len(a) - len(b)
}

func boolInt(x bool) int {
	if x {
		return 1
	}
	return 0
}

// places are 1-based, as list_select wants them.
func places(list []int) []any {
	out := make([]any, len(list))
	for i, p := range list {
		out[i] = int64(p + 1)
	}
	return out
}

func setOfKeys(list []any) map[string]bool {
	set := map[string]bool{}
	for _, x := range list {
		set[keyText(x)] = true
	}
	return set
}

// firsts are the places of the first of equal elements that keep says yes to.
func firsts(list []any, keep func(x any, key string) bool) []any {
	seen, out := map[string]bool{}, []int{}
	for i, x := range list {
		key := keyText(x)
		if !seen[key] && keep(x, key) {
			out = append(out, i)
		}
		seen[key] = true
	}
	return places(out)
}

func isNaN(x any) bool {
	f, ok := x.(float64)
	return ok && math.IsNaN(f)
}

const list, indexes = "ANY", "BIGINT[]"

func init() {
	native("trino_distinct", list, indexes, func(a []any) (any, error) {
		return firsts(a[0].([]any), func(any, string) bool { return true }), nil
	})
	native("trino_distinct_values", list, indexes, func(a []any) (any, error) {
		return firsts(a[0].([]any), func(x any, _ string) bool { return x != nil }), nil
	})
	native("trino_counts", list, "BIGINT[]", func(a []any) (any, error) {
		at, out := map[string]int{}, []any{}
		for _, x := range a[0].([]any) {
			if x == nil {
				continue
			}
			key := keyText(x)
			i, ok := at[key]
			if !ok {
				i = len(out)
				at[key], out = i, append(out, int64(0))
			}
			out[i] = out[i].(int64) + 1
		}
		return out, nil
	})
	native("trino_groups", list, "BIGINT[][]", func(a []any) (any, error) {
		at, out := map[string]int{}, []any{}
		for n, x := range a[0].([]any) {
			key := keyText(x)
			i, ok := at[key]
			if !ok {
				i = len(out)
				at[key], out = i, append(out, []any{})
			}
			out[i] = append(out[i].([]any), int64(n+1))
		}
		return out, nil
	})
	native("trino_most_frequent", "ANY, BIGINT, BIGINT", "STRUCT(i BIGINT, n BIGINT)[]", mostFrequentOf)
	native("trino_intersect", "ANY, ANY", indexes, func(a []any) (any, error) {
		x, y := a[0].([]any), a[1].([]any)
		if len(x) >= len(y) { // the longer list gives the order
			in := setOfKeys(y)
			return firsts(x, func(_ any, key string) bool { return in[key] }), nil
		}
		at := map[string]int{}
		for i := len(x) - 1; i >= 0; i-- {
			at[keyText(x[i])] = i
		}
		out, seen := []int{}, map[string]bool{}
		for _, v := range y {
			key := keyText(v)
			if i, ok := at[key]; ok && !seen[key] {
				out = append(out, i)
			}
			seen[key] = true
		}
		return places(out), nil
	})
	native("trino_except", "ANY, ANY", indexes, func(a []any) (any, error) {
		if len(a[1].([]any)) == 0 { // then the first list stands as it is
			return upTo(int64(len(a[0].([]any)))), nil
		}
		in := setOfKeys(a[1].([]any))
		return firsts(a[0].([]any), func(_ any, key string) bool { return !in[key] }), nil
	})
	native("trino_overlap", "ANY, ANY", "BOOLEAN", func(a []any) (any, error) {
		x, y := a[0].([]any), a[1].([]any)
		in := setOfKeys(y)
		for _, v := range x {
			if v != nil && in[keyText(v)] {
				return true, nil
			}
		}
		if len(x) > 0 && len(y) > 0 && (in["null"] || setOfKeys(x)["null"]) {
			return nil, nil
		}
		return false, nil
	})
	native("trino_contains", "ANY, ANY", "BOOLEAN", func(a []any) (any, error) {
		key, null := keyText(a[1]), false
		for _, x := range a[0].([]any) {
			switch {
			case x == nil:
				null = true
			case keyText(x) == key && !isNaN(x):
				return true, nil
			}
		}
		if null {
			return nil, nil
		}
		return false, nil
	})
	native("trino_position", "ANY, ANY", "BIGINT", func(a []any) (any, error) {
		key := keyText(a[1])
		for i, x := range a[0].([]any) {
			if x != nil && keyText(x) == key && !isNaN(x) {
				return int64(i + 1), nil
			}
		}
		return int64(0), nil
	})
	native("trino_remove", "ANY, ANY", indexes, func(a []any) (any, error) {
		key, out := keyText(a[1]), []int{}
		for i, x := range a[0].([]any) {
			if x == nil || keyText(x) != key || isNaN(x) {
				out = append(out, i)
			}
		}
		return places(out), nil
	})
	native("trino_sort", list, indexes, func(a []any) (any, error) {
		values := a[0].([]any)
		order := make([]int, len(values))
		for i := range order {
			order[i] = i
		}
		sort.SliceStable(order, func(i, j int) bool { return compareValues(values[order[i]], values[order[j]]) < 0 })
		return places(order), nil
	})
	native("trino_sort_pairs", "INTEGER[][]", indexes, sortPairs)
	for name, sign := range map[string]int{"trino_array_max": 1, "trino_array_min": -1} {
		native(name, list, "BIGINT", func(a []any) (any, error) {
			best := -1
			values := a[0].([]any)
			for i, x := range values {
				if x == nil {
					return nil, nil
				}
				if best < 0 || isNaN(values[best]) || !isNaN(x) && compareValues(x, values[best])*sign > 0 {
					best = i
				}
			}
			if best < 0 {
				return nil, nil
			}
			return int64(best + 1), nil
		})
	}
	native("trino_or", "BOOLEAN[]", "BOOLEAN", func(a []any) (any, error) {
		var result any = false
		for _, x := range a[0].([]any) {
			switch x {
			case true:
				return true, nil
			case nil:
				result = nil
			}
		}
		return result, nil
	})
	native("trino_contains_sequence", "ANY, ANY", "BOOLEAN", func(a []any) (any, error) {
		x, y := a[0].([]any), a[1].([]any)
		for i := 0; i+len(y) <= len(x); i++ {
			k := 0
			for k < len(y) && keyText(x[i+k]) == keyText(y[k]) {
				k++
			}
			if k == len(y) {
				return true, nil
			}
		}
		return false, nil
	})
	placesOf()
}

// mostFrequentOf gives the places and counts of the n most frequent values.
func mostFrequentOf(a []any) (any, error) {
	type counted struct{ place, count int64 }
	at, list := map[string]int{}, []counted{}
	for i, x := range a[0].([]any) {
		key := keyText(x)
		k, ok := at[key]
		if !ok {
			k = len(list)
			at[key], list = k, append(list, counted{place: int64(i + 1)})
		}
		list[k].count++
	}
	n, capacity := number(a[1]), number(a[2])
	sort.SliceStable(list, func(i, j int) bool { return list[i].count > list[j].count })
	switch {
	case n < 2:
		return nil, badArgument("approx_most_frequent bucket count must be greater than one, input bucket count: %d", n)
	case len(list) > capacity:
		return nil, failure("NOT_SUPPORTED", "approx_most_frequent of more values than its capacity of %d", capacity)
	case len(list) > n && list[n-1].count == list[n].count:
		return nil, failure("NOT_SUPPORTED", "approx_most_frequent with equal frequencies at its end")
	}
	out := []any{}
	for _, c := range list[:min(n, len(list))] {
		out = append(out, []any{c.place, c.count})
	}
	return out, nil
}

func sortPairs(a []any) (any, error) {
	pairs := a[0].([]any)
	order := make([]int, len(pairs))
	for i := range order {
		order[i] = i
	}
	var err error
	sort.SliceStable(order, func(i, j int) bool {
		x := pairs[order[i]].([]any)[order[j]]
		if x == nil || x.(int64) < -1 || x.(int64) > 1 {
			err = badArgument("Lambda comparator must return either -1, 0, or 1")
			return false
		}
		return x.(int64) < 0
	})
	return places(order), err
}

// placesOf are the natives that make places out of numbers.
func placesOf() {
	native("trino_subscript", "BIGINT, BIGINT", "BIGINT", func(a []any) (any, error) {
		n, i := a[0].(int64), a[1].(int64)
		switch {
		case i == 0:
			return nil, badArgument("SQL array indices start at 1")
		case i < 0:
			return nil, badArgument("Array subscript is negative: %d", i)
		case i > n:
			return nil, badArgument("Array subscript must be less than or equal to array length: %d > %d", i, n)
		}
		return i, nil
	})
	native("trino_not_zero", "BIGINT", "BIGINT", func(a []any) (any, error) {
		if a[0].(int64) == 0 {
			return nil, badArgument("SQL array indices start at 1")
		}
		return a[0], nil
	})
	native("trino_slice", "BIGINT, BIGINT, BIGINT", indexes, func(a []any) (any, error) {
		n, start, length := a[0].(int64), a[1].(int64), a[2].(int64)
		switch {
		case start == 0:
			return nil, badArgument("SQL array indices start at 1")
		case length < 0:
			return nil, badArgument("length must be greater than or equal to 0")
		case start < 0:
			start += n + 1
		}
		out := []any{}
		for i := start; start >= 1 && i <= n && i-start < length; i++ {
			out = append(out, i)
		}
		return out, nil
	})
	native("trino_trim_array", "BIGINT, BIGINT", indexes, func(a []any) (any, error) {
		n, k := a[0].(int64), a[1].(int64)
		switch {
		case k < 0:
			return nil, badArgument("size must not be negative: %d", k)
		case k > n:
			return nil, badArgument("size must not exceed array cardinality %d: %d", n, k)
		}
		return upTo(n - k), nil
	})
	native("trino_repeat", "BIGINT", indexes, func(a []any) (any, error) {
		if n := a[0].(int64); n > 10000 {
			return nil, badArgument("count argument of repeat function must be less than or equal to 10000")
		} else if n < 0 {
			return nil, badArgument("count argument of repeat function must be greater than or equal to 0")
		}
		return upTo(a[0].(int64)), nil
	})
	native("trino_ngrams", "BIGINT, BIGINT", "BIGINT[][]", func(a []any) (any, error) {
		n, k := a[0].(int64), a[1].(int64)
		if k <= 0 {
			return nil, badArgument("N must be positive")
		}
		if n <= k {
			return []any{upTo(n)}, nil
		}
		out := []any{}
		for i := int64(0); i+k <= n; i++ {
			gram := []any{}
			for j := range k {
				gram = append(gram, i+j+1)
			}
			out = append(out, gram)
		}
		return out, nil
	})
	native("trino_combinations", "BIGINT, BIGINT", "BIGINT[][]", func(a []any) (any, error) { return combinations(a[0].(int64), a[1].(int64)) })
}

func upTo(n int64) []any {
	out := []any{}
	for i := range n {
		out = append(out, i+1)
	}
	return out
}

// combinations gives the sub-sets of k of n places, in the order of their last
// elements, as Trino does.
func combinations(n, k int64) (any, error) {
	switch {
	case k < 0:
		return nil, badArgument("combination size must not be negative: %d", k)
	case k > 5:
		return nil, badArgument("combination size must not exceed 5: %d", k)
	}
	out := []any{}
	chosen := make([]any, k)
	var choose func(left, limit int64)
	choose = func(left, limit int64) {
		if left == 0 {
			out = append(out, append([]any{}, chosen...))
			return
		}
		for i := left; i <= limit; i++ {
			chosen[left-1] = i
			choose(left-1, i-1)
		}
	}
	choose(k, n)
	if len(out) > 100000 {
		return nil, badArgument("combinations exceed max size")
	}
	return out, nil
}

// vectors declares a function of two arrays of doubles.
func vectors(name string) form {
	return native("trino_"+name, "DOUBLE[], DOUBLE[]", "DOUBLE", func(a []any) (any, error) {
		x, y := a[0].([]any), a[1].([]any)
		if len(x) != len(y) {
			return nil, badArgument("The arguments must have the same length")
		}
		dot, xx, yy, distance := 0.0, 0.0, 0.0, 0.0
		for i := range x {
			if x[i] == nil || y[i] == nil {
				return nil, nil
			}
			u, v := x[i].(float64), y[i].(float64)
			dot, xx, yy, distance = dot+u*v, xx+u*u, yy+v*v, distance+(u-v)*(u-v)
		}
		switch name {
		case "dot_product":
			return dot, nil
		case "euclidean_distance":
			return math.Sqrt(distance), nil
		}
		if xx == 0 || yy == 0 {
			return nil, badArgument("Vector magnitude cannot be zero")
		}
		similarity := dot / math.Sqrt(xx*yy)
		if name == "cosine_distance" {
			return 1 - similarity, nil
		}
		return similarity, nil
	})
}

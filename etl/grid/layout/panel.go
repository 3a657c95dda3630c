package layout

// panels cuts a sheet into the column ranges that are tables of their own: a
// long table printed in two columns has its labels twice, the second time
// perhaps a row lower. A column begins a panel if it repeats at least half of
// the labels of the first one, in their order.
func panels(v *view) []*view {
	first := labelColumn(v)
	if first < 0 {
		return []*view{v}
	}
	want := labelsOf(v, first)
	starts := []int{v.c0}
	for c := first + 2; c < v.c1-1; c++ {
		if repeats(want, labelsOf(v, c)) && numbersRight(v, c) {
			starts = append(starts, c)
		}
	}
	var out []*view
	for i, c0 := range starts {
		c1 := v.c1
		if i+1 < len(starts) {
			c1 = starts[i+1]
		}
		out = append(out, v.columns(c0, c1))
	}
	return out
}

// labelColumn is the first column with at least three Chinese texts below each
// other that stand left of numbers; -1 if there is none.
func labelColumn(v *view) int {
	for c := v.c0; c < v.c1; c++ {
		n := 0
		for r := range v.g.Rows {
			if v.at(r, c) == word && rightOf(v, r, c) == number {
				n++
			}
		}
		if n >= 3 {
			return c
		}
	}
	return -1
}

// rightOf is the class of the first filled cell right of (r, c) that is not a
// translation.
func rightOf(v *view, r, c int) class {
	for c++; c < v.c1; c++ {
		if k := v.at(r, c); k != none && k != latin {
			return k
		}
	}
	return none
}

func labelsOf(v *view, c int) []string {
	var out []string
	for r := range v.g.Rows {
		if v.at(r, c) == word && rightOf(v, r, c) == number {
			out = append(out, label(v.text(r, c)))
		}
	}
	return out
}

// repeats tells whether b holds at least half of a, in order, and not just a
// few labels.
func repeats(a, b []string) bool {
	if len(b) < 3 {
		return false
	}
	i, n := 0, 0
	for _, s := range b {
		for j := i; j < len(a); j++ {
			if a[j] == s {
				i, n = j+1, n+1
				break
			}
		}
	}
	return n*2 >= len(a) && n*2 >= len(b)
}

func numbersRight(v *view, c int) bool {
	n := 0
	for r := range v.g.Rows {
		if v.at(r, c+1) == number || v.at(r, c+2) == number {
			n++
		}
	}
	return n >= 3
}

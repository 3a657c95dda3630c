package layout

import "sanpin/etl/clean"

// panels cuts a sheet into the column ranges that are tables of their own: a
// long table printed in two columns has its labels twice, the second time
// perhaps a row lower. A column begins a panel if it repeats at least half of
// the labels of the first one, in their order, or if the headings begin anew
// there: 地区 申请 授权 | 地区 申请 授权.
func panels(v *view) []*view {
	first := labelColumn(v)
	if first < 0 {
		return []*view{v}
	}
	want := labelsOf(v, first)
	starts := []int{v.c0}
	for c := first + 2; c < v.c1-1; c++ {
		if (repeats(want, labelsOf(v, c)) || v.headsAgain(first, c)) && numbersRight(v, c) {
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

// headsAgain tells whether the headings from column first on stand once more from
// column c on, up to the end of the sheet or the next such column, over labels
// and numbers.
func (v *view) headsAgain(first, c int) bool {
	if len(labelsOf(v, c)) < 2 {
		return false
	}
	for r := range v.g.Rows {
		if v.at(r, first) != word || v.at(r, c) != word || v.at(r, first+1) == none {
			continue
		}
		same := true
		for k := first; same && k < c && c+k-first < v.c1; k++ {
			same = clean.Squeeze(v.text(r, k)) == clean.Squeeze(v.text(r, c+k-first))
		}
		if rest := v.c1 - c; same && rest >= 2 {
			return v.at(r+1, first) != none && v.text(r+1, first) != v.text(r+1, c)
		}
	}
	return false
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

package docs

import (
	"slices"
	"strings"
)

// sortViews puts views in the order of their layers, then names.
func sortViews(views []*view) {
	layers := []string{"reference", "staging", "core", "mart", "zh"}
	slices.SortFunc(views, func(a, b *view) int {
		if d := slices.Index(layers, a.Schema) - slices.Index(layers, b.Schema); d != 0 {
			return d
		}
		return strings.Compare(a.Name, b.Name)
	})
}

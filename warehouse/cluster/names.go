package cluster

import (
	"regexp"
	"strings"

	"sanpin/warehouse/engine"
)

// Everything of one release stands in one schema of the cluster, so that a
// client picks a release by its schema and writes names without one. Marts and
// their Chinese twins keep their names; of the other layers the name of the
// layer is put before: core.yoy is core_yoy. This is all that the files of
// package sql are changed by.
func local(layer, name string) string {
	if layer == "mart" || layer == "zh" {
		return name
	}
	return layer + "_" + name
}

// qualified finds names with a layer; what could look like one, comments,
// texts and quoted names, is matched first and left as it is.
var qualified = regexp.MustCompile(`--[^\n]*|'(?:[^']|'')*'|\b(lake|reference|staging|core|mart|zh)\.("(?:[^"]|"")+"|\w+)|"(?:[^"]|"")*"`)

// translate gives the names in a statement their form on the cluster.
func translate(text string) string {
	return qualified.ReplaceAllStringFunc(text, func(match string) string {
		m := qualified.FindStringSubmatch(match)
		if m[1] == "" {
			return match
		}
		name := m[2]
		if inner, quoted := strings.CutPrefix(name, `"`); quoted {
			name = strings.ReplaceAll(strings.TrimSuffix(inner, `"`), `""`, `"`)
		}
		return engine.QuoteName(local(m[1], name))
	})
}

// piece is what ends a statement, or may hold a semicolon that does not.
var piece = regexp.MustCompile(`--[^\n]*|'(?:[^']|'')*'|"(?:[^"]|"")*"|;`)

// statements cuts a file at its semicolons. Trino takes one statement at a
// time, without one.
func statements(text string) (all []string) {
	start := 0
	add := func(end int) {
		if s := strings.TrimSpace(text[start:end]); s != "" {
			all = append(all, s)
		}
	}
	for _, at := range piece.FindAllStringIndex(text, -1) {
		if text[at[0]] == ';' {
			add(at[0])
			start = at[1]
		}
	}
	add(len(text))
	return all
}

package sql_test

import (
	"fmt"
	"path"
	"regexp"
	"strings"
	"testing"

	"sanpin/sql"
	"sanpin/warehouse/dialect/parse"
)

// A ban is a form of Trino's grammar that DuckDB refuses, or that they answer
// differently, and what to write. What is none of the grammar package parse refuses.
type ban struct {
	form, write string
}

// bans are matched without regard to case, on text whose comments, strings and
// quoted names are blanked out.
var bans = []ban{
	{`\b(group|order) by all\b`, "the columns"},
	{`(select|,|\.)\s*\*`, "the columns: a star takes new ones silently"},
	{`\bnatural join\b`, "JOIN … USING"},
	{`\bignore nulls\b`, "max_by or a join"},
	{`\bwithin group\b`, "array_join(array_agg(x ORDER BY k), ',')"},
	{`\btablesample\b`, "no sample"},
	{`\bas (text|string|numeric|char|int|hugeint|ubigint|timestamptz)\b`, "varchar, decimal(p, s), integer, bigint, timestamp"},
	{`\b(left|right|char_length|trunc|truncate|log|date_add|date_sub|last_day|strftime|strptime|date_format|format|md5|epoch|generate_series|sequence|range|median|mode|upper)\s*\(`,
		"substr, length, floor, ln, interval, cast"},
	{`\b(regexp|json|approx|list|struct|map|string_agg|listagg|quantile|array_to_string)_?\w*\s*\(`, "a form of the allowed list"},
	{`\bavg\s*\(`, "cast(sum(x) AS double) / cast(count(x) AS double)"},
	{`\bgrouping\s*\(`, "grouping() in a subquery"},
	{`\b(dow|isodow|epoch)\s+from\b`, "no day of week"},
}

// division is a slash between doubles: both sides are casts or double literals.
var division = regexp.MustCompile(`(?i)(double\)[, 0-9e)]*|\d+e\d+\)*|double\) \* \w+\.?\w*\))\s*$`)
var divisor = regexp.MustCompile(`(?i)^\s*((nullif\(|coalesce\()?cast\(|\d+e\d+|case\s)`)

// whole is a count that DuckDB makes a HUGEINT: it must stand in a cast, unless
// it is only compared.
var whole = regexp.MustCompile(`(?i)(cast\(\s*)?\b(?:count_if\s*\(|sum\s*\(\s*case\s[^()]*(?:\([^()]*\)[^()]*)*\bthen 1 else 0 end\s*\))`)

var (
	comment  = regexp.MustCompile(`--[^\n]*`)
	literal  = regexp.MustCompile(`'(?:[^']|'')*'`)
	quoted   = regexp.MustCompile(`"[^"]*"`)
	distinct = regexp.MustCompile(`(?i)\bis (?:not )?distinct from\b`)
	compared = regexp.MustCompile(`(?i)^\s*(having|where|and|or)\b`)
	interval = regexp.MustCompile(`(?i)interval\s+'[^']*[^0-9'][^']*'`)
)

// blank replaces what a pattern matches by one rune, so that lines stay lines.
func blank(text string, pattern *regexp.Regexp, by rune) string {
	return pattern.ReplaceAllStringFunc(text, func(match string) string {
		return strings.Map(func(r rune) rune {
			if r == '\n' {
				return r
			}
			return by
		}, match)
	})
}

// lint returns what is not portable, as "line: form: write …", after what Trino
// cannot read.
func lint(text string) []string {
	var found []string
	if _, err := parse.Statement(strings.TrimSuffix(strings.TrimRight(text, " \n"), ";")); err != nil {
		found = append(found, err.Error())
	}
	report := func(at int, code, write string) {
		line := 1 + strings.Count(code[:at], "\n")
		found = append(found, fmt.Sprintf("%d: %q: write %s", line, strings.TrimSpace(lineOf(code, at)), write))
	}
	code := blank(text, comment, ' ')
	for _, at := range interval.FindAllStringIndex(code, -1) {
		report(at[0], code, "INTERVAL '3' DAY")
	}
	code = blank(blank(code, literal, ' '), quoted, '_')
	for _, b := range bans {
		for _, at := range regexp.MustCompile(`(?i)`+b.form).FindAllStringIndex(code, -1) {
			report(at[0], code, b.write)
		}
	}
	for _, at := range whole.FindAllStringSubmatchIndex(code, -1) {
		if at[2] < 0 && !compared.MatchString(lineOf(code, at[0])) {
			report(at[0], code, "cast(count_if(x) AS bigint): in DuckDB it is a HUGEINT")
		}
	}
	for at, r := range code {
		if r == '/' && !(division.MatchString(code[:at]) && divisor.MatchString(code[at+1:])) {
			report(at, code, "cast(a AS double) / cast(nullif(b, 0) AS double)")
		}
	}
	return found
}

func lineOf(text string, at int) string {
	start := strings.LastIndexByte(text[:at], '\n') + 1
	line, _, _ := strings.Cut(text[start:], "\n")
	return line
}

// TestPortable holds views, claims and examples to the SQL that DuckDB and
// Trino answer equally.
func TestPortable(t *testing.T) {
	for _, folder := range append([]string{"tests", "examples"}, sql.Layers...) {
		for _, file := range list(t, folder) {
			for _, finding := range lint(statement(read(t, file))) {
				t.Errorf("%s:%s", file, finding)
			}
		}
	}
}

// statement cuts off the comments on a view, whose texts are no SQL.
func statement(text string) string {
	body, _, _ := strings.Cut(text, "\nCOMMENT ON ")
	return body
}

func TestLint(t *testing.T) {
	for _, test := range []struct {
		text string
		want int
	}{
		{"SELECT a FROM t", 0},
		{"SELECT 'a::b // c', \"浙江\" FROM t -- x::y", 0},
		{"SELECT a::varchar FROM t", 1},
		{"SELECT a / b AS c FROM t", 1},
		{"SELECT cast(a AS double) / cast(nullif(b, 0) AS double) AS c FROM t", 0},
		{"SELECT 1e0 / cast(b AS double) AS c FROM t", 0},
		{"SELECT * FROM t", 1},
		{"SELECT count(*) AS n, 2 * a AS b FROM t", 0},
		{"SELECT t.* FROM t", 1},
		{"SELECT avg(a) AS b FROM t", 1},
		{"SELECT 浙江 FROM t", 1},
		{"SELECT d + INTERVAL '3 days' AS e FROM t", 1},
		{"SELECT d + INTERVAL '3' DAY AS e FROM t", 0},
		{"SELECT a FROM t WHERE b IS NOT TRUE", 1},
		{"SELECT a FROM t LIMIT 3 OFFSET 1", 1},
		{"SELECT a FROM t OFFSET 1 LIMIT 3", 0},
		{"SELECT string_agg(a) AS b FROM t", 1},
		{"SELECT a FROM t GROUP BY ALL", 1},
		{"FROM t SELECT regexp_extract(a, 'b') AS c", 2},
		{"SELECT count_if(a > 1) AS b FROM t", 1},
		{"SELECT cast(count_if(a > 1) AS bigint) AS b FROM t", 0},
		{"SELECT sum(CASE WHEN a IN (1, 2) THEN 1 ELSE 0 END) AS b FROM t", 1},
		{"SELECT a FROM t GROUP BY a\nHAVING count_if(b) > 1", 0},
	} {
		if got := lint(test.text); len(got) != test.want {
			t.Errorf("lint(%q) = %q, want %d findings", test.text, got, test.want)
		}
	}
}

// TestShape: one view a file, named as the file, its grain in the first line,
// reading from its own and lower layers only.
func TestShape(t *testing.T) {
	reads := map[string][]string{
		"staging": {"lake"},
		"core":    {"staging", "core", "reference"},
		"mart":    {"staging", "core", "mart", "reference"},
		"zh":      {"mart"},
	}
	source := regexp.MustCompile(`(?i)\b(?:from|join)\s+(\w+)\.`)
	for _, layer := range sql.Layers {
		for _, file := range list(t, layer) {
			text := read(t, file)
			name := strings.TrimSuffix(path.Base(file), ".sql")
			if layer == "zh" {
				name = `"` + name + `"`
			}
			if first, _, _ := strings.Cut(text, "\n"); !strings.HasPrefix(first, "-- One row ") {
				t.Errorf("%s:1: first line does not name the grain (-- One row per …): %s", file, first)
			}
			if strings.Count(text, "CREATE ") != 1 || !strings.Contains(text, "\nCREATE VIEW "+layer+"."+name+" AS\n") {
				t.Errorf("%s: want one view, %s.%s", file, layer, name)
			}
			if strings.Count(text, "COMMENT ON VIEW "+layer+"."+name+" IS '") != 1 {
				t.Errorf("%s: want one COMMENT ON VIEW %s.%s", file, layer, name)
			}
			for _, match := range source.FindAllStringSubmatch(blank(blank(statement(text), comment, ' '), distinct, ' '), -1) {
				if !strings.Contains(" "+strings.Join(reads[layer], " ")+" ", " "+match[1]+" ") {
					t.Errorf("%s: reads %s; %s may read %s", file, match[1], layer, strings.Join(reads[layer], ", "))
				}
			}
		}
	}
}

// TestExamplesAreOrdered: answers are the same every time only with a total order.
func TestExamplesAreOrdered(t *testing.T) {
	for _, file := range list(t, "examples") {
		if !strings.Contains(read(t, file), "\nORDER BY ") {
			t.Errorf("%s: no ORDER BY at the end", file)
		}
	}
}

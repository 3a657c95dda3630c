package main

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"sanpin/warehouse/engine"
)

// table answers sql in a format.
func table(t *testing.T, sql, format string) string {
	t.Helper()
	ctx := context.Background()
	db, err := engine.Open("", engine.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	conn, err := db.Conn(ctx)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	rows, err := conn.Query(ctx, sql)
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	var b strings.Builder
	if err := writeTable(&b, rows, format); err != nil {
		t.Fatalf("%s as %s: %v", sql, format, err)
	}
	return b.String()
}

const cheese = `SELECT * FROM (VALUES
	('景德镇陶瓷', 3.14::DECIMAL(18,6), DATE '2023-01-31', true),
	('X|' || chr(10) || chr(27) || '[2J', -12000.5, NULL, false),
	('', NULL, NULL, NULL)) AS t(品牌, value, day, ok)`

func TestWriteTable(t *testing.T) {
	for _, test := range []struct{ sql, format, want string }{
		{cheese, "box", `
┌─────────────┬──────────┬────────────┬───────┐
│ 品牌        │    value │ day        │ ok    │
├─────────────┼──────────┼────────────┼───────┤
│ 景德镇陶瓷  │     3.14 │ 2023-01-31 │ true  │
│ X|\n\x1b[2J │ -12000.5 │ NULL       │ false │
│             │     NULL │ NULL       │ NULL  │
└─────────────┴──────────┴────────────┴───────┘
3 rows
`},
		{cheese, "markdown", `
| 品牌           |    value | day        | ok    |
| -------------- | -------: | ---------- | ----- |
| 景德镇陶瓷     |     3.14 | 2023-01-31 | true  |
| X\|<br>\x1b[2J | -12000.5 |            | false |
|                |          |            |       |
`},
		{cheese, "line", `
 品牌 = 景德镇陶瓷
value = 3.14
  day = 2023-01-31
   ok = true

 品牌 = X|\n\x1b[2J
value = -12000.5
  day = NULL
   ok = false

 品牌 =
value = NULL
  day = NULL
   ok = NULL
`},
		{"SELECT 1 AS a WHERE false", "box", "\n┌───┐\n│ a │\n├───┤\n└───┘\n0 rows\n"},
		{"SELECT 1 AS a WHERE false", "markdown", "\n|   a |\n| --: |\n"},
		{"SELECT 1 AS a WHERE false", "line", "\n"},
		{"SELECT NULL AS a", "box", "\n┌──────┐\n│    a │\n├──────┤\n│ NULL │\n└──────┘\n1 row\n"},
	} {
		if diff := cmp.Diff(test.want, "\n"+table(t, test.sql, test.format)); diff != "" {
			t.Errorf("%s as %s (-want +got):\n%s", test.sql, test.format, diff)
		}
	}
}

// A long answer shows both ends and says how many rows there are.
func TestLongBox(t *testing.T) {
	for _, test := range []struct {
		rows   int
		lines  int // between the head and the bottom
		dots   bool
		footer string
	}{
		{20, 20, false, "20 rows"},
		{21, 21, false, "21 rows"},
		{40, 40, false, "40 rows"},
		{41, 41, true, "41 rows, of which the first and last 20 are shown; --format csv shows all"},
		{2050, 41, true, "2050 rows, of which the first and last 20 are shown; --format csv shows all"},
		{10000, 41, true, "10000 rows, of which the first and last 20 are shown; --format csv shows all"},
	} {
		sql := fmt.Sprintf("SELECT i FROM range(1, %d + 1) r(i)", test.rows)
		lines := strings.Split(strings.TrimSpace(table(t, sql, "box")), "\n")
		body, footer := lines[3:len(lines)-2], lines[len(lines)-1]
		if len(body) != test.lines || footer != test.footer {
			t.Errorf("%d rows: %d lines, %q; want %d, %q", test.rows, len(body), footer, test.lines, test.footer)
			continue
		}
		for i, line := range body {
			want := fmt.Sprint(i + 1)
			if back := len(body) - i; test.dots && back <= 20 {
				want = fmt.Sprint(test.rows - back + 1)
			} else if test.dots && back == 21 {
				want = "·"
			}
			if got := strings.Trim(line, "│ "); got != want {
				t.Errorf("%d rows: line %d is %q, want %q", test.rows, i, got, want)
			}
		}
	}
}

// Markdown and line never leave a row out.
func TestLongTables(t *testing.T) {
	for format, want := range map[string]int{"markdown": 5002, "line": 9999} {
		if got := strings.Count(table(t, "SELECT i FROM range(5000) r(i)", format), "\n"); got != want {
			t.Errorf("%s has %d lines, want %d", format, got, want)
		}
	}
}

// Wide values end in …, at a width of cells and not of characters.
func TestWideValues(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{strings.Repeat("a", 72), strings.Repeat("a", 72)},
		{strings.Repeat("a", 73), strings.Repeat("a", 71) + "…"},
		{strings.Repeat("轻", 36), strings.Repeat("轻", 36)},
		{strings.Repeat("轻", 37), strings.Repeat("轻", 35) + "…"},
	} {
		got := table(t, "SELECT '"+test.text+"' AS v", "box")
		if !strings.Contains(got, "│ "+test.want+" ") {
			t.Errorf("%s is shown as\n%s", test.text, got)
		}
		if line := table(t, "SELECT '"+test.text+"' AS v", "line"); line != "v = "+test.text+"\n" {
			t.Errorf("line cuts %s: %s", test.text, line)
		}
	}
}

func TestWriteList(t *testing.T) {
	var b strings.Builder
	err := writeList(&b, []string{"release", "", "rows"}, [][]string{
		{"20261122T013000", "current", "12"},
		{"二零二六", "", "1234"},
	})
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(b.String(), "\n")
	if diff := cmp.Diff([]string{
		"release                   rows",
		"20261122T013000  current    12",
		"二零二六                  1234",
		"",
	}, lines); diff != "" {
		t.Error(diff)
	}
}

func TestVisible(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"轻工业 “三品” 😀", "轻工业 “三品” 😀"},
		{"a\tb\r\n", `a\tb\r\n`},
		{"\x00\x7f\u009b", `\x00\x7f\u009b`},
		{"a\u202eb\u2028", `a\u202eb\u2028`},
	} {
		if got := visible(test.in); got != test.want {
			t.Errorf("visible(%q) = %s, want %s", test.in, got, test.want)
		}
	}
}

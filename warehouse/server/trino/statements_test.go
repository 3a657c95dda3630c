package trino

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite what testdata/statements.txt expects")

// TestStatements: testdata/statements.txt holds statements and what is answered,
// in blocks between empty lines:
//
//	@ X-Trino-…: value     a header of the request
//	> statement
//	# USE                  updateType
//	= X-Trino-…: value     a header of the answer
//	| name type, …         columns
//	["row", …]
//	! ERROR_NAME message
//
// The statements about brand are answered as Trino 476 answers them of the view
// that ../shared/trino/conformance/README.md makes; those of its own lists
// (catalogs, functions, comments) as this server must.
func TestStatements(t *testing.T) {
	const file = "testdata/statements.txt"
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	web, _, _ := newTestServer(t, Config{})
	var out []string
	for block := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n\n") {
		got := answerBlock(t, web.URL, block)
		if diff := cmp.Diff(block, got); diff != "" && !*update {
			t.Errorf("(-want +got)\n%s", diff)
		}
		out = append(out, got)
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.Join(out, "\n\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if len(out) < 80 {
		t.Errorf("%s has %d statements", file, len(out))
	}
}

func answerBlock(t *testing.T, server, block string) string {
	t.Helper()
	var lines, sql []string
	headers := map[string]string{}
	for line := range strings.SplitSeq(block, "\n") {
		switch {
		case strings.HasPrefix(line, "//"):
		case strings.HasPrefix(line, "@ "):
			name, value, _ := strings.Cut(line[2:], ":")
			headers[name] = strings.TrimSpace(value)
		case strings.HasPrefix(line, "> "):
			sql = append(sql, line[2:])
		default:
			continue
		}
		lines = append(lines, line)
	}
	p := ask(t, server, strings.Join(sql, "\n"), headers)
	if p.UpdateType != "" {
		lines = append(lines, "# "+p.UpdateType)
	}
	var changed []string
	for name, values := range p.header {
		if (strings.HasPrefix(name, "X-Trino-") || strings.HasPrefix(name, "X-Presto-")) && !strings.HasSuffix(name, headerStarted) {
			changed = append(changed, "= "+name+": "+strings.Join(values, " "))
		}
	}
	slices.Sort(changed)
	lines = append(lines, changed...)
	if len(p.Columns) > 0 {
		var columns []string
		for _, c := range p.Columns {
			columns = append(columns, fmt.Sprintf("%v %v", c["name"], c["type"]))
		}
		lines = append(lines, "| "+strings.Join(columns, ", "))
	}
	for _, row := range p.Data {
		lines = append(lines, compactJSON(t, row))
	}
	if p.Error != nil {
		lines = append(lines, "! "+p.Error.ErrorName+" "+strings.ReplaceAll(p.Error.Message, "\n", " "))
	}
	return strings.Join(lines, "\n")
}

func compactJSON(t *testing.T, v any) string {
	t.Helper()
	var text strings.Builder
	e := json.NewEncoder(&text)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(text.String())
}

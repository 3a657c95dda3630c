package dialect_test

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"regexp"
	"sort"
	"strings"
	"testing"
	"time"

	"sanpin/warehouse/dialect"
	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/dialect/parse"
	"sanpin/warehouse/engine"
)

// recorded is a statement and what a real Trino 476 answered.
type recorded struct {
	ID, Group, SQL, TZ string
	Ordered            bool
	Columns            []struct{ Name, Type string }
	Rows               [][]any
	Error              *struct {
		ErrorName, ErrorType, Message string
		ErrorCode                     int
		LineNumber, ColumnNumber      *int
	}
	Request map[string]any
}

// emptyCatalog has the catalog and schema that the statements were asked in, and
// no table.
type emptyCatalog struct{}

func (emptyCatalog) HasCatalog(c string) bool   { return c == "memory" }
func (emptyCatalog) HasSchema(c, s string) bool { return c == "memory" && s == "mart" }
func (emptyCatalog) Table(_, _, _ string) (*dialect.Table, bool) {
	return nil, false
}

// reached is the share of recorded answers that must be equal; none may be wrong.
const reached = 0.97

// TestConformance asks what a real Trino was asked, and compares columns, types,
// rows and faults. Statements that are no queries are the server's.
func TestConformance(t *testing.T) {
	conform(t, readRecorded(t, "../../../shared/trino/conformance/dev.jsonl"), reached)
}

// TestAnalysis is TestConformance on statements about names, scopes, grouping,
// windows and subqueries, whose answers of a real Trino 476 are kept here.
func TestAnalysis(t *testing.T) { conform(t, readRecorded(t, "testdata/analysis.jsonl"), 1) }

func conform(t *testing.T, answers []recorded, reached float64) {
	t.Helper()
	db, err := engine.Open("", engine.Options{Functions: function.Scalars()})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	counts := map[string]int{}
	for _, want := range answers {
		verdict, why := judge(t, db, want)
		counts[verdict]++
		switch verdict {
		case "WRONG":
			t.Errorf("%s %s: %s\n%s", verdict, want.ID, why, want.SQL)
		case "equal":
		default:
			t.Logf("%s %s: %s\n%s", verdict, want.ID, why, want.SQL)
		}
	}
	asked := len(answers) - counts["no query"]
	share := float64(counts["equal"]) / float64(asked)
	t.Logf("%d queries: %v, %.1f %% equal", asked, counts, 100*share)
	if share < reached {
		t.Errorf("%.1f %% are equal, want at least %.0f %%", 100*share, 100*reached)
	}
}

func readRecorded(t *testing.T, path string) []recorded {
	t.Helper()
	f, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		t.Skip("the recorded answers are not here: " + path)
	}
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var all []recorded
	s := bufio.NewScanner(f)
	s.Buffer(nil, 1<<24)
	for s.Scan() {
		var r recorded
		d := json.NewDecoder(strings.NewReader(strings.NewReplacer("{{catalog}}", "memory", "{{schema}}", "mart", "{{user}}", "conf").Replace(s.Text())))
		d.UseNumber()
		if err := d.Decode(&r); err != nil {
			t.Fatal(err)
		}
		all = append(all, r)
	}
	return all
}

func judge(t *testing.T, db *engine.DB, want recorded) (verdict, why string) {
	s := dialect.Session{Catalog: "memory", Schema: "mart", User: "conf", TimeZone: want.TZ, Now: time.Now()}
	for name, value := range want.Request {
		switch {
		case strings.EqualFold(name, "X-Trino-Catalog") && value == nil:
			s.Catalog = ""
		case strings.EqualFold(name, "X-Trino-Schema") && value == nil:
			s.Schema = ""
		case strings.EqualFold(name, "X-Trino-Session"):
			if zone, ok := strings.CutPrefix(fmt.Sprint(value), "time_zone_id="); ok {
				s.TimeZone = strings.ReplaceAll(zone, "%2F", "/")
			}
		}
	}
	statement, err := parse.Statement(want.SQL)
	if err != nil {
		return judgeFault(want, err)
	}
	q, ok := statement.(*ast.Query)
	if !ok {
		return "no query", ""
	}
	got, err := dialect.TranslateQuery(q, s, emptyCatalog{})
	if err != nil {
		return judgeFault(want, err)
	}
	rows, err := run(db, got)
	if err != nil {
		return judgeFault(want, fmt.Errorf("%w\n%s", err, got.SQL))
	}
	if want.Error != nil {
		return "WRONG", fmt.Sprintf("rows %v where Trino fails with %s\n%s", rows, want.Error.Message, got.SQL)
	}
	if len(got.Columns) != len(want.Columns) {
		return "WRONG", fmt.Sprintf("%d columns, want %d", len(got.Columns), len(want.Columns))
	}
	for i, c := range got.Columns {
		if w := want.Columns[i]; c.Name != w.Name || c.Type.Column() != w.Type {
			return "WRONG", fmt.Sprintf("column %s %s, want %s %s", c.Name, c.Type.Column(), w.Name, w.Type)
		}
	}
	if !want.Ordered {
		sortRows(rows)
		sortRows(want.Rows)
	}
	if diff := differ(rows, want.Rows); diff != "" {
		return "WRONG", diff + "\n" + got.SQL
	}
	return "equal", ""
}

func sortRows(rows [][]any) {
	sort.SliceStable(rows, func(i, j int) bool { return fmt.Sprint(rows[i]) < fmt.Sprint(rows[j]) })
}

var caret = regexp.MustCompile(`\s+`)

// judgeFault compares a fault with the answer.
func judgeFault(want recorded, err error) (verdict, why string) {
	var f *fault.Error
	if !errors.As(err, &f) {
		return "other error", caret.ReplaceAllString(err.Error(), " ")
	}
	refused := f.Name == fault.NotSupported || f.Name == fault.FunctionNotFound
	switch {
	case want.Error == nil && refused:
		return "refused", f.Message
	case want.Error == nil:
		return "other error", string(f.Name) + ": " + err.Error()
	case want.Error.ErrorName != string(f.Name) && refused:
		return "refused", f.Message + ", want " + want.Error.ErrorName + ": " + want.Error.Message
	case want.Error.ErrorName != string(f.Name) || want.Error.ErrorCode != f.Name.Code() || want.Error.ErrorType != f.Name.Type():
		return "other error", fmt.Sprintf("%s: %v, want %s: %s", f.Name, err, want.Error.ErrorName, want.Error.Message)
	case (want.Error.LineNumber != nil) != f.Located(),
		f.Located() && (*want.Error.LineNumber != f.At.Line || *want.Error.ColumnNumber != f.At.Column):
		return "other error", fmt.Sprintf("place of %q, want %q", f.Message, want.Error.Message)
	}
	return "equal", ""
}

// run asks DuckDB.
func run(db *engine.DB, s *dialect.Statement) (rows [][]any, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	defer cancel()
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	result, err := conn.Query(ctx, s.SQL)
	if err != nil {
		return nil, failed(err)
	}
	defer result.Close()
	for {
		batch, err := result.Next()
		if err == io.EOF {
			return rows, nil
		}
		if err != nil {
			return nil, failed(err)
		}
		for row := range int(batch.NumRows()) {
			values := make([]any, batch.NumCols())
			for i := range values {
				values[i] = show(batch.Column(i), row, s.Columns[i].Type)
			}
			rows = append(rows, values)
		}
	}
}

func failed(err error) error {
	if f, ok := dialect.Failure(err.Error()); ok {
		return f
	}
	return err
}

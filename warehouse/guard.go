package warehouse

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/apache/arrow-go/v18/arrow/array"

	"sanpin/warehouse/engine"
)

// maxSQL is the most bytes that a statement may have.
const maxSQL = 64 << 10

// CatalogName is the name under which the current release is attached.
const CatalogName = "sanpin"

// Published are the schemas that a statement may read. staging and lake are
// how the model is made; nothing outside may depend on them.
var Published = []string{"mart", "zh", "core", "reference", "ops"}

// guard judges statements by their syntax tree, which DuckDB makes in an empty
// database of its own: nothing of the statement is run or looked up there.
// Settings alone are no guard: functions read settings and files, COPY writes
// where it may read (reports/storage.md, section 4). It is safe for use by
// several goroutines.
type guard struct{ db *engine.DB }

func newGuard() (*guard, error) {
	db, err := engine.Open("", engine.Options{Threads: 1})
	if err != nil {
		return nil, err
	}
	return &guard{db}, nil
}

func (g *guard) close() error { return g.db.Close() }

// check returns why the statement may not be run, or nil. Names without a
// schema are looked for in names, which the statement's search path covers.
func (g *guard) check(ctx context.Context, sql string, names map[string]bool) error {
	if len(sql) > maxSQL {
		return &Error{Kind: KindLimit, Message: fmt.Sprintf("the statement has %d bytes; the limit is %d", len(sql), maxSQL),
			Hint: "put long lists of values into a JOIN with a reference table, or split the question"}
	}
	tree, err := g.parse(ctx, sql)
	if err != nil {
		return err
	}
	switch {
	case len(tree.Statements) == 0:
		return &Error{Kind: KindUsage, Message: "there is no statement to run", Hint: "try: SELECT * FROM mart.cluster LIMIT 10"}
	case len(tree.Statements) > 1:
		return &Error{Kind: KindForbidden, Message: fmt.Sprintf("one statement at a time, and here are %d", len(tree.Statements)),
			Hint: "send them one after the other"}
	}
	j := judge{sql: sql, names: names}
	j.walk(tree.Statements[0], nil)
	if j.err != nil {
		return j.err
	}
	return nil
}

// syntax is what json_serialize_sql gives.
type syntax struct {
	Error      bool   `json:"error"`
	Type       string `json:"error_type"`
	Message    string `json:"error_message"`
	Position   string `json:"position"`
	Statements []any  `json:"statements"`
}

func (g *guard) parse(ctx context.Context, sql string) (*syntax, error) {
	conn, err := g.db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	rows, err := conn.Query(ctx, "SELECT json_serialize_sql($1::VARCHAR)::VARCHAR", sql)
	if err != nil {
		return nil, explain(err, sql)
	}
	defer rows.Close()
	batch, err := rows.Next()
	if err != nil {
		return nil, explain(err, sql)
	}
	decoder := json.NewDecoder(bytes.NewReader([]byte(batch.Column(0).(*array.String).Value(0))))
	decoder.UseNumber() // an unknown location is the largest uint64
	tree := new(syntax)
	if err := decoder.Decode(tree); err != nil {
		return nil, fmt.Errorf("read the statement's syntax tree: %w", err)
	}
	if tree.Error {
		return nil, tree.explain(sql)
	}
	return tree, nil
}

func (s *syntax) explain(sql string) *Error {
	if s.Type == "parser" || strings.Contains(s.Message, "parameters") {
		e := &Error{Kind: KindSyntax, Message: s.Message}
		if position, err := strconv.Atoi(s.Position); err == nil {
			e.at(sql, engine.ParserOffset(sql, position))
		}
		return e
	}
	return &Error{Kind: KindForbidden, Message: "only SELECT, DESCRIBE and SUMMARIZE are answered here",
		Hint: "the data is changed by filing it; a PIVOT must name its values: PIVOT … ON x IN ('a', 'b')"}
}

// judge walks a syntax tree and keeps the first thing that is not allowed.
type judge struct {
	sql   string
	names map[string]bool // lower-case names that need no schema
	err   *Error
}

// scope are the names of WITH that can be seen where the walk is.
type scope map[string]bool

func (s scope) with(name string) scope {
	wider := maps.Clone(s)
	if wider == nil {
		wider = scope{}
	}
	wider[strings.ToLower(name)] = true
	return wider
}

func (j *judge) walk(node any, seen scope) {
	if j.err != nil {
		return
	}
	switch x := node.(type) {
	case []any:
		for _, child := range x {
			j.walk(child, seen)
		}
	case map[string]any:
		j.object(x, seen)
	}
}

func (j *judge) object(node map[string]any, seen scope) {
	switch node["type"] {
	case "BASE_TABLE":
		j.table(node, seen)
	case "SHOW_REF":
		j.show(node)
	case "TABLE_FUNCTION":
		j.tableFunction(node)
	}
	if _, ok := node["function_name"]; ok {
		j.function(node)
	}
	if ctes, ok := node["cte_map"].(map[string]any); ok {
		list, _ := ctes["map"].([]any)
		for _, entry := range list { // each sees those before it
			if entry, ok := entry.(map[string]any); ok {
				j.walk(entry["value"], seen)
				seen = seen.with(text(entry, "key"))
			}
		}
	}
	if name := text(node, "cte_name"); name != "" { // of WITH RECURSIVE: it sees itself
		seen = seen.with(name)
	}
	for _, key := range slices.Sorted(maps.Keys(node)) { // so that the first error is always the same
		if key != "cte_map" {
			j.walk(node[key], seen)
		}
	}
}

func text(node map[string]any, key string) string {
	s, _ := node[key].(string)
	return s
}

// refuse keeps the first error; the place is that of the node.
func (j *judge) refuse(node map[string]any, hint, format string, args ...any) {
	if j.err != nil {
		return
	}
	j.err = &Error{Kind: KindForbidden, Message: fmt.Sprintf(format, args...), Hint: hint}
	number, _ := node["query_location"].(json.Number)
	if offset, err := strconv.Atoi(number.String()); err == nil {
		j.err.at(j.sql, offset)
	}
}

const whatIsThere = "what there is: SELECT table_schema, table_name FROM information_schema.tables"

func (j *judge) table(node map[string]any, seen scope) {
	catalog, schema, name := text(node, "catalog_name"), text(node, "schema_name"), text(node, "table_name")
	lower := strings.ToLower(name)
	switch {
	case catalog != "" && !strings.EqualFold(catalog, CatalogName):
		j.refuse(node, "leave it out, or write "+CatalogName, "there is no catalog %q", catalog)
	case schema == "" && (seen[lower] || j.names[lower]):
	case schema == "":
		j.refuse(node, whatIsThere, "there is no table %q", name)
	case strings.EqualFold(schema, "information_schema") || j.published(schema):
	default:
		j.refuse(node, whatIsThere, "schema %q is not published; those that are: %s", schema, strings.Join(Published, ", "))
	}
}

func (j *judge) published(schema string) bool {
	return slices.Contains(Published, strings.ToLower(schema))
}

// show lets DESCRIBE and SUMMARIZE of a query pass; what the query reads is
// judged like any other.
func (j *judge) show(node map[string]any) {
	kind := text(node, "show_type")
	if node["query"] == nil || (kind != "DESCRIBE" && kind != "SUMMARY") {
		j.refuse(node, whatIsThere, "SHOW is not answered here")
	}
}

var tableFunctions = []string{"unnest", "range", "generate_series"}

func (j *judge) tableFunction(node map[string]any) {
	function, _ := node["function"].(map[string]any)
	name := text(function, "function_name")
	if !slices.Contains(tableFunctions, strings.ToLower(name)) {
		j.refuse(node, "table functions that may be used: "+strings.Join(tableFunctions, ", "), "the table function %q may not be used", name)
	}
}

// denied are functions that see or change more than the published tables: the
// settings and state of the process and the session, other statements.
var denied = []string{
	"current_setting", "getvariable", "getenv", "setseed", "sleep_ms", "pg_sleep", "write_log", "nextval", "currval",
	"current_query", "current_query_id", "current_connection_id", "current_transaction_id", "txid_current",
	"in_search_path", "stats", "vector_type", "query", "query_table", "json_serialize_sql", "json_deserialize_sql",
	"json_serialize_plan", "json_execute_serialized_sql", "pg_get_viewdef", "pg_get_constraintdef", "parse_duckdb_log_message",
	"glob", "sniff_csv", "which_secret", "checkpoint", "force_checkpoint",
}

var deniedPrefixes = []string{"read_", "duckdb_", "pragma_", "enable_", "disable_", "parquet_", "icu_", "__internal"}

func (j *judge) function(node map[string]any) {
	name := strings.ToLower(text(node, "function_name"))
	bad := slices.Contains(denied, name) ||
		slices.ContainsFunc(deniedPrefixes, func(prefix string) bool { return strings.HasPrefix(name, prefix) })
	if bad {
		j.refuse(node, "", "the function %q may not be used", name)
	}
}

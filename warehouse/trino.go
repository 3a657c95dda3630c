package warehouse

import (
	"errors"
	"strings"

	"sanpin/warehouse/dialect"
	"sanpin/warehouse/dialect/fault"
	"sanpin/warehouse/engine"
)

// Dialects of a [Request].
const (
	DuckDB = "duckdb"
	Trino  = "trino"
)

// builtinsFirst is for statements that package dialect wrote: they call DuckDB's
// own functions, of which the model's macros hide some (cardinality). The
// macros are still there for the views.
const builtinsFirst = "SET search_path = 'system.main,sanpin.mart,sanpin.zh,sanpin.main'"

// DialectCatalog shows the catalog to package dialect, under the names of
// catalogs that it has there.
func DialectCatalog(c *Catalog, names ...string) dialect.Catalog {
	return &dialectCatalog{c, names}
}

type dialectCatalog struct {
	catalog *Catalog
	names   []string
}

func (d *dialectCatalog) HasCatalog(catalog string) bool {
	for _, n := range d.names {
		if strings.EqualFold(n, catalog) {
			return true
		}
	}
	return false
}

func (d *dialectCatalog) HasSchema(catalog, schema string) bool {
	if !d.HasCatalog(catalog) {
		return false
	}
	for _, s := range d.catalog.Schemas {
		if strings.EqualFold(s.Name, schema) {
			return true
		}
	}
	return false
}

func (d *dialectCatalog) Table(catalog, schema, table string) (*dialect.Table, bool) {
	v := d.catalog.Find(schema, table)
	if v == nil || !d.HasCatalog(catalog) {
		return nil, false
	}
	t := &dialect.Table{SQL: CatalogName + "." + engine.QuoteName(v.Schema) + "." + engine.QuoteName(v.Name)}
	for _, c := range v.Columns {
		t.Columns = append(t.Columns, dialect.TableColumn{Name: c.Name, Type: c.Type})
	}
	return t, true
}

// translate writes a statement of Trino's SQL for the engine. A session is in
// the schema mart, in the zone of all sessions.
func (w *Warehouse) translate(source string) (string, error) {
	s, err := dialect.Translate(source, dialect.Session{Catalog: CatalogName, Schema: "mart", TimeZone: timeZone}, DialectCatalog(w.catalog, CatalogName))
	if err != nil {
		return "", explainFault(err, source)
	}
	return s.Shown(), nil
}

// explainFault turns a fault of Trino's SQL into an error for its author.
func explainFault(err error, source string) error {
	var f *fault.Error
	if !errors.As(err, &f) {
		return err
	}
	e := &Error{Kind: KindName, Message: f.Message, Err: err}
	switch f.Name {
	case fault.SyntaxError:
		e.Kind = KindSyntax
	case fault.DivisionByZero, fault.InvalidCast, fault.NumericOutOfRange, fault.SubqueryMultipleRows, fault.InvalidFunctionArg:
		e.Kind = KindQuery
	case fault.NotSupported:
		e.Hint = "ask in DuckDB's SQL (the dialect duckdb), or in another way"
	case "QUERY_EXCEEDED_COMPILER_LIMIT", fault.QueryTooLong:
		e.Kind = KindLimit
	}
	if f.Located() {
		_, e.Message, _ = strings.Cut(f.Message, ": ")
		e.at(source, offsetOf(source, f.At.Line, f.At.Column))
	}
	e.Message += " (" + string(f.Name) + ")"
	return e
}

// offsetOf turns a line and a column, in characters from 1, into bytes.
func offsetOf(source string, line, column int) int {
	start := 0
	for ; line > 1; line-- {
		n := strings.IndexByte(source[start:], '\n')
		if n < 0 {
			return -1
		}
		start += n + 1
	}
	return start + engine.ParserOffset(source[start:], column-1)
}

// explainTrino is explain for a statement that was translated: what fails on
// the data has Trino's name.
func explainTrino(err error) error {
	var fromDuckDB *engine.Error
	if errors.As(err, &fromDuckDB) {
		if f, ok := dialect.Failure(fromDuckDB.Message); ok {
			return &Error{Kind: KindQuery, Message: f.Message + " (" + string(f.Name) + ")", Err: errors.Join(f, err)}
		}
	}
	return explain(err, "")
}

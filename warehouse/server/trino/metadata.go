package trino

import (
	"context"
	"errors"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"sanpin/warehouse"
	"sanpin/warehouse/dialect/ast"
	"sanpin/warehouse/dialect/types"
	"sanpin/warehouse/lake"
	"sanpin/warehouse/server/trino/meta"
)

// currentCatalog is the catalog of the current release.
const currentCatalog = warehouse.CatalogName

// metadata knows what there is: a catalog for each release. Those of releases
// that were asked for are kept, for a release does not change.
type metadata struct {
	server     *Server
	unanswered atomic.Int64 // statements about metadata that were not answered from memory

	mu       sync.Mutex
	catalogs map[string]*meta.Catalog // by name and release
}

func newMetadata(s *Server) *metadata {
	return &metadata{server: s, catalogs: map[string]*meta.Catalog{}}
}

// releases are the names of catalogs and the releases behind them; that of the
// current one is "".
func (m *metadata) releases() map[string]string {
	names := map[string]string{currentCatalog: ""}
	all, _, err := m.server.host.Releases()
	if err != nil {
		m.server.Log.Error("releases cannot be listed", slog.Any("error", err))
		return names
	}
	for name, id := range catalogNames(all) {
		names[name] = id
	}
	return names
}

// catalogNames names a catalog for each release: by the day for the last one of
// that day, sanpin_20261122, by the second for the others.
func catalogNames(all []*lake.Release) map[string]string {
	names := map[string]string{}
	for _, r := range all { // newest first
		day, second, _ := strings.Cut(r.ID, "T")
		name := currentCatalog + "_" + day
		if names[name] != "" {
			name += "_" + second
		}
		names[name] = r.ID
	}
	return names
}

// release finds the release of a catalog.
func (m *metadata) release(catalog string) (id string, ok bool) {
	id, ok = m.releases()[catalog]
	return id, ok
}

// Catalogs: see [meta.World].
func (m *metadata) Catalogs() []string {
	names := []string{}
	for name := range m.releases() {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}

// Catalog: see [meta.World].
func (m *metadata) Catalog(ctx context.Context, name string) (*meta.Catalog, error) {
	id, ok := m.release(name)
	if !ok {
		return nil, nil
	}
	if id == "" {
		_, current, err := m.server.host.Releases()
		if err == nil && current != "" {
			if found := m.find(name, current); found != nil {
				return found, nil
			}
		}
	} else if found := m.find(name, id); found != nil {
		return found, nil
	}
	release, err := m.warehouse(ctx, name)
	if err != nil {
		m.server.Log.Warn("the release of a catalog cannot be opened", slog.String("catalog", name), slog.String("release", id), slog.Any("error", err))
		return nil, err
	}
	return m.keep(name, release), nil
}

func (m *metadata) find(name, release string) *meta.Catalog {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.catalogs[name+" "+release]
}

// mostCatalogs are kept; more are forgotten all at once and read again.
const mostCatalogs = 64

func (m *metadata) keep(name string, release *warehouse.Catalog) *meta.Catalog {
	made := catalogOf(name, release)
	m.mu.Lock()
	defer m.mu.Unlock()
	key := name + " " + release.Release
	if found := m.catalogs[key]; found != nil {
		return found
	}
	if len(m.catalogs) >= mostCatalogs {
		clear(m.catalogs)
	}
	m.catalogs[key] = made
	return made
}

// catalogOf tells of a release as Trino does: names in lower case, and Trino's
// types. A column of a type that Trino lacks is left out.
func catalogOf(name string, release *warehouse.Catalog) *meta.Catalog {
	var schemas []meta.Schema
	for _, s := range release.Schemas {
		schema := meta.Schema{Name: strings.ToLower(s.Name)}
		for _, v := range s.Views {
			schema.Tables = append(schema.Tables, meta.Table{Name: strings.ToLower(v.Name), View: v.Definition != "", Comment: v.Comment,
				Definition: v.Definition, Columns: columnsOf(v.Columns)})
		}
		schemas = append(schemas, schema)
	}
	return meta.New(name, schemas)
}

func columnsOf(columns []warehouse.Column) (list []meta.Column) {
	for _, c := range columns {
		if known, ok := types.OfColumn(c.Type); ok {
			list = append(list, meta.Column{Name: strings.ToLower(c.Name), Type: known.Type, Comment: c.Comment})
		}
	}
	return list
}

// catalog finds a catalog, nil if there is none of that name.
func (c *call) catalog(name string) (*meta.Catalog, error) {
	return meta.Find(c, c.meta, name)
}

// schemaName reads the name of a schema; the catalog is the session's where
// none is said.
func (c *call) schemaName(name ast.QualifiedName) (catalog, schema string) {
	parts := partsOf(name)
	if len(parts) > 1 {
		return parts[0], parts[len(parts)-1]
	}
	return c.session.catalog, parts[0]
}

// Node: see [meta.World].
func (m *metadata) Node() []any {
	return []any{"sanpin", "http://127.0.0.1", Version, true, "active"}
}

// Queries: see [meta.World].
func (m *metadata) Queries() (rows [][]any) {
	at := func(t time.Time) any {
		if t.IsZero() {
			return nil
		}
		return t.UTC().Format("2006-01-02 15:04:05.000 UTC")
	}
	for _, q := range m.server.queries.all() {
		q.mu.Lock()
		var kind, name any
		if q.err != nil {
			kind, name = q.err.Name.Type(), string(q.err.Name)
		}
		var source any
		if q.session.source != "" {
			source = q.session.source
		}
		rows = append(rows, []any{q.id, string(q.state), q.session.user, source, q.sql, []any{"global"}, q.queued.Milliseconds(), int64(0), int64(0),
			at(q.created), at(q.created), at(q.touched), at(q.ended), kind, name})
		q.mu.Unlock()
	}
	return rows
}

// fromMemory answers a query about metadata, and simple ones about nothing. ok
// is false where it has to go the way of all others: that is logged and counted
// for those that ask about metadata.
func (c *call) fromMemory(q *meta.Result, err error, about bool) (*answer, bool, error) {
	var unknown *meta.Unsupported
	switch {
	case errors.As(err, &unknown):
		if about {
			n := c.meta.unanswered.Add(1)
			c.Log.Warn("a statement about metadata is not answered from memory", slog.String("query", c.q.id), slog.String("what", unknown.What),
				slog.String("source", c.session.source), slog.Int64("so_far", n))
		}
		return nil, false, nil
	case err != nil:
		return nil, false, err
	}
	columns := make([]outputColumn, len(q.Columns))
	for i, column := range q.Columns {
		columns[i] = outputColumn{column.Name, column.Type}
	}
	return rowsOf(columns, q.Rows), true, nil
}

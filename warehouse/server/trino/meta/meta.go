// Package meta answers what clients of Trino ask about catalogs, schemas, tables
// and columns: system.jdbc, system.metadata, system.runtime and the
// information_schema of each catalog.
//
// The one idea: these tables are lists in memory, and the statements that tools
// send about them are few and plain, so that a small evaluator over the syntax
// tree answers them in microseconds ([Evaluate]). It knows only what it can
// answer as Trino does; of anything else it says what that is
// ([Unsupported]), and the statement goes the way of all others.
package meta

import (
	"context"
	"slices"
	"strings"
	"sync"

	"sanpin/warehouse/dialect/types"
)

// Catalog is a release, as Trino's clients see it.
type Catalog struct {
	Name    string
	Schemas []Schema // by name, information_schema with them
	lists   sync.Map // rows about it: see perCatalog
}

// Schema is a schema and its tables, by name.
type Schema struct {
	Name   string
	Tables []Table
}

// Table is a table or a view.
type Table struct {
	Catalog, Schema, Name string
	View                  bool
	Comment               string
	Definition            string // of a view: its query
	Columns               []Column
	rows                  rows // of the tables of this package; nil: of a release
}

// Column is a column of a table.
type Column struct {
	Name    string
	Type    types.Type
	Comment string
	Hidden  bool // it can be selected and is not part of *
}

// System tells whether the table is one of this package.
func (t *Table) System() bool { return t.rows != nil }

// Names of schemas and of the catalog that this package holds.
const (
	SystemCatalog     = "system"
	InformationSchema = "information_schema"
)

// World is all that there is: what the tables of this package are made of.
type World interface {
	// Catalogs are the names of all catalogs but system, sorted.
	Catalogs() []string
	// Catalog is one of them, nil if there is none of that name.
	Catalog(ctx context.Context, name string) (*Catalog, error)
	// Queries are the statements that run or ran: rows of system.runtime.queries.
	Queries() [][]any
	// Node is the row of system.runtime.nodes.
	Node() []any
}

// New makes a catalog of schemas, with its information_schema.
func New(name string, schemas []Schema) *Catalog {
	c := &Catalog{Name: name, Schemas: append(slices.Clone(schemas), informationSchema(name))}
	slices.SortFunc(c.Schemas, func(a, b Schema) int { return strings.Compare(a.Name, b.Name) })
	for i := range c.Schemas {
		s := &c.Schemas[i]
		slices.SortFunc(s.Tables, func(a, b Table) int { return strings.Compare(a.Name, b.Name) })
		for j := range s.Tables {
			s.Tables[j].Catalog, s.Tables[j].Schema = name, s.Name
		}
	}
	return c
}

// Schema returns a schema by its name in lower case, nil if there is none.
func (c *Catalog) Schema(name string) *Schema {
	i, ok := slices.BinarySearchFunc(c.Schemas, name, func(s Schema, name string) int { return strings.Compare(s.Name, name) })
	if !ok {
		return nil
	}
	return &c.Schemas[i]
}

// Table returns a table by its name in lower case, nil if there is none.
func (s *Schema) Table(name string) *Table {
	i, ok := slices.BinarySearchFunc(s.Tables, name, func(t Table, name string) int { return strings.Compare(t.Name, name) })
	if !ok {
		return nil
	}
	return &s.Tables[i]
}

// Shown are the columns that are not hidden.
func (t *Table) Shown() []Column {
	return slices.DeleteFunc(slices.Clone(t.Columns), func(c Column) bool { return c.Hidden })
}

// Rows gives the rows of a table of this package. Only those of the catalogs
// that wanted says are needed.
func (t *Table) Rows(ctx context.Context, w World, wanted func(catalog string) bool) ([][]any, error) {
	return t.rows(ctx, w, wanted)
}

type rows func(ctx context.Context, w World, wanted func(catalog string) bool) ([][]any, error)

// Find returns a catalog: the system's own, or one of the world.
func Find(ctx context.Context, w World, name string) (*Catalog, error) {
	if name == SystemCatalog {
		return system, nil
	}
	return w.Catalog(ctx, name)
}

// All are the names of all catalogs, sorted.
func All(w World) []string {
	names := append(w.Catalogs(), SystemCatalog)
	slices.Sort(names)
	return names
}

package cluster

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"
	"time"

	"sanpin/sql"
	"sanpin/warehouse"
	"sanpin/warehouse/engine"
	"sanpin/warehouse/lake"
)

// Report says how the answers of the two engines stand together.
type Report struct {
	Release string   `json:"release"`
	Schema  string   `json:"schema"`
	Equal   int      `json:"equal"`
	Differ  int      `json:"differ"`
	Results []Result `json:"results"`
}

// Result is one thing that was compared: a table with its manifest, a view or
// an example with the embedded engine's answer.
type Result struct {
	Kind            string  `json:"kind"` // table, view, example
	Name            string  `json:"name"`
	Rows            int64   `json:"rows"`
	EmbeddedSeconds float64 `json:"embedded_seconds,omitempty"` // to read all rows
	ClusterSeconds  float64 `json:"cluster_seconds,omitempty"`
	Difference      string  `json:"difference,omitempty"`
}

// ErrDiffers is the error for answers that are not equal.
var ErrDiffers = errors.New("the cluster does not answer as the embedded engine does")

// Verify compares all that [Publish] made: rows of tables with the manifest;
// columns, types, rows and order of core, mart and zh with the embedded engine's
// answers; and the answers to the examples. The report is there beside an
// [ErrDiffers]. Of views with more than orderedRows rows it compares the rows as
// a set, and the order of the first.
func (c *Cluster) Verify(ctx context.Context, w *warehouse.Warehouse) (_ *Report, err error) {
	defer wrap(&err, "verify release %s on the cluster as %s.%s", c.release.ID, c.Catalog, c.Schema)
	if err := c.published(ctx); err != nil {
		return nil, err
	}
	r := &Report{Release: c.release.ID, Schema: c.Catalog + "." + c.Schema}
	for _, part := range []func(context.Context, *warehouse.Warehouse, func(Result)) error{c.verifyTables, c.verifyViews, c.verifyExamples} {
		if err := part(ctx, w, func(one Result) { r.add(one, c.Say) }); err != nil {
			return r, err
		}
	}
	if r.Differ > 0 {
		return r, fmt.Errorf("%w: %d of %d differ", ErrDiffers, r.Differ, r.Equal+r.Differ)
	}
	return r, nil
}

func (r *Report) add(one Result, say func(string, ...any)) {
	r.Results = append(r.Results, one)
	if one.Difference == "" {
		r.Equal++
		say("equal    %-7s %s: %d rows, embedded %.2f s, cluster %.2f s", one.Kind, one.Name, one.Rows, one.EmbeddedSeconds, one.ClusterSeconds)
		return
	}
	r.Differ++
	say("DIFFERS  %-7s %s: %s", one.Kind, one.Name, one.Difference)
}

// published makes sure that the schema holds this release, whole.
func (c *Cluster) published(ctx context.Context) error {
	found, err := c.column(ctx, fmt.Sprintf("SELECT fingerprint FROM %s WHERE release = %s", marker, engine.Quote(c.release.ID)))
	switch {
	case err != nil && (strings.Contains(err.Error(), "does not exist")), err == nil && len(found) == 0:
		return errors.New("it is not published there: sanpin cluster publish")
	case err != nil:
		return err
	case found[0] != c.fingerprint():
		return errors.New("it was published there by another program, from another place, or not to its end: sanpin cluster publish makes it anew")
	}
	return nil
}

func (c *Cluster) verifyTables(ctx context.Context, _ *warehouse.Warehouse, add func(Result)) error {
	for _, name := range slices.Sorted(maps.Keys(c.release.Manifest.Tables)) {
		start := time.Now()
		rows, err := c.count(ctx, name, c.release.Manifest.Tables[name])
		if ctx.Err() != nil {
			return ctx.Err()
		}
		one := Result{Kind: "table", Name: string(name), Rows: rows, ClusterSeconds: time.Since(start).Seconds()}
		if err != nil {
			one.Difference = err.Error()
		}
		add(one)
	}
	return nil
}

// compared are the layers that people query. Each view is asked for its rows in
// the order of all its columns, so that order is compared too.
var compared = []string{"core", "mart", "zh"}

func (c *Cluster) verifyViews(ctx context.Context, w *warehouse.Warehouse, add func(Result)) error {
	views, err := sql.Views()
	if err != nil {
		return err
	}
	catalog, err := w.Catalog(ctx)
	if err != nil {
		return err
	}
	for _, v := range views {
		if !slices.Contains(compared, v.Schema) {
			continue
		}
		known := catalog.Find(v.Schema, v.Name)
		if known == nil {
			return fmt.Errorf("the serving file has no %s.%s: it is of another model; remove %s and it is made again", v.Schema, v.Name, lake.ServingFile)
		}
		one := Result{Kind: "view", Name: v.Schema + "." + v.Name}
		if err := c.compareView(ctx, w, *known, &one); ctx.Err() != nil {
			return ctx.Err()
		} else if err != nil {
			one.Difference = err.Error()
		}
		add(one)
	}
	return nil
}

func (c *Cluster) compareView(ctx context.Context, w *warehouse.Warehouse, v warehouse.View, one *Result) error {
	there, err := c.columns(ctx, local(v.Schema, v.Name))
	if err != nil {
		return err
	}
	if err := sameColumns(v.Columns, there); err != nil {
		return err
	}
	names, places := make([]string, len(v.Columns)), make([]string, len(v.Columns))
	for i, column := range v.Columns {
		names[i] = engine.QuoteName(column.Name)
		places[i] = fmt.Sprintf("%d NULLS LAST", i+1)
	}
	counted, err := c.column(ctx, "SELECT count(*) FROM "+engine.QuoteName(local(v.Schema, v.Name)))
	if err != nil {
		return err
	}
	from := v.Schema + "." + engine.QuoteName(v.Name)
	text := "SELECT " + strings.Join(names, ", ") + " FROM " + from
	ordered := text + " ORDER BY " + strings.Join(places, ", ")
	if len(counted[0]) <= len(fmt.Sprint(orderedRows)) { // fewer digits, about as many rows
		return c.compare(ctx, w, ordered, inOrder, one)
	}
	head := *one
	if err := c.compare(ctx, w, fmt.Sprintf("%s LIMIT %d", ordered, orderedHead), inOrder, &head); err != nil {
		return err
	}
	return c.compare(ctx, w, text, asSet, one)
}

// orderedRows is about how many rows are still sorted whole on both sides;
// of more, orderedHead are.
const (
	orderedRows = 99999
	orderedHead = 10000
)

// sameColumns compares names and types. A length of a text is no difference:
// the cluster tells the longest that an expression can give.
func sameColumns(here []warehouse.Column, there []lake.Column) error {
	for i, column := range here {
		if i >= len(there) {
			return fmt.Errorf("column %s is not there", column.Name)
		}
		typ, _, _ := strings.Cut(there[i].Type, "(")
		if typ != "varchar" {
			typ = there[i].Type
		}
		if !strings.EqualFold(column.Name, there[i].Name) || trinoType(plain(column.Type)) != typ {
			return fmt.Errorf("column %d is %s %s, on the cluster %s %s", i+1, column.Name, trinoType(plain(column.Type)), there[i].Name, there[i].Type)
		}
	}
	if len(there) > len(here) {
		return fmt.Errorf("the cluster has a column more: %s", there[len(here)].Name)
	}
	return nil
}

// plain tells types that the two engines name differently as the cluster does.
func plain(duckdb string) string {
	switch duckdb {
	case "TIMESTAMP":
		return "timestamp(6)"
	case "FLOAT":
		return "real"
	}
	return duckdb
}

// verifyExamples asks what sql/examples asks. Each has a total order.
func (c *Cluster) verifyExamples(ctx context.Context, w *warehouse.Warehouse, add func(Result)) error {
	files, err := fs.Glob(sql.FS, "examples/*.sql")
	if err != nil {
		return err
	}
	for _, file := range files {
		text, err := fs.ReadFile(sql.FS, file)
		if err != nil {
			return err
		}
		one := Result{Kind: "example", Name: strings.TrimSuffix(path.Base(file), ".sql")}
		if err := c.compare(ctx, w, string(text), inOrder, &one); ctx.Err() != nil {
			return ctx.Err()
		} else if err != nil {
			one.Difference = err.Error()
		}
		add(one)
	}
	return nil
}

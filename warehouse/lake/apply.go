package lake

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"sanpin/warehouse/lake/durable"
)

const partFile = "part-0.parquet"

// change is what one Apply does to a draft.
type change struct {
	drop  map[string]bool     // filings whose rows go
	add   *Rows               // rows that come
	known map[string]bool     // filings of the rows that come
	holds map[string][]string // filing added -> its partitions, filled in as tables are written
	stale map[string]bool     // partitions that hold rows of filings to drop
}

// Apply takes away all rows of the filings in drop, which need not be there,
// and adds rows. Every added row must be of a filing in add.Filings, and such
// a filing must be new or in drop: rows of one filing come and go together.
// Apply sets [Filing.Partitions] itself. Only the partitions that hold such
// rows are written; rows are sorted, so their order in add means nothing.
func (d *Draft) Apply(ctx context.Context, drop map[string]bool, add *Rows) (err error) {
	defer wrap(&err, "change draft %s", d.ID)
	c := &change{drop: drop, known: map[string]bool{}, holds: map[string][]string{}, stale: map[string]bool{}}
	for _, f := range add.Filings {
		if c.known[f.FilingID] || f.FilingID == "" {
			return fmt.Errorf("filing %q (%s) is added twice or has no id", f.FilingID, f.FileName)
		}
		c.known[f.FilingID] = true
	}
	for f, err := range Read[Filing](d.Release) {
		if err != nil {
			return err
		}
		if drop[f.FilingID] {
			for _, p := range f.Partitions {
				c.stale[p] = true
			}
			c.stale[string(Filings)] = true
		} else if c.known[f.FilingID] {
			return fmt.Errorf("filing %s (%s) is there already: drop it to replace it", f.FilingID, f.FileName)
		}
	}
	return d.applyTables(ctx, c, add)
}

// applyTables changes the tables of facts, then that of the filings, which
// says where the facts are.
func (d *Draft) applyTables(ctx context.Context, c *change, add *Rows) error {
	c.add = add
	for _, t := range facts {
		if err := t.apply(ctx, d, c); err != nil {
			return fmt.Errorf("table %s: %w", t.name(), err)
		}
	}
	located := slices.Clone(add.Filings)
	for i := range located {
		located[i].Partitions = slices.Sorted(slices.Values(c.holds[located[i].FilingID]))
	}
	c.add = &Rows{Filings: located}
	return filings.apply(ctx, d, c)
}

// apply rewrites the table's partitions that lose or gain rows.
func (s *schema[T]) apply(ctx context.Context, d *Draft, c *change) error {
	added, err := s.group(c)
	if err != nil {
		return err
	}
	touched := maps.Clone(added)
	for p := range c.stale {
		if name, _, _ := strings.Cut(p, "/"); Table(name) == s.table {
			touched[p] = added[p]
		}
	}
	for _, p := range slices.Sorted(maps.Keys(touched)) {
		if err := s.rewrite(ctx, d, p, c.drop, touched[p]); err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
	}
	return nil
}

// group sorts the rows that come into partitions.
func (s *schema[T]) group(c *change) (map[string][]*T, error) {
	rows := s.rows(c.add)
	groups := map[string][]*T{}
	for i := range rows {
		row := &rows[i]
		id := s.filing(row)
		if !c.known[id] {
			return nil, fmt.Errorf("row %d is of filing %q, which is not among the filings added", i, id)
		}
		p := s.folder(row)
		if len(c.holds[id]) == 0 || !slices.Contains(c.holds[id], p) {
			c.holds[id] = append(c.holds[id], p)
		}
		groups[p] = append(groups[p], row)
	}
	for _, g := range groups {
		slices.SortFunc(g, s.total)
	}
	return groups, nil
}

// upgrade rewrites the files of a parent that lack columns which the row type
// has since gained, so that all files of a table have the same columns.
func (s *schema[T]) upgrade(d *Draft, parent *TableManifest) error {
	if parent == nil || slices.Equal(parent.Columns, s.columns()) {
		return nil
	}
	if err := s.covers(parent.Columns); err != nil {
		return err
	}
	for _, f := range slices.Clone(d.Manifest.Tables[s.table].Files) {
		if err := s.rewrite(context.Background(), d, f.folder(), nil, nil); err != nil {
			return fmt.Errorf("%s: %w", f.Path, err)
		}
	}
	return nil
}

// rewrite merges the sorted rows to add into a partition, without the rows of
// dropped filings, and replaces its file. The old file is left as it is: the
// parent has it too.
func (s *schema[T]) rewrite(ctx context.Context, d *Draft, folder string, drop map[string]bool, add []*T) error {
	name := path.Join(folder, partFile)
	if err := os.MkdirAll(d.path(folder), 0o755); err != nil {
		return err
	}
	temp := filepath.Join(d.path(folder), durable.TempPrefix+partFile)
	defer os.Remove(temp) // of a failure: at the end it is renamed
	w, err := createFile[T](temp)
	if err != nil {
		return err
	}
	err = s.merge(ctx, w, d.path(name), drop, add)
	f, err2 := w.close()
	if err := errors.Join(err, err2); err != nil {
		return err
	}
	if f.Rows == 0 {
		d.setFile(s.table, name, nil)
		return os.RemoveAll(d.path(folder))
	}
	s.list(d, folder, f)
	return os.Rename(temp, d.path(name))
}

// list puts a partition's file into the manifest.
func (s *schema[T]) list(d *Draft, folder string, f File) {
	f.Path = path.Join(folder, partFile)
	if s.partition != nil {
		f.Partition = path.Base(folder)
	}
	d.setFile(s.table, f.Path, &f)
}

// merge writes the rows of the old file, where there is one, and those to
// add, in order.
func (s *schema[T]) merge(ctx context.Context, w *fileWriter[T], old string, drop map[string]bool, add []*T) error {
	for row, err := range readFile[T](old) {
		if errors.Is(err, fs.ErrNotExist) {
			break
		}
		if err != nil {
			return err
		}
		if w.rows%batchRows == 0 && ctx.Err() != nil {
			return ctx.Err()
		}
		if drop[s.filing(row)] {
			continue
		}
		for len(add) > 0 && s.total(add[0], row) < 0 {
			if err := w.write(add[0]); err != nil {
				return err
			}
			add = add[1:]
		}
		if err := w.write(row); err != nil {
			return err
		}
	}
	for _, row := range add {
		if err := w.write(row); err != nil {
			return err
		}
	}
	return ctx.Err()
}

// setFile replaces a table's file in the manifest; f nil removes it.
func (d *Draft) setFile(t Table, name string, f *File) {
	table := d.Manifest.Tables[t]
	table.Files = slices.DeleteFunc(table.Files, func(f File) bool { return f.Path == name })
	if f != nil {
		table.Files = append(table.Files, *f)
		slices.SortFunc(table.Files, func(a, b File) int { return cmp.Compare(a.Path, b.Path) })
	}
	table.Rows = 0
	for _, f := range table.Files {
		table.Rows += f.Rows
	}
}

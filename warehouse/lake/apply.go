package lake

import (
	"cmp"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"sanpin/warehouse/lake/durable"
)

const partFile = "part-0.parquet"

// change is what one Apply does to a draft.
type change struct {
	drop  map[string]bool     // filings whose rows go
	add   []*Rows             // rows that come
	known map[string]bool     // filings of the rows that come
	holds map[string][]string // filing added -> its partitions, filled in as tables are written
	stale map[string]bool     // partitions that hold rows of filings to drop
}

// Apply takes away all rows of the filings in drop, which need not be there,
// and adds rows. Every added row must be of a filing in add.Filings, and such
// a filing must be new or in drop: rows of one filing come and go together.
// Apply sets [Filing.Partitions] itself. Only the partitions that hold such
// rows are written; rows are sorted, so their order in add means nothing.
func (d *Draft) Apply(ctx context.Context, drop map[string]bool, add ...*Rows) (err error) {
	defer wrap(&err, "change draft %s", d.ID)
	c := &change{drop: drop, add: add, known: map[string]bool{}, holds: map[string][]string{}, stale: map[string]bool{}}
	for _, rows := range add {
		for _, f := range rows.Filings {
			if c.known[f.FilingID] || f.FilingID == "" {
				return fmt.Errorf("filing %q (%s) is added twice or has no id", f.FilingID, f.FileName)
			}
			c.known[f.FilingID] = true
		}
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
	return d.applyTables(ctx, c)
}

// applyTables changes the tables of facts, then that of the filings, which
// says where the facts are.
func (d *Draft) applyTables(ctx context.Context, c *change) error {
	for _, t := range facts {
		if err := t.apply(ctx, d, c); err != nil {
			return fmt.Errorf("table %s: %w", t.name(), err)
		}
	}
	located := &Rows{}
	for _, rows := range c.add {
		located.Filings = append(located.Filings, rows.Filings...)
	}
	for i := range located.Filings {
		f := &located.Filings[i]
		f.Partitions = slices.Sorted(slices.Values(c.holds[f.FilingID]))
	}
	c.add = []*Rows{located}
	return filings.apply(ctx, d, c)
}

// apply rewrites the table's partitions that lose or gain rows, several at a
// time.
func (s *schema[T]) apply(ctx context.Context, d *Draft, c *change) error {
	added, err := s.group(c)
	if err != nil {
		return err
	}
	for p := range c.stale {
		if name, _, _ := strings.Cut(p, "/"); Table(name) == s.table && added[p] == nil {
			added[p] = nil
		}
	}
	folders := slices.Sorted(maps.Keys(added))
	files := make([]*File, len(folders))
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(runtime.GOMAXPROCS(0))
	for i, p := range folders {
		g.Go(func() (err error) {
			if files[i], err = s.rewrite(ctx, d, p, c.drop, added[p]); err != nil {
				return fmt.Errorf("%s: %w", p, err)
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	for i, p := range folders {
		d.setFile(s.table, path.Join(p, partFile), files[i])
	}
	return nil
}

// placed is a row to add with what it is sorted by: the rank of its order among
// those that there are, id aside, and the beginning of its id.
type placed[T Row] struct {
	rank int
	id   uint64
	row  *T
}

// group puts the rows that come into their partitions.
func (s *schema[T]) group(c *change) (map[string][]placed[T], error) {
	groups := map[int]*group[T]{}
	for _, add := range c.add {
		rows := s.rows(add)
		filing := ""
		for i := range rows {
			row := &rows[i]
			if id := s.filing(row); i == 0 || id != filing {
				if !c.known[id] {
					return nil, fmt.Errorf("row %d is of filing %q, which is not among the filings added", i, id)
				}
				filing = id
			}
			year := 0
			if s.year != nil {
				year = s.year(row)
			}
			g := groups[year]
			if g == nil {
				g = &group[T]{ranks: map[order]int{}}
				groups[year] = g
			}
			g.rows = append(g.rows, g.place(s.order(row), row))
			if folder := s.folder(year); g.filing != filing && !slices.Contains(c.holds[filing], folder) {
				c.holds[filing] = append(c.holds[filing], folder)
			}
			g.filing = filing
		}
	}
	added := map[string][]placed[T]{}
	for year, g := range groups {
		g.rank()
		added[s.folder(year)] = g.rows
	}
	return added, nil
}

// group is the rows of a partition, and the filing of the last one.
type group[T Row] struct {
	rows   []placed[T]
	filing string
	ranks  map[order]int // orders without id, in the order in which they came
}

func (g *group[T]) place(o order, row *T) placed[T] {
	id := o.id
	o.id = ""
	n, ok := g.ranks[o]
	if !ok {
		n = len(g.ranks)
		g.ranks[o] = n
	}
	return placed[T]{n, begin(id), row}
}

// begin gives the first bytes of a text as a number that sorts as they do.
func begin(s string) uint64 {
	var b [8]byte
	copy(b[:], s)
	return binary.BigEndian.Uint64(b[:])
}

// rank replaces the numbers of the orders by their ranks.
func (g *group[T]) rank() {
	orders := slices.SortedFunc(maps.Keys(g.ranks), func(a, b order) int { return a.compare(&b) })
	ranks := make([]int, len(orders))
	for rank, o := range orders {
		ranks[g.ranks[o]] = rank
	}
	for i := range g.rows {
		g.rows[i].rank = ranks[g.rows[i].rank]
	}
}

func (s *schema[T]) sort(rows []placed[T]) {
	slices.SortFunc(rows, func(a, b placed[T]) int {
		if a.rank != b.rank {
			return a.rank - b.rank
		}
		if c := cmp.Compare(a.id, b.id); c != 0 {
			return c
		}
		return s.total(a.row, b.row)
	})
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
		written, err := s.rewrite(context.Background(), d, f.folder(), nil, nil)
		if err != nil {
			return fmt.Errorf("%s: %w", f.Path, err)
		}
		d.setFile(s.table, f.Path, written)
	}
	return nil
}

// rewrite merges rows to add into a partition, without the rows of dropped
// filings, and replaces its file; it returns nil where no row is left. The old
// file is left as it is: the parent has it too.
func (s *schema[T]) rewrite(ctx context.Context, d *Draft, folder string, drop map[string]bool, add []placed[T]) (*File, error) {
	s.sort(add)
	name := path.Join(folder, partFile)
	if err := os.MkdirAll(d.path(folder), 0o755); err != nil {
		return nil, err
	}
	temp := filepath.Join(d.path(folder), durable.TempPrefix+partFile)
	defer os.Remove(temp) // of a failure: at the end it is renamed
	w, err := createFile[T](temp)
	if err != nil {
		return nil, err
	}
	err = s.merge(ctx, w, d.path(name), drop, add)
	f, err2 := w.close()
	if err := errors.Join(err, err2); err != nil {
		return nil, err
	}
	if f.Rows == 0 {
		return nil, os.RemoveAll(d.path(folder))
	}
	return s.file(folder, f), os.Rename(temp, d.path(name))
}

// file says where a partition's file is.
func (s *schema[T]) file(folder string, f File) *File {
	f.Path = path.Join(folder, partFile)
	if s.year != nil {
		f.Partition = path.Base(folder)
	}
	return &f
}

// merge writes the rows of the old file, where there is one, and those to
// add, in order.
func (s *schema[T]) merge(ctx context.Context, w *fileWriter[T], old string, drop map[string]bool, add []placed[T]) error {
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
		for len(add) > 0 && s.total(add[0].row, row) < 0 {
			if err := w.write(add[0].row); err != nil {
				return err
			}
			add = add[1:]
		}
		if err := w.write(row); err != nil {
			return err
		}
	}
	for _, a := range add {
		if err := w.write(a.row); err != nil {
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

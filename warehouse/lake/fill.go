package lake

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path"
)

// Fill writes the rows of one table into a draft that has none, as they come:
// nothing is held but one row group. Rows must come in the order of the table's
// files, partition after partition, and belong to filings that [Draft.Complete]
// is then given.
func Fill[T Row](ctx context.Context, d *Draft, rows iter.Seq2[*T, error]) (err error) {
	s := schemaOf[T]()
	defer wrap(&err, "fill table %s of draft %s", s.table, d.ID)
	if len(d.Manifest.Tables[s.table].Files) > 0 {
		return errors.New("it has rows already")
	}
	f := &filler[T]{schema: s, draft: d}
	for row, err := range rows {
		if err == nil && f.count%batchRows == 0 {
			err = ctx.Err()
		}
		if err == nil {
			err = f.add(row)
		}
		if err != nil {
			return errors.Join(err, f.close())
		}
	}
	return f.close()
}

// filler writes one partition after the other.
type filler[T Row] struct {
	schema *schema[T]
	draft  *Draft
	folder string
	file   *fileWriter[T]
	last   T
	count  int
}

func (f *filler[T]) add(row *T) error {
	folder := f.schema.folderOf(row)
	last, here := f.schema.order(&f.last), f.schema.order(row)
	if f.file != nil && folder == f.folder && last.compare(&here) > 0 {
		return fmt.Errorf("row %d: it belongs before the row that came before it", f.count)
	}
	if folder != f.folder {
		if err := f.close(); err != nil {
			return err
		}
		if err := os.MkdirAll(f.draft.path(folder), 0o755); err != nil {
			return err
		}
		file, err := createFile[T](f.draft.path(path.Join(folder, partFile)))
		if err != nil {
			return err // also for a partition that comes a second time
		}
		f.file, f.folder = file, folder
	}
	f.last = *row
	f.count++
	return f.file.write(row)
}

// close ends a partition.
func (f *filler[T]) close() error {
	if f.file == nil {
		return nil
	}
	file, err := f.file.close()
	f.file = nil
	listed := f.schema.file(f.folder, file)
	f.draft.setFile(f.schema.table, listed.Path, listed)
	return err
}

// Complete adds the rows of all other tables to a draft that was filled. The
// filings say by themselves in which partitions their rows are.
func (d *Draft) Complete(ctx context.Context, rows *Rows) (err error) {
	defer wrap(&err, "complete draft %s", d.ID)
	c := &change{add: []*Rows{rows}, known: map[string]bool{}, holds: map[string][]string{}}
	for _, f := range rows.Filings {
		c.known[f.FilingID] = true
	}
	for _, t := range append(facts[:len(facts):len(facts)], filings) {
		if err := t.apply(ctx, d, c); err != nil {
			return fmt.Errorf("table %s: %w", t.name(), err)
		}
	}
	return nil
}

// PartitionOf names the partition that an observation belongs in, as
// [Filing.Partitions] does.
func PartitionOf(o *Observation) string { return observations.folderOf(o) }

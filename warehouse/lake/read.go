package lake

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"

	"github.com/parquet-go/parquet-go"
)

// Read yields the rows of the table of T, or of some of its partitions as
// named in [Filing.Partitions]; a partition that is not there has no rows.
// Rows come in the order of their file. After an error nothing more comes.
func Read[T Row](r *Release, partitions ...string) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		table := r.Manifest.Tables[schemaOf[T]().table]
		if table == nil {
			return
		}
		for _, f := range table.Files {
			if len(partitions) > 0 && !slices.Contains(partitions, f.folder()) {
				continue
			}
			for row, err := range readFile[T](r.path(f.Path)) {
				if err != nil {
					yield(*new(T), fmt.Errorf("release %s: %s: %w", r.ID, f.Path, err))
					return
				}
				if !yield(*row, nil) {
					return
				}
			}
		}
	}
}

const batchRows = 1024

// readFile yields the rows of one file. A row is good until the next one.
func readFile[T Row](path string) iter.Seq2[*T, error] {
	return func(yield func(*T, error) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(nil, err)
			return
		}
		defer f.Close()
		p, err := openParquet(f)
		if err == nil {
			// The library would read columns it cannot find as NULL, silently.
			err = schemaOf[T]().covers(columnsOf(p.Schema()))
		}
		if err != nil {
			yield(nil, err)
			return
		}
		yieldRows(p, yield)
	}
}

func yieldRows[T Row](p *parquet.File, yield func(*T, error) bool) {
	reader := parquet.NewGenericReader[T](p)
	defer reader.Close()
	batch := make([]T, min(batchRows, p.NumRows()))
	for left := p.NumRows(); left > 0; {
		// Past the end the library asks every column for every row again, so
		// rows are asked for by number. It writes through pointers that it finds
		// in the batch, which would change rows that the caller has kept.
		batch = batch[:min(left, batchRows)]
		clear(batch)
		n, err := reader.Read(batch)
		for i := range batch[:n] {
			if !yield(&batch[i], nil) {
				return
			}
		}
		left -= int64(n)
		if left > 0 && (err != nil || n == 0) {
			yield(nil, fmt.Errorf("%d of %d rows read: %w", p.NumRows()-left, p.NumRows(), cmp.Or(err, io.ErrUnexpectedEOF)))
			return
		}
	}
}

// openParquet reads a file's footer. Its page index and bloom filters are
// not needed to read it from end to end.
func openParquet(f *os.File) (*parquet.File, error) {
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	return parquet.OpenFile(f, info.Size(), parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
}

package lake

import (
	"errors"
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
		if err != nil {
			yield(nil, err)
			return
		}
		reader := parquet.NewGenericReader[T](p)
		defer reader.Close()
		batch := make([]T, batchRows)
		for err == nil {
			clear(batch) // the reader would write through the pointers of rows that were kept
			var n int
			n, err = reader.Read(batch)
			for i := range batch[:n] {
				if !yield(&batch[i], nil) {
					return
				}
			}
		}
		if !errors.Is(err, io.EOF) {
			yield(nil, err)
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

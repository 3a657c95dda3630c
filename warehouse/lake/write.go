package lake

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"os"
	"strconv"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/compress/zstd"
)

// rowGroupRows is the most rows that a row group has: DuckDB's own size. One
// huge row group makes selective queries 20 to 40 times slower, and is the
// library's default (reports/storage.md, section 3).
const rowGroupRows = 122_880

var writerOptions = []parquet.WriterOption{
	// The version is the layout's, not the build's: equal rows, equal bytes.
	parquet.CreatedBy("sanpin", strconv.Itoa(Format), "lake"),
	parquet.Compression(&zstd.Codec{Level: zstd.SpeedFastest}),
	parquet.MaxRowsPerRowGroup(rowGroupRows),
	parquet.DefaultEncodingFor(parquet.Int32, &parquet.DeltaBinaryPacked),
	parquet.DefaultEncodingFor(parquet.Int64, &parquet.DeltaBinaryPacked),
}

// fileWriter writes one Parquet file and learns what the manifest says of it.
type fileWriter[T Row] struct {
	file    *os.File
	hash    hash.Hash
	bytes   int64
	rows    int64
	parquet *parquet.GenericWriter[T]
	batch   []T
}

func createFile[T Row](path string) (*fileWriter[T], error) {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return nil, err
	}
	w := &fileWriter[T]{file: f, hash: sha256.New()}
	w.parquet = parquet.NewGenericWriter[T](io.MultiWriter(f, w.hash, (*counter)(&w.bytes)), writerOptions...)
	return w, nil
}

// write adds a row, which it copies.
func (w *fileWriter[T]) write(row *T) error {
	w.batch = append(w.batch, *row)
	if len(w.batch) < batchRows {
		return nil
	}
	return w.flush()
}

func (w *fileWriter[T]) flush() error {
	n, err := w.parquet.Write(w.batch)
	w.rows += int64(n)
	w.batch = w.batch[:0]
	return err
}

// close completes the file and returns what to put into the manifest, all but
// its place. It is not on the disk before [Draft.Publish].
func (w *fileWriter[T]) close() (File, error) {
	err := errors.Join(w.flush(), w.parquet.Close(), w.file.Close())
	return File{Rows: w.rows, Bytes: w.bytes, SHA256: hex.EncodeToString(w.hash.Sum(nil))}, err
}

// counter counts the bytes written to it.
type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

package encode

import (
	"bufio"
	"io"
	"time"

	"github.com/apache/arrow-go/v18/arrow/ipc"
)

// writeArrow writes an IPC stream. The schema goes out with the first batch or
// at the end, so that an error before leaves no byte.
func writeArrow(w io.Writer, rows Rows) (n int64, err error) {
	out := bufio.NewWriterSize(w, flushSize)
	stream := ipc.NewWriter(out, ipc.WithSchema(rows.Schema()))
	last := time.Now()
	for {
		batch, err := rows.Next()
		if err == io.EOF {
			if err := stream.Close(); err != nil { // without a batch this writes the schema
				return n, err
			}
			return n, out.Flush()
		}
		if err != nil {
			return n, err
		}
		if err := stream.Write(batch); err != nil {
			return n, err
		}
		n += batch.NumRows()
		batch.Release()
		if time.Since(last) > flushAfter {
			if err := out.Flush(); err != nil {
				return n, err
			}
			if err := flush(w); err != nil {
				return n, err
			}
			last = time.Now()
		}
	}
}

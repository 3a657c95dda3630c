package encode

import (
	"fmt"
	"io"
	"testing"
)

// tenColumns are 100,000 rows as a mart has them; the same table as in the
// figures of other protocols.
const tenColumns = `CREATE TABLE bench AS SELECT i::BIGINT AS id, (i*7919 % 1000)::INTEGER AS k, i*1.1::DOUBLE AS price,
	(i%1000000 + 0.25)::DECIMAL(12,2) AS amount, '客户名称-' || (i%5000) AS name, 'code' || (i%97) AS code,
	DATE '2020-01-01' + (i%2000)::INTEGER AS d, TIMESTAMP '2020-01-01 00:00:00' + to_microseconds(i*1234567) AS ts,
	i%3=0 AS flag, CASE WHEN i%2=0 THEN 'note ' || i END AS note FROM range(100000) t(i)`

type counter int64

func (c *counter) Write(p []byte) (int, error) {
	*c += counter(len(p))
	return len(p), nil
}

// BenchmarkFormats is query and encoding; "none" is the query alone.
func BenchmarkFormats(b *testing.B) {
	conn := connect(b)
	if err := conn.Exec(b.Context(), tenColumns); err != nil {
		b.Fatal(err)
	}
	run := func(write func() error) func(*testing.B) {
		return func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if err := write(); err != nil {
					b.Fatal(err)
				}
			}
		}
	}
	b.Run("none", run(func() error {
		rows := query(b, conn, "SELECT * FROM bench")
		defer rows.Close()
		for {
			if _, err := rows.Next(); err == io.EOF {
				return nil
			} else if err != nil {
				return err
			}
		}
	}))
	for _, format := range Formats {
		b.Run(string(format), run(func() error {
			rows := query(b, conn, "SELECT * FROM bench")
			defer rows.Close()
			var size counter
			n, err := Write(&size, format, rows, Options{})
			if err == nil && (n != 100_000 || size < 1e6) {
				err = fmt.Errorf("%d rows in %d bytes", n, size)
			}
			return err
		}))
	}
}

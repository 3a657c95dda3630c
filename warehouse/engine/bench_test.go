package engine

import (
	"context"
	"io"
	"testing"
)

// A million rows of ten columns, as a mart's rows are: codes, names, exact
// numbers, dates.
func BenchmarkMillionRows(bench *testing.B) {
	conn := open(bench)
	ctx, cancel := context.WithCancel(context.Background()) // as a server has it
	defer cancel()
	err := conn.Exec(ctx, `CREATE TYPE e AS ENUM (SELECT 'e' || k FROM range(300) r(k));
		CREATE TABLE t AS SELECT ('e' || i % 300)::e AS code, 'cluster of some place ' || i % 5000 AS name,
		i::INTEGER AS id, i AS big, (i / 7)::DECIMAL(18,6) AS value, CASE WHEN i % 10 = 0 THEN NULL ELSE i / 3.0 END AS share,
		DATE '2000-01-01' + (i % 9000)::INTEGER AS day, i % 2 = 0 AS flag, (i % 50)::VARCHAR AS short, i::HUGEINT AS huge
		FROM range(1000000) t(i)`)
	if err != nil {
		bench.Fatal(err)
	}
	for bench.Loop() {
		rows, err := conn.Query(ctx, "SELECT * FROM t")
		if err != nil {
			bench.Fatal(err)
		}
		count := int64(0)
		for {
			batch, err := rows.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				bench.Fatal(err)
			}
			count += batch.NumRows()
		}
		rows.Close()
		if count != 1e6 {
			bench.Fatalf("%d rows", count)
		}
	}
}

func BenchmarkSmallQuery(bench *testing.B) {
	conn := open(bench)
	for bench.Loop() {
		if _, err := text(conn, "SELECT $1 + 1", 41); err != nil {
			bench.Fatal(err)
		}
	}
}

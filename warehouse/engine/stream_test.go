package engine

import (
	"context"
	"errors"
	"io"
	"os"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	b "github.com/duckdb/duckdb-go-bindings"
)

func TestFirstBatchBeforeTheWhole(t *testing.T) {
	conn, ctx := open(t), context.Background()
	before := residentMB(t)
	start := time.Now()
	rows, err := conn.Query(ctx, "SELECT i, i::VARCHAR || ' and more text' AS s, i * 1.5 AS d FROM range(50000000) t(i)")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	batch, err := rows.Next()
	if err != nil {
		t.Fatal(err)
	}
	// Making 50 million rows takes seconds and gigabytes.
	if took := time.Since(start); took > time.Second {
		t.Errorf("the first batch came after %v", took)
	}
	if got := batch.Column(1).ValueStr(1); got != "1 and more text" {
		t.Errorf("second row = %q", got)
	}
	for range 1000 {
		if _, err := rows.Next(); err != nil {
			t.Fatal(err)
		}
	}
	if grown := residentMB(t) - before; grown > 300 {
		t.Errorf("reading 2 million of 50 million rows took %d MB", grown)
	}
}

// residentMB is the memory of the process, C's included.
func residentMB(t testing.TB) int {
	t.Helper()
	status, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		t.Skip("no /proc here:", err)
	}
	pages, _ := strconv.Atoi(strings.Fields(string(status))[1])
	return pages * os.Getpagesize() >> 20
}

// slow statements that DuckDB can stop, at different stages.
var slow = []string{
	"SELECT count(*) FROM range(100000) a(i), range(100000) b(j) WHERE (i * j) % 7 = 3",
	"SELECT i FROM range(200000000) t(i) ORDER BY hash(i) LIMIT 1",
	"WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 100000000) SELECT max(n) FROM r",
}

func TestCancelWhileExecuting(t *testing.T) {
	conn := open(t)
	for _, sql := range slow {
		ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
		start := time.Now()
		_, _, err := all(ctx, conn, sql)
		took := time.Since(start)
		cancel()
		if !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("%s: error %v, want deadline exceeded", sql, err)
		}
		if took > 400*time.Millisecond {
			t.Errorf("%s: came back after %v for a deadline of 50ms", sql, took)
		}
		if got, err := text(conn, "SELECT 1"); got != "1" || err != nil {
			t.Fatalf("the connection after %s: %q, %v", sql, got, err)
		}
	}
}

func TestCancelBetweenBatches(t *testing.T) {
	conn := open(t)
	ctx, cancel := context.WithCancel(context.Background())
	rows, err := conn.Query(ctx, "SELECT i FROM range(50000000) t(i)")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := rows.Next(); err != nil {
		t.Fatal(err)
	}
	cancel()
	for range 2 { // and it stays so
		if _, err := rows.Next(); !errors.Is(err, context.Canceled) {
			t.Errorf("Next after cancel: %v, want canceled", err)
		}
	}
	rows.Close()
	if got, err := text(conn, "SELECT 1"); got != "1" || err != nil {
		t.Errorf("the connection afterwards: %q, %v", got, err)
	}
	if _, err := conn.Query(ctx, "SELECT 1"); !errors.Is(err, context.Canceled) {
		t.Errorf("query with a context that has ended: %v, want canceled", err)
	}
}

// A function that never looks at the interrupt does not hold up the caller,
// and what it held is freed when it ends.
func TestCancelWhatDoesNotStop(t *testing.T) {
	db, err := Open("", Options{Threads: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	conn := connect(t, db)
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Millisecond)
	defer cancel()
	start := time.Now()
	_, _, err = all(ctx, conn, "SELECT len(list_transform(range(15000000), lambda x: x * 3 + 1)) AS n")
	if took := time.Since(start); !errors.Is(err, context.DeadlineExceeded) || took > grace+time.Second {
		t.Errorf("error %v after %v, want deadline exceeded about %v after the deadline", err, took, grace)
	}
	if _, err := conn.Query(context.Background(), "SELECT 1"); err != nil && !errors.Is(err, errGone) {
		t.Errorf("query on the given-up connection: %v, want %v", err, errGone)
	}
	if got, err := text(connect(t, db), "SELECT 1"); got != "1" || err != nil {
		t.Errorf("another connection: %q, %v", got, err)
	}
}

func TestErrorInTheMiddle(t *testing.T) {
	conn := open(t)
	rows, err := conn.Query(context.Background(), "SELECT CASE WHEN i < 3000000 THEN i ELSE error('row ' || i) END::BIGINT AS x FROM range(4000000) t(i)")
	if err != nil {
		t.Fatal(err)
	}
	defer rows.Close()
	read := int64(0)
	for {
		batch, err := rows.Next()
		if err == nil {
			read += batch.NumRows()
			continue
		}
		var e *Error
		if !errors.As(err, &e) || !strings.HasPrefix(e.Message, "row 3") {
			t.Errorf("error %v, want that of a row", err)
		}
		break
	}
	if read == 0 {
		t.Error("no rows before the error")
	}
	if _, err := rows.Next(); err == nil || err == io.EOF {
		t.Errorf("Next after the error: %v, want the error again", err)
	}
}

// Every way out of a query frees what C has allocated. With the build tag
// debug_bindings the bindings count handles, and the counts must be zero.
func TestNoLeak(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	db, err := Open("", Options{Threads: 2})
	if err != nil {
		t.Fatal(err)
	}
	const rounds = 400 // of nine statements
	var before int
	for round := range rounds {
		if round == rounds/4 { // caches are warm by now
			runtime.GC()
			before = residentMB(t)
		}
		leaveEarly(t, db)
	}
	runtime.GC()
	if grown := residentMB(t) - before; grown > 40 {
		t.Errorf("memory grew by %d MB in %d rounds", grown, rounds*3/4)
	}
	db.Close()
	if counts := b.GetAllocationCounts(); counts != "" {
		t.Errorf("handles that were not freed:\n%s", counts)
	}
}

// leaveEarly runs queries that end before their end.
func leaveEarly(t *testing.T, db *DB) {
	conn, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	long := strings.Repeat("x", 50000)
	for _, test := range []struct {
		sql  string
		args []any
	}{
		{"SELEC '" + long + "'", nil},
		{"SELECT nope, '" + long + "'", nil},
		{"SELECT $1, $2", []any{long}},
		{"SELECT $1, $2", []any{long, struct{}{}}},
		{"SELECT error($1) FROM range(3)", []any{long}},
		{"SELECT [42]::VARIANT, $1", []any{long}},
	} {
		if _, _, err := all(ctx, conn, test.sql, test.args...); err == nil {
			t.Fatalf("%.40s: no error", test.sql)
		}
	}
	if err := conn.Exec(ctx, "SELECT 1; SELECT nope"); err == nil {
		t.Fatal("no error")
	}
	rows, err := conn.Query(ctx, "SELECT [{'a': $1 || i}] AS x, 'a'::ENUM('a', 'b') FROM range(1000000) t(i)", "some longer text ")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := rows.Next(); err != nil {
		t.Fatal(err)
	}
	rows.Close() // half read
	if rows, err = conn.Query(ctx, "SELECT $1 || i FROM range(1000000) t(i)", "some longer text "); err != nil {
		t.Fatal(err)
	}
	cancel()
	if _, err := rows.Next(); !errors.Is(err, context.Canceled) {
		t.Fatal(err)
	}
	rows.Close()
}

func TestConnectionsInParallel(t *testing.T) {
	db, err := Open("", Options{Threads: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	errs := make(chan error)
	const workers = 8
	for range workers {
		go func() {
			errs <- func() error {
				conn, err := db.Conn(context.Background())
				if err != nil {
					return err
				}
				defer conn.Close()
				for range 20 {
					got, err := text(conn, "SELECT sum(i) FROM range(1000) t(i)")
					if err == nil && got != "499500" {
						err = errors.New("sum = " + got)
					}
					if err != nil {
						return err
					}
				}
				return nil
			}()
		}()
	}
	for range workers {
		if err := <-errs; err != nil {
			t.Error(err)
		}
	}
}

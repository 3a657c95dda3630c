package engine

import (
	"context"
	"errors"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/apache/arrow-go/v18/arrow"
)

// open returns a session of an empty database, closed with the test.
func open(t testing.TB) *Conn {
	t.Helper()
	db, err := Open("", Options{Threads: 2})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return connect(t, db)
}

func connect(t testing.TB, db *DB) *Conn {
	t.Helper()
	conn, err := db.Conn(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return conn
}

// all reads a result to its end.
func all(ctx context.Context, conn *Conn, sql string, args ...any) (*arrow.Schema, []arrow.RecordBatch, error) {
	rows, err := conn.Query(ctx, sql, args...)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	var batches []arrow.RecordBatch
	for {
		batch, err := rows.Next()
		if err == io.EOF {
			return rows.Schema(), batches, nil
		}
		if err != nil {
			return nil, nil, err
		}
		batches = append(batches, batch)
	}
}

// text is the first column of a result, values joined by " | ".
func text(conn *Conn, sql string, args ...any) (string, error) {
	_, batches, err := all(context.Background(), conn, sql, args...)
	if err != nil {
		return "", err
	}
	var values []string
	for _, batch := range batches {
		for row := range int(batch.NumRows()) {
			values = append(values, batch.Column(0).ValueStr(row))
		}
	}
	return strings.Join(values, " | "), nil
}

func TestOpen(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "a.duckdb")
	if _, err := Open(path, Options{ReadOnly: true}); err == nil || !strings.Contains(err.Error(), path) {
		t.Errorf("opening a missing file read-only: error %v, want one that names it", err)
	}
	db, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	conn := connect(t, db)
	if err := conn.Exec(ctx, "CREATE TABLE t AS SELECT 42 AS x; CREATE VIEW v AS SELECT x + 1 AS y FROM t"); err != nil {
		t.Fatal(err)
	}
	conn.Close()
	db.Close()

	db, err = Open(path, Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	conn = connect(t, db)
	if got, err := text(conn, "SELECT y FROM v"); got != "43" || err != nil {
		t.Errorf("y of the reopened file = %q, %v, want 43", got, err)
	}
	for _, sql := range []string{
		"CREATE TABLE u AS SELECT 1",
		"SELECT * FROM read_text('/etc/hostname')",
		"COPY t TO '" + path + ".csv'",
		"INSTALL httpfs",
	} {
		if err := conn.Exec(ctx, sql); err == nil {
			t.Errorf("%s: no error on a read-only database without external access", sql)
		}
	}
	if _, err := Open("", Options{MemoryLimit: "a lot"}); err == nil {
		t.Error("memory limit \"a lot\": no error")
	}
	if _, err := Open("a\x00b", Options{}); err == nil {
		t.Error("path with NUL: no error")
	}
}

func TestExec(t *testing.T) {
	conn, ctx := open(t), context.Background()
	for _, test := range []struct {
		sql  string
		args []any
		err  string // part of the error; "" for none
	}{
		{"", nil, ""},
		{" -- nothing\n;", nil, ""},
		{"CREATE TABLE a(x INTEGER); INSERT INTO a VALUES (1); INSERT INTO a VALUES (2);", nil, ""},
		{"INSERT INTO a VALUES ($1)", []any{3}, ""},
		{"INSERT INTO a VALUES (4); SELEC 1", nil, "syntax error"}, // parsed whole first: nothing runs
		{"INSERT INTO a VALUES (5); SELECT nope", nil, "nope"},     // bound one by one: the first has run
		{"INSERT INTO a VALUES ($1); SELECT 1", []any{6}, "several"},
		{"SELECT 1\x00; DROP TABLE a", nil, "NUL"},
		{"SELECT '\xff'", nil, "UTF-8"},
	} {
		err := conn.Exec(ctx, test.sql, test.args...)
		if (err == nil) != (test.err == "") || (err != nil && !strings.Contains(err.Error(), test.err)) {
			t.Errorf("Exec(%q) = %v, want error with %q", test.sql, err, test.err)
		}
	}
	if got, err := text(conn, "SELECT x FROM a ORDER BY x"); got != "1 | 2 | 3 | 5" || err != nil {
		t.Errorf("rows after all = %q, %v, want 1 | 2 | 3 | 5", got, err)
	}
}

func TestOneResultAtATime(t *testing.T) {
	conn, ctx := open(t), context.Background()
	rows, err := conn.Query(ctx, "SELECT * FROM range(1e6::BIGINT)")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := conn.Query(ctx, "SELECT 1"); !errors.Is(err, errBusy) {
		t.Errorf("second query while the first is open: %v, want %v", err, errBusy)
	}
	rows.Close()
	rows.Close()
	if _, err := rows.Next(); !errors.Is(err, errClosed) {
		t.Errorf("Next after Close: %v, want %v", err, errClosed)
	}
	if got, err := text(conn, "SELECT 1"); got != "1" || err != nil {
		t.Errorf("query after Close = %q, %v", got, err)
	}
	conn.Close()
	if _, err := conn.Query(ctx, "SELECT 1"); err == nil {
		t.Error("query on a closed connection: no error")
	}
}

func TestErrors(t *testing.T) {
	conn, ctx := open(t), context.Background()
	for _, test := range []struct {
		sql, class, subtype string
		position            int
		candidate           string
	}{
		{"SELECT 中, nope FROM (SELECT 1 AS 中, 2 AS nop)", "Binder", "COLUMN_NOT_FOUND", 12, "nop"},
		{"SELECT 中中 +", "Parser", "SYNTAX_ERROR", 15, ""},
		{"SELECT 中中 1 1", "Parser", "SYNTAX_ERROR", 14, ""},
		{"SELECT 1 +", "Parser", "SYNTAX_ERROR", 10, ""},
		{"SELECT * FROM nowhere", "Catalog", "MISSING_ENTRY", 14, "pg_indexes"},
		{"SELECT 'x'::INTEGER", "Conversion", "", 10, ""},
		{"SELECT error('boom') FROM range(3)", "Invalid Input", "", -1, ""},
		{"SELECT 1; SELECT 2", "Invalid Input", "", -1, ""},
	} {
		_, _, err := all(ctx, conn, test.sql)
		var e *Error
		if !errors.As(err, &e) {
			t.Errorf("%s: error %v, want an *Error", test.sql, err)
			continue
		}
		if e.Class != test.class || e.Subtype != test.subtype || e.Position != test.position {
			t.Errorf("%s: %s, %s at %d, want %s, %s at %d", test.sql, e.Class, e.Subtype, e.Position, test.class, test.subtype, test.position)
		}
		if strings.Join(e.Candidates, ",") != test.candidate {
			t.Errorf("%s: candidates %q, want %q", test.sql, e.Candidates, test.candidate)
		}
		if strings.ContainsAny(e.Message, "{}") {
			t.Errorf("%s: message %q still holds JSON", test.sql, e.Message)
		}
	}
	var e *Error // positions count from the start of the whole text
	if err := conn.Exec(ctx, "SELECT '中'; SELECT nope"); !errors.As(err, &e) || e.Position != 21 {
		t.Errorf("second statement of Exec: %v at %d, want 21", err, e.Position)
	}
}

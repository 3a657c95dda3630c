package trino

import (
	"context"
	"database/sql"
	"errors"
	"net/http/httptest"
	"testing"
	"time"

	client "github.com/trinodb/trino-go-client/trino"
)

func open(t *testing.T, web *httptest.Server) *sql.DB {
	t.Helper()
	db, err := sql.Open("trino", "http://go@"+web.Listener.Addr().String()+"?catalog=sanpin&schema=mart&session_properties=query_max_run_time:10m")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { db.Close() })
	return db
}

// TestGoClient: Trino's client for Go connects, asks with parameters, reads
// values, and is told errors.
func TestGoClient(t *testing.T) {
	web, _, _ := newTestServer(t, Config{})
	db := open(t, web)
	if err := db.PingContext(t.Context()); err != nil {
		t.Fatalf("ping: %v", err)
	}
	var name string
	var year int64
	var value sql.NullString
	var day time.Time
	err := db.QueryRowContext(t.Context(), "SELECT name, year, value_wan_cny, as_of FROM brand WHERE name = ? AND year = ?", "东湖电子", int64(2023)).Scan(&name, &year, &value, &day)
	if err != nil || name != "东湖电子" || year != 2023 || value.String != "9120.4000" || day.Format(time.DateOnly) != "2024-01-01" {
		t.Errorf("%s %d %s %s: %v", name, year, value.String, day, err)
	}
	err = db.QueryRowContext(t.Context(), "SELECT nosuch FROM brand").Scan(&name)
	var failed *client.ErrQueryFailed
	if !errors.As(err, &failed) {
		t.Errorf("an unknown column: %v", err)
	}
	var n int64
	if err := db.QueryRowContext(t.Context(), "SELECT count(*) FROM information_schema.columns WHERE table_name = 'brand'").Scan(&n); err != nil || n != 7 {
		t.Errorf("%d columns: %v", n, err)
	}
}

// TestGoClientCancel: a client that closes its rows stops the query at once. One
// whose context ends may say nothing more (the driver does not): its query ends
// when it does not come back.
func TestGoClientCancel(t *testing.T) {
	for _, test := range []struct {
		name   string
		config Config
		leave  func(cancel func(), rows *sql.Rows)
	}{
		{"closes", Config{}, func(_ func(), rows *sql.Rows) { rows.Close() }},
		{"is gone", Config{AbandonAfter: time.Second}, func(cancel func(), rows *sql.Rows) { cancel(); rows.Close() }},
	} {
		t.Run(test.name, func(t *testing.T) {
			web, s, host := newTestServer(t, test.config)
			runRows("100000000")(s)
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			rows, err := open(t, web).QueryContext(ctx, "SELECT i FROM brand")
			if err != nil || !rows.Next() {
				t.Fatalf("the first row: %v", err)
			}
			test.leave(cancel, rows)
			until(t, "the result is closed", func() bool { return host.open.Load() == 0 })
		})
	}
}

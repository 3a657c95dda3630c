package trino

import (
	"io"
	"net/http"
	"strings"
	"syscall"
	"testing"
	"time"

	"sanpin/warehouse/dialect/types"
)

// BenchmarkPages fetches 100,000 rows of 10 columns over HTTP. cpu-ms is of the
// whole process: engine, pages, and the client that only reads the bytes.
func BenchmarkPages(b *testing.B) {
	web, s, _ := newTestServer(b, Config{})
	s.translated = func(*call) (*plan, error) {
		return &plan{SQL: `SELECT i, i % 7 AS n, (i / 8.0)::DECIMAL(18,4) AS v, i / 3.0::DOUBLE AS r, '品牌' || i AS s, DATE '2024-01-01' + (i % 365)::INTEGER AS d,
			TIMESTAMP '2024-01-01 08:00:00.123456' + to_seconds(i) AS t, i % 2 = 0 AS ok, 'abcdefghij' AS k, i::INTEGER AS m FROM range(100000) x(i)`,
			output: []outputColumn{{"i", types.Of(types.Bigint)}, {"n", types.Of(types.Bigint)}, {"v", types.DecimalOf(18, 4)}, {"r", types.Of(types.Double)},
				{"s", types.Text()}, {"d", types.Of(types.Date)}, {"t", types.TimeOf(types.Timestamp, 6)}, {"ok", types.Of(types.Boolean)}, {"k", types.Text()}, {"m", types.Of(types.Integer)}}}, nil
	}
	start := cpuTime()
	var bytes int64
	for b.Loop() {
		next := send(b, "POST", web.URL+"/v1/statement", "SELECT i FROM brand", nil).NextURI
		for next != "" {
			answer, err := http.Get(next)
			if err != nil {
				b.Fatal(err)
			}
			page, err := io.ReadAll(answer.Body)
			answer.Body.Close()
			if err != nil {
				b.Fatal(err)
			}
			bytes += int64(len(page))
			_, tail, found := strings.Cut(string(page[max(0, len(page)-1500):]), `"nextUri":"`)
			if next, _, _ = strings.Cut(tail, `"`); !found {
				break
			}
		}
	}
	b.ReportMetric(float64((cpuTime()-start).Milliseconds())/float64(b.N), "cpu-ms/op")
	b.ReportMetric(float64(bytes)/float64(b.N), "bytes/op")
}

func cpuTime() time.Duration {
	var used syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &used); err != nil {
		panic(err) // unreachable on the systems that are built for
	}
	return time.Duration(used.Utime.Nano() + used.Stime.Nano())
}

// BenchmarkMetadata asks for the columns of a table, as JDBC does, in memory.
func BenchmarkMetadata(b *testing.B) {
	web, _, _ := newTestServer(b, Config{})
	for b.Loop() {
		ask(b, web.URL, "SELECT TABLE_CAT, TABLE_SCHEM, TABLE_NAME, COLUMN_NAME FROM system.jdbc.columns WHERE TABLE_CAT = 'sanpin' AND TABLE_SCHEM LIKE 'mart' ESCAPE '\\' ORDER BY TABLE_NAME", nil)
	}
}

package rest

import (
	"net/http"
	"testing"
	"time"
)

func TestAcceptsGzip(t *testing.T) {
	for _, test := range []struct {
		header string
		want   bool
	}{
		{"", false}, {"gzip", true}, {"deflate, GZIP;q=0.1", true}, {"gzip;q=0", false}, {"*", true}, {"*;q=0", false},
		{"gzip;q=0, *", false}, {"x-gzip", true}, {"br, zstd", false}, {"gzip;q=nonsense", false},
	} {
		r := &http.Request{Header: http.Header{"Accept-Encoding": {test.header}}}
		if got := acceptsGzip(r); got != test.want {
			t.Errorf("acceptsGzip(%q) = %t", test.header, got)
		}
	}
}

func TestDuration(t *testing.T) {
	for _, test := range []struct {
		in   any
		want time.Duration // 0: an error
	}{
		{"30", 30 * time.Second}, {"1.5", 1500 * time.Millisecond}, {"2m", 2 * time.Minute}, {"250ms", 250 * time.Millisecond},
		{"0", 0}, {"-1", 0}, {"", 0}, {"soon", 0}, {true, 0}, {"1e300", 0}, {"NaN", 0},
	} {
		var got time.Duration
		if err := setDuration(&got, test.in); got != test.want || (err != nil) != (test.want == 0) {
			t.Errorf("setDuration(%v) = %s, %v, want %s", test.in, got, err, test.want)
		}
	}
}

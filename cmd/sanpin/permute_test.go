package main

import (
	"io"
	"reflect"
	"strings"
	"testing"
)

func TestPermute(t *testing.T) {
	app := newApp(io.Discard, io.Discard)
	for _, test := range []struct{ in, want string }{
		{"sanpin cite o12 --data D --json", "sanpin cite --data D --json o12"},
		{"sanpin read --json FILE", "sanpin read --json FILE"},
		{"sanpin read FILE --json", "sanpin read --json FILE"},
		{"sanpin query --format=json SQL --data D", "sanpin query --format=json --data D SQL"},
		{"sanpin query - --data D", "sanpin query --data D -"},
		{"sanpin release show R --data D", "sanpin release show --data D R"},
		{"sanpin query -- -1", "sanpin query -- -1"},
		{"sanpin", "sanpin"},
		{"sanpin --version", "sanpin --version"},
	} {
		if got := permute(app, strings.Fields(test.in)); !reflect.DeepEqual(got, strings.Fields(test.want)) {
			t.Errorf("permute(%s) = %s, want %s", test.in, strings.Join(got, " "), test.want)
		}
	}
}

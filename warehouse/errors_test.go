package warehouse

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"sanpin/warehouse/engine"
	"sanpin/warehouse/lake"
)

func TestKinds(t *testing.T) {
	seen := map[string]bool{}
	for kind := KindInternal; kind <= KindChecks; kind++ {
		if kind.String() == "" || seen[kind.String()] || kind.HTTP() < 400 || kind.Exit() == 0 {
			t.Errorf("kind %d: %q, HTTP %d, exit %d", kind, kind, kind.HTTP(), kind.Exit())
		}
		seen[kind.String()] = true
	}
	for _, test := range []struct {
		err  error
		kind Kind
		http int
		exit int
	}{
		{errors.New("x"), KindInternal, 500, 1},
		{context.DeadlineExceeded, KindTimeout, 504, 1},
		{fmt.Errorf("x: %w", context.Canceled), KindCanceled, 499, 130},
		{fmt.Errorf("x: %w", lake.ErrNoRelease), KindNoRelease, 404, 5},
		{fmt.Errorf("x: %w", &Error{Kind: KindChecks}), KindChecks, 409, 6},
		{&Error{Kind: KindUsage}, KindUsage, 400, 2},
		{explain(&engine.Error{Class: "Out of Memory"}, ""), KindMemory, 507, 1},
		{explain(&engine.Error{Class: "Parser", Position: -1}, ""), KindSyntax, 400, 1},
		{explain(&engine.Error{Class: "IO"}, ""), KindInternal, 500, 1},
	} {
		if k := KindOf(test.err); k != test.kind || k.HTTP() != test.http || k.Exit() != test.exit {
			t.Errorf("%v is %s, %d, %d, want %s, %d, %d", test.err, k, k.HTTP(), k.Exit(), test.kind, test.http, test.exit)
		}
	}
}

func TestExcerpt(t *testing.T) {
	long := strings.Repeat("a, ", 60)
	for _, test := range []struct {
		sql          string
		offset       int
		line, column int
		want         string
	}{
		{"SELECT x", 7, 1, 8, "  SELECT x\n         ^"},
		{"SELECT x", 8, 1, 9, "  SELECT x\n          ^"}, // its end
		{"", 0, 1, 1, "  \n  ^"},
		{"SELECT x", 9, 0, 0, ""},
		{"SELECT x", -1, 0, 0, ""},
		{"SELECT\r\n  品牌, x\nFROM y", 18, 2, 7, "    品牌, x\n          ^"}, // Chinese is two wide
		{"SELECT\n\tx", 8, 2, 2, "   x\n   ^"},
		{"SELECT " + long + "x", 7 + len(long), 1, 8 + len(long), "  …" + (" " + long)[len(long)-59:] + "x\n  " + strings.Repeat(" ", 61) + "^"},
	} {
		e := &Error{}
		e.at(test.sql, test.offset)
		if e.Line != test.line || e.Column != test.column || e.Excerpt != test.want {
			t.Errorf("at(%q, %d): %d:%d\n%s\nwant %d:%d\n%s", test.sql, test.offset, e.Line, e.Column, e.Excerpt, test.line, test.column, test.want)
		}
	}
}

package pdf

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"sanpin/etl/grid/pdf/page"
)

func TestDbg(t *testing.T) {
	b, _ := os.ReadFile(os.Getenv("F"))
	f, err := page.Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	for p, _ := range f.Pages() {
		s := newSheetOf(p)
		fmt.Println(len(s.lattices), len(s.h), len(s.v))
		for _, l := range s.lattices {
			fmt.Println(l.box, l.xs, l.ys)
			in, _ := inside(s.lines, l.box)
			tb := readRuled(l, in)
			fmt.Println(len(in), tb != nil)
			if tb != nil {
				fmt.Println(tb.broken(), tb.cells[:10], tb.spans)
			}
		}
	}
}

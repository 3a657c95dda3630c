package main

import (
	"bytes"
	"flag"
	"fmt"
	"os"
	"strings"
	"time"

	"sanpin/etl/grid/layout"
	"sanpin/etl/grid/pdf"
	"sanpin/etl/grid/sheet"
)

func main() {
	lay := flag.Bool("layout", false, "")
	max := flag.Int("n", 12, "")
	lines := flag.Bool("lines", false, "")
	flag.Parse()
	for _, f := range flag.Args() {
		b, _ := os.ReadFile(f)
		t0 := time.Now()
		if *lines {
			ls, err := pdf.Lines(bytes.NewReader(b), int64(len(b)), sheet.Limits{})
			fmt.Println(f, err)
			for i, l := range ls {
				if i > *max {
					break
				}
				fmt.Printf("%d %s|%s\n", l.Page, l.Part, l.Text)
			}
			continue
		}
		bk, err := pdf.Open(bytes.NewReader(b), int64(len(b)), sheet.Limits{})
		fmt.Println("==", f, time.Since(t0), err)
		if err != nil {
			continue
		}
		for s, err := range bk.Sheets() {
			if err != nil {
				fmt.Println("  ERR", err)
				continue
			}
			g, err := sheet.Hold(s, sheet.Limits{})
			if err != nil {
				fmt.Println(err)
				continue
			}
			fmt.Printf("  -- %s %dx%d before=%q spans=%v\n", g.Meta.Part, g.Rows, g.Cols, g.Meta.Before, g.Spans)
			for r := 0; r < g.Rows && r < *max; r++ {
				var row []string
				for c := 0; c < g.Cols; c++ {
					row = append(row, strings.ReplaceAll(g.At(r, c).Text, "\n", "⏎"))
				}
				fmt.Println("    ", strings.Join(row, " ¦ "), "   ", g.Locate(r, 0))
			}
			if *lay {
				for _, t := range layout.Read(g) {
					fmt.Println("    LAYOUT", t.String(), "unit", t.Unit, t.Units)
					for _, c := range t.Columns {
						fmt.Printf("      %d %s %v %s\n", c.Index, c.Role, c.Path, c.Unit)
					}
				}
			}
		}
	}
}

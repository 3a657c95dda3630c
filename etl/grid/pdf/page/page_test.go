package page

import (
	"bytes"
	"fmt"
	"testing"

	"sanpin/etl/grid/pdf/pdftest"
)

func TestDump(t *testing.T) {
	d := pdftest.New()
	p := d.Page()
	p.Text(100, 100, 10, "营业收入 1234.5")
	p.Text(160, 96, 6, "2")
	p.Latin(100, 120, 10, "-5.2 a-")
	p.Latin(100, 132, 10, "b\255c\1772")
	p.Grid([]float64{50, 100, 200}, []float64{200, 220})
	p.Box(50, 300, 100, 300.5, 0)
	p.Raw = "BT /F3 10 Tf 100 500 Td <00130014> Tj ET\n"
	b := d.Bytes()
	f, err := Open(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for p, err := range f.Pages() {
		if err != nil {
			t.Fatal(err)
		}
		for _, g := range p.Glyphs {
			fmt.Printf("%q %.1f,%.1f-%.1f,%.1f base %.1f size %.1f turn %d run %d\n", g.Rune, g.Box.X0, g.Box.Y0, g.Box.X1, g.Box.Y1, g.Base, g.Size, g.Turn, g.Run)
		}
		fmt.Println(p.Rules, p.Pictures, p.Unseen)
	}
}

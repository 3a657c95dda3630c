package layout

import (
	"fmt"
	"strings"
	"testing"

	"sanpin/etl/grid/sheet"
	"sanpin/etl/grid/sheet/sheettest"
)

// BenchmarkRead reads tables of growing length: the cost per cell must stay.
func BenchmarkRead(b *testing.B) {
	for _, rows := range []int{100, 1000, 10000} {
		b.Run(fmt.Sprint(rows), func(b *testing.B) {
			s := sheettest.Sheet{Rows: []string{"各地区主要指标", "单位：万元", "地区 | 产值 | 利润 | 出口 | 企业数（个）"}}
			for i := range rows {
				s.Rows = append(s.Rows, strings.Join([]string{"某某市", fmt.Sprint(i, ".5"), fmt.Sprint(i * 3), "-", fmt.Sprint(i % 97)}, "|"))
			}
			g, err := sheet.Hold(&s, sheet.Limits{})
			if err != nil {
				b.Fatal(err)
			}
			for b.Loop() {
				if t := Read(g); len(t) != 1 || len(t[0].Cells) != rows*4 {
					b.Fatalf("%d tables", len(t))
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(rows*5), "ns/cell")
		})
	}
}

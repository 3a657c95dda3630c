package csv

import (
	"bytes"
	stdcsv "encoding/csv"
	"fmt"
	"io"
	"math/rand/v2"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"sanpin/etl/grid/sheet"
)

// filings makes a table of 15 columns as associations file them: two of text,
// the rest numbers.
func filings(rows int) []byte {
	rnd := rand.New(rand.NewPCG(1, 2))
	trades := []string{"家用电器制造业", "皮革、毛皮、羽毛及其制品和制鞋业", "造纸和纸制品业", "文教、工美、体育和娱乐用品制造业"}
	var out bytes.Buffer
	for i := range rows {
		fmt.Fprintf(&out, "企业%06d,%s,浙江省温州市", i, trades[rnd.IntN(len(trades))])
		for range 12 {
			fmt.Fprintf(&out, ",%.2f", rnd.Float64()*1e5)
		}
		out.WriteString("\r\n")
	}
	return out.Bytes()
}

// BenchmarkRead reads GB18030 and UTF-8 beside the libraries one would take else.
func BenchmarkRead(b *testing.B) {
	utf8 := filings(60_000)
	gb, err := simplifiedchinese.GB18030.NewEncoder().Bytes(utf8)
	if err != nil {
		b.Fatal(err)
	}
	for _, file := range []struct {
		name  string
		bytes []byte
		enc   encoding.Encoding
	}{{"gb18030", gb, simplifiedchinese.GB18030}, {"utf-8", utf8, unicode.UTF8}} {
		b.Run(file.name+"/own", func(b *testing.B) {
			b.SetBytes(int64(len(file.bytes)))
			for b.Loop() {
				if n := countOwn(b, file.bytes); n != 15*60_000 {
					b.Fatal(n, "fields")
				}
			}
		})
		b.Run(file.name+"/xtext+encoding-csv", func(b *testing.B) {
			b.SetBytes(int64(len(file.bytes)))
			for b.Loop() {
				if n := countStd(b, file.enc.NewDecoder().Reader(bytes.NewReader(file.bytes))); n != 15*60_000 {
					b.Fatal(n, "fields")
				}
			}
		})
	}
}

func countOwn(b *testing.B, in []byte) (n int) {
	book, err := Open(bytes.NewReader(in), int64(len(in)), sheet.Limits{})
	if err != nil {
		b.Fatal(err)
	}
	for s := range book.Sheets() {
		for {
			row, err := s.Next()
			if err == io.EOF {
				break
			}
			if err != nil {
				b.Fatal(err)
			}
			n += len(row.Cells)
		}
	}
	return n
}

func countStd(b *testing.B, in io.Reader) (n int) {
	r := stdcsv.NewReader(in)
	r.ReuseRecord = true
	for {
		record, err := r.Read()
		if err == io.EOF {
			return n
		}
		if err != nil {
			b.Fatal(err)
		}
		n += len(record)
	}
}

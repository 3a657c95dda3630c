package xls

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sanpin/etl/grid/sheet"
)

const filings = "../../../../shared/filings"

// TestFilings reads every legacy workbook among the real filings.
func TestFilings(t *testing.T) {
	if _, err := os.Stat(filings); err != nil {
		t.Skip("no filings beside the repository")
	}
	files, cells := 0, 0
	err := filepath.WalkDir(filings, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !strings.HasSuffix(path, ".xls") {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil || !bytes.HasPrefix(data, []byte(oleSignature)) {
			return err // .xls that are HTML
		}
		files++
		lines, err := read(data, sheet.Limits{})
		if err != nil || len(lines) == 0 {
			t.Errorf("%s: %d cells, %v", path, len(lines), err)
		}
		cells += len(lines)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if files < 100 || cells < 100*files {
		t.Errorf("%d cells in %d files, want more", cells, files)
	}
}

// large is a book of rows x 15 cells: shared strings, numbers of each kind, and
// formulas.
func large(rows int) []byte {
	var all []string
	var body bytes.Buffer
	for row := range rows {
		all = append(all, fmt.Sprintf("企业%d号", row))
		if row%32 == 0 {
			for r := row; r < min(row+32, rows); r++ {
				body.Write(rec(recRow, r, 0, 15, 255, 0, 0, uint32(0)))
			}
		}
		for col := range 3 {
			body.Write(rec(recLabelSST, row, col, 0, uint32((row+col)%rows)))
		}
		body.Write(rec(recMulRK, row, 3, 0, uint32(row<<2|2), 0, uint32(row<<2|3), 0, uint32(12345<<2|3), 5))
		for col := 6; col < 13; col++ {
			body.Write(number(row, col, 0, float64(row)*1.37+float64(col)/7))
		}
		body.Write(number(row, 13, 1, float64(40000+row%5000)))
		body.Write(formula(row, 14, pack(float64(row)/3), 0))
	}
	body.Write(rec(recMerged, 1, 0, 0, 0, 14))
	sst := sstRecords(all)
	return one(body.Bytes()).with(style(0), style(14), sst).stream()
}

// sstRecords spreads strings over CONTINUE as Excel does.
func sstRecords(all []string) []byte {
	data := pack(uint32(len(all)), uint32(len(all)))
	var out []byte
	id := uint16(recSST)
	for _, s := range all {
		if len(data) > 8000 {
			out = append(out, rec(id, data)...)
			data, id = nil, recContinue
		}
		data = append(data, str16(s)...)
	}
	return append(out, rec(id, data)...)
}

func BenchmarkRead(b *testing.B) {
	data := large(60_000)
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		book, err := open(data, sheet.Limits{})
		if err != nil {
			b.Fatal(err)
		}
		cells := 0
		for s, err := range book.Sheets() {
			if err != nil {
				b.Fatal(err)
			}
			for {
				row, err := s.Next()
				if err == io.EOF {
					break
				}
				if err != nil {
					b.Fatal(err)
				}
				cells += len(row.Cells)
			}
		}
		if cells != 60_000*15 {
			b.Fatalf("%d cells", cells)
		}
	}
}

package grid

import (
	"errors"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

	"sanpin/etl/grid/sheet"
)

// cost is what a bomb may take before it is refused.
type cost struct {
	time   time.Duration
	memory int64
}

var (
	cheap = cost{time.Second, 200 << 20}
	// A PDF is drawn in a sandbox, at a third of the speed, and the sandbox is
	// copied when it grows; a page may take four seconds.
	sandboxed = cost{5 * time.Second, 600 << 20}
)

// TestBombs: files that are small, or look like filings, and would take the
// machine are refused at once and in little memory.
func TestBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("makes large files")
	}
	refuseAll(t, cheap, []bomb{
		{"xlsx: a shared string of 2 GB in 2 MB", func() source {
			return book("xl/sharedStrings.xml", repeated("<sst><si><t>", "a", 2<<30, 0, "</t></si></sst>"))
		}},
		{"xlsx: a shared string of 2 GB in 10 MB", func() source {
			return book("xl/sharedStrings.xml", repeated("<sst><si><t>", "a", 2<<30, 250, "</t></si></sst>"))
		}},
		{"xlsx: a cell of 2 GB in 2 MB", func() source {
			return book(sheet1, repeated(`<worksheet><sheetData><row><c t="inlineStr"><is><t>`, "a", 2<<30, 0, `</t></is></c></row></sheetData></worksheet>`))
		}},
		{"xlsx: a cell of 2 GB in 10 MB", func() source {
			return book(sheet1, repeated(`<worksheet><sheetData><row><c t="inlineStr"><is><t>`, "a", 2<<30, 250, `</t></is></c></row></sheetData></worksheet>`))
		}},
		{"xlsx: a cell of 2 GB that says it has 99 bytes", func() source {
			p := repeated(`<worksheet><sheetData><row><c t="str"><v>`, "a", 2<<30, 0, `</v></c></row></sheetData></worksheet>`)
			p.size = 99
			return book(sheet1, p)
		}},
		{"xlsx: shared strings of 600 MB in 3 MB", func() source {
			return book("xl/sharedStrings.xml", repeated("<sst>", "<si><t>"+strings.Repeat("x", 1000)+"</t></si>", 600<<20, 200, "</sst>"))
		}},
		{"xlsx: entities", func() source {
			return book(sheet1, plain(`<?xml version="1.0"?>`+entities+`<worksheet><sheetData><row><c t="str"><v>&j;</v></c></row></sheetData></worksheet>`))
		}},
		{"xlsx: entities in the workbook", func() source {
			return book("xl/workbook.xml", plain(`<?xml version="1.0"?>`+entities+`<workbook><sheets><sheet name="&j;"/></sheets></workbook>`))
		}},
		{"xlsx: nesting", func() source { return book(sheet1, repeated(`<worksheet><sheetData>`, "<row>", 500<<20, 200, ``)) }},
		{"xlsx: a million joined cells", func() source {
			return book(sheet1, numbered(`<worksheet><sheetData/><mergeCells>`, `<mergeCell ref="A%d:B%[1]d"/>`, 1_000_000, `</mergeCells></worksheet>`))
		}},
		{"xlsx: forty million cells", func() source {
			return book(sheet1, repeated(`<worksheet><sheetData>`, `<row>`+strings.Repeat(`<c><v>1</v></c>`, 100)+`</row>`, 600<<20, 200, `</sheetData></worksheet>`))
		}},
		{"xlsx: a million rows of one far cell", func() source {
			return book(sheet1, numbered(`<worksheet><sheetData>`, `<row r="%d"><c r="XFD%[1]d"><v>1</v></c></row>`, 1_000_000, `</sheetData></worksheet>`))
		}},
		{"xlsx: a sheet that is one row long", func() source {
			return book(sheet1, plain(`<worksheet><sheetData><row r="1"><c r="XFD1"><v>1</v></c></row><row r="1048576"><c r="A1048576"><v>1</v></c></row></sheetData></worksheet>`))
		}},
		{"xlsx: a million parts", func() source { return manyParts(1_000_000) }},
		{"xlsx: parts that overlap", overlapping},
		{"xls: a chain of sectors that is a circle", func() source { return compoundFile(func(fat []uint32) { fat[1] = 1 }) }},
		{"xls: a chain over all sectors again and again", func() source { return compoundFile(func(fat []uint32) { fat[2], fat[3] = 3, 2 }) }},
		{"xls: a directory that is a circle", circularDirectory},
		{"xls: a million joined cells", func() source { return biff(mergedRecords(1_000_000)) }},
		{"xls: strings that are not there", func() source { return biff(record(0xFC, append(words32(1<<31-1, 1<<31-1), make([]byte, 8000)...))) }},
		{"html: a cell of 31 MB", func() source { return text("<table><tr><td>a<td>b<tr><td>", "x", 31<<20, "</table>") }},
		{"html: a page of 900 MB", func() source { return text("<html><table><tr><td>", "x", 900<<20, "</table>") }},
		{"html: nesting", func() source { return text("<html>", "<div>", 30<<20, "") }},
		{"html: tables in tables", func() source { return text("<html>", "<table><tr><td>", 30<<20, "") }},
		{"html: cells", func() source { return text("<html><table><tr>", "<td>", 31<<20, "") }},
		{"html: joined cells", func() source { return text("<html><table>", "<tr><td colspan=1000 rowspan=60000>a", 30<<20, "") }},
		{"html: marks that open again in each paragraph", func() source {
			var b strings.Builder
			for i := range 450 {
				fmt.Fprintf(&b, "<b id=%d>", i)
			}
			return text("<html><table><tr><td>a<td>b</table>"+b.String(), "<p>x", 4<<20, "")
		}},
		{"html: columns without end", func() source { return text("<html><table><tr><td>a<tr>", "<td colspan=1000>a", 16<<20, "") }},
		{"csv: a cell of 900 MB", func() source { return text("a,b\n1,\"", "x", 900<<20, "\"\n") }},
		{"csv: a line of 900 MB", func() source { return text("a,b\n1,", "x", 900<<20, "\n") }},
		{"csv: fields", func() source { return text("a,b\n1", ",1", 100<<20, "\n") }},
		{"csv: cells", func() source { return text("a,b\n", "1,2\n", 900<<20, "") }},
		{"mht: an archive of 900 MB", func() source { return text(mail+"Content-Type: text/html\n\n", "x", 900<<20, "\n--x--\n") }},
		{"mht: a picture of 120 MB", func() source { return text(mail+"Content-Type: image/png\n\n", "x", 120<<20, "\n--x--\n") }},
		{"mht: a page of 120 MB", func() source {
			return text(mail+"Content-Type: text/html\n\n<table><tr><td>", "x", 120<<20, "\n--x--\n")
		}},
		{"mht: base64 of 120 MB", func() source {
			return text(mail+"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\n", "PHRk\n", 120<<20, "\n--x--\n")
		}},
		{"mht: parts", func() source { return text(mail, "Content-Type: text/css\n\nx\n--x\n", 120<<20, "") }},
		{"mht: a header of 120 MB", func() source {
			return text("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n", "X: y\n", 120<<20, "\n")
		}},
		{"mht: a header of a part", func() source { return text(mail, "X: y\n", 120<<20, "\n") }},
		{"mht: cells", func() source { return text(mail+"Content-Type: text/html\n\n<table><tr>", "<td>", 31<<20, "\n--x--\n") }},
		{"xml: a file of 900 MB", func() source { return text(xmlBookHead, "<Cell/>", 900<<20, xmlBookTail) }},
		{"xml: a cell of 250 MB", func() source { return text(xmlBookHead+`<Cell><Data ss:Type="String">`, "x", 250<<20, xmlBookTail) }},
		{"xml: an attribute of 250 MB", func() source { return text(xmlBookHead+`<Cell ss:Formula="`, "x", 250<<20, `"/>`+xmlBookTail) }},
		{"xml: entities", func() source {
			return text(entities+strings.TrimPrefix(xmlBookHead, xmlStart), "<Cell><Data>&j;</Data></Cell>", 99, xmlBookTail)
		}},
		{"xml: nesting", func() source { return text(xmlBookHead, "<a>", 250<<20, "") }},
		{"xml: cells", func() source {
			return text(xmlBookHead+"</Row>", `<Row><Cell><Data ss:Type="Number">1</Data></Cell></Row>`, 250<<20, xmlBookTail)
		}},
		{"xml: cells in rows of a hundred", func() source {
			return text(xmlBookHead+"</Row>", `<Row>`+strings.Repeat(`<Cell><Data ss:Type="Number">1</Data></Cell>`, 100)+`</Row>`, 250<<20, xmlBookTail)
		}},
		{"xml: a bad row before a long sheet", func() source { return text(xmlBookHead+`</Row><Row ss:Index="1"/>`, `<Row/>`, 250<<20, xmlBookTail) }},
		{"xml: joined cells", func() source {
			return text(xmlBookHead+"</Row>", `<Row><Cell ss:MergeAcross="1"/></Row>`, 40<<20, xmlBookTail)
		}},
		{"xml: sheets", func() source {
			return text(xmlBookHead+"</Row></Table></Worksheet>", `<Worksheet/>`, 40<<20, "</Workbook>")
		}},
	})
}

// bomb is a file that must be refused.
type bomb struct {
	name string
	file func() source
}

func refuseAll(t *testing.T, most cost, bombs []bomb) {
	for _, b := range bombs {
		t.Run(b.name, func(t *testing.T) {
			f := b.file()
			if err := thrice(func() error { return refused(t, b.name, most, f) }); err != nil {
				t.Error(err)
			}
		})
	}
}

// thrice gives the error of f, or none where one of three tries has none: the
// machine may have other things to do.
func thrice(f func() error) (err error) {
	for range 3 {
		if err = f(); err == nil {
			return nil
		}
	}
	return err
}

// source is a file that need not lie in memory.
type source struct {
	io.ReaderAt
	size int64
}

// refused reads a file to its end and gives an error where it is not refused, or
// where that costs too much.
func refused(t *testing.T, name string, most cost, f source) error {
	var why error
	dear := measure(t, name, most, func() error {
		why = readAll(f)
		return why
	})
	var e *sheet.Error
	switch {
	case why == nil:
		return errors.New("it was read")
	case !errors.As(why, &e) || e.Remedy == "" || strings.Contains(e.Cause, "panic"):
		return fmt.Errorf("it failed: %w", why)
	}
	return dear
}

// measure gives an error where f costs too much.
func measure(t *testing.T, name string, most cost, f func() error) error {
	debug.FreeOSMemory()
	peak := watchMemory()
	start, cpu := time.Now(), cpuTime()
	why := f()
	took, used := time.Since(start), cpuTime()-cpu
	memory := peak()
	t.Logf("%-50s %6.0f ms (%4.0f of CPU) %4d MB  %.150v", name, float64(took.Milliseconds()), float64(used.Milliseconds()), memory>>20, why)
	switch {
	case min(took, used) > most.time:
		return fmt.Errorf("it took %v, %v of the processor", took, used)
	case memory > most.memory:
		return fmt.Errorf("it took %d MB", memory>>20)
	}
	return nil
}

// readAll gives the first error of a file that is read as a refresh does.
func readAll(f source) error {
	b, err := Open(f, f.size, sheet.Limits{})
	if err != nil {
		return err
	}
	defer b.Close()
	for s, err := range b.Sheets() {
		if err != nil {
			return err
		}
		if _, err := sheet.Hold(s, sheet.Limits{}); err != nil {
			return err
		}
		s.Close()
	}
	return nil
}

// watchMemory watches what the process has from the system until it is asked how
// much more that was than at the start.
func watchMemory() (peak func() int64) {
	samples := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	now := func() int64 {
		metrics.Read(samples)
		return int64(samples[0].Value.Uint64() - samples[1].Value.Uint64())
	}
	runtime.GC()
	first := now()
	most, done, stop := first, make(chan bool), make(chan bool)
	go func() {
		defer close(done)
		for {
			select {
			case <-stop:
				return
			case <-time.After(2 * time.Millisecond):
				most = max(most, now())
			}
		}
	}()
	return func() int64 {
		close(stop)
		<-done
		return max(most, now()) - first
	}
}

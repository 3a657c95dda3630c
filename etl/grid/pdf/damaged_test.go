package pdf

import (
	"bytes"
	"errors"
	"flag"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"sanpin/etl/grid/pdf/pdftest"
	"sanpin/etl/grid/sheet"
)

var (
	mutate = flag.Duration("mutate", 2*time.Second, "how long TestDamaged tries damaged files")
	seed   = flag.Uint64("seed", 1, "with which numbers TestDamaged draws the damage")
)

// TestDamaged reads files with random damage: none makes the reader panic, hang
// or give an error that is no [sheet.Error]. The fuzzing of the go command is of
// no use here: it slows the compiled PDFium down a hundredfold.
func TestDamaged(t *testing.T) {
	var seeds [][]byte
	for _, fill := range []draw{
		func(d *pdftest.Doc) { ruledTable(d.Page()) },
		func(d *pdftest.Doc) { plainRows(d.Page(), 104, cities); plainRows(d.Page(), 104, cities) },
		func(d *pdftest.Doc) { p := d.Page(); p.Upwards = true; ruledTable(p); d.Encrypt("") },
		func(d *pdftest.Doc) { p := d.Page(); p.Image(0, 0, 595, 842); p.Unseen(60, 60, 10, "全国 1.2") },
	} {
		d := pdftest.New()
		fill(d)
		seeds = append(seeds, d.Bytes())
	}
	rnd := rand.New(rand.NewPCG(*seed, 2))
	lim := sheet.Limits{Cells: 1 << 14, HeldCells: 1 << 14}
	opened, files := 0, 0
	for end := time.Now().Add(*mutate); files < 20 || time.Now().Before(end); files++ {
		b := damage(rnd, seeds[rnd.IntN(len(seeds))])
		start := time.Now()
		book, err := Open(bytes.NewReader(b), int64(len(b)), lim)
		if took := time.Since(start); took > 30*time.Second {
			t.Errorf("file %d took %v", files, took)
		}
		if err != nil {
			told(t, err)
			continue
		}
		opened++
		for s, err := range book.Sheets() {
			if err != nil {
				told(t, err)
				continue
			}
			if _, err := sheet.Hold(s, lim); err != nil {
				told(t, err)
			}
		}
	}
	if opened == 0 || opened == files {
		t.Errorf("%d of %d damaged files open: the damage tries nothing", opened, files)
	}
	t.Logf("%d of %d damaged files open", opened, files)
}

// damage changes some bytes, digits above all: they are places, lengths and
// numbers of objects.
func damage(rnd *rand.Rand, whole []byte) []byte {
	b := bytes.Clone(whole)
	for range 1 + rnd.IntN(12) {
		i := rnd.IntN(len(b))
		switch rnd.IntN(5) {
		case 0:
			b[i] = byte(rnd.IntN(256))
		case 1:
			n := min(1+rnd.IntN(40), len(b)-i)
			b = append(b[:i], b[i+n:]...)
		case 2:
			n := min(1+rnd.IntN(200), len(b)-i)
			b = append(b[:i], append(bytes.Clone(b[i:i+n]), b[i:]...)...)
		default:
			if k := bytes.IndexAny(b[i:], "0123456789"); k >= 0 {
				b[i+k] = "0123456789-."[rnd.IntN(12)]
			}
		}
	}
	return b
}

func told(t *testing.T, err error) {
	t.Helper()
	var e *sheet.Error
	if !errors.As(err, &e) || e.Remedy == "" || strings.Contains(e.Cause, "panic") {
		t.Error(err)
	}
}

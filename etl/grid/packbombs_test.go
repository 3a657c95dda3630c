package grid

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sanpin/etl/intake"
)

// TestPackBombs: packs that would take the machine are refused when they are
// received, and what else is in the inbox is not.
func TestPackBombs(t *testing.T) {
	if testing.Short() {
		t.Skip("makes large files")
	}
	for _, test := range []struct {
		name string
		file func() source
		says string // what is refused, and why
	}{
		{"2 GB in 2 MB", func() source { return packOf("a.csv", repeated("a,b\n", "1,2\n", 2<<30, 0, "")) }, "a.csv: the file has 2147483652 bytes"},
		{"400 MB in 400 KB", func() source { return packOf("a.csv", repeated("a,b\n", "1,2\n", 400<<20, 0, "")) }, "a.csv: 419430404 bytes are packed into"},
		{"400 MB that says it has 99 bytes", func() source {
			p := repeated("a,b\n", "1,2\n", 400<<20, 0, "")
			p.size = 99
			return packOf("a.csv", p)
		}, "a.csv: the file cannot be unpacked"},
		{"packs in packs", func() source { return packs(6) }, "packs in packs are opened once"},
		{"a million files", func() source { return manyFiles(1_000_000, 1_000_000) }, "the pack has 16960 files or more"},
		{"a million files that say they are five", func() source { return manyFiles(1_000_000, 5) }, "the pack has 5 files or more"},
		{"files that overlap", func() source {
			var z zipFile
			p := repeated("a,b\n", "1,2\n", 100<<20, 200, "")
			z.add("0.csv", p)
			for i := range 999 {
				z.entry(fmt.Sprintf("%d.csv", i+1), p, 0)
			}
			return z.close()
		}, "the files of the pack overlap"},
		{"10 packs of 4 GB", func() source {
			var inner zipFile
			for i := range 10 {
				inner.add(fmt.Sprintf("%d.csv", i), repeated("a,b\n", "1,2\n", 400<<20, 250, ""))
			}
			raw := bytesOf(inner.close())
			var z zipFile
			for i := range 10 {
				z.add(fmt.Sprintf("%d.zip", i), plain(raw))
			}
			return z.close()
		}, "the files of the pack have too many bytes"},
	} {
		f := test.file()
		if err := thrice(func() error { return refusedPack(t, test.name, test.says, f) }); err != nil {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// refusedPack receives a pack beside another filing and gives an error where
// nothing of it is refused for the reason, or where that costs too much.
func refusedPack(t *testing.T, name, says string, f source) error {
	dir := t.TempDir()
	inbox := filepath.Join(dir, "inbox")
	if err := errors.Join(os.Mkdir(inbox, 0o755), os.WriteFile(filepath.Join(inbox, "good.csv"), []byte("a,b\n1,2\n"), 0o644)); err != nil {
		t.Fatal(err)
	}
	w, err := os.Create(filepath.Join(inbox, "p.zip"))
	if err == nil {
		_, err = io.Copy(w, io.NewSectionReader(f, 0, f.size))
		err = errors.Join(err, w.Close())
	}
	archive, err2 := intake.Open(filepath.Join(dir, "archive"))
	if err := errors.Join(err, err2); err != nil {
		t.Fatal(err)
	}
	var all []intake.Received
	dear := measure(t, "zip: "+name, cheap, func() error {
		all, err = archive.Receive(context.Background(), inbox, intake.Options{})
		return err
	})
	if err != nil {
		return err
	}
	why := ""
	for _, r := range all {
		switch {
		case r.Err != nil:
			why += r.Err.Error() + "\n"
		case r.Refusal != nil:
			why += r.Name + ": " + r.Refusal.Error() + "\n"
		}
	}
	if all[0].Name != "good.csv" || all[0].State != intake.New || !strings.Contains(why, says) {
		return fmt.Errorf("received %d files, refused %.300q, want one because %q", len(all), why, says)
	}
	return dear
}

func packOf(name string, p part) source {
	var z zipFile
	z.add(name, p)
	return z.close()
}

// manyFiles is a pack of n empty files that says it has others.
func manyFiles(n, says int) source {
	var z zipFile
	p := plain("")
	z.add("a.csv", p)
	for i := range n - 1 {
		z.entry(fmt.Sprint(i, ".csv"), p, 0)
	}
	z.n = says
	return z.close()
}

// packs is a pack of ten packs of ten packs …, to a depth.
func packs(depth int) source {
	inner := repeated("a,b\n", "1,2\n", 100<<20, 0, "")
	for range depth {
		var z zipFile
		for i := range 10 {
			z.add(fmt.Sprintf("%d.zip", i), inner)
		}
		inner = plain(bytesOf(z.close()))
	}
	return packOf("a.zip", inner)
}

func bytesOf(s source) string {
	raw, err := io.ReadAll(io.NewSectionReader(s, 0, s.size))
	if err != nil {
		panic(err)
	}
	return string(raw)
}

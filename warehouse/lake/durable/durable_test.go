package durable

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
)

func TestWriteFile(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x")
	for _, want := range []string{"one", "", "three"} {
		if err := WriteFile(path, []byte(want)); err != nil {
			t.Fatal(err)
		}
		if got, err := os.ReadFile(path); string(got) != want || err != nil {
			t.Errorf("after WriteFile(%q) the file holds %q, %v", want, got, err)
		}
	}
	if entries, err := os.ReadDir(dir); len(entries) != 1 || err != nil {
		t.Errorf("left in the folder: %v, %v, want the file alone", entries, err)
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o644 {
		t.Errorf("mode %v, %v, want that others may read", info.Mode(), err)
	}
}

// TestWriteFileFails: where the file cannot be replaced, it stays, and nothing
// else does.
func TestWriteFileFails(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "x")
	if err := os.MkdirAll(filepath.Join(path, "in the way"), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(path, []byte("new")); err == nil {
		t.Error("a folder was replaced by a file")
	}
	if err := WriteFile(filepath.Join(dir, "missing", "x"), nil); err == nil {
		t.Error("a file was written into a folder that is not there")
	}
	if entries, err := os.ReadDir(dir); len(entries) != 1 || err != nil {
		t.Errorf("left in the folder: %v, %v", entries, err)
	}
}

func TestMkdirAll(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a", "b", "c")
	for range 2 {
		if err := MkdirAll(dir); err != nil {
			t.Fatal(err)
		}
	}
	if err := WriteFile(filepath.Join(dir, "x"), nil); err != nil {
		t.Fatal(err)
	}
	if err := MkdirAll(filepath.Join(dir, "x", "y")); err == nil {
		t.Error("MkdirAll below a file succeeds")
	}
	if err := SyncTree(dir); err != nil {
		t.Error(err)
	}
	if err := SyncTree(filepath.Join(dir, "missing")); err == nil {
		t.Error("SyncTree of a folder that is not there succeeds")
	}
}

func TestFinish(t *testing.T) {
	dir := t.TempDir()
	var moves []Move
	for i := range 2 * many {
		name := fmt.Sprint("file", i)
		from, to := filepath.Join(dir, TempPrefix+name), filepath.Join(dir, name)
		if err := os.WriteFile(from, []byte(name), 0o644); err != nil {
			t.Fatal(err)
		}
		moves = append(moves, Move{from, to})
	}
	if err := Finish(moves); err != nil {
		t.Fatal(err)
	}
	for _, m := range moves {
		if data, err := os.ReadFile(m.To); string(data) != filepath.Base(m.To) || err != nil {
			t.Errorf("%s holds %q, %v", m.To, data, err)
		}
	}
	if err := Finish(moves); err == nil {
		t.Error("files that are gone were moved")
	}
	if err := Finish(nil); err != nil {
		t.Errorf("Finish of nothing: %v", err)
	}
}

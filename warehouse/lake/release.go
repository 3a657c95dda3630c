package lake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// Release is one immutable set of tables. It may be read by any number of
// goroutines and processes.
type Release struct {
	ID       string
	Dir      string // absolute path
	Manifest *Manifest
}

// Files returns the absolute paths of a table's Parquet files, in the order
// of their partitions. A table without rows has none.
func (r *Release) Files(t Table) []string {
	var paths []string
	if table := r.Manifest.Tables[t]; table != nil {
		for _, f := range table.Files {
			paths = append(paths, r.path(f.Path))
		}
	}
	return paths
}

// Serving returns the path of the release's DuckDB file, which is rebuilt
// from [Release.Files] where it is missing.
func (r *Release) Serving() string { return r.path(ServingFile) }

func (r *Release) path(name string) string { return filepath.Join(r.Dir, filepath.FromSlash(name)) }

// folder returns the folder of a file, which is how [Filing.Partitions] and
// [Read] name a partition: "observation/year=2023", "title_event".
func (f *File) folder() string { return path.Dir(f.Path) }

// Verify reads every file and compares size, hash and number of rows with the
// manifest. The error names each file that differs, and Parquet files that the
// manifest does not list: a cluster reads all that is in a folder.
func (r *Release) Verify(ctx context.Context) (err error) {
	defer wrap(&err, "verify release %s", r.ID)
	errs := []error{r.verifyNames()}
	for _, name := range slices.Sorted(maps.Keys(r.Manifest.Tables)) {
		t := r.Manifest.Tables[name]
		rows := int64(0)
		for _, f := range t.Files {
			if err := ctx.Err(); err != nil {
				return err
			}
			if err := r.verifyFile(&f); err != nil {
				errs = append(errs, fmt.Errorf("%s: %w", f.Path, err))
			}
			rows += f.Rows
		}
		if rows != t.Rows {
			errs = append(errs, fmt.Errorf("table %s: its files have %d rows, the manifest says %d", name, rows, t.Rows))
		}
	}
	return errors.Join(errs...)
}

func (r *Release) verifyFile(want *File) error {
	f, err := os.Open(r.path(want.Path))
	if err != nil {
		return err
	}
	defer f.Close()
	hash := sha256.New()
	size, err := io.Copy(hash, f)
	if err != nil {
		return err
	}
	if size != want.Bytes {
		return fmt.Errorf("%d bytes, the manifest says %d", size, want.Bytes)
	}
	if got := hex.EncodeToString(hash.Sum(nil)); got != want.SHA256 {
		return fmt.Errorf("sha256 %s, the manifest says %s", got, want.SHA256)
	}
	p, err := openParquet(f)
	if err != nil {
		return err
	}
	if p.NumRows() != want.Rows {
		return fmt.Errorf("%d rows, the manifest says %d", p.NumRows(), want.Rows)
	}
	return nil
}

// verifyNames looks for Parquet files that are not the release's.
func (r *Release) verifyNames() error {
	known := map[string]bool{}
	for _, t := range r.Manifest.Tables {
		for _, f := range t.Files {
			known[r.path(f.Path)] = true
		}
	}
	var errs []error
	err := filepath.WalkDir(r.Dir, func(path string, e fs.DirEntry, err error) error {
		if err == nil && filepath.Ext(path) == ".parquet" && !known[path] {
			errs = append(errs, fmt.Errorf("%s is not in the manifest: remove it", path))
		}
		return err
	})
	return errors.Join(append(errs, err)...)
}

// Package durable writes files that, after a crash or a power cut, are there
// whole or not at all.
//
// The one idea is the old order of steps: write to a temporary name in the
// same folder, fsync the file, rename it, fsync the folder.
package durable

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
)

// WriteFile replaces the file at path by data. Readers see the old bytes or
// the new ones, and once it returns nil the new ones survive a power cut.
func WriteFile(path string, data []byte) (err error) {
	defer wrap(&err, "write %s", path)
	tmp, err := os.CreateTemp(filepath.Dir(path), TempPrefix+"*")
	if err != nil {
		return err
	}
	defer os.Remove(tmp.Name()) // fails once it is renamed, as it should
	_, err = tmp.Write(data)
	if err := errors.Join(err, Close(tmp), os.Chmod(tmp.Name(), 0o644), os.Rename(tmp.Name(), path)); err != nil {
		return err
	}
	return Sync(filepath.Dir(path))
}

// TempPrefix begins the names of files that are not finished. What a killed
// process leaves behind under such a name may be removed.
const TempPrefix = ".tmp-"

// Close flushes f to the disk and closes it.
func Close(f *os.File) error { return errors.Join(f.Sync(), f.Close()) }

// Sync flushes a file to the disk, or the names in a folder: those new, renamed
// and removed.
func Sync(path string) error {
	if runtime.GOOS == "windows" {
		return nil // which cannot flush what is open for reading, nor folders
	}
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	return Close(f)
}

// A Move gives a temporary file its name.
type Move struct{ From, To string }

// Finish makes the moves durable: all of many files in a few steps, where one
// file after the other would wait for the disk four times each. A crash
// leaves each file whole at one of its places. The folders must be there.
func Finish(moves []Move) (err error) {
	defer wrap(&err, "move %d files to their places", len(moves))
	if err := flush(moves); err != nil {
		return err
	}
	folders := map[string]bool{}
	for _, m := range moves {
		if err := os.Rename(m.From, m.To); err != nil {
			return err
		}
		folders[filepath.Dir(m.To)] = true
	}
	for dir := range folders {
		if err := Sync(dir); err != nil {
			return err
		}
	}
	return nil
}

// many is a number of files from which on it is quicker to flush the whole file
// system once: 1,000 files of 12 kB took 4.1 s one by one and 0.3 s at once.
const many = 32

// flush makes the bytes of the files to move durable.
func flush(moves []Move) error {
	dir := func(m Move) string { return filepath.Dir(m.From) }
	if len(moves) >= many && !slices.ContainsFunc(moves, func(m Move) bool { return dir(m) != dir(moves[0]) }) {
		if err := syncAll(dir(moves[0])); !errors.Is(err, errors.ErrUnsupported) {
			return err
		}
	}
	for _, m := range moves {
		if err := Sync(m.From); err != nil {
			return err
		}
	}
	return nil
}

// SyncTree makes every file and folder below dir, and dir itself, durable.
func SyncTree(dir string) (err error) {
	defer wrap(&err, "flush %s to disk", dir)
	return filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		return Sync(path)
	})
}

// MkdirAll makes dir and the folders above it, and makes the names of those
// that were missing durable.
func MkdirAll(dir string) error {
	if info, err := os.Stat(dir); err == nil && info.IsDir() {
		return nil
	}
	if err := MkdirAll(filepath.Dir(dir)); err != nil {
		return err
	}
	if err := os.Mkdir(dir, 0o755); err != nil && !errors.Is(err, fs.ErrExist) {
		return err
	}
	return Sync(filepath.Dir(dir))
}

// wrap puts what was being done before *err, if there is one.
func wrap(err *error, format string, args ...any) {
	if *err != nil {
		*err = fmt.Errorf(format+": %w", append(args, *err)...)
	}
}

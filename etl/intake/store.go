package intake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"time"

	"sanpin/warehouse/lake/durable"
)

const receptionsSuffix = ".json"

// Reception is one arrival of bytes under a name.
type Reception struct {
	Name       string    `json:"name"`  // path below the inbox, slash-separated
	Filer      string    `json:"filer"` // first folder of the path
	ReceivedAt time.Time `json:"received_at"`
	Bytes      int64     `json:"bytes"`
	ModifiedAt time.Time `json:"modified_at"` // as the file system of the inbox had it
}

var shaPattern = regexp.MustCompile(`^[0-9a-f]{64}$`)

// path returns where bytes are kept.
func (a *Archive) path(sha string) string { return filepath.Join(a.dir, sha[:2], sha) }

// Open opens archived bytes and returns their number. The caller closes them.
func (a *Archive) Open(sha string) (_ *os.File, size int64, err error) {
	defer wrap(&err, "archive %s", a.dir)
	if !shaPattern.MatchString(sha) {
		return nil, 0, fmt.Errorf("%q is no sha256: want 64 hex digits in lower case", sha)
	}
	return openSized(a.path(sha))
}

// openSized opens a file and gives its size.
func openSized(path string) (*os.File, int64, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	info, err := f.Stat()
	if err != nil {
		return nil, 0, errors.Join(err, f.Close())
	}
	return f, info.Size(), nil
}

// Bytes returns archived bytes.
func (a *Archive) Bytes(sha string) ([]byte, error) {
	f, size, err := a.Open(sha)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := bytes.NewBuffer(make([]byte, 0, size+bytes.MinRead))
	_, err = b.ReadFrom(f)
	return b.Bytes(), err
}

// Receptions returns when and under which names bytes were received, oldest
// first. Of bytes never received there are none.
func (a *Archive) Receptions(sha string) (list []Reception, err error) {
	defer wrap(&err, "archive %s", a.dir)
	if !shaPattern.MatchString(sha) {
		return nil, fmt.Errorf("%q is no sha256: want 64 hex digits in lower case", sha)
	}
	data, err := os.ReadFile(a.path(sha) + receptionsSuffix)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	if err := json.Unmarshal(data, &list); err != nil {
		return nil, fmt.Errorf("%s: %w", a.path(sha)+receptionsSuffix, err)
	}
	return list, nil
}

// has says whether bytes are archived already. What is archived is never
// written again, so bytes that are not what they were are an error.
func (a *Archive) has(sha string, size int64) (bool, error) {
	info, err := os.Stat(a.path(sha))
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err == nil && info.Size() != size {
		err = fmt.Errorf("%s is damaged: it has %d bytes, it had %d: move it away, and it is received again", a.path(sha), info.Size(), size)
	}
	return err == nil, err
}

// writeReceptions writes the receptions of bytes to a temporary file and
// returns its way to its place.
func (a *Archive) writeReceptions(sha string, list []Reception) (durable.Move, error) {
	f, err := os.CreateTemp(a.dir, durable.TempPrefix+"*")
	if err != nil {
		return durable.Move{}, err
	}
	e := json.NewEncoder(f)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err = errors.Join(e.Encode(list), f.Chmod(0o644), f.Close())
	return durable.Move{From: f.Name(), To: a.path(sha) + receptionsSuffix}, err
}

// clear removes what killed receptions left behind.
func (a *Archive) clear() error {
	entries, err := os.ReadDir(a.dir)
	errs := []error{err}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), durable.TempPrefix) {
			errs = append(errs, os.Remove(filepath.Join(a.dir, e.Name())))
		}
	}
	return errors.Join(errs...)
}

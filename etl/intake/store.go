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
	"slices"
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
	f, err := os.Open(a.path(sha))
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

// keep moves a complete temporary file to its place, unless the bytes are
// there already: what is archived is never written again.
func (a *Archive) keep(temp, sha string, size int64) error {
	final := a.path(sha)
	if info, err := os.Stat(final); err == nil {
		if info.Size() != size {
			return fmt.Errorf("%s is damaged: it has %d bytes, it had %d: move it away, and it is received again", final, info.Size(), size)
		}
		return nil
	}
	f, err := os.Open(temp)
	if err != nil {
		return err
	}
	return errors.Join(durable.Close(f), durable.MkdirAll(filepath.Dir(final)), os.Chmod(temp, 0o444), os.Rename(temp, final))
}

// has says whether bytes are archived, whole as far as their size tells.
func (a *Archive) has(sha string, size int64) bool {
	info, err := os.Stat(a.path(sha))
	return err == nil && info.Size() == size
}

// note adds a reception to those of its bytes and makes both durable. One that
// a killed run had noted already is not noted twice.
func (a *Archive) note(sha string, r Reception) error {
	list, err := a.Receptions(sha)
	if err != nil {
		return err
	}
	noted := func(old Reception) bool { return old.Name == r.Name && old.ModifiedAt.Equal(r.ModifiedAt) }
	if slices.ContainsFunc(list, noted) {
		return durable.SyncDir(filepath.Dir(a.path(sha)))
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(append(list, r)); err != nil {
		return err
	}
	return durable.WriteFile(a.path(sha)+receptionsSuffix, b.Bytes())
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

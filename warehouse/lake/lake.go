package lake

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"sanpin/warehouse/lake/durable"
)

var (
	// ErrNoRelease is the error where nothing is published yet, and for a
	// release that is not there.
	ErrNoRelease = errors.New("no such release")
	// ErrLocked is the error of a second writer; its text names the first.
	ErrLocked = errors.New("another process is writing")
)

const (
	currentFile = "CURRENT"
	draftPrefix = ".draft-"

	// ServingFile is the name of a release's DuckDB file, in the release's folder.
	ServingFile = "serving.duckdb"
)

// Lake is a data folder. It holds no state: any number of processes may read
// one while another writes.
type Lake struct{ dir string }

// Open names the lake in dir, which need not exist yet. It takes no lock.
func Open(dir string) (_ *Lake, err error) {
	defer wrap(&err, "open lake %s", dir)
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(abs); err == nil && !info.IsDir() {
		return nil, errors.New("not a folder")
	}
	return &Lake{abs}, nil
}

// Dir returns the data folder, an absolute path.
func (l *Lake) Dir() string { return l.dir }

// ArchiveDir returns the folder of the received bytes.
func (l *Lake) ArchiveDir() string { return filepath.Join(l.dir, "archive") }

func (l *Lake) releasesDir() string { return filepath.Join(l.dir, "releases") }

// Current returns the published release. Where there is none, the error is
// [ErrNoRelease].
func (l *Lake) Current() (*Release, error) {
	id, err := l.currentID()
	for err == nil {
		var r *Release
		if r, err = l.Release(id); err == nil || !errors.Is(err, ErrNoRelease) {
			return r, err
		}
		// It may have been superseded and pruned since CURRENT was read.
		again, err2 := l.currentID()
		if err2 != nil || again == id {
			break
		}
		id = again
	}
	return nil, err
}

// currentID returns the text of CURRENT.
func (l *Lake) currentID() (string, error) {
	data, err := os.ReadFile(filepath.Join(l.dir, currentFile))
	if errors.Is(err, fs.ErrNotExist) {
		return "", fmt.Errorf("%w: nothing is published in %s yet: run a refresh", ErrNoRelease, l.dir)
	}
	if err != nil {
		return "", err
	}
	id := strings.TrimSpace(string(data))
	if !validID(id) {
		return "", fmt.Errorf("%s: %q is not the id of a release: write the id of one into it", filepath.Join(l.dir, currentFile), id)
	}
	return id, nil
}

// Release opens the release with that id, current or kept.
func (l *Lake) Release(id string) (*Release, error) {
	if !validID(id) {
		return nil, fmt.Errorf("%w: %q: an id has the form %s", ErrNoRelease, id, idLayout)
	}
	dir := filepath.Join(l.releasesDir(), id)
	m, err := readManifest(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("%w: %s in %s", ErrNoRelease, id, l.releasesDir())
	}
	if err != nil {
		return nil, err
	}
	if m.ID != id {
		return nil, fmt.Errorf("release %s: its manifest is of release %s: the folder was renamed or copied", id, m.ID)
	}
	return &Release{ID: id, Dir: dir, Manifest: m}, nil
}

// Releases opens all releases, newest first. Those that cannot be opened are
// left out and named in the error; the others are returned all the same.
func (l *Lake) Releases() ([]*Release, error) {
	ids, err := l.ids()
	errs := []error{err}
	var all []*Release
	for _, id := range slices.Backward(ids) {
		r, err := l.Release(id)
		if err == nil {
			all = append(all, r)
		} else if !errors.Is(err, ErrNoRelease) { // pruned meanwhile
			errs = append(errs, err)
		}
	}
	return all, errors.Join(errs...)
}

// ids lists the folders of releases, oldest first.
func (l *Lake) ids() ([]string, error) {
	entries, err := os.ReadDir(l.releasesDir())
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	var ids []string
	for _, e := range entries { // sorted by name
		if validID(e.Name()) {
			ids = append(ids, e.Name())
		}
	}
	return ids, err
}

// Promote makes a kept release the current one, older or newer: a rollback
// too. The next refresh starts from it.
func (l *Lake) Promote(id string) (err error) {
	defer wrap(&err, "promote release %s", id)
	unlock, err := l.lock()
	if err != nil {
		return err
	}
	defer unlock()
	if _, err := l.Release(id); err != nil {
		return err
	}
	return l.setCurrent(id)
}

func (l *Lake) setCurrent(id string) error {
	return durable.WriteFile(filepath.Join(l.dir, currentFile), []byte(id+"\n"))
}

// Prune removes the oldest releases so that keep are left, and returns the
// ids of those removed. The current release is always kept, and counts. With
// dryRun it only says what it would remove.
func (l *Lake) Prune(keep int, dryRun bool) (removed []string, err error) {
	defer wrap(&err, "prune %s", l.releasesDir())
	unlock, err := l.lock()
	if err != nil {
		return nil, err
	}
	defer unlock()
	current, err := l.currentID()
	if err != nil {
		return nil, err
	}
	ids, err := l.ids()
	if err != nil {
		return nil, err
	}
	excess := len(ids) - max(keep, 1)
	for _, id := range ids {
		if id == current || len(removed) >= excess {
			continue
		}
		if !dryRun {
			err = l.remove(id)
		}
		if err != nil {
			return removed, err
		}
		removed = append(removed, id)
	}
	return removed, nil
}

// remove takes a release away. It is renamed first, so that a kill leaves a
// draft, which the next writer clears away, and never half a release.
func (l *Lake) remove(id string) error {
	doomed := filepath.Join(l.releasesDir(), draftPrefix+id)
	if err := os.Rename(filepath.Join(l.releasesDir(), id), doomed); err != nil {
		return err
	}
	return errors.Join(durable.Sync(l.releasesDir()), os.RemoveAll(doomed))
}

// wrap puts what was being done before *err, if there is one.
func wrap(err *error, format string, args ...any) {
	if *err != nil {
		*err = fmt.Errorf(format+": %w", append(args, *err)...)
	}
}

package lake

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"time"
)

// Draft is a release that is being written. Its embedded Release may be read
// at any time between calls, so that the serving file can be built and checks
// run before it is published. A draft is used by one goroutine, and holds the
// writer's lock until it is published or aborted.
type Draft struct {
	*Release
	lake   *Lake
	unlock func()
}

// Begin starts a release that is equal to the current one, or empty where
// there is none: the parent's files are linked, not copied. It takes the
// writer's lock, or fails at once with [ErrLocked]. Always defer [Draft.Abort].
func (l *Lake) Begin() (_ *Draft, err error) {
	defer wrap(&err, "begin a release in %s", l.dir)
	unlock, err := l.lock()
	if err != nil {
		return nil, err
	}
	d, err := l.newDraft(unlock)
	if err == nil {
		err = d.inherit()
	}
	if err != nil {
		return nil, errors.Join(err, d.Abort())
	}
	return d, nil
}

func (l *Lake) newDraft(unlock func()) (*Draft, error) {
	d := &Draft{lake: l, unlock: unlock}
	id, err := l.nextID(time.Now())
	if err != nil {
		return d, err
	}
	m := &Manifest{Format: Format, ID: id, Tables: map[Table]*TableManifest{}}
	for name, columns := range Tables() {
		m.Tables[name] = &TableManifest{Columns: columns, Files: []File{}}
	}
	d.Release = &Release{ID: id, Dir: filepath.Join(l.releasesDir(), draftPrefix+id), Manifest: m}
	return d, os.Mkdir(d.Dir, 0o755)
}

// nextID returns the id for a release begun now. It is later than every id
// there is, so that ids sort by age even where the clock went back or two
// releases fall into one second.
func (l *Lake) nextID(now time.Time) (string, error) {
	ids, err := l.ids()
	if err != nil {
		return "", err
	}
	id := now.UTC().Format(idLayout)
	if len(ids) == 0 || id > ids[len(ids)-1] {
		return id, nil
	}
	last, err := time.Parse(idLayout, ids[len(ids)-1])
	if err != nil {
		return "", fmt.Errorf("release %s: its name is not a time: move that folder away: %w", ids[len(ids)-1], err)
	}
	return last.Add(time.Second).Format(idLayout), nil
}

// inherit links the files of the current release into the draft.
func (d *Draft) inherit() error {
	parent, err := d.lake.parent()
	if parent == nil || err != nil {
		return err
	}
	d.Manifest.Parent = parent.ID
	for name, old := range parent.Manifest.Tables {
		table := d.Manifest.Tables[name]
		if table == nil {
			return fmt.Errorf("release %s has a table %s that this program does not know: use a newer one", parent.ID, name)
		}
		if name == CheckResults {
			continue // of the parent itself
		}
		for _, f := range old.Files {
			if err := link(parent.path(f.Path), d.path(f.Path)); err != nil {
				return err
			}
		}
		table.Files, table.Rows = slices.Clone(old.Files), old.Rows
	}
	for _, t := range tables {
		if err := t.upgrade(d, parent.Manifest.Tables[t.name()]); err != nil {
			return fmt.Errorf("release %s: %w", parent.ID, err)
		}
	}
	return nil
}

// parent returns the release that the next one starts from, nil where there
// is none: the current one or, where CURRENT is missing because the very first
// publication was killed, the newest.
func (l *Lake) parent() (*Release, error) {
	id, err := l.currentID()
	if errors.Is(err, ErrNoRelease) {
		ids, err := l.ids()
		if err != nil || len(ids) == 0 {
			return nil, err
		}
		id = ids[len(ids)-1]
	} else if err != nil {
		return nil, err
	}
	return l.Release(id)
}

// link makes a second name for a file, or a copy where the file system has no
// hard links.
func link(from, to string) error {
	if err := os.MkdirAll(filepath.Dir(to), 0o755); err != nil {
		return err
	}
	if os.Link(from, to) == nil {
		return nil
	}
	return copyFile(from, to)
}

func copyFile(from, to string) error {
	src, err := os.Open(from)
	if err != nil {
		return err
	}
	defer src.Close()
	dst, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = io.Copy(dst, src)
	return errors.Join(err, dst.Close())
}

package lake

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/gofrs/flock"

	"sanpin/warehouse/lake/durable"
)

// lock takes the one writer's lock, or fails at once with [ErrLocked]. The
// system drops the lock of a killed process; the text in the file is only
// for people and may be of a process long gone.
func (l *Lake) lock() (unlock func(), err error) {
	if err := durable.MkdirAll(l.releasesDir()); err != nil {
		return nil, err
	}
	path := filepath.Join(l.dir, "lock")
	f := flock.New(path, flock.SetPermissions(0o644))
	locked, err := f.TryLock()
	if err != nil {
		return nil, fmt.Errorf("lock %s: %w", path, err)
	}
	if !locked {
		owner, _ := os.ReadFile(path)
		return nil, fmt.Errorf("%w (%s): wait for it to end", ErrLocked, strings.TrimSpace(string(owner)))
	}
	host, _ := os.Hostname()
	owner := fmt.Sprintf("pid %d on %s since %s\n", os.Getpid(), host, time.Now().Format(time.RFC3339))
	err = errors.Join(os.WriteFile(path, []byte(owner), 0o644), l.clear())
	if err != nil {
		return nil, errors.Join(err, f.Unlock())
	}
	return func() { _ = f.Unlock() }, nil // nothing is lost if this fails: the lock dies with the process
}

// clear removes what killed writers left behind. Only the holder of the lock
// may call it.
func (l *Lake) clear() error {
	return errors.Join(removeAll(l.releasesDir(), draftPrefix), removeAll(l.dir, durable.TempPrefix))
}

// removeAll removes what is in dir under a name with that prefix.
func removeAll(dir, prefix string) error {
	entries, err := os.ReadDir(dir)
	errs := []error{err}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), prefix) {
			errs = append(errs, os.RemoveAll(filepath.Join(dir, e.Name())))
		}
	}
	return errors.Join(errs...)
}

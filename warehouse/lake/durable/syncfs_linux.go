package durable

import (
	"errors"
	"os"

	"golang.org/x/sys/unix"
)

// syncAll flushes all that was written to the file system of dir.
func syncAll(dir string) error {
	f, err := os.Open(dir)
	if err != nil {
		return err
	}
	err = unix.Syncfs(int(f.Fd()))
	return errors.Join(err, f.Close())
}

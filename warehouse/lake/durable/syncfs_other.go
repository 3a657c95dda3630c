//go:build !linux

package durable

import "errors"

// syncAll is for systems that can flush a whole file system and say when it is done.
func syncAll(string) error { return errors.ErrUnsupported }

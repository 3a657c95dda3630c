package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"time"

	"sanpin/warehouse/lake/durable"
)

// desk is where the files of one inbox come in.
type desk struct {
	archive *Archive
	root    *os.Root
	index   *index
	options Options
}

// receive takes in one file. An error is one of the archive or of ctx; one of
// the file is in the result.
func (d *desk) receive(ctx context.Context, f found) (Received, error) {
	if f.err != nil {
		return failed(f, f.err), nil
	}
	if e := d.index.Names[f.name]; e != nil && !d.options.Rehash &&
		e.prove(marksOf(f.info, time.Now())) && d.archive.has(e.SHA256, e.Bytes) {
		return d.received(f, e, Unchanged), nil
	}
	if f.info.Size() > d.options.MaxBytes {
		return failed(f, fmt.Errorf("has %d bytes, more than the limit of %d: split it, or raise the limit", f.info.Size(), d.options.MaxBytes)), nil
	}
	file, err := d.root.Open(f.path)
	if err != nil {
		return failed(f, err), nil
	}
	defer file.Close()
	sha, m, err := d.archive.take(ctx, file, d.options.MaxBytes)
	var bad *fileError
	if errors.As(err, &bad) {
		return failed(f, bad.error), nil
	}
	if err != nil {
		return Received{}, fmt.Errorf("%s: %w", f.name, err)
	}
	return d.enter(f, sha, m)
}

// enter compares archived bytes with what is known and notes their reception.
func (d *desk) enter(f found, sha string, m marks) (Received, error) {
	state := Changed
	switch e := d.index.Names[f.name]; {
	case e != nil && e.SHA256 == sha:
		return d.received(f, d.index.add(f.name, sha, e.ReceivedAt, m), Unchanged), nil
	case e == nil && d.index.First[sha] != "":
		state = Duplicate
	case e == nil:
		state = New
	}
	at := time.Now().UTC().Truncate(time.Microsecond)
	r := Reception{Name: f.name, Filer: filer(f.name), ReceivedAt: at, Bytes: m.Bytes, ModifiedAt: m.ModifiedAt}
	if err := d.archive.note(sha, r); err != nil {
		return Received{}, fmt.Errorf("%s: %w", f.name, err)
	}
	return d.received(f, d.index.add(f.name, sha, at, m), state), nil
}

func (d *desk) received(f found, e *entry, s State) Received {
	r := Received{
		Name: f.name, Filer: filer(f.name), State: s, SHA256: e.SHA256, FilingID: FilingID(e.SHA256),
		Bytes: e.Bytes, ModifiedAt: e.ModifiedAt, ReceivedAt: e.ReceivedAt,
	}
	if first := d.index.First[e.SHA256]; first != f.name {
		r.SameAs = first
	}
	if e.Previous != "" {
		r.Supersedes = FilingID(e.Previous)
	}
	return r
}

func failed(f found, err error) Received {
	r := Received{Name: f.name, Filer: filer(f.name), State: Failed, Err: fmt.Errorf("%s: %w", f.name, err)}
	if f.info != nil {
		r.Bytes, r.ModifiedAt = f.info.Size(), f.info.ModTime().UTC()
	}
	return r
}

// filer returns the first folder of a path below the inbox.
func filer(name string) string {
	if first, _, ok := strings.Cut(name, "/"); ok {
		return first
	}
	return ""
}

// fileError is an error of the file received, not of the archive.
type fileError struct{ error }

// take copies a file into the archive and returns its sha256 and its marks.
func (a *Archive) take(ctx context.Context, file fs.File, limit int64) (sha string, m marks, err error) {
	temp, err := os.CreateTemp(a.dir, durable.TempPrefix+"*")
	if err != nil {
		return "", m, err
	}
	defer os.Remove(temp.Name()) // of a failure, or of bytes that are kept already
	sha, m, err = copyStable(ctx, temp, file, limit)
	if err := errors.Join(err, temp.Close()); err != nil {
		return "", m, err
	}
	return sha, m, a.keep(temp.Name(), sha, m.Bytes)
}

// copyStable copies a file that nobody writes to meanwhile.
func copyStable(ctx context.Context, to io.Writer, file fs.File, limit int64) (sha string, m marks, err error) {
	before, err := file.Stat()
	if err != nil {
		return "", m, &fileError{err}
	}
	m = marksOf(before, time.Now().UTC())
	hash := sha256.New()
	in := &reader{ctx: ctx, file: file}
	n, err := io.Copy(io.MultiWriter(hash, to), io.LimitReader(in, limit+1))
	if in.err != nil {
		return "", m, &fileError{in.err}
	}
	if err != nil {
		return "", m, err // of ctx, or of writing
	}
	after, err := file.Stat()
	if err != nil {
		return "", m, &fileError{err}
	}
	if now := marksOf(after, m.ReadAt); now != m || n != m.Bytes {
		return "", m, &fileError{ErrChanging}
	}
	return hex.EncodeToString(hash.Sum(nil)), m, nil
}

// reader reads a file until ctx is done and keeps the errors of the file apart.
type reader struct {
	ctx  context.Context
	file fs.File
	err  error
}

func (r *reader) Read(p []byte) (int, error) {
	if err := r.ctx.Err(); err != nil {
		return 0, err
	}
	n, err := r.file.Read(p)
	if err != nil && err != io.EOF {
		r.err = err
	}
	return n, err
}

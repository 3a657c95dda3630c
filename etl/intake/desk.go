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
	"path/filepath"
	"strings"
	"time"

	"sanpin/warehouse/lake/durable"
)

// desk is where the files of one inbox come in. Nothing of it is in the
// archive before close.
type desk struct {
	archive *Archive
	root    *os.Root
	index   *index
	options Options
	taken   map[string]string      // sha256 -> temporary file with new bytes
	notes   map[string][]Reception // sha256 -> its receptions, where there are new ones
}

// receive takes in one file, of a pack those in it. An error is one of the
// archive or of ctx; one of a file is in the result.
func (d *desk) receive(ctx context.Context, f found) ([]Received, error) {
	r, read, err := d.receiveFile(ctx, f)
	if err != nil || r.State == Failed {
		return []Received{r}, err
	}
	return d.open(ctx, f, r, read, 1, nil)
}

// receiveFile takes in one file as it is; read says that its bytes were read.
func (d *desk) receiveFile(ctx context.Context, f found) (r Received, read bool, err error) {
	if f.err != nil {
		return failed(f, f.err), false, nil
	}
	if e := d.index.Names[f.name]; e != nil && !d.options.Rehash && e.prove(marksOf(f.info, time.Now())) {
		if ok, err := d.archive.has(e.SHA256, e.Bytes); err != nil {
			return failed(f, err), false, nil
		} else if ok {
			return d.received(f, e, Unchanged), false, nil
		}
	}
	if f.info.Size() > d.options.MaxBytes {
		return failed(f, fmt.Errorf("has %d bytes, more than the limit of %d: split it, or raise the limit", f.info.Size(), d.options.MaxBytes)), false, nil
	}
	file, err := d.root.Open(f.path)
	if err != nil {
		return failed(f, err), false, nil
	}
	defer file.Close()
	sha, m, err := d.keep(func(to io.Writer) (string, marks, error) { return copyStable(ctx, to, file, d.options.MaxBytes) })
	var bad *fileError
	if errors.As(err, &bad) {
		return failed(f, bad.error), false, nil
	}
	if err != nil {
		return Received{}, false, fmt.Errorf("%s: %w", f.name, err)
	}
	r, err = d.enter(f, sha, m)
	return r, true, err
}

// keep keeps the bytes that copy writes, where they are new, and returns what
// copy does: their sha256 and the marks of their file.
func (d *desk) keep(copy func(to io.Writer) (string, marks, error)) (sha string, m marks, err error) {
	temp, err := os.CreateTemp(d.archive.dir, durable.TempPrefix+"*")
	if err != nil {
		return "", m, err
	}
	sha, m, err = copy(temp)
	err = errors.Join(err, temp.Chmod(0o444), temp.Close())
	known := d.taken[sha] != ""
	if err == nil && !known {
		if known, err = d.archive.has(sha, m.Bytes); err != nil {
			err = &fileError{err}
		}
	}
	if err != nil || known {
		return sha, m, errors.Join(err, os.Remove(temp.Name()))
	}
	d.taken[sha] = temp.Name()
	return sha, m, nil
}

// enter compares bytes taken with what is known and notes their reception.
func (d *desk) enter(f found, sha string, m marks) (Received, error) {
	e := d.index.Names[f.name]
	state, since := Changed, time.Time{}
	switch {
	case e == nil && d.index.First[sha] != "":
		state = Duplicate
	case e == nil:
		state = New
	case e.SHA256 == sha:
		return d.received(f, d.index.add(f.name, sha, e.ReceivedAt, m), Unchanged), nil
	default:
		since = e.ReceivedAt
	}
	at, err := d.note(sha, since, Reception{
		Name: f.name, Filer: f.filer, Bytes: m.Bytes, ModifiedAt: m.ModifiedAt,
		ReceivedAt: time.Now().UTC().Truncate(time.Microsecond),
	})
	if err != nil {
		return Received{}, fmt.Errorf("%s: %w", f.name, err)
	}
	return d.received(f, d.index.add(f.name, sha, at, m), state), nil
}

// note adds a reception to those of its bytes and returns when it was. Where
// the name was received after since already, a killed run did so and its note
// stands.
func (d *desk) note(sha string, since time.Time, r Reception) (time.Time, error) {
	list := d.notes[sha]
	if list == nil {
		var err error
		if list, err = d.archive.Receptions(sha); err != nil {
			return time.Time{}, err
		}
	}
	for _, old := range list {
		if old.Name == r.Name && old.ReceivedAt.After(since) {
			return old.ReceivedAt, nil
		}
	}
	d.notes[sha] = append(list, r)
	return r.ReceivedAt, nil
}

// close puts what was taken into the archive, then the index that tells of it.
func (d *desk) close() error {
	var moves []durable.Move
	for sha, temp := range d.taken {
		moves = append(moves, durable.Move{From: temp, To: d.archive.path(sha)})
	}
	for sha, list := range d.notes {
		m, err := d.archive.writeReceptions(sha, list)
		if err != nil {
			return err
		}
		moves = append(moves, m)
	}
	for _, m := range moves {
		if err := os.MkdirAll(filepath.Dir(m.To), 0o755); err != nil { // durable when the index is
			return err
		}
	}
	if err := durable.Finish(moves); err != nil {
		return err
	}
	return d.archive.saveIndex(d.index)
}

func (d *desk) received(f found, e *entry, s State) Received {
	r := Received{
		Name: f.name, Filer: f.filer, State: s, SHA256: e.SHA256, FilingID: FilingID(e.SHA256),
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
	r := Received{Name: f.name, Filer: f.filer, State: Failed, ModifiedAt: f.at, Err: fmt.Errorf("%s: %w", f.name, err)}
	if f.info != nil {
		r.Bytes = f.info.Size()
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

// copyStable copies a file that nobody writes to meanwhile.
func copyStable(ctx context.Context, to io.Writer, file fs.File, limit int64) (sha string, m marks, err error) {
	before, err := file.Stat()
	if err != nil {
		return "", m, &fileError{err}
	}
	m = marksOf(before, time.Now().UTC().Round(0))
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
	file io.Reader
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

// Package intake keeps what was received, byte for byte, and tells what of an
// inbox is new.
//
// The one idea: a filing is its bytes. It is known by their sha256 and kept
// for ever in the archive under it; names and times are facts about a
// reception, kept beside the bytes. So a file that is received twice is one
// filing, and a file that changed is another one that supersedes the first.
//
// The archive is the folder archive/ of a lake:
//
//	ab/abcd…        the bytes, never written again
//	ab/abcd….json   their receptions, oldest first
//	index.json      the last reception of each name; made again where it is lost
//
// A pack (.zip) is opened: the files in it are received as if they lay in a
// folder of its name, and the pack itself is archived beside them. Packs are told
// by their content, for workbooks and documents are ZIP files too.
//
// Else the package does not look into the files, and does not know what a release
// holds: a file that is [Unchanged] here may still have to be loaded, when the
// refresh that received it did not end.
package intake

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"sanpin/warehouse/lake/durable"
)

// Archive is a folder of received bytes. Reading is safe for any number of
// goroutines and processes; only one at a time may call Receive, which the
// writer's lock of the lake sees to.
type Archive struct{ dir string }

// Options of a reception. The zero value means the defaults.
type Options struct {
	MaxBytes    int64 // larger files are refused by name; 0: [DefaultMaxBytes]
	MaxMembers  int   // files of a pack, with those of packs in it; 0: 10,000
	MaxInflated int64 // bytes of the files of a pack; 0: 4 GiB
	MaxRatio    int64 // of unpacked to packed bytes; 0: 300
	Rehash      bool  // read all files, also those whose size, time and inode are as before
}

func (o Options) withDefaults() Options {
	o.MaxBytes = cmp.Or(o.MaxBytes, DefaultMaxBytes)
	o.MaxMembers = cmp.Or(o.MaxMembers, 10_000)
	o.MaxInflated = cmp.Or(o.MaxInflated, 4<<30)
	o.MaxRatio = cmp.Or(o.MaxRatio, 300)
	return o
}

// DefaultMaxBytes is the size that no file of an inbox may exceed by default.
const DefaultMaxBytes = 512 << 20

// State says what a file of the inbox is, compared with what was received
// before.
type State string

const (
	New       State = "new"       // name and bytes are new
	Unchanged State = "unchanged" // the same bytes as at the last reception of the name
	Duplicate State = "duplicate" // a new name for bytes that are known
	Changed   State = "changed"   // other bytes under a known name
	Failed    State = "failed"    // not received: see Err
)

// Received is one file of the inbox, or of a pack there: then Name goes on behind
// the name of the pack ("城/报表.zip/皮革.xlsx"). A pack that was opened is none.
type Received struct {
	Name       string // path below the inbox, slash-separated, printable
	Filer      string // first folder of the path, "" for a file right in the inbox
	State      State
	SHA256     string
	FilingID   string
	Bytes      int64
	ModifiedAt time.Time
	ReceivedAt time.Time // first time of these bytes under this name
	SameAs     string    // name under which the bytes were received first, if not this one
	Supersedes string    // id of the filing that this name held before, if any
	Err        error     // of a Failed file: [ErrChanging] means: try again later; a [*Refusal] of one in a pack, which has an id all the same
	Refusal    *Refusal  // why a pack is not opened; it is a file like others then
}

// ErrChanging is the error for a file that was written to while it was read.
var ErrChanging = errors.New("changed while it was read: receive it again when it is complete")

// FilingID returns the id of the filing with these bytes: the first 16 hex
// digits of their sha256.
func FilingID(sha256 string) string { return sha256[:16] }

// Open opens the archive in dir, which need not exist yet.
func Open(dir string) (_ *Archive, err error) {
	defer wrap(&err, "open archive %s", dir)
	abs, err := filepath.Abs(dir)
	if err != nil {
		return nil, err
	}
	if info, err := os.Stat(abs); err == nil && !info.IsDir() {
		return nil, errors.New("not a folder")
	}
	return &Archive{abs}, nil
}

// Receive archives what is new in the inbox and returns every file of it, by
// name. A file that cannot be received is returned as Failed and does not stop
// the others. Where ctx ends or the archive fails, what is returned beside the
// error is safe in the archive all the same.
func (a *Archive) Receive(ctx context.Context, inbox string, o Options) (all []Received, err error) {
	defer wrap(&err, "receive %s", inbox)
	root, err := a.openInbox(inbox)
	if err != nil {
		return nil, err
	}
	defer root.Close()
	if err := a.clear(); err != nil {
		return nil, err
	}
	index, err := a.loadIndex()
	if err != nil {
		return nil, err
	}
	d := desk{archive: a, root: root, index: index, options: o.withDefaults(), taken: map[string]string{}, notes: map[string][]Reception{}}
	for _, f := range walk(root) {
		if err = ctx.Err(); err != nil {
			break
		}
		var list []Received
		if list, err = d.receive(ctx, f); err != nil {
			break
		}
		all = append(all, list...)
	}
	if err2 := d.close(); err2 != nil {
		return nil, errors.Join(err, err2)
	}
	return all, err
}

// openInbox opens the inbox so that no link leads out of it.
func (a *Archive) openInbox(inbox string) (*os.Root, error) {
	if err := durable.MkdirAll(a.dir); err != nil {
		return nil, err
	}
	root, err := os.OpenRoot(inbox)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errors.New("there is no such folder: make it, or name another one as the inbox")
	}
	if err != nil {
		return nil, err
	}
	here, err := root.Stat(".")
	if err == nil && a.isBelow(here) {
		err = fmt.Errorf("the inbox holds the archive %s: name another folder", a.dir)
	}
	if err != nil {
		return nil, errors.Join(err, root.Close())
	}
	return root, nil
}

// isBelow says whether the archive is in or below a folder: as an inbox, that
// would receive the archive itself.
func (a *Archive) isBelow(folder fs.FileInfo) bool {
	for dir := a.dir; ; dir = filepath.Dir(dir) {
		if info, err := os.Stat(dir); err == nil && os.SameFile(info, folder) {
			return true
		}
		if dir == filepath.Dir(dir) {
			return false
		}
	}
}

// wrap puts what was being done before *err, if there is one.
func wrap(err *error, format string, args ...any) {
	if *err != nil {
		*err = fmt.Errorf(format+": %w", append(args, *err)...)
	}
}

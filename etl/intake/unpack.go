package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
)

// packed is what the index keeps of a pack that was opened, so that the next
// reception need not open it again.
type packed struct {
	Members []packedMember `json:"members"`
	Partial bool           `json:"partial,omitempty"` // some were refused: they are tried again
}

type packedMember struct {
	Name   string `json:"name"` // below the pack
	SHA256 string `json:"sha256"`
	Bytes  int64  `json:"bytes"`
}

// maxNesting is how deep packs are opened: a pack, and the packs in it.
const maxNesting = 2

// open gives the files of a pack in the place of the pack r, which stays in the
// archive as it came. A file that is no pack is given as it is, and so is a pack
// that cannot be opened, with the reason. read says whether the bytes of r were
// read now: what was read before is known from the index.
func (d *desk) open(ctx context.Context, f found, r Received, read bool, depth int, left *allowance) ([]Received, error) {
	p := d.index.Packs[r.SHA256]
	switch {
	case p == nil && !read:
		return []Received{r}, nil
	case p != nil && !p.Partial && d.hasAll(p):
		return d.openKnown(ctx, f, p, depth, left)
	}
	file, size, err := d.bytes(r.SHA256)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	if left == nil {
		left = d.options.newAllowance(size)
	}
	members, err := listPack(file, size, d.options, left)
	if members != nil && depth > maxNesting {
		err = refuse("unknown_format", unpackIt, "packs in packs are opened once, and this is a pack in a pack in a pack")
	}
	var refused *Refusal
	switch {
	case errors.As(err, &refused):
		r.Refusal = refused
		return []Received{r}, nil
	case err != nil || members == nil:
		return []Received{r}, err
	}
	return d.unpack(ctx, f, r, members, depth, left)
}

// unpack receives the members of a pack and notes them in the index.
func (d *desk) unpack(ctx context.Context, f found, pack Received, members []member, depth int, left *allowance) ([]Received, error) {
	p := &packed{}
	var all []Received
	for _, m := range members {
		one := f.member(m.name)
		taken, err := d.takeMember(ctx, m)
		var refused *Refusal
		if errors.As(err, &refused) {
			p.Partial = true
			all = append(all, locked(one, pack, m, refused))
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %w", one.name, err)
		}
		p.Members = append(p.Members, taken)
		list, err := d.enterMember(ctx, one, taken, true, depth, left)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	d.index.Packs[pack.SHA256] = p
	d.index.changed = true
	return all, nil
}

// locked is a member that cannot be unpacked. It has no bytes: those of the pack
// stand for it, and its id is made of them and of its name.
func locked(f found, pack Received, m member, refused *Refusal) Received {
	r := failed(f, refused)
	sum := sha256.Sum256([]byte(pack.SHA256 + "\x00" + m.name))
	r.SHA256, r.FilingID = pack.SHA256, FilingID(hex.EncodeToString(sum[:]))
	r.Bytes, r.ReceivedAt = int64(m.file.UncompressedSize64), pack.ReceivedAt
	return r
}

// openKnown gives the members of a pack that the archive has already.
func (d *desk) openKnown(ctx context.Context, f found, p *packed, depth int, left *allowance) (all []Received, err error) {
	for _, m := range p.Members {
		list, err := d.enterMember(ctx, f.member(m.Name), m, false, depth, left)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	return all, nil
}

// enterMember notes the reception of a member, and opens one that is a pack.
func (d *desk) enterMember(ctx context.Context, f found, m packedMember, read bool, depth int, left *allowance) ([]Received, error) {
	r, err := d.enter(f, m.SHA256, marks{Bytes: m.Bytes, ModifiedAt: f.at})
	if err != nil {
		return nil, err
	}
	return d.open(ctx, f, r, read, depth+1, left)
}

// member is a file of the pack f.
func (f found) member(name string) found {
	return found{name: f.name + "/" + name, filer: f.filer, at: f.at}
}

// takeMember unpacks one file into the archive.
func (d *desk) takeMember(ctx context.Context, m member) (packedMember, error) {
	if m.refused != nil {
		return packedMember{}, m.refused
	}
	sha, marks, err := d.keep(func(to io.Writer) (string, marks, error) { return copyMember(ctx, to, m) })
	return packedMember{m.name, sha, marks.Bytes}, err
}

// copyMember unpacks one file and holds it to the size that the pack gives.
func copyMember(ctx context.Context, to io.Writer, m member) (sha string, at marks, err error) {
	damaged := func(cause error) *Refusal {
		return refuse("damaged", packAgain, "the file cannot be unpacked: %v", cause)
	}
	from, err := m.file.Open()
	if err != nil {
		return "", at, damaged(err)
	}
	defer from.Close()
	size := int64(m.file.UncompressedSize64)
	hash := sha256.New()
	in := &reader{ctx: ctx, file: from}
	n, err := io.Copy(io.MultiWriter(hash, to), io.LimitReader(in, size+1))
	switch {
	case in.err != nil:
		return "", at, damaged(in.err)
	case err != nil:
		return "", at, err // of ctx, or of writing
	case n != size:
		return "", at, damaged(fmt.Errorf("it has not the %d bytes that the pack announces", size))
	}
	return hex.EncodeToString(hash.Sum(nil)), marks{Bytes: n}, nil
}

// bytes opens bytes that were taken now, or before.
func (d *desk) bytes(sha string) (*os.File, int64, error) {
	if d.taken[sha] == "" {
		return d.archive.Open(sha)
	}
	return openSized(d.taken[sha])
}

// hasAll says whether all members of a pack are in the archive.
func (d *desk) hasAll(p *packed) bool {
	for _, m := range p.Members {
		if d.taken[m.SHA256] != "" {
			continue
		}
		if ok, err := d.archive.has(m.SHA256, m.Bytes); !ok || err != nil {
			return false
		}
	}
	return true
}

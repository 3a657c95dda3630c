package intake

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"time"

	"sanpin/warehouse/lake/durable"
)

const (
	indexFile   = "index.json"
	indexFormat = 2

	// settled is the age that a file must have when it is read for its time to
	// tell a later change: file systems count time in steps of up to 2 s.
	settled = 2 * time.Second
)

// index is the last reception of each name. It is a cache: the receptions
// beside the bytes are the truth. One that is older than they are (the writer
// was killed) makes their files be received again, with the same result.
type index struct {
	Format int                `json:"format"`
	Names  map[string]*entry  `json:"names"`
	First  map[string]string  `json:"first"` // sha256 -> name of the first reception
	Packs  map[string]*packed `json:"packs"` // sha256 of a pack -> what is in it

	changed bool // since it was loaded
}

// entry is the last reception of a name, and the file's marks when it was
// last read.
type entry struct {
	SHA256     string    `json:"sha256"`
	Previous   string    `json:"previous,omitempty"` // sha256 of the name's bytes before
	ReceivedAt time.Time `json:"received_at"`
	marks
}

// marks tell without reading it whether a file is as it was.
type marks struct {
	Bytes      int64     `json:"bytes"`
	ModifiedAt time.Time `json:"modified_at"`
	Inode      uint64    `json:"inode,omitempty"`
	ReadAt     time.Time `json:"read_at"`
}

func marksOf(info fs.FileInfo, readAt time.Time) marks {
	return marks{Bytes: info.Size(), ModifiedAt: info.ModTime().UTC(), Inode: inode(info), ReadAt: readAt}
}

// prove says whether a file with these marks, when it was read, surely has the
// same bytes if it has those marks now.
func (m marks) prove(now marks) bool {
	return m.Bytes == now.Bytes && m.ModifiedAt.Equal(now.ModifiedAt) && m.Inode == now.Inode &&
		m.ReadAt.Sub(m.ModifiedAt) > settled
}

// add enters a reception of a name and returns its entry.
func (x *index) add(name, sha string, at time.Time, m marks) *entry {
	x.changed = true
	if _, ok := x.First[sha]; !ok {
		x.First[sha] = name
	}
	e := x.Names[name]
	if e == nil {
		e = &entry{SHA256: sha, ReceivedAt: at}
		x.Names[name] = e
	}
	if e.SHA256 != sha {
		e.Previous, e.SHA256, e.ReceivedAt = e.SHA256, sha, at
	}
	e.marks = m
	return e
}

// loadIndex reads the index, or makes it again from the receptions where it is
// missing or damaged.
func (a *Archive) loadIndex() (*index, error) {
	data, err := os.ReadFile(filepath.Join(a.dir, indexFile))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	x := new(index)
	if err == nil && json.Unmarshal(data, x) == nil && x.Format == indexFormat && x.Names != nil && x.First != nil && x.Packs != nil {
		return x, nil
	}
	return a.rebuildIndex()
}

func (a *Archive) rebuildIndex() (*index, error) {
	x := &index{Format: indexFormat, Names: map[string]*entry{}, First: map[string]string{}, Packs: map[string]*packed{}}
	files, err := filepath.Glob(filepath.Join(a.dir, "??", "*"+receptionsSuffix))
	if err != nil {
		return nil, err
	}
	type reception struct {
		sha string
		Reception
	}
	var all []reception
	for _, file := range files {
		sha := filepath.Base(file)[:len(filepath.Base(file))-len(receptionsSuffix)]
		list, err := a.Receptions(sha)
		if err != nil {
			return nil, fmt.Errorf("make %s again: %w", indexFile, err)
		}
		for _, r := range list {
			all = append(all, reception{sha, r})
		}
	}
	slices.SortStableFunc(all, func(a, b reception) int { return a.ReceivedAt.Compare(b.ReceivedAt) })
	for _, r := range all {
		x.add(r.Name, r.sha, r.ReceivedAt, marks{}) // marks of no file: all will be read
	}
	return x, nil
}

func (a *Archive) saveIndex(x *index) error {
	if !x.changed {
		return nil
	}
	data, err := json.Marshal(x)
	if err != nil {
		return err
	}
	return durable.WriteFile(filepath.Join(a.dir, indexFile), data)
}

package intake

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
)

// found is one file of the inbox, or a folder or file that cannot be read.
type found struct {
	path string // below the inbox, as the system has it: any bytes
	name string // below the inbox, printable
	info fs.FileInfo
	err  error
}

// walk lists the files of the inbox by name. What is no filing by its name
// ([skipped]) is left out; what cannot be read is listed with its error.
func walk(root *os.Root) []found {
	all := walkFolder(root, ".", "", nil)
	slices.SortFunc(all, func(a, b found) int { return strings.Compare(a.name, b.name) })
	for i := 1; i < len(all); i++ {
		if all[i].name == all[i-1].name {
			all[i].err = errors.New("another file here has the same name in another encoding: rename one of them")
		}
	}
	return all
}

func walkFolder(root *os.Root, dir, name string, all []found) []found {
	entries, err := readFolder(root, dir)
	if err != nil {
		all = append(all, found{path: dir, name: name, err: err})
	}
	for _, e := range entries {
		if skipped(e.Name()) {
			continue
		}
		f := found{path: path.Join(dir, e.Name()), name: path.Join(name, printable(e.Name()))}
		if e.IsDir() {
			all = walkFolder(root, f.path, f.name, all)
			continue
		}
		f.info, f.err = inspect(root, f.path)
		all = append(all, f)
	}
	return all
}

func readFolder(root *os.Root, dir string) ([]fs.DirEntry, error) {
	d, err := root.Open(dir)
	if err != nil {
		return nil, err
	}
	defer d.Close()
	return d.ReadDir(-1)
}

// inspect returns what a name stands for, if that is a file. It opens
// nothing: to open a named pipe would wait for ever.
func inspect(root *os.Root, path string) (fs.FileInfo, error) {
	info, err := root.Stat(path) // follows links, but none out of the inbox
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%w: it was removed, or is a link that leads nowhere", err)
	case err != nil:
		return nil, fmt.Errorf("%w: a link must stay in the inbox: copy the file into it", err)
	case info.IsDir():
		return nil, errors.New("is a link to a folder, which is not followed: copy the folder into the inbox")
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("is no file but a %s: remove it", info.Mode().Type())
	}
	return info, nil
}

// skipped says of a file or folder name that it is none of a filing: locks
// and copies that office programs keep, downloads that have not ended, what
// file managers leave.
func skipped(name string) bool {
	lower := strings.ToLower(name)
	return slices.ContainsFunc([]string{".", "~$", "~wr"}, func(p string) bool { return strings.HasPrefix(lower, p) }) ||
		slices.ContainsFunc([]string{".part", ".partial", ".filepart", ".crdownload", ".download", ".tmp", "~"}, func(s string) bool { return strings.HasSuffix(lower, s) }) ||
		slices.Contains([]string{"thumbs.db", "desktop.ini", "__macosx", "$recycle.bin", "system volume information", "@eadir"}, lower)
}

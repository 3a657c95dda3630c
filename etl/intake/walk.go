package intake

import (
	"cmp"
	"errors"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"
	"time"
)

// found is one file of the inbox, or a folder or file that cannot be read.
type found struct {
	path  string      // below the inbox, as the system has it: any bytes; empty for a file of a pack
	name  string      // below the inbox, printable
	filer string      // first folder of the name
	info  fs.FileInfo // nil for a file of a pack
	at    time.Time   // when the file, or the pack that it is in, was modified
	err   error
}

// walk lists the files of the inbox by name. What is no filing by its name
// ([skipped]) is left out; what cannot be read is listed with its error.
func walk(root *os.Root) []found {
	all := walkFolder(root, ".", ".", nil)
	slices.SortFunc(all, func(a, b found) int { return cmp.Or(strings.Compare(a.name, b.name), strings.Compare(a.path, b.path)) })
	for i := range all {
		all[i].filer = filer(all[i].name)
		if i > 0 && all[i].name == all[i-1].name {
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
		if f.info, f.err = inspect(root, f.path, e.Type()&fs.ModeSymlink != 0); f.info != nil {
			f.at = f.info.ModTime().UTC()
		}
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
func inspect(root *os.Root, path string, link bool) (fs.FileInfo, error) {
	info, err := root.Stat(path) // follows links, but none out of the inbox
	switch {
	case err != nil && link:
		return nil, errors.New("is a link that leads nowhere or out of the inbox: copy the file itself into the inbox")
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, errors.New("is a link to a folder, which is not followed: copy the folder itself into the inbox")
	case !info.Mode().IsRegular():
		return nil, errors.New("is a device, pipe or socket: remove it from the inbox")
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

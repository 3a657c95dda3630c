package intake

import (
	"archive/zip"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/klauspost/compress/flate"
)

// Refusal says why a pack, or a file of one, is not received as it should be.
// Code is a reason of sql/reference/reason.csv: too_large, encrypted, damaged or
// unknown_format.
type Refusal struct{ Code, Cause, Remedy string }

func (r *Refusal) Error() string { return r.Cause + " (" + r.Remedy + ")" }

func refuse(code, remedy, format string, args ...any) *Refusal {
	return &Refusal{code, fmt.Sprintf(format, args...), remedy}
}

// What a person can do about a pack.
const (
	unpackIt  = "unpack it and file what is inside (解压后分别报送)"
	splitIt   = "unpack it and file what is inside in several packs (分批报送)"
	packAgain = "pack the files again as a plain .zip without a password (重新打包为无密码的 .zip)"
)

// member is one file of a pack, which is received or refused by its name.
type member struct {
	name    string // below the pack, slash-separated, printable: a label, never a path
	file    *zip.File
	refused *Refusal
}

// allowance is what a received file may cost, with all that is packed in it: a
// pack in a pack draws on the same one.
type allowance struct {
	members  int
	inflated int64
}

// newAllowance is that of a pack of size bytes: it may inflate to so many times
// its size, within the limit, and to a little in any case.
func (o Options) newAllowance(size int64) *allowance {
	return &allowance{o.MaxMembers, min(o.MaxInflated, max(size*o.MaxRatio, free))}
}

// free is a size that is worth no ratio: so much packs into very little when it
// repeats.
const free = 1 << 20

// listPack gives the members of a pack, by name. It is nil without an error for a
// file that is no pack: another kind of file, a document that is a ZIP package
// itself (.xlsx, .docx, .ods), or one cut short, which its reader will say.
func listPack(r io.ReaderAt, size int64, o Options, left *allowance) ([]member, error) {
	var sign [4]byte
	if n, _ := r.ReadAt(sign[:], 0); n < len(sign) || string(sign[:]) != "PK\x03\x04" && string(sign[:]) != "PK\x05\x06" {
		return nil, nil
	}
	if many, refused := checkDirectory(r, size, left.members); refused != nil {
		return nil, refused
	} else if many {
		return nil, nil
	}
	z, err := zip.NewReader(r, size)
	if err != nil || isPackage(z.File) {
		return nil, nil
	}
	z.RegisterDecompressor(zip.Deflate, flate.NewReader)
	members, err := choose(z.File, o)
	if err != nil {
		return nil, err
	}
	left.members -= len(members)
	return members, charge(members, size, left)
}

// checkDirectory refuses a pack with more files than most before its directory
// is read, which takes memory for each one; of a document it only tells that it
// has so many parts. The number that the end of the pack gives is not believed:
// the directory could not be shorter for it.
func checkDirectory(r io.ReaderAt, size int64, most int) (many bool, refused *Refusal) {
	tail := make([]byte, min(size, 22+1<<16))
	if n, _ := r.ReadAt(tail, size-int64(len(tail))); n < len(tail) {
		return false, nil // the reader of the pack will say
	}
	at := strings.LastIndex(string(tail), "PK\x05\x06")
	if at < 0 || len(tail) < at+22 {
		return false, nil
	}
	end := tail[at:]
	files := int64(binary.LittleEndian.Uint16(end[10:]))
	length, offset := int64(binary.LittleEndian.Uint32(end[12:])), int64(binary.LittleEndian.Uint32(end[16:]))
	length = max(length, size-int64(len(tail)-at)-offset)
	if files <= int64(most) && length <= int64(most)*entryBytes {
		return false, nil
	}
	if !startsAsPackage(r) {
		return true, refuse("too_large", splitIt, "the pack has %d files or more in a directory of %d bytes; %d are received", files, length, most)
	}
	return true, nil
}

// startsAsPackage tells documents that are ZIP packages by the name of the part
// that stands first. They may have many parts, and say so in a way of their own.
func startsAsPackage(r io.ReaderAt) bool {
	head := make([]byte, 64)
	n, _ := r.ReadAt(head, 0)
	name := string(head[min(30, n):n])
	return slices.ContainsFunc([]string{"[Content_Types].xml", "_rels/", "docProps/", "xl/", "word/", "mimetype"},
		func(part string) bool { return strings.HasPrefix(name, part) })
}

// entryBytes is what a file takes in the directory of a pack, with a long name.
const entryBytes = 46 + 512

// isPackage tells the documents that are ZIP packages by the parts that each
// kind must have.
func isPackage(files []*zip.File) bool {
	return slices.ContainsFunc(files, func(f *zip.File) bool {
		switch name := strings.ToLower(strings.ReplaceAll(f.Name, `\`, "/")); name {
		case "[content_types].xml", "xl/workbook.xml", "xl/workbook.bin", "word/document.xml", "ppt/presentation.xml", // Office
			"mimetype", "content.xml", // OpenDocument
			"index/document.iwa", "index.zip", // Numbers
			"ofd.xml":
			return true
		}
		return false
	})
}

// choose leaves out folders and what file managers leave in packs ([skipped]).
func choose(files []*zip.File, o Options) ([]member, error) {
	var members []member
	seen := map[string]bool{}
	for _, f := range files {
		name := memberName(f)
		if f.FileInfo().IsDir() || slices.ContainsFunc(strings.Split(name, "/"), skipped) {
			continue
		}
		m := member{name: name, file: f, refused: check(f, o)}
		if seen[name] {
			m.refused = refuse("damaged", "rename one of them and pack the files again", "the pack has another file of this name")
		}
		seen[name] = true
		members = append(members, m)
	}
	if len(members) == 0 {
		return nil, refuse("damaged", "file what should be in it", "the pack holds no files")
	}
	slices.SortStableFunc(members, func(a, b member) int { return strings.Compare(a.name, b.name) })
	return members, nil
}

// check tells what is wrong with a file of a pack, as its directory has it.
func check(f *zip.File, o Options) *Refusal {
	packed, size := int64(f.CompressedSize64), int64(f.UncompressedSize64)
	switch {
	case f.Flags&1 != 0:
		return refuse("encrypted", packAgain, "the file is packed with a password")
	case f.Mode()&fs.ModeSymlink != 0:
		return refuse("unknown_format", "pack the file itself", "the file is a link")
	case f.Method != zip.Store && f.Method != zip.Deflate:
		return refuse("unknown_format", packAgain, "the file is packed by method %d, which is not read", f.Method)
	case size < 0 || size > o.MaxBytes:
		return refuse("too_large", "split it, or raise the limit", "the file has %d bytes, more than the limit of %d", f.UncompressedSize64, o.MaxBytes)
	case packed < 0 || size > free && size/o.MaxRatio > packed:
		return refuse("too_large", packAgain, "%d bytes are packed into %d, more than %d to 1", size, packed, o.MaxRatio)
	}
	return nil
}

// charge takes the sizes of the members from the allowance. Members that are
// packed into more bytes than the pack has lie over each other: a bomb.
func charge(members []member, size int64, left *allowance) error {
	packed := int64(0)
	for _, m := range members {
		if m.refused != nil {
			continue
		}
		packed += int64(m.file.CompressedSize64)
		left.inflated -= int64(m.file.UncompressedSize64)
		switch {
		case packed > size:
			return refuse("damaged", packAgain, "the files of the pack overlap")
		case left.inflated < 0:
			return refuse("too_large", splitIt, "the files of the pack have too many bytes: more than its size or the limit allows")
		}
	}
	return nil
}

// memberName gives the name of a file as a label. Its folders stay, and what
// would lead out of the pack goes.
func memberName(f *zip.File) string {
	var parts []string
	for _, p := range strings.Split(strings.ReplaceAll(decoded(nameOf(f)), `\`, "/"), "/") {
		if p != "" && p != "." && p != ".." {
			parts = append(parts, printable(p))
		}
	}
	if len(parts) == 0 {
		return "(no name)"
	}
	return path.Join(parts...)
}

// nameOf gives the name in UTF-8 that some programs write beside one in the
// encoding of their system, if it is of that one.
func nameOf(f *zip.File) string {
	const unicodePath = 0x7075
	for extra := f.Extra; len(extra) >= 4; {
		id, n := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if extra = extra[4:]; n > len(extra) {
			break
		}
		if field := extra[:n]; id == unicodePath && n > 5 && field[0] == 1 && utf8.Valid(field[5:]) &&
			binary.LittleEndian.Uint32(field[1:]) == crc32.ChecksumIEEE([]byte(f.Name)) {
			return string(field[5:])
		}
		extra = extra[n:]
	}
	return f.Name
}

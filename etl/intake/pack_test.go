package intake

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// pack makes a pack of files "name=content"; a name may be GBK bytes.
func pack(files ...string) string {
	var headers []zip.FileHeader
	var contents []string
	for _, f := range files {
		name, content, _ := strings.Cut(f, "=")
		headers = append(headers, zip.FileHeader{Name: name, Method: zip.Deflate, NonUTF8: true})
		contents = append(contents, content)
	}
	return packOf(headers, contents)
}

func packOf(headers []zip.FileHeader, contents []string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := range headers {
		w, err := z.CreateHeader(&headers[i])
		if err == nil {
			_, err = w.Write([]byte(contents[i]))
		}
		if err != nil && contents[i] != "" {
			panic(err)
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return b.String()
}

// raw makes a pack of one file whose directory says what the header does.
func raw(h zip.FileHeader, packed string) string {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	h.CompressedSize64 = uint64(len(packed))
	w, err := z.CreateRaw(&h)
	if err == nil {
		_, err = w.Write([]byte(packed))
	}
	if err = errors.Join(err, z.Close()); err != nil {
		panic(err)
	}
	return b.String()
}

// TestPacks: the files in a pack are received in its place.
func TestPacks(t *testing.T) {
	for _, test := range []struct {
		name, in string
		opt      Options
		want     string
	}{
		{"files in folders", pack("b.csv=one", "深/", "深/a.csv=two"), Options{}, "p.zip/b.csv new\np.zip/深/a.csv new"},
		{"GBK names", pack("\xb1\xed\x95\\.csv=one", "e\u0301.csv=two"), Options{}, "p.zip/é.csv new\np.zip/表昞.csv new"}, // the second byte of 昞 is a backslash
		{"backslashes and ways out", pack(`..\..\etc/./a.csv=one`, `/b.csv=two`, "a\nb.csv=three"), Options{}, "p.zip/a\\nb.csv new\np.zip/b.csv new\np.zip/etc/a.csv new"},
		{"leavings of file managers", pack("a.csv=one", "__MACOSX/._a.csv=x", ".DS_Store=x", "d/~$a.xlsx=x", "d/Thumbs.db=x"), Options{}, "p.zip/a.csv new"},
		{"the same file twice", pack("a.csv=one", "b.csv=one"), Options{}, "p.zip/a.csv new\np.zip/b.csv duplicate same as p.zip/a.csv"},
		{"two files of one name", pack("a.csv=one", "a.csv=two"), Options{}, "p.zip/a.csv new\np.zip/a.csv failed: p.zip/a.csv: the pack has another file of this name (rename one of them and pack the files again)"},
		{"pack in a pack", pack("a.csv=one", "内.zip="+pack("b.csv=two")), Options{}, "p.zip/a.csv new\np.zip/内.zip/b.csv new"},
		{"pack in a pack in a pack", pack("内.zip=" + pack("b.zip="+pack("c.csv=two"))), Options{}, "p.zip/内.zip/b.zip new refused unknown_format: packs in packs are opened once, and this is a pack in a pack in a pack (" + unpackIt + ")"},
		{"a name that is none", pack("..=one"), Options{}, "p.zip/(no name) new"},
		{"workbook", pack("[Content_Types].xml=x", "xl/workbook.xml=x"), Options{}, "p.zip new"},
		{"workbook without types", pack("xl/workbook.xml=x"), Options{}, "p.zip new"},
		{"document", pack("word/document.xml=x"), Options{}, "p.zip new"},
		{"OpenDocument", pack("mimetype=x"), Options{}, "p.zip new"},
		{"pack of workbooks", pack("a.xlsx=" + pack("[Content_Types].xml=x")), Options{}, "p.zip/a.xlsx new"},
		{"no pack", "PK\x03\x04 cut short", Options{}, "p.zip new"},
		{"cut short", pack("a.csv=one")[:60], Options{}, "p.zip new"},
		{"empty", pack(), Options{}, "p.zip new refused damaged: the pack holds no files (file what should be in it)"},
		{"folders only", pack("a/", "__MACOSX/x=1"), Options{}, "p.zip new refused damaged: the pack holds no files (file what should be in it)"},
		{"many files", pack("a=1", "b=2", "c=3"), Options{MaxMembers: 2}, "p.zip new refused too_large: the pack has 3 files or more in a directory of 141 bytes; 2 are received (" + splitIt + ")"},
		{"many files with those in packs", pack("a=1", "b.zip="+pack("c=3", "d=4")), Options{MaxMembers: 3}, "p.zip/a new\np.zip/b.zip new refused too_large: the pack has 2 files or more in a directory of 94 bytes; 1 are received (" + splitIt + ")"},
		{"document of many parts", pack("[Content_Types].xml=x", "b=2", "c=3"), Options{MaxMembers: 2}, "p.zip new"},
		{"a large file", pack("a=1234567890", "b=2"), Options{MaxBytes: 250, MaxInflated: 9}, "p.zip new refused too_large: the files of the pack have too many bytes: more than its size or the limit allows (" + splitIt + ")"},
		{"a file over the limit", pack("a="+strings.Repeat("1", 999), "b=2"), Options{MaxBytes: 300}, "p.zip/a failed: p.zip/a: the file has 999 bytes, more than the limit of 300 (split it, or raise the limit)\np.zip/b new"},
		{"a bomb", pack("a="+strings.Repeat("0", 3<<20), "b=2"), Options{}, "p.zip/a failed: p.zip/a: 3145728 bytes are packed into …"},
		{"password", raw(zip.FileHeader{Name: "表.xls", Flags: 1, UncompressedSize64: 3}, "???"), Options{}, "p.zip/表.xls failed: p.zip/表.xls: the file is packed with a password (" + packAgain + ")"},
		{"other method", raw(zip.FileHeader{Name: "a", Method: 99, UncompressedSize64: 3}, "???"), Options{}, "p.zip/a failed: p.zip/a: the file is packed by method 99, which is not read (" + packAgain + ")"},
		{"link", raw(zip.FileHeader{Name: "a", CreatorVersion: 3 << 8, ExternalAttrs: 0o120777 << 16, UncompressedSize64: 3}, "../"), Options{}, "p.zip/a failed: p.zip/a: the file is a link (pack the file itself)"},
		{"wrong checksum", raw(zip.FileHeader{Name: "a", CRC32: 1, UncompressedSize64: 3}, "one"), Options{}, "p.zip/a failed: p.zip/a: the file cannot be unpacked: zip: checksum error (" + packAgain + ")"},
		{"longer than it says", raw(zip.FileHeader{Name: "a", Method: zip.Deflate, UncompressedSize64: 2, CRC32: 1}, deflated(t)), Options{}, "p.zip/a failed: p.zip/a: the file cannot be unpacked: …"},
		{"shorter than it says", raw(zip.FileHeader{Name: "a", Method: zip.Deflate, UncompressedSize64: 99}, deflated(t)), Options{}, "p.zip/a failed: p.zip/a: the file cannot be unpacked: …"},
	} {
		o := newOffice(t)
		o.put("p.zip", test.in)
		got := o.tell(test.opt)
		if start, ok := strings.CutSuffix(test.want, "…"); ok && strings.HasPrefix(got, start) { // the rest is of the library
			got = test.want
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.name, diff)
		}
		left, err := filepath.Glob(filepath.Join(o.dir, ".tmp-*"))
		if len(left) > 0 || err != nil {
			t.Errorf("%s: left behind: %v, %v", test.name, left, err)
		}
	}
}

func deflated(t *testing.T) string {
	z, err := zip.NewReader(strings.NewReader(pack("a=one")), int64(len(pack("a=one"))))
	if err != nil {
		t.Fatal(err)
	}
	at, err := z.File[0].DataOffset()
	if err != nil {
		t.Fatal(err)
	}
	return pack("a=one")[at : at+int64(z.File[0].CompressedSize64)]
}

// TestUnicodePath: a name in UTF-8 beside that of the system is the name, as long
// as it is of that one.
func TestUnicodePath(t *testing.T) {
	for _, test := range []struct {
		of   string
		want string
	}{{"a.csv", "p.zip/表.csv new"}, {"b.csv", "p.zip/a.csv new"}} {
		field := append([]byte{1}, binary.LittleEndian.AppendUint32(nil, crc32.ChecksumIEEE([]byte(test.of)))...)
		field = append(field, "表.csv"...)
		extra := binary.LittleEndian.AppendUint16([]byte{0x75, 0x70}, uint16(len(field)))
		o := newOffice(t)
		o.put("p.zip", packOf([]zip.FileHeader{{Name: "a.csv", NonUTF8: true, Extra: append(extra, field...)}}, []string{"one"}))
		if got := o.told(); got != test.want {
			t.Errorf("a name beside %s: told %q, want %q", test.of, got, test.want)
		}
	}
}

// TestOverlap: files that lie over each other in the pack are a bomb.
func TestOverlap(t *testing.T) {
	one := pack("a="+strings.Repeat("x1", 500), "b="+strings.Repeat("y2", 500))
	at := strings.Index(one, "PK\x01\x02")
	directory := []byte(one[at:])
	for i := 0; i < 2; i++ { // both give a size that the pack does not have
		e := bytes.Index(directory, []byte("PK\x01\x02")) + i*47
		binary.LittleEndian.PutUint32(directory[e+20:], uint32(len(one)-20))
	}
	o := newOffice(t)
	o.put("p.zip", one[:at]+string(directory))
	if got := o.told(); !strings.Contains(got, "p.zip new refused damaged: the files of the pack overlap") {
		t.Errorf("told %q", got)
	}
}

// TestPackLife tells the life of a pack in an inbox, a day a step.
func TestPackLife(t *testing.T) {
	o := newOffice(t)
	secret := raw(zip.FileHeader{Name: "密.xls", Flags: 1, UncompressedSize64: 3}, "???")
	for i, step := range []struct {
		do   func()
		want string
	}{
		{func() { o.put("城/p.zip", pack("a.csv=one", "b.zip="+pack("c.csv=two"))) }, "城/p.zip/a.csv new\n城/p.zip/b.zip/c.csv new"},
		{func() {}, "城/p.zip/a.csv unchanged\n城/p.zip/b.zip/c.csv unchanged"},
		{func() { o.put("a.csv", "one") }, "a.csv duplicate same as 城/p.zip/a.csv\n城/p.zip/a.csv unchanged\n城/p.zip/b.zip/c.csv unchanged"},
		{func() { os.Remove(filepath.Join(o.inbox, "a.csv")) }, "城/p.zip/a.csv unchanged\n城/p.zip/b.zip/c.csv unchanged"},
		{func() { o.put("城/p.zip", pack("a.csv=one!", "b.zip="+pack("c.csv=two"))) }, "城/p.zip/a.csv changed supersedes " + one + "\n城/p.zip/b.zip/c.csv unchanged"},
		{func() { o.put("q.zip", pack("a.csv=one!", "b.zip="+pack("c.csv=two"))) }, "q.zip/a.csv duplicate same as 城/p.zip/a.csv\nq.zip/b.zip/c.csv duplicate same as 城/p.zip/b.zip/c.csv\n城/p.zip/a.csv unchanged supersedes " + one + "\n城/p.zip/b.zip/c.csv unchanged"},
		{func() { os.Remove(filepath.Join(o.inbox, "q.zip")); o.put("城/p.zip", secret) }, "城/p.zip/密.xls failed: 城/p.zip/密.xls: the file is packed with a password (" + packAgain + ")"},
		{func() {}, "城/p.zip/密.xls failed: 城/p.zip/密.xls: the file is packed with a password (" + packAgain + ")"},
	} {
		step.do()
		if diff := cmp.Diff(step.want, o.told()); diff != "" {
			t.Errorf("day %d (-want +got):\n%s", i, diff)
		}
	}
}

// TestPackArchived: the pack and what is in it are in the archive, and what is
// lost from it is received again.
func TestPackArchived(t *testing.T) {
	o := newOffice(t)
	in := pack("深/a.csv=one")
	o.put("城/p.zip", in)
	receive := func() []Received {
		all, err := o.Receive(context.Background(), o.inbox, Options{})
		if err != nil || len(all) != 1 {
			t.Fatal(all, err)
		}
		return all
	}
	r := receive()[0]
	if r.Filer != "城" || r.Bytes != 3 || r.FilingID[:4] != one || time.Since(r.ModifiedAt) < time.Minute {
		t.Errorf("received %+v", r)
	}
	if data, err := o.Bytes(r.SHA256); string(data) != "one" || err != nil {
		t.Errorf("bytes of the member: %q, %v", data, err)
	}
	if list, err := o.Receptions(r.SHA256); len(list) != 1 || list[0].Name != "城/p.zip/深/a.csv" || list[0].Filer != "城" || err != nil {
		t.Errorf("receptions of the member: %+v, %v", list, err)
	}
	var shas []string
	fs.WalkDir(os.DirFS(o.dir), ".", func(path string, d fs.DirEntry, err error) error {
		if len(d.Name()) == 64 {
			shas = append(shas, d.Name())
		}
		return err
	})
	if len(shas) != 2 {
		t.Errorf("the archive holds %d files, want the pack and its member", len(shas))
	}
	if err := os.Remove(o.path(r.SHA256)); err != nil {
		t.Fatal(err)
	}
	receive()
	if data, err := o.Bytes(r.SHA256); string(data) != "one" || err != nil {
		t.Errorf("bytes received again: %q, %v", data, err)
	}
	if err := os.Remove(filepath.Join(o.dir, indexFile)); err != nil {
		t.Fatal(err)
	}
	if got := o.told(); got != "城/p.zip/深/a.csv unchanged" {
		t.Errorf("after the index was lost: %s", got)
	}
}

// FuzzListPack lists arbitrary bytes as a pack: names are unique labels that lead
// nowhere, and the allowance is kept.
func FuzzListPack(f *testing.F) {
	f.Add([]byte(pack("a.csv=one", `..\b=two`, "内.zip="+pack("c=3"))))
	f.Add([]byte(raw(zip.FileHeader{Name: "a", Flags: 1, UncompressedSize64: 3}, "???")))
	f.Add([]byte("PK\x05\x06" + strings.Repeat("\x00", 18)))
	f.Fuzz(func(t *testing.T, in []byte) {
		o := Options{MaxMembers: 20, MaxBytes: 1 << 16}.withDefaults()
		left := o.newAllowance(int64(len(in)))
		members, err := listPack(bytes.NewReader(in), int64(len(in)), o, left)
		if err != nil {
			if !errors.As(err, new(*Refusal)) {
				t.Fatal(err)
			}
			return
		}
		seen := map[string]bool{}
		for _, m := range members {
			if strings.HasPrefix(m.name, "/") || strings.Contains("/"+m.name+"/", "/../") || seen[m.name] && m.refused == nil {
				t.Fatalf("name %q", m.name)
			}
			seen[m.name] = true
			if m.refused == nil {
				if _, _, err := copyMember(context.Background(), new(bytes.Buffer), m); err != nil && !errors.As(err, new(*Refusal)) {
					t.Fatal(fmt.Errorf("%s: %w", m.name, err))
				}
			}
		}
	})
}

package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// office is an inbox and its archive.
type office struct {
	t     *testing.T
	inbox string
	*Archive
}

func newOffice(t *testing.T) office {
	t.Helper()
	dir := t.TempDir()
	a, err := Open(filepath.Join(dir, "archive"))
	if err != nil {
		t.Fatal(err)
	}
	inbox := filepath.Join(dir, "inbox")
	if err := os.Mkdir(inbox, 0o755); err != nil {
		t.Fatal(err)
	}
	return office{t, inbox, a}
}

// put writes a file that was last changed long ago.
func (o office) put(name, content string) {
	o.t.Helper()
	path := filepath.Join(o.inbox, name)
	old := time.Now().Add(-time.Hour)
	err := errors.Join(os.MkdirAll(filepath.Dir(path), 0o755), os.WriteFile(path, []byte(content), 0o644), os.Chtimes(path, old, old))
	if err != nil {
		o.t.Fatal(err)
	}
}

// told receives the inbox and returns a line a file.
func (o office) told() string {
	o.t.Helper()
	return o.tell(Options{})
}

func (o office) tell(opt Options) string {
	o.t.Helper()
	all, err := o.Receive(context.Background(), o.inbox, opt)
	if err != nil {
		o.t.Fatal(err)
	}
	var lines []string
	for _, r := range all {
		lines = append(lines, line(r))
	}
	return strings.Join(lines, "\n")
}

func line(r Received) string {
	s := fmt.Sprintf("%s %s", r.Name, r.State)
	if r.SameAs != "" {
		s += " same as " + r.SameAs
	}
	if r.Supersedes != "" {
		s += " supersedes " + r.Supersedes[:4]
	}
	if r.Err != nil {
		s += ": " + r.Err.Error()
	}
	if r.Refusal != nil {
		s += " refused " + r.Refusal.Code + ": " + r.Refusal.Error()
	}
	return s
}

// The ids of filings that hold "one" and "two" begin so.
const (
	one = "7692"
	two = "3fc4"
)

// TestReceive tells the life of an inbox, a day a step.
func TestReceive(t *testing.T) {
	o := newOffice(t)
	for i, step := range []struct {
		do   func()
		want string
	}{
		{func() {}, ""},
		{func() { o.put("a.csv", "one"); o.put("城/b.csv", "two") }, "a.csv new\n城/b.csv new"},
		{func() {}, "a.csv unchanged\n城/b.csv unchanged"},
		{func() { o.put("a.csv", "one") }, "a.csv unchanged\n城/b.csv unchanged"}, // written again, the same
		{func() { o.put("城/深/c.csv", "one") }, "a.csv unchanged\n城/b.csv unchanged\n城/深/c.csv duplicate same as a.csv"},
		{func() { o.put("a.csv", "two") }, "a.csv changed same as 城/b.csv supersedes " + one + "\n城/b.csv unchanged\n城/深/c.csv unchanged same as a.csv"},
		{func() { o.put("a.csv", "one") }, "a.csv changed supersedes " + two + "\n城/b.csv unchanged\n城/深/c.csv unchanged same as a.csv"},
		{func() { os.Remove(filepath.Join(o.inbox, "a.csv")) }, "城/b.csv unchanged\n城/深/c.csv unchanged same as a.csv"},
		{func() { o.put("a.csv", "one") }, "a.csv unchanged supersedes " + two + "\n城/b.csv unchanged\n城/深/c.csv unchanged same as a.csv"},
		{func() { o.put("空.csv", "") }, "a.csv unchanged supersedes " + two + "\n城/b.csv unchanged\n城/深/c.csv unchanged same as a.csv\n空.csv new"},
	} {
		step.do()
		if diff := cmp.Diff(step.want, o.told()); diff != "" {
			t.Errorf("day %d (-want +got):\n%s", i, diff)
		}
	}
	// The same is told by an archive that lost its index, even after all was read.
	before := o.tell(Options{Rehash: true})
	if err := os.Remove(filepath.Join(o.dir, indexFile)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(before, o.told()); diff != "" {
		t.Errorf("after the index was lost (-before +after):\n%s", diff)
	}
}

func TestReceivedFields(t *testing.T) {
	o := newOffice(t)
	o.put("海宁/2023/皮革.xlsx", "one")
	start := time.Now()
	all, err := o.Receive(context.Background(), o.inbox, Options{})
	if err != nil || len(all) != 1 {
		t.Fatal(all, err)
	}
	got := all[0]
	if got.ReceivedAt.Before(start.Add(-time.Second)) || got.ReceivedAt.After(time.Now()) {
		t.Errorf("received at %v, want now", got.ReceivedAt)
	}
	info, err := os.Stat(filepath.Join(o.inbox, "海宁/2023/皮革.xlsx"))
	if err != nil || !got.ModifiedAt.Equal(info.ModTime()) {
		t.Errorf("modified at %v, want %v, %v", got.ModifiedAt, info.ModTime(), err)
	}
	const sha = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
	want := Received{
		Name: "海宁/2023/皮革.xlsx", Filer: "海宁", State: New, SHA256: sha, FilingID: sha[:16], Bytes: 3,
		ModifiedAt: got.ModifiedAt, ReceivedAt: got.ReceivedAt,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("received (-want +got):\n%s", diff)
	}
	again, err := o.Receive(context.Background(), o.inbox, Options{})
	want.State = Unchanged
	if diff := cmp.Diff([]Received{want}, again); diff != "" || err != nil {
		t.Errorf("received again (-want +got), %v:\n%s", err, diff)
	}
}

func TestArchive(t *testing.T) {
	o := newOffice(t)
	o.put("a.csv", "one")
	o.put("城/a&b.csv", "one")
	o.told()
	o.put("a.csv", "two")
	o.told()
	const sha = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
	if data, err := o.Bytes(sha); string(data) != "one" || err != nil {
		t.Errorf("Bytes = %q, %v, want one", data, err)
	}
	f, size, err := o.Open(sha)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if data, err := io.ReadAll(io.NewSectionReader(f, 1, size)); string(data) != "ne" || err != nil {
		t.Errorf("Open reads %q, %v from place 1, want ne", data, err)
	}
	list, err := o.Receptions(sha)
	if err != nil || len(list) != 2 || list[0].Name != "a.csv" || list[1].Name != "城/a&b.csv" || list[1].Filer != "城" || list[0].Bytes != 3 {
		t.Errorf("Receptions = %+v, %v", list, err)
	}
	if info, err := os.Stat(o.path(sha)); err != nil || info.Mode().Perm() != 0o444 {
		t.Errorf("archived bytes: %v, %v, want them protected from writing", info, err)
	}
	if list, err := o.Receptions(strings.Repeat("0", 64)); len(list) != 0 || err != nil {
		t.Errorf("Receptions(unknown) = %v, %v, want none", list, err)
	}
	for _, sha := range []string{"", "7692", "../../../../etc/passwd", strings.ToUpper(sha)} {
		_, err1 := o.Bytes(sha)
		_, err2 := o.Receptions(sha)
		if err1 == nil || err2 == nil || !strings.Contains(err1.Error(), "is no sha256") {
			t.Errorf("Bytes(%q) = %v, Receptions: %v, want errors", sha, err1, err2)
		}
	}
	if _, err := o.Bytes(strings.Repeat("0", 64)); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("Bytes(unknown) = %v, want fs.ErrNotExist", err)
	}
}

// TestFails: what cannot be received is told by name and stops nothing else.
func TestFails(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links and named pipes are made otherwise there")
	}
	o := newOffice(t)
	outside := filepath.Join(t.TempDir(), "secret")
	o.put("good.csv", "one")
	o.put("big.csv", "0123456789")
	o.put("folder/c.csv", "two")
	err := errors.Join(
		os.WriteFile(outside, []byte("secret"), 0o644),
		os.Symlink(outside, filepath.Join(o.inbox, "leaves")),
		os.Symlink("nowhere", filepath.Join(o.inbox, "nowhere")),
		os.Symlink("good.csv", filepath.Join(o.inbox, "stays")),
		os.Symlink("folder", filepath.Join(o.inbox, "loop")),
		syscall.Mkfifo(filepath.Join(o.inbox, "pipe"), 0o644),
		os.WriteFile(filepath.Join(o.inbox, "é"), nil, 0o644),
		os.WriteFile(filepath.Join(o.inbox, "e\u0301"), nil, 0o644),
	)
	if err != nil {
		t.Fatal(err)
	}
	got := o.tell(Options{MaxBytes: 9})
	for _, want := range []string{
		"good.csv new", "folder/c.csv new", "stays duplicate same as good.csv",
		"big.csv failed: big.csv: has 10 bytes, more than the limit of 9",
		"leaves failed: leaves: is a link that leads nowhere or out of the inbox",
		"nowhere failed: nowhere: is a link that leads nowhere or out of the inbox",
		"loop failed: loop: is a link to a folder",
		"pipe failed: pipe: is a device, pipe or socket",
		"é failed: é: another file here has the same name in another encoding",
	} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not told in:\n%s", want, got)
		}
	}
	if n := strings.Count(got, "\n") + 1; n != 10 {
		t.Errorf("%d files told, want 10:\n%s", n, got)
	}
}

func TestUnreadable(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root reads everything")
	}
	o := newOffice(t)
	o.put("a.csv", "one")
	o.put("dir/b.csv", "two")
	if err := errors.Join(os.Chmod(filepath.Join(o.inbox, "a.csv"), 0), os.Chmod(filepath.Join(o.inbox, "dir"), 0)); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(filepath.Join(o.inbox, "dir"), 0o755)
	if got := o.told(); strings.Count(got, "failed") != 2 || strings.Count(got, "permission denied") != 2 {
		t.Errorf("told %s, want both as unreadable", got)
	}
}

func TestInboxErrors(t *testing.T) {
	o := newOffice(t)
	for inbox, want := range map[string]string{
		filepath.Join(o.inbox, "missing"): "there is no such folder: make it",
		filepath.Dir(o.inbox):             "the inbox holds the archive",
		o.dir:                             "the inbox holds the archive",
	} {
		if _, err := o.Receive(context.Background(), inbox, Options{}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Receive(%s) = %v, want %q", inbox, err, want)
		}
	}
	file := filepath.Join(o.inbox, "x")
	os.WriteFile(file, nil, 0o644)
	if _, err := Open(file); err == nil {
		t.Error("a file is opened as an archive")
	}
}

func TestCancelled(t *testing.T) {
	o := newOffice(t)
	o.put("a.csv", "one")
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if all, err := o.Receive(ctx, o.inbox, Options{}); !errors.Is(err, context.Canceled) || len(all) != 0 {
		t.Errorf("Receive(cancelled) = %v, %v", all, err)
	}
	if got := o.told(); got != "a.csv new" {
		t.Errorf("afterwards: %s", got)
	}
}

// growing is a file that another program appends to while it is read.
type growing struct {
	*os.File
	grow func()
}

func (g growing) Read(p []byte) (int, error) {
	n, err := g.File.Read(p)
	g.grow()
	return n, err
}

func TestChanging(t *testing.T) {
	o := newOffice(t)
	path := filepath.Join(o.inbox, "a.csv")
	for name, grow := range map[string]func(){
		"longer": func() { os.WriteFile(path, []byte("longer than one"), 0o644) },
		"same size": func() {
			os.WriteFile(path, []byte("two"), 0o644)
			os.Chtimes(path, time.Now(), time.Now().Add(time.Minute))
		},
		"shorter": func() { os.Truncate(path, 0) },
	} {
		o.put("a.csv", "one")
		f, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := copyStable(context.Background(), io.Discard, growing{f, grow}, 100); !errors.As(err, new(*fileError)) || !strings.Contains(err.Error(), "changed while it was read") {
			t.Errorf("%s: %v, want ErrChanging", name, err)
		}
		f.Close()
	}
}

// TestSneaky: a change of the same size is seen if it is not older than two
// seconds at the time of reading, and by Rehash at any time.
func TestSneaky(t *testing.T) {
	o := newOffice(t)
	path := filepath.Join(o.inbox, "a.csv")
	o.put("a.csv", "one")
	now := time.Now()
	os.Chtimes(path, now, now)
	o.told()
	os.WriteFile(path, []byte("two"), 0o644)
	os.Chtimes(path, now, now)
	if got := o.told(); got != "a.csv changed supersedes "+one {
		t.Errorf("changed within the clock's step: %s", got)
	}
	old := now.Add(-time.Hour)
	os.Chtimes(path, old, old)
	o.told()
	os.WriteFile(path, []byte("one"), 0o644)
	os.Chtimes(path, old, old)
	if got := o.told(); !strings.HasPrefix(got, "a.csv unchanged") {
		t.Errorf("marks as before: %s, want the file unread", got)
	}
	if got := o.tell(Options{Rehash: true}); got != "a.csv changed supersedes "+two {
		t.Errorf("rehashed: %s", got)
	}
}

// TestKilled: a run that was killed before it wrote the index has received
// nothing, as far as the next one tells; no reception is noted twice.
func TestKilled(t *testing.T) {
	o := newOffice(t)
	o.put("a.csv", "one")
	o.told()
	index, err := os.ReadFile(filepath.Join(o.dir, indexFile))
	if err != nil {
		t.Fatal(err)
	}
	o.put("a.csv", "two")
	o.put("b.csv", "three")
	want := o.told()
	left := filepath.Join(o.dir, ".tmp-1")
	if err := errors.Join(os.WriteFile(filepath.Join(o.dir, indexFile), index, 0o644), os.WriteFile(left, nil, 0o600)); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, o.told()); diff != "" {
		t.Errorf("after the kill (-before +after):\n%s", diff)
	}
	if _, err := os.Stat(left); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("left over: %v", err)
	}
	all, err := o.Receive(context.Background(), o.inbox, Options{})
	for _, r := range all {
		if list, err2 := o.Receptions(r.SHA256); len(list) != 1 || err2 != nil || err != nil {
			t.Errorf("%s: receptions %v, %v, %v, want one", r.Name, list, err, err2)
		}
	}
}

// TestDamagedArchive: bytes that are gone are received again; bytes that are
// not what they were are told, and never overwritten.
func TestDamagedArchive(t *testing.T) {
	o := newOffice(t)
	o.put("a.csv", "one")
	o.told()
	const sha = "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed"
	if err := os.Remove(o.path(sha)); err != nil {
		t.Fatal(err)
	}
	if got := o.told(); got != "a.csv unchanged" {
		t.Errorf("after its bytes were lost: %s", got)
	}
	if data, err := o.Bytes(sha); string(data) != "one" || err != nil {
		t.Errorf("bytes received again: %q, %v", data, err)
	}
	if err := errors.Join(os.Chmod(o.path(sha), 0o644), os.WriteFile(o.path(sha), []byte("o"), 0o444)); err != nil {
		t.Fatal(err)
	}
	if got := o.told(); !strings.Contains(got, "a.csv failed") || !strings.Contains(got, "is damaged: it has 1 bytes, it had 3") {
		t.Errorf("after its bytes were cut off: %s", got)
	}
	if err := os.WriteFile(filepath.Join(o.dir, indexFile), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(o.path(sha)); err != nil {
		t.Fatal(err)
	}
	if got := o.told(); got != "a.csv unchanged" {
		t.Errorf("after the index was cut off: %s", got)
	}
}

// TestSecondRun: a nightly run over files that did not change costs nothing.
func TestSecondRun(t *testing.T) {
	o := newOffice(t)
	for i := range 440 {
		o.put(fmt.Sprintf("filer%d/表%03d.xlsx", i%20, i), strings.Repeat(fmt.Sprint(i), 2000))
	}
	start := time.Now()
	if got := o.told(); strings.Count(got, " new") != 440 {
		t.Fatalf("first run: %.200s", got)
	}
	first := time.Since(start)
	start = time.Now()
	if got := o.told(); strings.Count(got, " unchanged") != 440 {
		t.Fatalf("second run: %.200s", got)
	}
	second := time.Since(start)
	t.Logf("440 files: first run %v, second run %v", first, second)
	if second > 200*time.Millisecond && !testing.Short() {
		t.Errorf("the second run took %v, want less than 200ms", second)
	}
}

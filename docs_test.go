package sanpin_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// readmes are the two languages of one text.
var readmes = []string{"README.md", "README.zh-CN.md"}

// TestREADMEPromises: the two commands that always work stand there literally.
func TestREADMEPromises(t *testing.T) {
	for _, name := range readmes {
		for _, command := range []string{"go run ./cmd/sanpin demo", "go test ./..."} {
			if !slices.Contains(lines(t, name), command) {
				t.Errorf("%s has no line %q", name, command)
			}
		}
	}
}

// TestREADMELinks: what a document links to is there.
func TestREADMELinks(t *testing.T) {
	link := regexp.MustCompile(`\]\(([^):#]+)\)`)
	for _, name := range append([]string{"CONTRIBUTING.md", "CHANGELOG.md"}, readmes...) {
		for _, found := range link.FindAllStringSubmatch(read(t, name), -1) {
			if _, err := os.Stat(filepath.FromSlash(found[1])); err != nil {
				t.Errorf("%s links to %s: %v", name, found[1], err)
			}
		}
	}
}

// TestREADMEFolders: the tour names folders that are there.
func TestREADMEFolders(t *testing.T) {
	for _, name := range readmes {
		folders := tour(block(t, name, "    cmd/sanpin/"))
		if len(folders) < 15 {
			t.Errorf("%s: the tour has %d folders: %q", name, len(folders), folders)
		}
		for _, folder := range folders {
			if info, err := os.Stat(filepath.FromSlash(folder)); err != nil || !info.IsDir() {
				t.Errorf("%s: the tour names %s, which is no folder", name, folder)
			}
		}
	}
}

// tour reads a list of folders, indented by four spaces and two more for each
// level: names end in a slash, and several of one folder may share a line.
func tour(list []string) (folders []string) {
	var above []string
	for _, line := range list {
		depth := (len(line)-len(strings.TrimLeft(line, " ")))/2 - 2
		words := strings.Fields(line)
		for i, word := range words {
			if !strings.HasSuffix(word, "/") {
				break
			}
			if i == 0 {
				above = append(above[:min(depth, len(above))], word)
			}
			folders = append(folders, strings.Join(above[:len(above)-1], "")+word)
		}
	}
	return folders
}

// TestREADMEDependencies: the table has a row for each module that go.mod
// names directly, with its version, and no other.
func TestREADMEDependencies(t *testing.T) {
	direct := regexp.MustCompile(`(?m)^\t(\S+) (v\S+)$`)
	row := regexp.MustCompile(`(?m)^\| ([a-z]+\.[a-z]+/\S+) \| (v\S+) \| \S`)
	want := pairs(direct, read(t, "go.mod"))
	for _, name := range readmes {
		if diff := cmp.Diff(want, pairs(row, read(t, name))); diff != "" {
			t.Errorf("%s: direct modules of go.mod (-) and rows of the dependency table (+):\n%s", name, diff)
		}
	}
}

// pairs returns the two groups of each match, sorted.
func pairs(re *regexp.Regexp, text string) (found []string) {
	for _, m := range re.FindAllStringSubmatch(text, -1) {
		found = append(found, m[1]+" "+m[2])
	}
	slices.Sort(found)
	return found
}

// TestREADMECommands: every command that the program has is in both documents,
// and their examples run.
func TestREADMECommands(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the program and runs the demo")
	}
	shell := newShell(t)
	for _, command := range shell.commands(t) {
		for _, name := range readmes {
			if !regexp.MustCompile(`(?m)\bsanpin ` + command + `\b`).MatchString(read(t, name)) {
				t.Errorf("%s does not tell of sanpin %s", name, command)
			}
		}
	}
	english, chinese := examples(t, readmes[0]), examples(t, readmes[1])
	if diff := cmp.Diff(english, chinese); diff != "" {
		t.Errorf("the examples differ between %s (-) and %s (+):\n%s", readmes[0], readmes[1], diff)
	}
	for _, example := range english {
		if out, err := shell.run(example); err != nil {
			t.Errorf("%s: %v\n%s", example, err, out)
		}
	}
	for _, shown := range transcripts(t, readmes[0]) {
		out, err := shell.run(shown.command)
		if diff := cmp.Diff(shown.answer, trimmed(strings.Split(out, "\n"))); err != nil || diff != "" {
			t.Errorf("%s: %v (-README +now)\n%s", shown.command, err, diff)
		}
	}
}

// examples are the lines of the first block marked sh, without their comments.
func examples(t *testing.T, name string) (commands []string) {
	comment := regexp.MustCompile(`\s+# .*`)
	for _, line := range block(t, name, "```sh")[1:] {
		commands = append(commands, comment.ReplaceAllString(line, ""))
	}
	if len(commands) < 10 {
		t.Fatalf("%s: %d examples", name, len(commands))
	}
	return commands
}

// A transcript is a command, marked $, and the lines that it answered.
type transcript struct {
	command string
	answer  []string
}

func transcripts(t *testing.T, name string) (all []transcript) {
	found := regexp.MustCompile(`(?m)^ +\$ (sanpin .*)\n((?: +\S.*\n)+)`).FindAllStringSubmatch(read(t, name), -1)
	for _, m := range found {
		all = append(all, transcript{m[1], trimmed(strings.Split(m[2], "\n"))})
	}
	if len(all) == 0 {
		t.Fatalf("%s shows no command with its answer", name)
	}
	return all
}

// trimmed drops the space around lines, and empty ones.
func trimmed(lines []string) (full []string) {
	for _, line := range lines {
		if line = strings.TrimSpace(line); line != "" {
			full = append(full, line)
		}
	}
	return full
}

// A shell runs commands in a folder of its own, with sanpin on the path and
// the demo's data.
type shell struct{ dir string }

func newShell(t *testing.T) *shell {
	t.Helper()
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip("no sh to run the examples with")
	}
	s := &shell{t.TempDir()}
	build := exec.Command("go", "build", "-o", filepath.Join(s.dir, "bin", "sanpin"), "./cmd/sanpin")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if out, err := s.run("sanpin demo --data demo-data"); err != nil {
		t.Fatalf("the demo: %v\n%s", err, out)
	}
	return s
}

// run returns the standard output of a command, and its errors too if it fails.
func (s *shell) run(command string) (string, error) {
	c := exec.Command("sh", "-c", command)
	c.Dir = s.dir
	c.Env = append(os.Environ(), "SANPIN_DATA=demo-data", "PATH="+filepath.Join(s.dir, "bin")+string(os.PathListSeparator)+os.Getenv("PATH"))
	var failed strings.Builder
	c.Stderr = &failed
	out, err := c.Output()
	if err != nil {
		return string(out) + failed.String(), err
	}
	return string(out), nil
}

// commands lists what --help lists: commands, and those below them.
func (s *shell) commands(t *testing.T) (all []string) {
	t.Helper()
	for _, name := range s.help(t, "") {
		all = append(all, name)
		for _, below := range s.help(t, name) {
			all = append(all, name+" "+below)
		}
	}
	if len(all) < 15 {
		t.Fatalf("sanpin --help lists %q", all)
	}
	return all
}

func (s *shell) help(t *testing.T, command string) (names []string) {
	t.Helper()
	out, err := s.run("sanpin " + command + " --help")
	if err != nil {
		t.Fatalf("sanpin %s --help: %v\n%s", command, err, out)
	}
	_, list, _ := strings.Cut(out, "COMMANDS:\n")
	list, _, _ = strings.Cut(list, "\n\n")
	for _, line := range strings.Split(list, "\n") {
		if words := strings.Fields(line); len(words) > 0 && words[0] != "help," { // help is of the library
			names = append(names, words[0])
		}
	}
	return names
}

// block returns the lines of a document from the first that begins with head to
// the next empty line or end of a code block.
func block(t *testing.T, name, head string) []string {
	t.Helper()
	all := strings.Split(read(t, name), "\n")
	start := slices.IndexFunc(all, func(line string) bool { return strings.HasPrefix(line, head) })
	if start < 0 {
		t.Fatalf("%s has no line that begins with %q", name, head)
	}
	length := slices.IndexFunc(all[start+1:], func(line string) bool { return line == "" || line == "```" })
	return all[start : start+1+length]
}

func lines(t *testing.T, name string) []string {
	t.Helper()
	return trimmed(strings.Split(read(t, name), "\n"))
}

func read(t *testing.T, name string) string {
	t.Helper()
	text, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

package trino

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// TestConformance compares with what a real Trino 476 answered, where its
// recorded answers are. No answer may be wrong and no page break the protocol;
// how many are equal, not refused, is a matter of package dialect: the bar
// here only says that they do not become fewer.
func TestConformance(t *testing.T) {
	shared := filepath.Join("..", "..", "..", "..", "shared", "trino", "conformance")
	script := filepath.Join(shared, "conformance.py")
	if _, err := os.Stat(script); err != nil {
		t.Skip("the recorded answers are not there")
	}
	python, err := exec.LookPath("python3")
	if err != nil {
		t.Skip("no python3 to run the comparison with")
	}
	web, _, _ := newTestServer(t, Config{})
	for _, test := range []struct{ file, least string }{{"metadata.jsonl", "0.95"}, {"dev.jsonl", "0.46"}} {
		command := exec.Command(python, script, filepath.Join(shared, test.file), web.URL,
			"--catalog", "sanpin", "--schema", "mart", "--min", test.least, "--signatures")
		out, err := command.CombinedOutput()
		if err != nil {
			t.Errorf("%s: %v\n%s", test.file, err, out)
		} else {
			t.Logf("%s: %s", test.file, out)
		}
	}
}

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"sanpin/cmd/sanpin/demo"
	"sanpin/warehouse/lake"
)

var (
	updateScripts = flag.Bool("update", false, "rewrite the expected output in testdata/script")
	kills         = flag.Int("kills", 15, "refreshes to kill in TestKilledRefresh")
)

// TestMain lets the test binary stand for the program, in scripts and, with
// SANPIN_TEST_RUN set, as a process of its own.
func TestMain(m *testing.M) {
	if os.Getenv("SANPIN_TEST_RUN") != "" {
		main()
	}
	testscript.Main(m, map[string]func(){"sanpin": main})
}

// TestScripts runs the command line as people do: testdata/script/*.txtar.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *updateScripts,
		Setup: func(env *testscript.Env) error {
			return unpack(demo.Files(), filepath.Join(env.WorkDir, "filings"))
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"exits": exits, "zip": zipFiles},
	})
}

// exits runs sanpin and wants an exit code: exits 2 query.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: exits CODE ARGS…")
	}
	err := ts.Exec("sanpin", args[1:]...)
	code := 0
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		code = exit.ExitCode()
	} else if err != nil {
		ts.Fatalf("sanpin did not run: %v", err)
	}
	if fmt.Sprint(code) != args[0] {
		ts.Fatalf("exit code %d, want %s", code, args[0])
	}
}

// TestKilledRefresh kills refreshes at random moments: readers have the old
// release or the new one, always whole, and the next refresh goes on.
func TestKilledRefresh(t *testing.T) {
	if testing.Short() {
		t.Skip("starts and kills many processes")
	}
	t.Setenv("SANPIN_TEST_RUN", "1")
	binary := os.Args[0]
	data, inbox := t.TempDir(), t.TempDir()
	whole := refreshOnce(t, binary, data, inbox, 0)
	took := whole
	published := 0
	for i := range *kills {
		write(t, inbox, i+1)
		cmd := exec.Command(binary, "refresh", "--data", data, "--inbox", inbox)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(rand.Int64N(int64(took))))
		cmd.Process.Kill()
		cmd.Wait()
		if verified(t, data, i+1) {
			published++
		}
	}
	refreshOnce(t, binary, data, inbox, *kills+1)
	if !verified(t, data, *kills+1) {
		t.Error("a refresh after the kills did not publish the last filing")
	}
	t.Logf("%d refreshes killed within %v, %d of them after publishing", *kills, took, published)
}

// refreshOnce runs a whole refresh of the inbox's state n and returns how long
// it took.
func refreshOnce(t *testing.T, binary, data, inbox string, n int) time.Duration {
	t.Helper()
	write(t, inbox, n)
	start := time.Now()
	if out, err := exec.Command(binary, "refresh", "--data", data, "--inbox", inbox).CombinedOutput(); err != nil {
		t.Fatalf("refresh: %v\n%s", err, out)
	}
	return time.Since(start)
}

// write puts state n of a filing into the inbox: the same name, other figures.
func write(t *testing.T, inbox string, n int) {
	t.Helper()
	text := fmt.Sprintf("集群名称,地区,年份,产值(亿元),企业数(家)\n示例集群,浙江省温州市,2020,%d,%d\n", n+1, n+1)
	if err := os.WriteFile(filepath.Join(inbox, "集群_示例.csv"), []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// verified checks that the current release is whole, and tells whether it has
// state n: as many filings as states were published, the last one among them.
func verified(t *testing.T, data string, n int) bool {
	t.Helper()
	l, err := lake.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	r, err := l.Current()
	if err != nil {
		t.Fatalf("after kill %d: %v", n, err)
	}
	if err := r.Verify(context.Background()); err != nil {
		t.Fatalf("after kill %d: release %s: %v", n, r.ID, err)
	}
	newest := lake.Decimal(0)
	for o, err := range lake.Read[lake.Observation](r) {
		if err != nil {
			t.Fatal(err)
		}
		if o.Indicator == "firm_count" {
			newest = max(newest, *o.Value)
		}
	}
	return newest == lake.Decimal(n+1)*1_000_000
}

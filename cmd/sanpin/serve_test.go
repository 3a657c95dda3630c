package main

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"
)

// TestServe starts the server on a release, waits until it is ready, asks it a
// question in Chinese, and stops it with the signal that operators send.
func TestServe(t *testing.T) {
	data := filepath.Join(t.TempDir(), "data")
	if code := run(context.Background(), []string{"sanpin", "demo", "--data", data}, io.Discard, io.Discard); code != 0 {
		t.Fatalf("demo: exit code %d", code)
	}
	cmd := exec.Command(os.Args[0], "serve", "--data", data, "--listen", "127.0.0.1:0")
	cmd.Env = append(os.Environ(), "SANPIN_TEST_RUN=1")
	stderr, err := cmd.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer cmd.Process.Kill()
	base := addressIn(t, stderr)
	waitReady(t, base)
	body := get(t, base+"/api/v1/query?format=csv&sql="+url.QueryEscape(`SELECT count(*) > 30 AS 够 FROM zh.研发投入强度`))
	if !strings.Contains(body, "true") {
		t.Errorf("answer %q, want true", body)
	}
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if err := cmd.Wait(); err != nil {
		t.Errorf("after SIGTERM: %v, want exit code 0", err)
	}
}

var reAddress = regexp.MustCompile(`http://127\.0\.0\.1:\d+`)

// addressIn reads the address that the server prints, and goes on reading so
// that the server is never held up.
func addressIn(t *testing.T, stderr io.Reader) string {
	t.Helper()
	found := make(chan string, 1)
	go func() {
		lines := bufio.NewScanner(stderr)
		for lines.Scan() {
			if a := reAddress.FindString(lines.Text()); a != "" {
				select {
				case found <- a:
				default:
				}
			}
		}
	}()
	select {
	case a := <-found:
		return a
	case <-time.After(30 * time.Second):
		t.Fatal("the server printed no address")
		return ""
	}
}

func waitReady(t *testing.T, base string) {
	t.Helper()
	for range 300 {
		if resp, err := http.Get(base + "/readyz"); err == nil {
			resp.Body.Close()
			if resp.StatusCode == http.StatusOK {
				return
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatal("the server did not get ready")
}

func get(t *testing.T, address string) string {
	t.Helper()
	resp, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	text, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("%s: status %d, %v: %s", address, resp.StatusCode, err, text)
	}
	return string(text)
}

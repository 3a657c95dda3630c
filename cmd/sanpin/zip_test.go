package main

import (
	"archive/zip"
	"bytes"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"golang.org/x/text/encoding/simplifiedchinese"
)

// zipFiles makes a pack with names as Windows writes them, in GBK: zip P.zip
// NAME=FILE …. A name that ends in ! is said to have a password.
func zipFiles(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 1 {
		ts.Fatalf("usage: zip P.zip NAME=FILE …")
	}
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, arg := range args[1:] {
		name, file, _ := strings.Cut(arg, "=")
		plain, secret := strings.CutSuffix(name, "!")
		gbk, err := simplifiedchinese.GBK.NewEncoder().String(plain)
		ts.Check(err)
		h := &zip.FileHeader{Name: gbk, NonUTF8: true, Method: zip.Deflate}
		content := []byte(ts.ReadFile(file))
		write := z.CreateHeader
		if secret {
			h.Flags, h.CompressedSize64, h.UncompressedSize64 = 1, uint64(len(content)), uint64(len(content))
			write = z.CreateRaw
		}
		w, err := write(h)
		ts.Check(err)
		_, err = w.Write(content)
		ts.Check(err)
	}
	ts.Check(z.Close())
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), b.Bytes(), 0o644))
}

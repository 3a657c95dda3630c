// Package demo holds the filings that `sanpin demo` refreshes: small tables of
// published figures in the formats that arrive in practice, in one folder for
// each filer, as an inbox has them.
//
// The figures are real and each filing names its sources; where one had to be
// made up, the title of the filing says 示例. The files are made by
// build/make.py and described in README.md: change the facts there, never a
// file here.
package demo

import (
	"embed"
	"io/fs"
)

//go:embed filings
var files embed.FS

// Files gives the inbox: FILER/FILE for each filing.
func Files() fs.FS {
	inbox, err := fs.Sub(files, "filings")
	if err != nil {
		panic(err) // unreachable: filings is a valid path
	}
	return inbox
}

package lake

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"time"
)

// Format is the version of the layout of a release. A program refuses
// releases of another format: it could not know what they mean.
const Format = 1

// ErrFormat is the error for a release of another format.
var ErrFormat = errors.New("unknown release format")

const manifestFile = "manifest.json"

// Manifest says what a release is made of. It is written last: a folder
// without one is not a release.
type Manifest struct {
	Format    int                      `json:"format"`
	ID        string                   `json:"id"`
	CreatedAt time.Time                `json:"created_at"`
	Parent    string                   `json:"parent,omitempty"` // release that it was made from, which may be pruned since
	Sample    bool                     `json:"sample"`           // the whole release is a sample (示例), not for use
	Tables    map[Table]*TableManifest `json:"tables"`           // every table, also those without rows
	Serving   *ServingManifest         `json:"serving,omitempty"`
	Filings   FilingCounts             `json:"filings"`
	Values    ValueCounts              `json:"values"`
	Checks    CheckCounts              `json:"checks"`
	Versions  map[string]string        `json:"versions,omitempty"` // of what made it: sanpin, duckdb, parquet-go, forms
}

// TableManifest lists a table's files. All of them have the same columns.
type TableManifest struct {
	Columns []Column `json:"columns"`
	Rows    int64    `json:"rows"`
	Files   []File   `json:"files"` // in the order of their paths; none when there are no rows
}

// Column is a column of a table, as SQL sees it.
type Column struct {
	ID       int    `json:"id"` // of the field in the Parquet files; never used again for another
	Name     string `json:"name"`
	Type     string `json:"type"` // DuckDB's name: VARCHAR, DATE, DECIMAL(18,6), BIGINT, VARCHAR[] …
	Nullable bool   `json:"nullable"`
}

// File is one Parquet file of a release.
type File struct {
	Path      string `json:"path"`                // below the release, slash-separated
	Partition string `json:"partition,omitempty"` // "year=2023"; empty in a table without partitions
	Rows      int64  `json:"rows"`
	Bytes     int64  `json:"bytes"`
	SHA256    string `json:"sha256"`
}

// ServingManifest is the DuckDB file of the release. It has no hash, because
// it may be rebuilt from the Parquet files at any time.
type ServingManifest struct {
	Path  string `json:"path"`
	Bytes int64  `json:"bytes"`
}

// FilingCounts counts the filings of a release by their status.
type FilingCounts struct {
	Received int64 `json:"received"`
	Loaded   int64 `json:"loaded"`
	Refused  int64 `json:"refused"`
}

// ValueCounts sums what the filings say of themselves: read = loaded + rejected.
type ValueCounts struct {
	Read     int64 `json:"read"`
	Loaded   int64 `json:"loaded"`
	Rejected int64 `json:"rejected"`
}

// CheckCounts counts the checks that ran: those that no row broke, and the
// broken ones by severity.
type CheckCounts struct {
	Passed   int64 `json:"passed"`
	Errors   int64 `json:"errors"`
	Warnings int64 `json:"warnings"`
}

// readManifest reads and judges the manifest of the release in dir.
func readManifest(dir string) (m *Manifest, err error) {
	defer wrap(&err, "release %s", filepath.Base(dir))
	data, err := os.ReadFile(filepath.Join(dir, manifestFile))
	if err != nil {
		return nil, err
	}
	m = new(Manifest)
	if err := json.Unmarshal(data, m); err != nil && m.Format == 0 {
		return nil, fmt.Errorf("%s: %w", manifestFile, err)
	} else if m.Format != Format {
		return nil, fmt.Errorf("%w: format %d, this program knows %d: use the program that made it", ErrFormat, m.Format, Format)
	} else if err != nil {
		return nil, fmt.Errorf("%s: %w", manifestFile, err)
	}
	return m, m.judge()
}

// judge refuses a manifest that would lead readers out of the release.
func (m *Manifest) judge() error {
	if !validID(m.ID) {
		return fmt.Errorf("%s: id %q: want the form %s", manifestFile, m.ID, idLayout)
	}
	for name, t := range m.Tables {
		if t == nil {
			return fmt.Errorf("%s: table %s is null", manifestFile, name)
		}
		for _, f := range t.Files {
			if !filepath.IsLocal(filepath.FromSlash(f.Path)) {
				return fmt.Errorf("%s: table %s: file %q is not below the release", manifestFile, name, f.Path)
			}
		}
	}
	return nil
}

// encode returns the manifest as people read it too.
func (m *Manifest) encode() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	err := e.Encode(m)
	return b.Bytes(), err
}

// idLayout is the form of release ids: the time of the refresh in UTC. It
// sorts by age and may be part of an SQL name: sanpin_20261122T013000.
const idLayout = "20060102T150405"

var idPattern = regexp.MustCompile(`^[0-9]{8}T[0-9]{6}$`)

func validID(id string) bool { return idPattern.MatchString(id) }

// Package warehouse answers SQL from a release.
//
// The one idea: a release is served from one DuckDB file made of its Parquet
// files and of the views in package sql, so that meaning lives in SQL and a
// query is only admitted, run and streamed here. [Build] makes that file and
// checks the claims about it; [Open] opens it, read-only and locked; [Warehouse.Query]
// judges a statement by its syntax tree and streams the answer as Arrow record
// batches, never whole. What an error means to people, to HTTP and to the shell
// is said in one table: see [Error] and [Kind].
//
// The package does not sandbox: a statement may still use up the machine.
// A server runs it in a process of its own (warehouse/worker).
package warehouse

import (
	"cmp"
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"sanpin/warehouse/dialect/function"
	"sanpin/warehouse/engine"
	"sanpin/warehouse/lake"
)

// timeZone of every session. The filings are Chinese, and "today" in a query
// is China's; a fixed zone also gives the same answer on every machine.
const timeZone = "Asia/Shanghai"

// searchPath is where names without a schema are looked for; the last one
// holds the macros.
const searchPath = "SET search_path = 'sanpin.mart,sanpin.zh,sanpin.main'"

// searched are the schemas of the search path that hold views.
var searched = []string{"mart", "zh"}

// Options are what a process allows the engine. The zero value means all
// processors and the engine's own limits.
type Options struct {
	Threads     int
	MemoryLimit string // "2GB"
	TempDir     string // for what does not fit in memory; "" is the system's
}

func (o Options) engine() engine.Options {
	return engine.Options{
		Threads: o.Threads, MemoryLimit: o.MemoryLimit, TempDir: o.TempDir,
		TimeZone: timeZone, ExternalAccess: true, // to open the release; Open ends it
	}
}

// Warehouse is one release, open for queries. It is safe for use by several
// goroutines. Results that are still open keep what they need after Close.
type Warehouse struct {
	Release *lake.Release
	options Options
	guard   *guard
	catalog *Catalog
	names   map[string]bool // views that need no schema, in lower case
	metrics *metrics        // which columns do not add up

	mu sync.Mutex
	db *engine.DB
}

// Open opens the release with that id in a data folder, or the current one
// when id is "". A missing serving file is built first.
func Open(ctx context.Context, dataDir, id string, options Options) (*Warehouse, error) {
	l, err := lake.Open(dataDir)
	if err != nil {
		return nil, &Error{Kind: KindUsage, Message: err.Error(), Err: err}
	}
	find := l.Current
	if id != "" {
		find = func() (*lake.Release, error) { return l.Release(id) }
	}
	release, err := find()
	if errors.Is(err, lake.ErrNoRelease) {
		return nil, &Error{Kind: KindNoRelease, Message: err.Error(), Hint: "releases there are: sanpin release list", Err: err}
	}
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(release.Serving()); errors.Is(err, os.ErrNotExist) {
		if _, err := Build(ctx, release, BuildOptions{Options: options, Sample: release.Manifest.Sample}); err != nil {
			return nil, err
		}
	}
	return openRelease(ctx, release, options)
}

func openRelease(ctx context.Context, release *lake.Release, options Options) (_ *Warehouse, err error) {
	defer wrap(&err, "open release %s", release.ID)
	w := &Warehouse{Release: release, options: options}
	if w.guard, err = newGuard(); err != nil {
		return nil, err
	}
	if w.db, err = openServing(ctx, release.Serving(), options); err != nil {
		return nil, errors.Join(err, w.guard.close())
	}
	if err := w.learn(ctx); err != nil {
		return nil, errors.Join(err, w.Close())
	}
	return w, nil
}

// openServing opens the file read-only under the name of the catalog, then
// takes away what a query does not need. Only the search path and variables of
// a session can be set afterwards.
func openServing(ctx context.Context, path string, options Options) (*engine.DB, error) {
	// Each instance needs a folder of its own; DuckDB makes it when it is needed
	// and removes it. Without a name it would be .tmp in the current folder.
	options.TempDir = filepath.Join(cmp.Or(options.TempDir, os.TempDir()), "sanpin-"+rand.Text())
	engineOptions := options.engine()
	engineOptions.Functions = function.Scalars() // that package dialect writes calls of
	db, err := engine.Open("", engineOptions)
	if err != nil {
		return nil, err
	}
	err = exec(ctx, db, fmt.Sprintf(`ATTACH %s AS %s (READ_ONLY);
		SET enable_external_access = false;
		SET lock_configuration = true`, engine.Quote(path), CatalogName))
	if err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return db, nil
}

func exec(ctx context.Context, db *engine.DB, sql string) error {
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Exec(ctx, sql)
}

// learn reads the catalog, which never changes.
func (w *Warehouse) learn(ctx context.Context) error {
	conn, err := w.session(ctx, false)
	if err != nil {
		return err
	}
	defer conn.Close()
	schemas, err := readCatalog(ctx, conn)
	if err != nil {
		return err
	}
	w.catalog = &Catalog{Release: w.Release.ID, Sample: w.Release.Manifest.Sample, Schemas: schemas}
	if w.metrics, err = readMetrics(ctx, conn, schemas); err != nil {
		return err
	}
	w.names = map[string]bool{}
	for _, s := range schemas {
		for _, v := range s.Views {
			if slices.Contains(searched, s.Name) {
				w.names[strings.ToLower(v.Name)] = true
			}
		}
	}
	return nil
}

// session opens a connection as a query needs it.
func (w *Warehouse) session(ctx context.Context, sample bool) (*engine.Conn, error) {
	w.mu.Lock()
	db := w.db
	w.mu.Unlock()
	if db == nil {
		return nil, errors.New("the warehouse is closed")
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return nil, err
	}
	setup := searchPath
	if sample {
		setup += "; SET VARIABLE " + showSample + " = 'true'"
	}
	if err := conn.Exec(ctx, setup); err != nil {
		conn.Close()
		return nil, w.renew(ctx, err)
	}
	return conn, nil
}

// renew opens the file again after an error that leaves DuckDB's instance
// unusable for everyone, so that one statement cannot end the service. It
// returns the error.
func (w *Warehouse) renew(ctx context.Context, cause error) error {
	var e *engine.Error
	if !errors.As(cause, &e) || (e.Class != "INTERNAL" && e.Class != "FATAL") {
		return cause
	}
	db, err := openServing(context.WithoutCancel(ctx), w.Release.Serving(), w.options)
	if err != nil {
		return errors.Join(cause, err)
	}
	w.mu.Lock()
	old := w.db
	if old != nil { // else closed meanwhile
		w.db, db = db, old
	}
	w.mu.Unlock()
	db.Close()
	return cause
}

// Close gives the release back.
func (w *Warehouse) Close() error {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.db == nil {
		return nil
	}
	err := errors.Join(w.db.Close(), w.guard.close())
	w.db = nil
	return err
}

// Catalog returns what may be read from the release. It is not to be changed.
func (w *Warehouse) Catalog(context.Context) (*Catalog, error) { return w.catalog, nil }

// wrap puts what was being done before *err, if there is one.
func wrap(err *error, format string, args ...any) {
	if *err != nil {
		*err = fmt.Errorf(format+": %w", append(args, *err)...)
	}
}

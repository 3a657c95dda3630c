// Package engine is DuckDB as this program uses it: open a database, bind Go
// values, stream a result as Arrow record batches, stop at any time.
//
// The one idea: a result is never made whole. It is pulled chunk by chunk out
// of a streaming result of DuckDB's C interface, and each chunk's vectors are
// copied into one Arrow batch, exactly: a type without an exact Arrow form is
// an error that names the column, never a nearby value. The package knows no
// SQL of its own and nothing of releases; see package warehouse.
//
// A [DB] is safe for use by several goroutines. A [Conn] and its [Rows] belong
// to one goroutine at a time; the context given to a call is what stops it
// from another one.
package engine

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strconv"
	"strings"

	b "github.com/duckdb/duckdb-go-bindings"
)

// Options say how a database is opened. The zero value opens it for writing,
// with DuckDB's own limits and without access to any other file or the network.
type Options struct {
	ReadOnly       bool       // the file must exist; other processes may read it too
	Threads        int        // threads per database; 0: one per CPU
	MemoryLimit    string     // "2GB"; what buffers may take: not a cap on everything
	TempDir        string     // for what does not fit in memory; "" keeps DuckDB's choice
	ExternalAccess bool       // read_parquet, COPY, ATTACH may open files
	TimeZone       string     // of a session; "" is UTC, the same on every machine
	Functions      []Function // scalar functions in Go, known to every session
}

// DB is an open database. Close it after its connections.
type DB struct {
	db b.Database
}

// Open opens or creates the database file at path, or an empty database in
// memory when path is "". Extensions are never fetched or loaded by DuckDB.
func Open(path string, options Options) (_ *DB, err error) {
	defer wrap(&err, "open database %s", describe(path))
	if strings.ContainsRune(path, 0) {
		return nil, errors.New("the path holds a NUL byte")
	}
	config, err := options.config()
	if err != nil {
		return nil, err
	}
	defer b.DestroyConfig(&config)
	var handle b.Database
	var message string
	if b.OpenExt(path, &handle, config, &message) == b.StateError {
		b.Close(&handle)
		return nil, parseError(message)
	}
	db := &DB{db: handle}
	if err := db.setZone(options.TimeZone); err != nil {
		db.Close()
		return nil, err
	}
	if err := db.register(options.Functions); err != nil {
		db.Close()
		return nil, err
	}
	return db, nil
}

// setZone fixes what a session's clock shows. It is an option of a built-in
// extension, so it cannot be given at opening like the others.
func (db *DB) setZone(zone string) error {
	if zone == "" {
		zone = "UTC"
	}
	ctx := context.Background()
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Exec(ctx, "SET GLOBAL TimeZone = "+Quote(zone))
}

// Quote writes text as an SQL literal.
func Quote(text string) string {
	return "'" + strings.ReplaceAll(text, "'", "''") + "'"
}

// QuoteName writes a name as a quoted SQL identifier.
func QuoteName(name string) string {
	return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
}

// Close gives the database back. Connections that are still open keep it alive
// until they are closed.
func (db *DB) Close() error {
	b.Close(&db.db)
	return nil
}

func describe(path string) string {
	if path == "" {
		return "in memory"
	}
	return path
}

// config turns the options into DuckDB's settings; the caller destroys it.
func (o Options) config() (b.Config, error) {
	threads := o.Threads
	if threads == 0 {
		threads = runtime.NumCPU()
	}
	settings := [][2]string{
		{"threads", strconv.Itoa(threads)},
		{"enable_external_access", strconv.FormatBool(o.ExternalAccess)},
		{"autoinstall_known_extensions", "false"},
		{"autoload_known_extensions", "false"},
		{"allow_community_extensions", "false"},
		{"errors_as_json", "true"}, // position, subtype and candidates as fields: see parseError
	}
	if o.ReadOnly {
		settings = append(settings, [2]string{"access_mode", "READ_ONLY"})
	}
	if o.MemoryLimit != "" {
		settings = append(settings, [2]string{"memory_limit", o.MemoryLimit})
	}
	if o.TempDir != "" {
		settings = append(settings, [2]string{"temp_directory", o.TempDir})
	}
	var config b.Config
	b.CreateConfig(&config)
	for _, s := range settings {
		if b.SetConfig(config, s[0], s[1]) == b.StateError {
			b.DestroyConfig(&config)
			return config, fmt.Errorf("setting %s = %q is refused", s[0], s[1])
		}
	}
	return config, nil
}

// wrap puts what was being done before *err, if there is one.
func wrap(err *error, format string, args ...any) {
	if *err != nil {
		*err = fmt.Errorf(format+": %w", append(args, *err)...)
	}
}

// Version is the version of DuckDB that is linked in: v1.5.6.
func Version() string { return b.LibraryVersion() }

// Package cluster puts a release on a Trino cluster, and shows that the cluster
// answers as the embedded engine does.
//
// The one idea: the model is text that both engines read, so going to a cluster
// is registration. [Publish] registers the release's Parquet folders in place,
// as external tables of the Hive connector, and runs the files of package sql
// after them, in one schema per release; names.go says the only change that
// they get. As in a serving file, views of core are kept as tables. [Verify]
// counts the rows of every table against the manifest, because a wrong location
// reads no rows without an error, and compares every view row by row with what
// the embedded engine answers.
//
// The package writes nothing into the release. What it makes on the cluster are
// the schema, its views, and tables of its own for the code lists and core.
package cluster

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/trinodb/trino-go-client/trino"

	"sanpin/warehouse/engine"
	"sanpin/warehouse/lake"
)

// Config says where a release goes.
type Config struct {
	URL       string // of the coordinator, with user and password where it asks for them: https://user:password@host:8443
	Catalog   string // of the Hive connector; default hive
	Schema    string // default sanpin_ and the release's id
	Location  string // of the release's folder, as the cluster sees it; default: file:// and where it is on this machine
	Warehouse string // where the schema's own tables go; default: the catalog's
	Sample    bool   // marts show sample filings (示例), too; a release of samples does always
	Say       func(format string, args ...any)
}

// Cluster is a schema of one release on a cluster.
type Cluster struct {
	Config
	release *lake.Release
	db      *sql.DB
}

// Open prepares the connection to the schema of a release, which need not be
// there yet. Close it.
func Open(release *lake.Release, c Config) (*Cluster, error) {
	if u, err := url.Parse(c.URL); err != nil || u.Host == "" || !strings.HasPrefix(u.Scheme, "http") {
		return nil, fmt.Errorf("the cluster's address %q: want http://host:port or https://user:password@host:port", c.URL)
	} else if u.User == nil {
		u.User = url.User("sanpin")
		c.URL = u.String()
	}
	if c.Catalog == "" {
		c.Catalog = "hive"
	}
	if c.Schema == "" {
		c.Schema = "sanpin_" + strings.ToLower(release.ID)
	}
	if c.Schema = strings.ToLower(c.Schema); !plainName.MatchString(c.Schema) {
		return nil, fmt.Errorf("schema %q: want letters, digits and _", c.Schema)
	}
	if c.Location == "" {
		c.Location = "file://" + filepath.ToSlash(release.Dir)
	}
	c.Location = strings.TrimSuffix(c.Location, "/")
	if c.Say == nil {
		c.Say = func(string, ...any) {}
	}
	config := trino.Config{ServerURI: c.URL, Source: "sanpin", Catalog: c.Catalog, Schema: c.Schema, TimeZone: timeZone}
	dsn, err := config.FormatDSN()
	if err != nil {
		return nil, err
	}
	db, err := sql.Open("trino", dsn)
	return &Cluster{Config: c, release: release, db: db}, err
}

// timeZone of the sessions, as the embedded engine has it.
const timeZone = "Asia/Shanghai"

var plainName = regexp.MustCompile(`^[a-z][a-z0-9_]*$`)

// Close gives the connection back.
func (c *Cluster) Close() error { return c.db.Close() }

func (c *Cluster) exec(ctx context.Context, statement string) error {
	_, err := c.db.ExecContext(ctx, statement)
	return explain(err)
}

// column reads the only column of a small result.
func (c *Cluster) column(ctx context.Context, query string) (values []string, err error) {
	rows, err := c.db.QueryContext(ctx, query)
	if err != nil {
		return nil, explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var v any
		if err := rows.Scan(&v); err != nil {
			return nil, err
		}
		values = append(values, fmt.Sprint(v))
	}
	return values, explain(rows.Err())
}

// columns returns the names and types of a table or view, in order.
func (c *Cluster) columns(ctx context.Context, name string) (columns []lake.Column, err error) {
	rows, err := c.db.QueryContext(ctx, "SHOW COLUMNS FROM "+engine.QuoteName(name)) // information_schema asks about every schema
	if err != nil {
		return nil, explain(err)
	}
	defer rows.Close()
	for rows.Next() {
		var column lake.Column
		var extra, comment any
		if err := rows.Scan(&column.Name, &column.Type, &extra, &comment); err != nil {
			return nil, err
		}
		columns = append(columns, column)
	}
	return columns, explain(rows.Err())
}

// remedies are what to do about errors of a cluster that people meet, by what
// the error says.
var remedies = []struct{ says, do string }{
	{"connection refused", "is the coordinator running, and is --trino its address?"},
	{"no such host", "is --trino the coordinator's address?"},
	{"401", "name the user and password in the address: https://user:password@host:port"},
	{"Catalog '", "name a catalog of the Hive connector with --catalog"},
	{"sync_partition_metadata", "the catalog must be one of the Hive connector: name it with --catalog"},
	{"External location is not a valid file system URI", "the catalog has no file system for this --location: see the connector's fs.*.enabled"},
	{"No factory for location", "the catalog has no file system for this --location: see the connector's fs.*.enabled"},
	{"Writes to non-managed Hive tables is disabled", "set hive.non-managed-table-writes-enabled=true in the catalog"},
	{"Access Denied", "the user needs the right to create schemas, tables and views in this catalog; with the Hive connector: hive.security"},
	{"timestamp(6)", "set hive.timestamp-precision=MICROSECONDS in the catalog"},
	{"No nodes available", "the cluster has just started: try again in some seconds"},
	{"memory limit", "the cluster needs more memory for a query: query.max-memory-per-node, and the heap of its nodes"},
}

// explain takes the wrapping off a cluster's error and adds what to do.
func explain(err error) error {
	if err == nil {
		return nil
	}
	var failed *trino.ErrQueryFailed
	if errors.As(err, &failed) && failed.Reason != nil {
		err = failed.Reason
	}
	for _, r := range remedies {
		if strings.Contains(err.Error(), r.says) {
			return fmt.Errorf("%w: %s", err, r.do)
		}
	}
	return err
}

// wrap puts what was being done before *err, if there is one.
func wrap(err *error, format string, args ...any) {
	if *err != nil {
		*err = fmt.Errorf(format+": %w", append(args, *err)...)
	}
}

package main

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/urfave/cli/v2"

	"sanpin/warehouse"
	"sanpin/warehouse/cluster"
	"sanpin/warehouse/lake"
)

func clusterCommand() *cli.Command {
	return &cli.Command{
		Name:  "cluster",
		Usage: "put a release on a Trino cluster, and compare its answers with the embedded engine's",
		Description: `Registers the Parquet files of a release where they are, through the Hive
connector, and makes the views from the same SQL. A release has a schema of its
own there; marts and Chinese views keep their names, of others the layer comes
first: core.yoy is core_yoy.

   sanpin cluster publish --trino http://coordinator:8080 --location s3://bucket/sanpin/releases/ID
   sanpin cluster verify  --trino http://coordinator:8080 --location s3://bucket/sanpin/releases/ID`,
		Subcommands: []*cli.Command{
			{Name: "publish", Usage: "make the schema of a release; nothing changes where it is there already", Flags: clusterFlags(), Action: publishCluster},
			{Name: "verify", Usage: "compare rows with the manifest, and every view and example with the embedded engine", Flags: clusterFlags(), Action: verifyCluster},
		},
	}
}

func clusterFlags() []cli.Flag {
	return []cli.Flag{
		dataFlag(), releaseFlag(),
		&cli.StringFlag{Name: "trino", EnvVars: []string{"SANPIN_TRINO"}, Required: true, Usage: "`URL` of the coordinator: http://host:8080, https://user:password@host"},
		&cli.StringFlag{Name: "catalog", Value: "hive", Usage: "catalog of the Hive connector"},
		&cli.StringFlag{Name: "schema", Usage: "`NAME` of the schema (default: sanpin_ and the release's id)"},
		&cli.StringFlag{Name: "location", Usage: "`URI` of the release's folder as the cluster sees it (default: file:// and its place here)"},
		&cli.StringFlag{Name: "warehouse", Usage: "`URI` of the folder for the schema's own tables (default: the catalog's)"},
		&cli.BoolFlag{Name: "sample", Usage: "show what sample filings (示例) say, too"},
		jsonFlag(),
	}
}

// openCluster opens the release and the cluster that the flags name.
func openCluster(c *cli.Context) (*lake.Release, *cluster.Cluster, error) {
	l, err := lake.Open(c.String("data"))
	if err != nil {
		return nil, nil, withCode(exitInput, err)
	}
	find := l.Current
	if id := c.String("release"); id != "" {
		find = func() (*lake.Release, error) { return l.Release(id) }
	}
	release, err := find()
	if err != nil {
		return nil, nil, withCode(exitNotFound, err)
	}
	k, err := cluster.Open(release, cluster.Config{
		URL: c.String("trino"), Catalog: c.String("catalog"), Schema: c.String("schema"),
		Location: c.String("location"), Warehouse: c.String("warehouse"), Sample: c.Bool("sample"),
		Say: func(format string, args ...any) { fmt.Fprintf(c.App.ErrWriter, format+"\n", args...) },
	})
	return release, k, withCode(exitUsage, err)
}

func publishCluster(c *cli.Context) error {
	release, k, err := openCluster(c)
	if err != nil {
		return err
	}
	defer k.Close()
	made, err := k.Publish(c.Context)
	if err != nil {
		return withCode(exitOutput, err)
	}
	if c.Bool("json") {
		return withCode(exitOutput, json.NewEncoder(c.App.Writer).Encode(map[string]any{
			"release": release.ID, "catalog": k.Catalog, "schema": k.Schema, "made": made}))
	}
	is := map[bool]string{true: "published", false: "there already"}
	_, err = fmt.Fprintf(c.App.Writer, "release %s is %s: %s.%s\n", release.ID, is[made], k.Catalog, k.Schema)
	return withCode(exitOutput, err)
}

func verifyCluster(c *cli.Context) error {
	release, k, err := openCluster(c)
	if err != nil {
		return err
	}
	defer k.Close()
	w, err := warehouse.Open(c.Context, c.String("data"), release.ID, warehouse.Options{})
	if err != nil {
		return err
	}
	defer w.Close()
	report, err := k.Verify(c.Context, w)
	if report != nil && c.Bool("json") {
		if err := json.NewEncoder(c.App.Writer).Encode(report); err != nil {
			return withCode(exitOutput, err)
		}
	}
	if errors.Is(err, cluster.ErrDiffers) {
		return withCode(exitChecks, err)
	}
	if err != nil {
		return withCode(exitNotFound, err)
	}
	if !c.Bool("json") {
		_, err = fmt.Fprintf(c.App.Writer, "release %s on %s: %d tables, views and examples are equal\n", report.Release, report.Schema, report.Equal)
	}
	return withCode(exitOutput, err)
}

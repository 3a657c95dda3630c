package main

import (
	"encoding/json"
	"fmt"
	"io"
	"time"

	"github.com/urfave/cli/v2"

	"sanpin/etl/generate"
	"sanpin/warehouse"
	"sanpin/warehouse/lake"
)

func generateCommand() *cli.Command {
	return &cli.Command{
		Name:  "generate",
		Usage: "make up filings, or a release of any size: for benchmarks and tests, marked as a sample (示例)",
		Description: `Every name begins with 示例 and every row has the kind sample. The same seed gives
the same bytes. A release is made in an empty data folder, in bounded memory.

   sanpin generate --clusters 20 --enterprises 500 --years 3 --filings inbox/
   sanpin generate --clusters 470 --enterprises 113000 --years 15 --data nationwide/`,
		Flags: []cli.Flag{
			&cli.IntFlag{Name: "clusters", Value: 20, Usage: "industry clusters"},
			&cli.IntFlag{Name: "enterprises", Value: 1000, Usage: "firms of all clusters together"},
			&cli.IntFlag{Name: "years", Value: 5, Usage: fmt.Sprintf("years, the last of them %d", generate.LastYear)},
			&cli.Uint64Flag{Name: "seed", Value: 1, Usage: "another seed, other figures"},
			&cli.StringFlag{Name: "filings", Usage: "write filings into `DIR`, for sanpin refresh"},
			&cli.StringFlag{Name: "data", Usage: "write a release into the data folder `DIR`"},
			jsonFlag(),
		},
		Action: func(c *cli.Context) error {
			config := generate.Config{Clusters: c.Int("clusters"), Enterprises: c.Int("enterprises"), Years: c.Int("years"), Seed: c.Uint64("seed")}
			if err := config.Check(); err != nil {
				return withCode(exitUsage, err)
			}
			filings, data := c.String("filings"), c.String("data")
			if (filings == "") == (data == "") {
				return usage("generate: say where: --filings DIR for filings, or --data DIR for a release")
			}
			if filings != "" {
				n, err := generate.Filings(c.Context, filings, config)
				if err == nil {
					_, err = fmt.Fprintf(c.App.Writer, "%d filings in %s\n", n, filings)
				}
				return withCode(exitOutput, err)
			}
			return generateRelease(c, data, config)
		},
	}
}

// sayLong tells of steps that take a second or more.
func sayLong(w io.Writer) func(what string, took time.Duration) {
	return func(what string, took time.Duration) {
		if took >= time.Second {
			fmt.Fprintf(w, "%8.1f s %s\n", took.Seconds(), what)
		}
	}
}

// made is what making a release came to.
type made struct {
	Release      string  `json:"release"`
	Observations int64   `json:"observations"`
	Filings      int64   `json:"filings"`
	ParquetBytes int64   `json:"parquet_bytes"`
	ServingBytes int64   `json:"serving_bytes"`
	WriteSeconds float64 `json:"write_seconds"`
	BuildSeconds float64 `json:"build_seconds"`
}

func generateRelease(c *cli.Context, data string, config generate.Config) error {
	l, err := lake.Open(data)
	if err != nil {
		return withCode(exitOutput, err)
	}
	draft, err := l.Begin()
	if err != nil {
		return withCode(exitOutput, err)
	}
	defer draft.Abort()
	if draft.Manifest.Parent != "" {
		return withCode(exitOutput, fmt.Errorf("%s holds release %s: a made-up one is made in an empty data folder", data, draft.Manifest.Parent))
	}
	start := time.Now()
	if err := generate.Fill(c.Context, draft, config); err != nil {
		return withCode(exitOutput, err)
	}
	m := made{WriteSeconds: time.Since(start).Seconds()}
	fmt.Fprintf(c.App.ErrWriter, "%d observations written in %.1f s\n", draft.Manifest.Tables[lake.Observations].Rows, m.WriteSeconds)
	start = time.Now()
	checks, err := warehouse.Build(c.Context, draft.Release, warehouse.BuildOptions{Sample: true, Progress: sayLong(c.App.ErrWriter)})
	if err != nil {
		return err
	}
	m.BuildSeconds = time.Since(start).Seconds()
	printChecks(c.App.ErrWriter, checks)
	if err := draft.WriteChecks(checks); err != nil {
		return withCode(exitOutput, err)
	}
	versions := map[string]string{"sanpin": version(), "generated": fmt.Sprintf("%+v", config)}
	release, err := draft.Publish(c.Context, lake.Meta{Sample: true, Versions: versions})
	if err != nil {
		return withCode(exitOutput, err)
	}
	return m.print(c, release)
}

func (m made) print(c *cli.Context, r *lake.Release) error {
	m.Release, m.Filings, m.ServingBytes = r.ID, r.Manifest.Filings.Received, r.Manifest.Serving.Bytes
	m.Observations = r.Manifest.Tables[lake.Observations].Rows
	for _, t := range r.Manifest.Tables {
		for _, f := range t.Files {
			m.ParquetBytes += f.Bytes
		}
	}
	if c.Bool("json") {
		return withCode(exitOutput, json.NewEncoder(c.App.Writer).Encode(m))
	}
	_, err := fmt.Fprintf(c.App.Writer, "release %s: %d observations of %d filings; %.1f MB of Parquet in %.1f s, a serving file of %.1f MB in %.1f s\n",
		m.Release, m.Observations, m.Filings, float64(m.ParquetBytes)/1e6, m.WriteSeconds, float64(m.ServingBytes)/1e6, m.BuildSeconds)
	return withCode(exitOutput, err)
}

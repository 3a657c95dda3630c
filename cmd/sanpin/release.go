package main

import (
	"encoding/json"
	"fmt"

	"github.com/urfave/cli/v2"

	"sanpin/warehouse/lake"
)

func releaseCommand() *cli.Command {
	return &cli.Command{
		Name:  "release",
		Usage: "list and show releases, go back to one, verify one",
		Subcommands: []*cli.Command{
			{
				Name: "list", Usage: "all kept releases, newest first", Flags: []cli.Flag{dataFlag(), jsonFlag()},
				Action: listReleases,
			},
			{
				Name: "show", Usage: "the manifest of a release", ArgsUsage: "[ID]", Flags: []cli.Flag{dataFlag()},
				Action: func(c *cli.Context) error {
					r, err := findRelease(c)
					if err != nil {
						return err
					}
					enc := json.NewEncoder(c.App.Writer)
					enc.SetIndent("", "  ")
					enc.SetEscapeHTML(false)
					return withCode(exitOutput, enc.Encode(r.Manifest))
				},
			},
			{
				Name: "promote", Usage: "make a kept release the current one", ArgsUsage: "ID", Flags: []cli.Flag{dataFlag()},
				Action: func(c *cli.Context) error {
					if c.NArg() != 1 {
						return usage("release promote: which release? see sanpin release list")
					}
					l, err := lake.Open(c.String("data"))
					if err != nil {
						return withCode(exitInput, err)
					}
					return withCode(exitNotFound, l.Promote(c.Args().First()))
				},
			},
			{
				Name: "verify", Usage: "compare the files of a release with its manifest: sizes, hashes, row counts", ArgsUsage: "[ID]", Flags: []cli.Flag{dataFlag()},
				Action: func(c *cli.Context) error {
					r, err := findRelease(c)
					if err != nil {
						return err
					}
					if err := r.Verify(c.Context); err != nil {
						return withCode(exitChecks, err)
					}
					_, err = fmt.Fprintf(c.App.Writer, "release %s is whole\n", r.ID)
					return withCode(exitOutput, err)
				},
			},
		},
	}
}

func findRelease(c *cli.Context) (*lake.Release, error) {
	l, err := lake.Open(c.String("data"))
	if err != nil {
		return nil, withCode(exitInput, err)
	}
	if c.NArg() == 0 {
		r, err := l.Current()
		return r, withCode(exitNotFound, err)
	}
	r, err := l.Release(c.Args().First())
	return r, withCode(exitNotFound, err)
}

// releaseLine is a release in a list.
type releaseLine struct {
	ID      string            `json:"id"`
	Current bool              `json:"current"`
	Created string            `json:"created_at"`
	Sample  bool              `json:"sample"`
	Filings lake.FilingCounts `json:"filings"`
	Values  lake.ValueCounts  `json:"values"`
	Checks  lake.CheckCounts  `json:"checks"`
}

func listReleases(c *cli.Context) error {
	l, err := lake.Open(c.String("data"))
	if err != nil {
		return withCode(exitInput, err)
	}
	releases, err := l.Releases()
	if err != nil {
		fmt.Fprintln(c.App.ErrWriter, "sanpin:", err)
	}
	current := ""
	if r, err := l.Current(); err == nil {
		current = r.ID
	}
	lines := []releaseLine{}
	for _, r := range releases {
		m := r.Manifest
		lines = append(lines, releaseLine{r.ID, r.ID == current, m.CreatedAt.Format("2006-01-02T15:04:05Z07:00"), m.Sample, m.Filings, m.Values, m.Checks})
	}
	if c.Bool("json") {
		return withCode(exitOutput, json.NewEncoder(c.App.Writer).Encode(lines))
	}
	rows := [][]string{}
	for _, r := range lines {
		mark := ""
		if r.Current {
			mark = "current"
		}
		rows = append(rows, []string{r.ID, mark, fmt.Sprint(r.Filings.Loaded), fmt.Sprint(r.Filings.Refused), fmt.Sprint(r.Values.Loaded), fmt.Sprint(r.Values.Rejected), fmt.Sprint(r.Checks.Errors + r.Checks.Warnings)})
	}
	return withCode(exitOutput, writeList(c.App.Writer, []string{"release", "", "filings", "refused", "values", "in quarantine", "checks with findings"}, rows))
}

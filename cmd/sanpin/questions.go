package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"github.com/urfave/cli/v2"

	"sanpin/warehouse"
)

// The commands of this file are questions to the marts that every release has:
// what they print, sanpin query prints too.

func quarantineCommand() *cli.Command {
	return &cli.Command{
		Name:  "quarantine",
		Usage: "what was read and not loaded, and why",
		Subcommands: []*cli.Command{{
			Name: "list", Usage: "rejected values, one a line, with the likely fix",
			Flags: []cli.Flag{dataFlag(), releaseFlag(), jsonFlag(),
				&cli.StringFlag{Name: "filing", Usage: "only of filings whose name contains `TEXT`"},
				&cli.StringFlag{Name: "reason", Usage: "only with this reason `CODE`"},
				&cli.StringFlag{Name: "format", Usage: "as of sanpin query"}},
			Action: func(c *cli.Context) error {
				w, err := openWarehouse(c)
				if err != nil {
					return err
				}
				defer w.Close()
				format := c.String("format")
				if c.Bool("json") {
					format = "json"
				}
				return answer(c, w, warehouse.Request{Sample: true,
					SQL: `SELECT file_name, part, cell, raw, reason, detail, suggestion FROM mart.quarantine
						WHERE ($filing = '' OR contains(file_name, $filing)) AND ($reason = '' OR reason = $reason)
						ORDER BY file_name, part, cell, reason`,
					Params: map[string]any{"filing": c.String("filing"), "reason": c.String("reason")}}, format)
			},
		}},
	}
}

func checkCommand() *cli.Command {
	return &cli.Command{
		Name:  "check",
		Usage: "run the SQL tests on a release: one claim each, the rows that break it",
		Flags: []cli.Flag{dataFlag(), releaseFlag(), jsonFlag()},
		Action: func(c *cli.Context) error {
			w, err := openWarehouse(c)
			if err != nil {
				return err
			}
			defer w.Close()
			results, err := w.Check(c.Context)
			if err != nil {
				return err
			}
			failed := 0
			for _, r := range results {
				if r.Rows > 0 && r.Severity == "error" {
					failed++
				}
			}
			if c.Bool("json") {
				if err := json.NewEncoder(c.App.Writer).Encode(results); err != nil {
					return withCode(exitOutput, err)
				}
			} else {
				rows := [][]string{}
				for _, r := range results {
					rows = append(rows, []string{r.Check, r.Severity, fmt.Sprint(r.Rows), r.Claim})
				}
				if err := writeList(c.App.Writer, []string{"check", "severity", "rows", "claim"}, rows); err != nil {
					return withCode(exitOutput, err)
				}
			}
			if failed > 0 {
				return withCode(exitChecks, fmt.Errorf("%d of %d checks failed", failed, len(results)))
			}
			return nil
		},
	}
}

func catalogCommand() *cli.Command {
	return &cli.Command{
		Name:      "catalog",
		Usage:     "views and their columns, with meaning, unit and source",
		ArgsUsage: "[VIEW]",
		Description: `   sanpin catalog                   all views
   sanpin catalog mart.rd_intensity its columns`,
		Flags: []cli.Flag{dataFlag(), releaseFlag(), jsonFlag()},
		Action: func(c *cli.Context) error {
			w, err := openWarehouse(c)
			if err != nil {
				return err
			}
			defer w.Close()
			catalog, err := w.Catalog(c.Context)
			if err != nil {
				return err
			}
			wanted := c.Args().First()
			if wanted == "" {
				return printCatalog(c, catalog)
			}
			schema, name, ok := strings.Cut(wanted, ".")
			if !ok {
				schema, name = "mart", wanted
			}
			view := catalog.Find(schema, name)
			if view == nil {
				return withCode(exitNotFound, fmt.Errorf("no view %s: see sanpin catalog", wanted))
			}
			if c.Bool("json") {
				return withCode(exitOutput, json.NewEncoder(c.App.Writer).Encode(view))
			}
			rows := [][]string{}
			for _, col := range view.Columns {
				rows = append(rows, []string{col.Name, col.Type, col.Comment})
			}
			fmt.Fprintf(c.App.ErrWriter, "%s.%s: %s\n", view.Schema, view.Name, view.Comment)
			return withCode(exitOutput, writeList(c.App.Writer, []string{"column", "type", "meaning"}, rows))
		},
	}
}

func printCatalog(c *cli.Context, catalog *warehouse.Catalog) error {
	if c.Bool("json") {
		return withCode(exitOutput, json.NewEncoder(c.App.Writer).Encode(catalog))
	}
	rows := [][]string{}
	for _, s := range catalog.Schemas {
		for _, v := range s.Views {
			rows = append(rows, []string{s.Name + "." + v.Name, v.Comment})
		}
	}
	return withCode(exitOutput, writeList(c.App.Writer, []string{"view", "meaning"}, rows))
}

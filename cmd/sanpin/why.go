package main

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"sanpin/warehouse"
)

func whyCommand() *cli.Command {
	return &cli.Command{
		Name:      "why",
		Usage:     "say why a measure is empty: the rule, what lies in quarantine, the filings that could have filled it",
		ArgsUsage: "VIEW [COLUMN]",
		Description: `Explains each empty measure of the rows that meet the condition, or of one
COLUMN. The status is one of not_reported, suppressed, quarantined,
not_applicable, not_yet_due and non_derivable.

   sanpin why mart.yoy --where "indicator = 'operating_revenue' and year = 2022" computed_pct
   sanpin why zh.集群主要指标 --where "集群 = '德化陶瓷'"`,
		Flags: []cli.Flag{dataFlag(), releaseFlag(), jsonFlag(),
			&cli.StringFlag{Name: "where", Usage: "which rows: an SQL condition on the columns of VIEW"},
			&cli.BoolFlag{Name: "sample", Usage: "show sample filings (示例), too"}},
		Action: func(c *cli.Context) error {
			if c.NArg() < 1 || c.NArg() > 2 {
				return usage("why: which view? sanpin why VIEW --where CONDITION [COLUMN]")
			}
			w, err := openWarehouse(c)
			if err != nil {
				return err
			}
			defer w.Close()
			empty, err := w.Why(c.Context, c.Args().First(), c.String("where"), c.Args().Get(1), c.Bool("sample"))
			if err != nil {
				return err
			}
			if c.Bool("json") {
				enc := json.NewEncoder(c.App.Writer)
				enc.SetEscapeHTML(false)
				return withCode(exitOutput, enc.Encode(empty))
			}
			return withCode(exitOutput, printWhy(c.App.Writer, empty))
		},
	}
}

func printWhy(w io.Writer, empty []warehouse.Empty) error {
	if len(empty) == 0 {
		_, err := fmt.Fprintln(w, "nothing is empty there")
		return err
	}
	var b strings.Builder
	for _, e := range empty {
		var row []string
		for _, name := range slices.Sorted(maps.Keys(e.Row)) {
			row = append(row, name+"="+e.Row[name])
		}
		fmt.Fprintf(&b, "%s.%s is empty: %s\n   reason   %s %s\n   row      %s\n", e.View, e.Column, e.Status, e.Reason, e.Meaning, strings.Join(row, ", "))
		for _, k := range e.Kept {
			fmt.Fprintf(&b, "   kept out %s %s: %q: %s; %s\n", k.File, k.Cell, k.Raw, k.Reason, k.Suggestion)
		}
		for _, f := range e.Filings {
			fmt.Fprintf(&b, "   filing   %s: %s (%s facts)\n", f.File, f.Why, f.Facts)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

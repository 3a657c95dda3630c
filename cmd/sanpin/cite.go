package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"sanpin/warehouse"
)

func citeCommand() *cli.Command {
	return &cli.Command{
		Name:      "cite",
		Usage:     "say where a number stands: file, sheet, cell, printed text, headings",
		ArgsUsage: "ID",
		Description: `ID is the id of a fact: observation_id in the marts, valuation_id, event_id,
entry_id or target_id.

   sanpin cite o0123456789abcdef
   sanpin cite o0123456789abcdef --json`,
		Flags: []cli.Flag{dataFlag(), releaseFlag(), jsonFlag()},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usage("cite: which fact? sanpin cite ID")
			}
			w, err := openWarehouse(c)
			if err != nil {
				return err
			}
			defer w.Close()
			fact, err := citation(c.Context, w, c.Args().First())
			if err != nil {
				return err
			}
			if c.Bool("json") {
				enc := json.NewEncoder(c.App.Writer)
				enc.SetEscapeHTML(false)
				return withCode(exitOutput, enc.Encode(fact))
			}
			return withCode(exitOutput, printCitation(c.App.Writer, fact))
		},
	}
}

// cited is where a fact stands.
type cited struct {
	ID          string   `json:"id"`
	Fact        string   `json:"fact"` // observation, brand_valuation …
	Release     string   `json:"release"`
	Filing      string   `json:"filing"` // path below the inbox
	FilingID    string   `json:"filing_id"`
	SHA256      string   `json:"sha256"`
	Part        string   `json:"part"` // sheet or table
	Cell        string   `json:"cell"`
	Raw         string   `json:"raw"` // as printed
	Unit        string   `json:"unit"`
	Headings    headings `json:"headings"`
	Publisher   string   `json:"publisher"`
	PublishedOn string   `json:"published_on,omitempty"`
	Kind        string   `json:"kind"`
	Origin      string   `json:"origin,omitempty"` // where the filer took it from
}

// headings are what stands beside and above a cell, outer levels first.
type headings struct {
	Rows    []string `json:"rows"`
	Columns []string `json:"columns"`
}

// citation finds where the fact with that id stands.
func citation(ctx context.Context, w *warehouse.Warehouse, id string) (*cited, error) {
	found, err := records(ctx, w, `SELECT * FROM mart.citation WHERE id = $id`, map[string]any{"id": id})
	if err != nil {
		return nil, err
	}
	if len(found) == 0 {
		return nil, withCode(exitNotFound, fmt.Errorf("no fact %s in release %s: ids stand in the column observation_id of the marts", id, w.Release.ID))
	}
	text := func(name string) string {
		if v := found[0].values[name]; v != nil {
			return fmt.Sprint(v)
		}
		return ""
	}
	return &cited{ID: id, Fact: text("fact_table"), Release: w.Release.ID, Filing: text("file_name"), FilingID: text("filing_id"), SHA256: text("sha256"),
		Part: text("part"), Cell: text("cell"), Raw: text("printed"), Unit: text("printed_unit"),
		Headings:  headings{levels(text("row_heading")), levels(text("column_heading"))},
		Publisher: text("publisher"), PublishedOn: text("published_on"), Kind: text("kind"), Origin: text("origin")}, nil
}

func levels(heading string) []string {
	out := []string{}
	for _, l := range strings.Split(heading, " / ") {
		if l != "" {
			out = append(out, l)
		}
	}
	return out
}

func printCitation(w io.Writer, f *cited) error {
	for _, line := range []struct{ name, value string }{
		{"fact", f.Fact + " " + f.ID}, {"filing", f.Filing}, {"sha256", f.SHA256}, {"sheet", f.Part}, {"cell", f.Cell}, {"printed", f.Raw}, {"unit", f.Unit},
		{"row", strings.Join(f.Headings.Rows, " / ")}, {"column", strings.Join(f.Headings.Columns, " / ")},
		{"publisher", f.Publisher}, {"published on", f.PublishedOn}, {"kind", f.Kind}, {"origin", f.Origin},
	} {
		if line.value == "" {
			continue
		}
		if _, err := fmt.Fprintf(w, "   %-13s %s\n", line.name, line.value); err != nil {
			return err
		}
	}
	return nil
}

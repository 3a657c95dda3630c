package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/urfave/cli/v2"

	"sanpin/etl"
	"sanpin/etl/grid/layout"
	"sanpin/etl/grid/sheet"
)

func readCommand() *cli.Command {
	return &cli.Command{
		Name:      "read",
		Usage:     "show what the readers see in a file: tables, headings, units, values, and why",
		ArgsUsage: "FILE",
		Description: `Nothing is loaded: this shows how a filing is understood, and by which rule.

   sanpin read 各地区R&D经费.xls
   sanpin read 各地区R&D经费.xls --json`,
		Flags: []cli.Flag{jsonFlag()},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usage("read takes one file: sanpin read FILE")
			}
			file := c.Args().First()
			answer, err := readAnswer(c, file)
			if err != nil {
				return err
			}
			if c.Bool("json") {
				return withCode(exitOutput, json.NewEncoder(c.App.Writer).Encode(answer))
			}
			printTables(c.App.Writer, answer)
			if len(answer.Refused) > 0 && len(answer.Tables) == 0 {
				return withCode(exitInput, fmt.Errorf("%s: %s", file, answer.Refused[0].Reason))
			}
			return nil
		},
	}
}

// fileAnswer is what `sanpin read --json` prints.
type fileAnswer struct {
	File     string          `json:"file"`
	Format   *string         `json:"format"`
	Encoding *string         `json:"encoding"`
	Tables   []layout.Answer `json:"tables"`
	Hidden   []string        `json:"hidden_sheets,omitempty"`
	Refused  []refusal       `json:"refused,omitempty"`
}

type refusal struct {
	Part   string `json:"part,omitempty"`
	Reason string `json:"reason"`
	Remedy string `json:"remedy"`
}

func readAnswer(c *cli.Context, file string) (*fileAnswer, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, withCode(exitInput, err)
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, withCode(exitInput, err)
	}
	a := &fileAnswer{File: file, Tables: []layout.Answer{}}
	parts, err := etl.ReadTables(c.Context, f, info.Size(), sheet.Limits{})
	if err != nil {
		a.refuse("", err)
		return a, nil
	}
	for i := range parts {
		a.add(&parts[i])
	}
	if len(a.Tables) == 0 && len(a.Refused) == 0 {
		a.Refused = append(a.Refused, refusal{Reason: "no table found: a table has a heading, labels and values", Remedy: "put the data on a sheet of its own, headings in the first rows"})
	}
	return a, nil
}

func (a *fileAnswer) add(p *etl.Part) {
	if p.Err != nil {
		a.refuse(p.Meta.Part, p.Err)
		return
	}
	if p.Meta.Format != "" {
		a.Format = &p.Meta.Format
	}
	if p.Meta.Encoding != "" {
		a.Encoding = &p.Meta.Encoding
	}
	if p.Meta.Visibility != sheet.Visible {
		a.Hidden = append(a.Hidden, p.Meta.Part)
		return
	}
	for _, t := range p.Tables {
		a.Tables = append(a.Tables, t.JSON(p.Grid))
		if why := t.Lacks(); why != "" {
			a.Refused = append(a.Refused, refusal{Part: t.Sheet, Reason: string(why), Remedy: "print labels, indicator and unit in the table, or register a form that knows them"})
		}
	}
}

func (a *fileAnswer) refuse(part string, err error) {
	r := refusal{Part: part, Reason: err.Error()}
	var e *sheet.Error
	if errors.As(err, &e) {
		r.Remedy = e.Remedy
	}
	a.Refused = append(a.Refused, r)
}

// printTables prints the answer for a person.
func printTables(w io.Writer, a *fileAnswer) {
	for i := range a.Tables {
		t := &a.Tables[i]
		fmt.Fprintf(w, "table %d, sheet %s: %s\n", i+1, t.Sheet, deref(t.Title, "(no title)"))
		if t.TableNo != nil {
			fmt.Fprintf(w, "  table no.   %s\n", *t.TableNo)
		}
		fmt.Fprintf(w, "  unit        %s%s\n", deref(t.Unit, "(of each column)"), listed(t.Units))
		fmt.Fprintf(w, "  rows        titles %s, units %s, header %s, notes %s\n", ranges(t.TitleRows), ranges(t.UnitRows), ranges(t.HeaderRows), ranges(t.NoteRows))
		for _, r := range t.Rules {
			fmt.Fprintf(w, "  concluded   %s [%s]\n", r.What, r.By)
		}
		for _, col := range t.Columns {
			fmt.Fprintf(w, "  %-4s %-8s %s\n", sheet.ColumnName(col.Index), col.Role, columnLine(col))
		}
		printRows(w, t)
		fmt.Fprintln(w)
	}
	for _, h := range a.Hidden {
		fmt.Fprintf(w, "hidden sheet %s: not read\n", h)
	}
	for _, r := range a.Refused {
		fmt.Fprintf(w, "refused %s: %s\n  remedy: %s\n", r.Part, r.Reason, r.Remedy)
	}
}

func columnLine(col layout.ColumnAnswer) string {
	s := strings.Join(col.Path, " / ")
	if col.Role == layout.Value {
		s += "  (" + deref(col.Unit, "no unit") + ")"
		if col.UnitBy != "" {
			s += "  [unit " + col.UnitBy + "]"
		}
	}
	if col.Rule != "" {
		s += "  [" + col.Rule + "]"
	}
	return s
}

// printRows prints the first rows with their values, and counts the rest.
func printRows(w io.Writer, t *layout.Answer) {
	const shown = 6
	values := map[int][]string{}
	for _, c := range t.Cells {
		v := c.State
		if c.Value != nil {
			v = *c.Value
		}
		values[c.Row] = append(values[c.Row], v)
	}
	for i, r := range t.Rows {
		if i == shown {
			fmt.Fprintf(w, "  … %d more rows\n", len(t.Rows)-shown)
			return
		}
		fmt.Fprintf(w, "  row %d %s %s: %s\n", r.Row+1, r.Kind, r.Label, strings.Join(values[r.Row], "  "))
	}
}

func deref(s *string, none string) string {
	if s == nil {
		return none
	}
	return *s
}

func listed(units []string) string {
	if len(units) == 0 {
		return ""
	}
	return " " + strings.Join(units, ", ")
}

// ranges prints row numbers as people count them, from 1: 3-5, 8.
func ranges(rows []int) string {
	if len(rows) == 0 {
		return "none"
	}
	var parts []string
	for i := 0; i < len(rows); {
		k := i
		for k+1 < len(rows) && rows[k+1] == rows[k]+1 {
			k++
		}
		if k > i {
			parts = append(parts, fmt.Sprintf("%d-%d", rows[i]+1, rows[k]+1))
		} else {
			parts = append(parts, fmt.Sprint(rows[i]+1))
		}
		i = k + 1
	}
	return strings.Join(parts, ", ")
}

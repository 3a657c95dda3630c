package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/urfave/cli/v2"

	"sanpin/etl"
	"sanpin/etl/form"
	"sanpin/etl/grid/layout"
	"sanpin/etl/grid/sheet"
	"sanpin/sql"
)

func formCommand() *cli.Command {
	return &cli.Command{
		Name:  "form",
		Usage: "the layouts of filings that are known",
		Description: `A form says what the tables of known filings mean. Those of an installation lie
in the folder forms of the data folder, *.yaml, beside those that are built in.`,
		Subcommands: []*cli.Command{formListCommand(), formShowCommand(), formNewCommand(), formDraftCommand()},
	}
}

// formReader reads the forms that are built in and those of the data folder.
func formReader(c *cli.Context) (*form.Reader, error) {
	r, err := form.NewReader(sql.FS)
	if err != nil {
		return nil, err
	}
	return r, withCode(exitInput, r.AddForms(os.DirFS(etl.FormsDir(c.String("data")))))
}

func formListCommand() *cli.Command {
	return &cli.Command{
		Name: "list", Usage: "known forms, one a line", Flags: []cli.Flag{dataFlag(), jsonFlag()},
		Action: func(c *cli.Context) error {
			r, err := formReader(c)
			if err != nil {
				return err
			}
			rows := [][]string{}
			for _, f := range r.Set.Forms {
				rows = append(rows, []string{f.Name, string(f.Fact), f.About})
			}
			if c.Bool("json") {
				lines := []map[string]string{}
				for _, r := range rows {
					lines = append(lines, map[string]string{"form": r[0], "fact": r[1], "about": r[2]})
				}
				return withCode(exitOutput, json.NewEncoder(c.App.Writer).Encode(lines))
			}
			return withCode(exitOutput, writeList(c.App.Writer, []string{"form", "fills", "about"}, rows))
		},
	}
}

func formShowCommand() *cli.Command {
	return &cli.Command{
		Name: "show", Usage: "the YAML of a form", ArgsUsage: "NAME", Flags: []cli.Flag{dataFlag()},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usage("form show takes one name: sanpin form show NAME; sanpin form list has them")
			}
			r, err := formReader(c)
			if err != nil {
				return err
			}
			f := r.Set.Form(c.Args().First())
			if f == nil {
				return withCode(exitNotFound, fmt.Errorf("no form is named %s: see sanpin form list", c.Args().First()))
			}
			_, err = c.App.Writer.Write(f.YAML())
			return withCode(exitOutput, err)
		},
	}
}

func formNewCommand() *cli.Command {
	return &cli.Command{
		Name: "new", Usage: "write a blank workbook for filers", ArgsUsage: "NAME",
		Description: `Writes NAME.xlsx: headings, an example row marked 示例, which is never taken for a
fact, and a sheet that says what to write in each column.

   sanpin form new project --output 项目库.xlsx`,
		Flags: []cli.Flag{dataFlag(), &cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write to `FILE`; - is standard output"}},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usage("form new takes one name: sanpin form new NAME; sanpin form list has them")
			}
			r, err := formReader(c)
			if err != nil {
				return err
			}
			name := c.Args().First()
			f := r.Set.Form(name)
			if f == nil {
				return withCode(exitNotFound, fmt.Errorf("no form is named %s: see sanpin form list", name))
			}
			blank, ok := f.Blank()
			if !ok {
				return withCode(exitNotFound, fmt.Errorf("form %s reads tables as they are published: nobody fills it in", name))
			}
			return withCode(exitOutput, writeBlank(c, blank, cmp.Or(c.String("output"), name+".xlsx")))
		},
	}
}

// writeBlank writes a blank workbook; a file that is there is never overwritten.
func writeBlank(c *cli.Context, blank form.Blank, name string) error {
	if name == "-" {
		return blank.Write(c.App.Writer)
	}
	f, err := os.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return err
	}
	if err := errors.Join(blank.Write(f), f.Close()); err != nil {
		return err
	}
	_, err = fmt.Fprintf(c.App.ErrWriter, "sanpin: wrote %s\n", name)
	return err
}

func formDraftCommand() *cli.Command {
	return &cli.Command{
		Name: "draft", Usage: "write the YAML of an unknown layout, for a person to finish", ArgsUsage: "FILE",
		Description: `Prints a form for the first table of FILE that no form reads. What the table does
not say is marked 待填: finish it, save it as DATA/forms/NAME.yaml and refresh.

   sanpin form draft 鞋业产值.xls > sanpin-data/forms/shoe-output.yaml`,
		Flags: []cli.Flag{dataFlag(), &cli.IntFlag{Name: "table", Usage: "the table with number `N` of sanpin read, whether a form reads it or not"}},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usage("form draft takes one file: sanpin form draft FILE")
			}
			r, err := formReader(c)
			if err != nil {
				return err
			}
			text, err := draftForm(c, r, c.Args().First())
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(c.App.Writer, text)
			return withCode(exitOutput, err)
		},
	}
}

// draftForm drafts a form for one table of a file.
func draftForm(c *cli.Context, r *form.Reader, file string) (string, error) {
	tables, err := tablesOf(c, file)
	if err != nil {
		return "", withCode(exitInput, err)
	}
	name := filepath.Base(file)
	if n := c.Int("table"); c.IsSet("table") {
		if n < 1 || n > len(tables) {
			return "", withCode(exitNotFound, fmt.Errorf("%s has no table %d: it has %d; see sanpin read", file, n, len(tables)))
		}
		return r.Draft(name, tables[n-1].grid, tables[n-1].Table), nil
	}
	var unknown, known []string
	text := ""
	for i, t := range tables {
		if f := r.Recognise(t.Table, name); f != nil {
			known = append(known, f.Name)
			continue
		}
		if unknown = append(unknown, fmt.Sprint(i+1)); text == "" {
			text = r.Draft(name, t.grid, t.Table)
		}
	}
	switch {
	case len(tables) == 0:
		return "", withCode(exitInput, fmt.Errorf("%s holds no table", file))
	case len(unknown) == 0:
		return "", withCode(exitNotFound, fmt.Errorf("%s: no table is unknown, they are read by %s; --table N drafts a form all the same", file, strings.Join(known, ", ")))
	case len(unknown) > 1:
		fmt.Fprintf(c.App.ErrWriter, "sanpin: drafted table %s; unknown too: --table %s\n", unknown[0], strings.Join(unknown[1:], ", "))
	}
	return text, nil
}

type placed struct {
	*layout.Table
	grid *sheet.Grid
}

// tablesOf reads the tables of a file in the order of sanpin read. A part that
// cannot be read is an error where nothing else can.
func tablesOf(c *cli.Context, file string) ([]placed, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	parts, err := etl.ReadTables(c.Context, f, info.Size(), sheet.Limits{})
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	var tables []placed
	for _, p := range parts {
		if p.Err != nil {
			err = p.Err
		}
		for _, t := range p.Tables {
			tables = append(tables, placed{t, p.Grid})
		}
	}
	if len(tables) == 0 && err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return tables, nil
}

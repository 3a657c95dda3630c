package main

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/urfave/cli/v2"

	"sanpin/warehouse"
)

func queryCommand() *cli.Command {
	return &cli.Command{
		Name:      "query",
		Usage:     "answer one SQL statement",
		ArgsUsage: "'SQL' | -",
		Description: `The statement is DuckDB's SQL, or Trino's with --dialect trino, which answers
as a Trino would or refuses; views stand in the schemas mart, zh (Chinese names)
and core: see sanpin catalog. Numbers are exact in every format.

   sanpin query "select brand, value_wan_cny from mart.brand_valuation where list_year = 2020"
   sanpin query --format csv -f question.sql > answer.csv
   sanpin query --param region=广东% 'select * from mart.rd_intensity where region_name like $region'
   echo 'select 1' | sanpin query -`,
		Flags: []cli.Flag{
			dataFlag(), releaseFlag(),
			&cli.StringFlag{Name: "format", Usage: "box, csv, tsv, json, ndjson, markdown, line or arrow (default: box on a terminal, else csv)"},
			&cli.StringFlag{Name: "dialect", Value: warehouse.DuckDB, Usage: "of the statement: duckdb or trino"},
			&cli.StringFlag{Name: "file", Aliases: []string{"f"}, Usage: "read the statement from `FILE`"},
			&cli.StringSliceFlag{Name: "param", Usage: "`NAME=VALUE` for $NAME in the statement"},
			&cli.BoolFlag{Name: "sample", Usage: "show sample filings (示例) too"},
			&cli.Int64Flag{Name: "limit", Usage: "answer at most `N` rows, and say if there are more"},
		},
		Action: func(c *cli.Context) error {
			text, err := statement(c)
			if err != nil {
				return err
			}
			params, err := parameters(c.StringSlice("param"))
			if err != nil {
				return err
			}
			w, err := openWarehouse(c)
			if err != nil {
				return err
			}
			defer w.Close()
			return answer(c, w, warehouse.Request{SQL: text, Dialect: c.String("dialect"), Params: params, Sample: c.Bool("sample"), MaxRows: c.Int64("limit")}, c.String("format"))
		},
	}
}

// statement takes the SQL from the argument, a file or standard input: one of
// them.
func statement(c *cli.Context) (string, error) {
	arg, file := c.Args().First(), c.String("file")
	switch {
	case c.NArg() > 1:
		return "", usage("query takes one statement: put it in quotes, and flags before it")
	case arg != "" && file != "":
		return "", usage("query: a statement and --file were given: give one of them")
	case file != "":
		text, err := os.ReadFile(file)
		return string(text), withCode(exitInput, err)
	case arg == "-":
		text, err := io.ReadAll(c.App.Reader)
		return string(text), withCode(exitInput, err)
	case arg == "":
		return "", usage("query: which statement? sanpin query 'SELECT …', or -f FILE, or - for standard input")
	}
	return arg, nil
}

// parameters reads NAME=VALUE. A value that looks like a number is one: write
// '123' in quotes to pass it as text.
func parameters(list []string) (map[string]any, error) {
	params := map[string]any{}
	for _, p := range list {
		name, value, ok := strings.Cut(p, "=")
		if !ok || name == "" {
			return nil, usage("--param %s: write NAME=VALUE", p)
		}
		switch n, err := strconv.ParseInt(value, 10, 64); {
		case err == nil:
			params[name] = n
		case len(value) >= 2 && value[0] == '\'' && value[len(value)-1] == '\'':
			params[name] = value[1 : len(value)-1]
		default:
			params[name] = value
		}
	}
	return params, nil
}

func openWarehouse(c *cli.Context) (*warehouse.Warehouse, error) {
	return warehouse.Open(c.Context, c.String("data"), c.String("release"), warehouse.Options{})
}

// answer runs a request and writes it in a format.
func answer(c *cli.Context, w *warehouse.Warehouse, q warehouse.Request, format string) error {
	result, err := w.Query(c.Context, q)
	if err != nil {
		return err
	}
	defer result.Close()
	out := bufio.NewWriter(c.App.Writer)
	if err := writeRows(out, result, chosen(format, c.App.Writer)); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return withCode(exitOutput, err)
	}
	for _, n := range result.Notices {
		fmt.Fprintln(c.App.ErrWriter, "note:", n)
	}
	if result.Dialect != warehouse.DuckDB {
		fmt.Fprintf(c.App.ErrWriter, "note: answered in the dialect %s\n", result.Dialect)
	}
	if result.Truncated {
		fmt.Fprintf(c.App.ErrWriter, "note: more than %d rows; the rest was left out because of --limit\n", q.MaxRows)
	}
	return nil
}

// chosen is the format asked for, else box for people and csv for programs.
func chosen(format string, w io.Writer) string {
	if format != "" {
		return format
	}
	if f, ok := w.(*os.File); ok {
		if info, err := f.Stat(); err == nil && info.Mode()&os.ModeCharDevice != 0 {
			return "box"
		}
	}
	return "csv"
}

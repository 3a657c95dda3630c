package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/urfave/cli/v2"

	"sanpin/warehouse"
	"sanpin/warehouse/server/trino/replay"
)

func clientCheckCommand() *cli.Command {
	return &cli.Command{
		Name:      "client-check",
		Usage:     "send a server what a dashboard's driver sends, and say what fails",
		ArgsUsage: "CLIENT | all",
		Description: `The statements are those that each client was seen to send to a Trino: on connecting, to
fill its lists of tables, and for a chart. Clients: ` + strings.Join(replay.Clients(), ", ") + `.
It ends with 1 if a statement fails.

   sanpin client-check superset --server http://127.0.0.1:8765
   sanpin client-check all --json`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "server", Value: "http://127.0.0.1:8765", Usage: "`URL` of the server"},
			&cli.StringFlag{Name: "catalog", Value: warehouse.CatalogName, Usage: "catalog to ask about"},
			&cli.StringFlag{Name: "schema", Value: "mart", Usage: "schema to ask about"},
			jsonFlag(),
		},
		Action: clientCheck,
	}
}

func clientCheck(c *cli.Context) error {
	name := c.Args().First()
	clients := []string{name}
	switch {
	case c.NArg() != 1:
		return usage("client-check takes one client: %s, or all", strings.Join(replay.Clients(), ", "))
	case name == "all":
		clients = replay.Clients()
	case !slices.Contains(replay.Clients(), name):
		return usage("there is no client %q: use one of %s, or all", name, strings.Join(replay.Clients(), ", "))
	}
	steps, err := replayed(c.Context, clients, c.String("server"), c.String("catalog"), c.String("schema"), func(s replay.Step) {
		if !c.Bool("json") {
			writeStep(c.App.Writer, s)
		}
	})
	if err != nil {
		return err
	}
	if c.Bool("json") {
		e := json.NewEncoder(c.App.Writer)
		e.SetIndent("", "  ")
		e.SetEscapeHTML(false)
		if err := e.Encode(steps); err != nil {
			return withCode(exitOutput, err)
		}
	}
	failed := 0
	for _, s := range steps {
		if !s.OK {
			failed++
		}
	}
	if failed > 0 {
		return withCode(exitQuery, fmt.Errorf("%d of %d statements failed", failed, len(steps)))
	}
	return nil
}

func replayed(ctx context.Context, clients []string, server, catalog, schema string, done func(replay.Step)) ([]replay.Step, error) {
	steps := []replay.Step{}
	for _, client := range clients {
		err := replay.Run(ctx, client, server, catalog, schema, func(s replay.Step) {
			steps = append(steps, s)
			done(s)
		})
		if err != nil {
			return nil, withCode(exitQuery, fmt.Errorf("%s: %w", server, err))
		}
	}
	return steps, nil
}

// writeStep writes a line for a statement, and one for what is wrong with it.
func writeStep(w io.Writer, s replay.Step) {
	verdict := "ok  "
	if !s.OK {
		verdict = "FAIL"
	}
	text := strings.Join(strings.Fields(s.Statement), " ")
	if runes := []rune(text); len(runes) > 100 {
		text = string(runes[:99]) + "…"
	}
	fmt.Fprintf(w, "%s %-10s %7.1f ms  %s\n", verdict, s.Client, s.Millis, text)
	if !s.OK {
		fmt.Fprintf(w, "     %s\n", s.Problem)
	}
}

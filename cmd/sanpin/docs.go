package main

import (
	"fmt"

	"github.com/urfave/cli/v2"

	"sanpin/warehouse/docs"
)

func docsCommand() *cli.Command {
	return &cli.Command{
		Name:      "docs",
		Usage:     "write the model as a site of static pages: views, columns, units, lineage, claims, examples, freshness",
		ArgsUsage: "FOLDER",
		Description: `The pages need no network and no server: open FOLDER/index.html.

   sanpin docs site`,
		Flags: []cli.Flag{dataFlag(), releaseFlag()},
		Action: func(c *cli.Context) error {
			if c.NArg() != 1 {
				return usage("docs: into which folder? sanpin docs FOLDER")
			}
			w, err := openWarehouse(c)
			if err != nil {
				return err
			}
			defer w.Close()
			if err := docs.Write(c.Context, w, c.Args().First()); err != nil {
				return withCode(exitOutput, err)
			}
			_, err = fmt.Fprintf(c.App.ErrWriter, "open %s/index.html\n", c.Args().First())
			return err
		},
	}
}

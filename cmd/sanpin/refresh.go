package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/urfave/cli/v2"

	"sanpin/etl"
	"sanpin/warehouse/lake"
)

func refreshCommand() *cli.Command {
	return &cli.Command{
		Name:  "refresh",
		Usage: "read new filings and publish a new release: the nightly job",
		Description: `Reads the files below the inbox that are new or changed, and publishes a new
release if anything changed. Running it again changes nothing. A file that cannot
be read costs that file only: it is refused by name, with a reason and a remedy.

   sanpin refresh --inbox filings/
   sanpin refresh --inbox filings/ --json | tail -1`,
		Flags: []cli.Flag{
			dataFlag(),
			&cli.StringFlag{Name: "inbox", Usage: "folder of filings (default: inbox in the data folder)"},
			&cli.BoolFlag{Name: "sample", Usage: "mark the whole release as a sample (示例)"},
			&cli.BoolFlag{Name: "force", Usage: "publish although checks failed; the release says so"},
			jsonFlag(),
		},
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return usage("refresh takes no argument: name the folder with --inbox %s", c.Args().First())
			}
			inbox := c.String("inbox")
			if inbox == "" {
				inbox = c.String("data") + "/inbox"
			}
			say := func(o etl.Outcome) { printOutcome(c.App.ErrWriter, o) }
			report, err := etl.Refresh(c.Context, etl.Config{Data: c.String("data"), Inbox: inbox,
				Sample: c.Bool("sample"), Force: c.Bool("force"), Version: version(), Progress: say})
			if report != nil {
				printChecks(c.App.ErrWriter, report.Checks)
			}
			if err != nil {
				return refreshError(err)
			}
			return printReport(c, report)
		},
	}
}

func refreshError(err error) error {
	switch {
	case errors.Is(err, etl.ErrChecks):
		return withCode(exitChecks, fmt.Errorf("%w; the release was not published: see the checks above, or use --force", err))
	case errors.Is(err, lake.ErrLocked):
		return withCode(exitOutput, err)
	}
	return withCode(exitInput, err)
}

// printOutcome prints one line for a filing, and before it how its headings have
// changed.
func printOutcome(w io.Writer, o etl.Outcome) {
	if len(o.Drift) > 0 {
		fmt.Fprintf(w, "drift    %s: %s\n", o.File, strings.Join(o.Drift, "; "))
	}
	switch o.Status {
	case "unchanged":
	case "refused":
		fmt.Fprintf(w, "refused  %s: %s: %s\n", o.File, o.Reason, o.Detail)
	default:
		fmt.Fprintf(w, "loaded   %s: %s: %d values read = %d loaded + %d rejected\n", o.File, o.Forms, o.Read, o.Loaded, o.Rejected)
	}
}

func printReport(c *cli.Context, r *etl.Report) error {
	if c.Bool("json") {
		return withCode(exitOutput, json.NewEncoder(c.App.Writer).Encode(r))
	}
	_, err := fmt.Fprintf(c.App.Writer, "release %s: %d filings received = %d loaded + %d refused + %d unchanged; %d values read = %d loaded + %d rejected; %.1f s\n",
		r.Release, r.Filings.Received, r.Filings.Loaded, r.Filings.Refused, r.Filings.Unchanged,
		r.Values.Read, r.Values.Loaded, r.Values.Rejected, r.Seconds)
	return withCode(exitOutput, err)
}

// printChecks prints the checks that found something.
func printChecks(w io.Writer, checks []lake.CheckResult) {
	for _, c := range checks {
		if c.Rows > 0 {
			fmt.Fprintf(w, "check %s (%s): %d rows: %s\n  first: %s\n", c.Check, c.Severity, c.Rows, c.Claim, c.Example)
		}
	}
}

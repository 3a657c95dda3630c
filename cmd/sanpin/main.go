// Sanpin 三品 is a regional-brand data warehouse with an SQL query surface for
// China's light-industry regional brands and industry clusters.
//
// It reads filings as they come (workbooks, CSV, HTML), keeps every number with
// the cell that it stands in, and answers SQL:
//
//	sanpin demo                             sample filings -> release -> answers
//	sanpin refresh --inbox DIR              filings in DIR -> a new release
//	sanpin query 'SELECT … FROM mart.…'     answers, in many formats
//	sanpin serve                            answers over HTTP
//	sanpin cite ID                          where a number comes from
//
// Data goes to standard output, everything else to standard error. Exit codes:
// 0 ok, 1 query failed, 2 usage, 3 input unreadable, 4 output not written, 5 no
// such release or object, 6 checks failed, 130 and 143 stopped by a signal.
//
// This package holds flags and wiring only, one file a command.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"syscall"

	"github.com/urfave/cli/v2"

	"sanpin/warehouse"
)

func main() {
	ctx, cancel := context.WithCancelCause(context.Background())
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	go func() {
		cancel(stopped{(<-signals).(syscall.Signal)})
		signal.Stop(signals) // a second one ends the process
	}()
	os.Exit(run(ctx, os.Args, os.Stdout, os.Stderr))
}

// stopped is why a context ended: a signal.
type stopped struct{ syscall.Signal }

func (s stopped) Error() string { return "stopped by a signal: " + s.String() }

// exit is the exit code that a shell gives a command which a signal ended.
func (s stopped) exit() int { return 128 + int(s.Signal) }

// run is main without the process: it writes to stdout and stderr and returns
// the exit code.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	app := newApp(stdout, stderr)
	err := app.RunContext(ctx, permute(app, args))
	if err == nil {
		return 0
	}
	if s := (stopped{}); errors.As(context.Cause(ctx), &s) && (errors.Is(err, context.Canceled) || errors.As(err, &s)) {
		fmt.Fprintln(stderr, "sanpin: stopped; nothing was changed")
		return s.exit()
	}
	fmt.Fprintln(stderr, "sanpin:", err)
	return exitCode(err)
}

func newApp(stdout, stderr io.Writer) *cli.App {
	app := &cli.App{
		Name:                 "sanpin",
		Usage:                "三品: regional brands and industry clusters of light industry, by SQL, every number with its source",
		Version:              version(),
		Writer:               stdout,
		ErrWriter:            stderr,
		EnableBashCompletion: true,
		Suggest:              true,
		HideHelpCommand:      true,
		ExitErrHandler:       func(*cli.Context, error) {}, // run decides
		OnUsageError:         wrongUsage,
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return usage("no command %q: see sanpin --help", c.Args().First())
			}
			return cli.ShowAppHelp(c)
		},
		Commands: []*cli.Command{
			demoCommand(), refreshCommand(), generateCommand(), queryCommand(), serveCommand(), clientCheckCommand(), citeCommand(), whyCommand(), readCommand(),
			releaseCommand(), clusterCommand(), checkCommand(), quarantineCommand(), catalogCommand(), formCommand(), docsCommand(), completionCommand(), versionCommand(),
		},
	}
	settle(app.Commands)
	return app
}

// settle gives every command the same manners on wrong usage.
func settle(commands []*cli.Command) {
	for _, c := range commands {
		c.OnUsageError, c.HideHelpCommand = wrongUsage, true
		settle(c.Subcommands)
	}
}

func wrongUsage(c *cli.Context, err error, _ bool) error {
	name := "sanpin"
	if c.Command != nil && c.Command.Name != "" {
		name = c.Command.FullName()
	}
	return usage("%v: see %s --help", err, name)
}

// Exit codes that no error of a package stands for.
const (
	exitQuery    = 1
	exitUsage    = 2
	exitInput    = 3
	exitOutput   = 4
	exitNotFound = 5
	exitChecks   = 6
)

// coded is an error with the exit code that the command line gives it.
type coded struct {
	code int
	err  error
}

func (e *coded) Error() string { return e.err.Error() }
func (e *coded) Unwrap() error { return e.err }

// exitCode gives the exit code of an error: its own, or that of its kind.
func exitCode(err error) int {
	var c *coded
	if errors.As(err, &c) {
		return c.code
	}
	return warehouse.KindOf(err).Exit()
}

func withCode(code int, err error) error {
	if err == nil {
		return nil
	}
	return &coded{code, err}
}

func usage(format string, args ...any) error {
	return &coded{exitUsage, fmt.Errorf(format, args...)}
}

// dataFlag names the data folder.
func dataFlag() *cli.StringFlag {
	return &cli.StringFlag{Name: "data", EnvVars: []string{"SANPIN_DATA"}, Value: "sanpin-data", Usage: "data folder"}
}

func releaseFlag() *cli.StringFlag {
	return &cli.StringFlag{Name: "release", Usage: "`ID` of a kept release; default: the current one"}
}

func jsonFlag() *cli.BoolFlag {
	return &cli.BoolFlag{Name: "json", Usage: "machine-readable output"}
}

// version is the version of the program: of the module where it was installed
// as one, else of the commit that it was built from.
func version() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, s := range info.Settings {
		if s.Key == "vcs.revision" && len(s.Value) >= 12 {
			return "dev-" + s.Value[:12]
		}
	}
	return "dev"
}

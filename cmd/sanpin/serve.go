package main

import (
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"time"

	"github.com/urfave/cli/v2"

	"sanpin/warehouse"
	"sanpin/warehouse/engine"
	"sanpin/warehouse/lake"
	"sanpin/warehouse/server"
	"sanpin/warehouse/server/rest"
)

func serveCommand() *cli.Command {
	return &cli.Command{
		Name:  "serve",
		Usage: "answer SQL over HTTP, from the current release and those that follow it",
		Description: `A new release is found within seconds and served without dropping a query. The
first SIGINT or SIGTERM lets running queries end, the second one does not.
There are no passwords and no TLS: only this machine can connect, unless
--insecure lets others in.

   sanpin serve
   sanpin serve --data /srv/sanpin --listen 127.0.0.1:9000 --timeout 30s
   curl -G http://127.0.0.1:8765/api/v1/query --data-urlencode 'sql=SELECT * FROM mart.cluster_status' -d format=csv`,
		Flags: []cli.Flag{
			dataFlag(),
			&cli.StringFlag{Name: "listen", EnvVars: []string{"SANPIN_LISTEN"}, Value: "127.0.0.1:8765", Usage: "`HOST:PORT`; port 0 takes a free one"},
			&cli.BoolFlag{Name: "insecure", Usage: "listen where other machines can connect; they can read everything"},
			&cli.DurationFlag{Name: "timeout", Value: time.Minute, Usage: "longest time of an answer"},
			&cli.Int64Flag{Name: "rows", Value: 1_000_000, Usage: "most rows of an answer"},
			&cli.Int64Flag{Name: "bytes", Value: 1 << 30, Usage: "most bytes of an answer"},
			&cli.IntFlag{Name: "concurrency", Value: 4, Usage: "queries that run at once"},
			&cli.IntFlag{Name: "queue", Value: 64, Usage: "queries that wait for their turn"},
			&cli.IntFlag{Name: "threads", Usage: "threads for the queries of a release (default: one per processor)"},
			&cli.StringFlag{Name: "memory", Usage: "memory for the queries of a release, such as `2GB` (default: most of the machine's)"},
			&cli.DurationFlag{Name: "drain", Value: 30 * time.Second, Usage: "time that running queries get to end"},
			&cli.StringFlag{Name: "log", Value: "text", Usage: "form of the log on standard error: text or json"},
			&cli.BoolFlag{Name: "log-sql", Usage: "statements stand in the log, too"},
		},
		Action: serve,
	}
}

func serve(c *cli.Context) error {
	config, err := serverConfig(c)
	if err != nil {
		return err
	}
	s := server.New(config)
	defer s.Close()
	listener, err := s.Listen(c.String("listen"))
	if err != nil {
		return err
	}
	greet(c.App.ErrWriter, listener.Addr(), config.Lake)
	return s.Run(c.Context, listener)
}

func serverConfig(c *cli.Context) (server.Config, error) {
	if c.Args().Present() {
		return server.Config{}, usage("serve takes no arguments: what is %s?", c.Args().First())
	}
	limits := server.Limits{
		Limits:      rest.Limits{Timeout: c.Duration("timeout"), Rows: c.Int64("rows"), Bytes: c.Int64("bytes")},
		Concurrency: c.Int("concurrency"),
		Queue:       c.Int("queue"),
	}
	if min(int64(limits.Timeout), limits.Rows, limits.Bytes, int64(limits.Concurrency), int64(limits.Queue), int64(c.Duration("drain"))) <= 0 {
		return server.Config{}, usage("serve: timeout, rows, bytes, concurrency, queue and drain must be more than 0")
	}
	log, err := serverLog(c.App.ErrWriter, c.String("log"))
	if err != nil {
		return server.Config{}, err
	}
	data := c.String("data")
	l, err := lake.Open(data)
	if err != nil {
		return server.Config{}, withCode(exitInput, err)
	}
	options := warehouse.Options{Threads: c.Int("threads"), MemoryLimit: c.String("memory")}
	return server.Config{
		Lake: l,
		Open: func(ctx context.Context, id string) (server.Release, error) {
			return warehouse.Open(ctx, data, id, options)
		},
		Limits:   limits,
		Insecure: c.Bool("insecure"),
		Drain:    c.Duration("drain"),
		Versions: map[string]string{"sanpin": version(), "duckdb": engine.Version()},
		Log:      log,
		LogSQL:   c.Bool("log-sql"),
	}, nil
}

func serverLog(w io.Writer, form string) (*slog.Logger, error) {
	switch form {
	case "text":
		return slog.New(slog.NewTextHandler(w, nil)), nil
	case "json":
		return slog.New(slog.NewJSONHandler(w, nil)), nil
	}
	return nil, usage("--log %s: use text or json", form)
}

// greet says where the server is and how to ask it. That is no data: it goes to
// standard error.
func greet(w io.Writer, address net.Addr, l server.Lake) {
	fmt.Fprintf(w, "sanpin serves http://%s — ask it, for example:\n", address)
	fmt.Fprintf(w, "  curl -G http://%s/api/v1/query --data-urlencode 'sql=SELECT * FROM mart.cluster_status LIMIT 5' -d format=csv\n", address)
	if _, err := l.Current(); err != nil {
		fmt.Fprintf(w, "not ready: %v\n", err)
	}
}

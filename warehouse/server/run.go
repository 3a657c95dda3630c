package server

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"os"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"

	"sanpin/warehouse"
)

// Listen opens HOST:PORT. Addresses that other machines can reach are refused
// unless the server is insecure: there are no passwords and no TLS here.
func (s *Server) Listen(address string) (net.Listener, error) {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return nil, refused("%q is not an address: %v", address, err)
	}
	if !s.config.Insecure && !isLoopback(host) {
		return nil, exposed(address)
	}
	listener, err := net.Listen("tcp", address)
	if err != nil {
		return nil, &warehouse.Error{Kind: warehouse.KindUsage, Message: err.Error(), Hint: "choose another port: --listen 127.0.0.1:0 takes any free one", Err: err}
	}
	return listener, nil
}

func exposed(address string) error {
	return refused("%s can be reached by other machines, and there are no passwords and no TLS here", address)
}

func refused(format string, args ...any) error {
	return &warehouse.Error{Kind: warehouse.KindUsage, Message: fmt.Sprintf(format, args...),
		Hint: "listen on 127.0.0.1:8765, behind a proxy that asks for passwords or an ssh tunnel, or say --insecure if whoever reaches it may read everything"}
}

// isLoopback tells whether a host is this machine only. Names other than
// localhost may be told to be anything.
func isLoopback(host string) bool {
	if strings.EqualFold(host, "localhost") {
		return true
	}
	ip := net.ParseIP(host)
	return ip != nil && ip.IsLoopback()
}

// Run serves until ctx ends or the process gets SIGINT or SIGTERM. Then it is
// not ready any more and takes no new connections; running queries have the
// configured time to end and are stopped after it. A second signal stops them
// at once, and is an error.
func (s *Server) Run(ctx context.Context, listener net.Listener) error {
	signals := make(chan os.Signal, 2)
	signal.Notify(signals, os.Interrupt, syscall.SIGTERM)
	defer signal.Stop(signals)
	return s.run(ctx, listener, signals)
}

func (s *Server) run(ctx context.Context, listener net.Listener, signals <-chan os.Signal) error {
	if tcp, ok := listener.Addr().(*net.TCPAddr); !s.config.Insecure && ok && !tcp.IP.IsLoopback() {
		return errors.Join(exposed(tcp.String()), listener.Close())
	}
	queries, cancel := context.WithCancelCause(context.WithoutCancel(ctx))
	stopQueries := func() { cancel(stopping()) }
	defer stopQueries()
	web := &http.Server{
		Handler:           s.guarded(),
		ReadHeaderTimeout: 10 * time.Second,
		// No ReadTimeout: it would end the contexts of queries that take longer.
		IdleTimeout: 2 * time.Minute,
		BaseContext: func(net.Listener) context.Context { return queries },
		ErrorLog:    slog.NewLogLogger(s.config.Log.Handler(), slog.LevelWarn),
	}
	served := make(chan error, 1)
	go func() { served <- web.Serve(listener) }()
	var drained chan error // once the server is stopping
	stop := func() {
		if drained == nil {
			drained = make(chan error, 1)
			go func() { drained <- s.drain(web, stopQueries) }()
		}
	}
	ended := ctx.Done()
	for count := 0; ; {
		select {
		case err := <-served:
			if drained == nil {
				return err
			}
			served = nil // it ends as soon as the drain begins
		case err := <-drained:
			return err
		case <-ended:
			ended = nil
			stop()
		case <-signals: // the first one may have ended ctx, too: only the second is a second
			if count++; count == 2 {
				stopQueries()
				endAll(web)
				return fmt.Errorf("stopped at once, running queries too: %w", context.Canceled)
			}
			stop()
		}
	}
}

// stopping is what those are told who ask too late, or whose query is stopped.
func stopping() error {
	return &warehouse.Error{Kind: warehouse.KindBusy, Message: "the server is stopping", Hint: "ask again when it is back"}
}

// drain lets running queries end, as long as they have time for it.
func (s *Server) drain(web *http.Server, stopQueries func()) error {
	s.draining.Store(true)
	s.config.Log.Info("stopping", slog.String("queries_may_take", s.config.Drain.String()))
	ctx, cancel := context.WithTimeout(context.Background(), s.config.Drain)
	defer cancel()
	s.trino.Drain(ctx) // its queries need further connections until they end
	err := web.Shutdown(ctx)
	if errors.Is(err, context.DeadlineExceeded) {
		s.config.Log.Warn("queries that did not end in time are stopped")
		stopQueries()
		endAll(web)
		return nil
	}
	return err
}

// endAll gives stopped queries a moment to break their connections, then
// breaks what is left.
func endAll(web *http.Server) {
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	if web.Shutdown(ctx) != nil {
		_ = web.Close() // the process ends anyway
	}
}

// guarded refuses requests for other names than this machine's while only this
// machine is served: else any web page could read the data through a name of
// its own that resolves to 127.0.0.1.
func (s *Server) guarded() http.Handler {
	if s.config.Insecure {
		return s
	}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host, _, err := net.SplitHostPort(r.Host)
		if err != nil {
			host = strings.Trim(r.Host, "[]")
		}
		if !isLoopback(host) {
			http.Error(w, "this server answers to localhost only, not to "+strconv.Quote(host)+
				": a proxy in front of it must send Host: localhost", http.StatusMisdirectedRequest)
			return
		}
		s.ServeHTTP(w, r)
	})
}

// Package replay sends a server of Trino's protocol what each client sends, and
// says what fails.
//
// The one idea: what a client needs of a server is the list of its statements,
// seen on the wire, and few facts about each answer. So each client is a text
// file in scripts, which a person can read and lengthen:
//
//	# comment
//	about what it is
//	header X-Trino-Source: Apache Superset
//
//	> statement, on as many lines
//	columns a, b           names of the answer's columns; without the line: any
//	rows 1                 so many rows at least
//	error TABLE_NOT_FOUND  the answer must be this error
//	header X-…: value      for this statement only
//	stop                   the client leaves before the last page
//
// In statements {catalog}, {schema}, {table}, {column} and {number} stand for a
// table of the server and columns of it, a text and a number.
package replay

import (
	"context"
	"embed"
	"fmt"
	"path"
	"slices"
	"strconv"
	"strings"
	"time"
)

//go:embed scripts/*.txt
var scripts embed.FS

// Clients are the names of the clients that there are scripts for.
func Clients() []string {
	files, err := scripts.ReadDir("scripts")
	if err != nil {
		panic(err) // unreachable: it is built in
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(f.Name(), path.Ext(f.Name())))
	}
	return names
}

// Step is one statement of a client, and what came of it.
type Step struct {
	Client    string  `json:"client"`
	Statement string  `json:"statement"`
	OK        bool    `json:"ok"`
	Problem   string  `json:"problem,omitempty"`
	Millis    float64 `json:"ms"`
	Rows      int     `json:"rows"`
}

// script is what a client sends.
type script struct {
	about   string
	headers map[string]string
	steps   []step
}

type step struct {
	sql     string
	columns []string
	rows    int
	err     string
	headers map[string]string
	stop    bool
}

func readScript(name string) (*script, error) {
	text, err := scripts.ReadFile("scripts/" + name + ".txt")
	if err != nil {
		return nil, fmt.Errorf("there is no client %q: use one of %s", name, strings.Join(Clients(), ", "))
	}
	s := &script{headers: map[string]string{}}
	for i, line := range strings.Split(string(text), "\n") {
		if err := s.line(line); err != nil {
			return nil, fmt.Errorf("%s.txt:%d: %w", name, i+1, err)
		}
	}
	return s, nil
}

// line reads one line of a script.
func (s *script) line(line string) error {
	if line == "" || strings.HasPrefix(line, "#") {
		return nil
	}
	word, rest, _ := strings.Cut(line, " ")
	if word == ">" {
		s.statement(rest)
		return nil
	}
	if len(s.steps) == 0 {
		switch word {
		case "about":
			s.about = rest
		case "header":
			return setHeader(s.headers, rest)
		default:
			return fmt.Errorf("what is %q?", line)
		}
		return nil
	}
	last := &s.steps[len(s.steps)-1]
	switch word {
	case "columns":
		last.columns = strings.Split(rest, ", ")
	case "rows":
		n, err := strconv.Atoi(rest)
		last.rows = n
		return err
	case "error":
		last.err = rest
	case "header":
		return setHeader(last.headers, rest)
	case "stop":
		last.stop = true
	default:
		last.sql += "\n" + line
	}
	return nil
}

func (s *script) statement(first string) {
	s.steps = append(s.steps, step{sql: first, headers: map[string]string{}})
}

func setHeader(headers map[string]string, text string) error {
	name, value, ok := strings.Cut(text, ":")
	if !ok {
		return fmt.Errorf("a header is written name: value")
	}
	headers[name] = strings.TrimSpace(value)
	return nil
}

// Run replays a client against the server at a URL. done is told of each step.
// The error says why nothing could be replayed.
func Run(ctx context.Context, client, server, catalog, schema string, done func(Step)) error {
	s, err := readScript(client)
	if err != nil {
		return err
	}
	c := &connection{server: strings.TrimSuffix(server, "/")}
	names, err := c.names(ctx, catalog, schema)
	if err != nil {
		return err
	}
	for _, st := range s.steps {
		headers := map[string]string{}
		for _, some := range []map[string]string{s.headers, st.headers} {
			for name, value := range some {
				headers[name] = names.Replace(value)
			}
		}
		sql := names.Replace(st.sql)
		start := time.Now()
		got, err := c.ask(ctx, sql, headers, st.stop)
		problem := ""
		if err != nil {
			problem = err.Error()
		} else {
			for i, column := range st.columns {
				st.columns[i] = names.Replace(column)
			}
			problem = st.judge(got)
		}
		done(Step{client, sql, problem == "", problem, float64(time.Since(start).Microseconds()) / 1000, got.rows})
		if ctx.Err() != nil {
			return ctx.Err()
		}
	}
	return nil
}

// judge says what is wrong with an answer, "" if nothing is.
func (s step) judge(got outcome) string {
	switch {
	case s.err != "" && got.err == "":
		return "the answer should be the error " + s.err
	case s.err != "" && got.err != s.err:
		return fmt.Sprintf("the error is %s (%s), and should be %s", got.err, got.message, s.err)
	case s.err == "" && got.err != "":
		return got.err + ": " + got.message
	case len(s.columns) > 0 && !slices.Equal(got.columns, s.columns):
		return fmt.Sprintf("the columns are %s, and should be %s", strings.Join(got.columns, ", "), strings.Join(s.columns, ", "))
	case got.rows < s.rows:
		return fmt.Sprintf("%d rows, and there should be %d at least", got.rows, s.rows)
	}
	return ""
}

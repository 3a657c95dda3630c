package rest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"sanpin/warehouse"
	"sanpin/warehouse/encode"
)

// request is one question. Its parameters come in the URL, as the fields of a
// form, or as the keys of a JSON object; a body of type application/sql or
// text/plain is the statement alone.
type request struct {
	sql     string
	dialect string         // of the statement: duckdb, which "" is as well, or trino
	params  map[string]any // by name; of a JSON array by position: 1, 2, …
	format  encode.Format
	bom     bool   // CSV begins with a byte order mark, which Excel needs
	sample  bool   // show sample filings (示例) too
	release string // "" is the current one
	limit   int64  // the first rows only, and whether there are more is said; 0: all
	lower   Limits // what is asked for; 0 is the server's
}

// parameter sets a field of the request from text, or from a value of JSON:
// string, json.Number, bool, map or slice.
type parameter struct {
	name string
	set  func(*request, any) error
}

// parameters are all there are, in the order in which they are listed.
var parameters = []parameter{
	{"sql", func(q *request, v any) error { return setText(&q.sql, v) }},
	{"dialect", func(q *request, v any) error { return setText(&q.dialect, v) }},
	{"params", setParams},
	{"format", func(q *request, v any) error {
		name := ""
		if err := setText(&name, v); err != nil {
			return err
		}
		var err error
		q.format, err = encode.Parse(name)
		return err
	}},
	{"release", func(q *request, v any) error { return setText(&q.release, v) }},
	{"sample", func(q *request, v any) error { return setBool(&q.sample, v) }},
	{"limit", func(q *request, v any) error { return setCount(&q.limit, v) }},
	{"bom", func(q *request, v any) error { return setBool(&q.bom, v) }},
	{"timeout", func(q *request, v any) error { return setDuration(&q.lower.Timeout, v) }},
	{"rows", func(q *request, v any) error { return setCount(&q.lower.Rows, v) }},
	{"bytes", func(q *request, v any) error { return setCount(&q.lower.Bytes, v) }},
}

func queryParameters() []string {
	names := make([]string, len(parameters))
	for i, p := range parameters {
		names[i] = p.name
	}
	return names
}

const (
	maxBody     = 1 << 20          // bytes of a request's body
	bodyTimeout = 30 * time.Second // for a client to send it
)

// readRequest reads and judges the parameters. Those of the URL are known ones
// already.
func readRequest(w http.ResponseWriter, r *http.Request, limits Limits) (*request, error) {
	given := map[string]any{}
	for name, list := range r.URL.Query() {
		given[name] = list[0]
	}
	if r.Method == http.MethodPost {
		if err := readBody(w, r, given); err != nil {
			return nil, err
		}
	}
	q := &request{}
	for _, p := range parameters {
		if v, ok := given[p.name]; ok && v != nil {
			if err := p.set(q, v); err != nil {
				return nil, badRequest(fmt.Sprintf("parameter %s: %v", p.name, err), "")
			}
		}
	}
	if strings.TrimSpace(q.sql) == "" {
		return nil, badRequest("there is no statement", "give one as sql: /api/v1/query?sql=SELECT+1, or POST {\"sql\": \"SELECT 1\"}")
	}
	if err := q.negotiate(r.Header.Values("Accept")); err != nil {
		return nil, err
	}
	return q, q.lower.within(limits)
}

// readBody adds what the body says to what the URL said.
func readBody(w http.ResponseWriter, r *http.Request, given map[string]any) error {
	control := http.NewResponseController(w)
	_ = control.SetReadDeadline(time.Now().Add(bodyTimeout)) // not every connection has one
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	_ = control.SetReadDeadline(time.Time{})
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &tooLarge):
		return &warehouse.Error{Kind: warehouse.KindLimit, Message: fmt.Sprintf("the request has more than %d bytes", maxBody),
			Hint: "send the statement only; long lists belong into a reference table"}
	case err != nil:
		return badRequest("the request cannot be read: "+err.Error(), "")
	}
	fields, err := bodyFields(r.Header.Get("Content-Type"), body)
	if err != nil {
		return err
	}
	for name, value := range fields {
		if !slices.Contains(queryParameters(), name) {
			return unknown(name, queryParameters())
		}
		if _, twice := given[name]; twice {
			return badRequest("the parameter "+name+" is given in the URL and in the body", "give it once")
		}
		given[name] = value
	}
	return nil
}

func bodyFields(contentType string, body []byte) (map[string]any, error) {
	kind, _, err := mime.ParseMediaType(contentType)
	if contentType != "" && err != nil {
		return nil, badRequest("the Content-Type "+contentType+" is not one: "+err.Error(), "")
	}
	isObject := bytes.HasPrefix(bytes.TrimSpace(body), []byte("{"))
	switch {
	case kind == "application/sql" || kind == "text/plain":
		return map[string]any{"sql": string(body)}, nil
	case kind == "application/x-www-form-urlencoded" && !isObject: // curl says so of JSON, too
		return formFields(body)
	case kind == "" || kind == "application/x-www-form-urlencoded" || kind == "application/json":
		return jsonFields(body)
	}
	return nil, &problem{Status: http.StatusUnsupportedMediaType, Kind: "media-type", Title: "Unknown type of request",
		Detail: "a body of type " + kind + " is not read here",
		Hint:   "send application/json, application/x-www-form-urlencoded, or the statement alone as application/sql"}
}

func formFields(body []byte) (map[string]any, error) {
	values, err := url.ParseQuery(string(body))
	if err != nil {
		return nil, badRequest("the form cannot be read: "+err.Error(), "")
	}
	if err := known(values, queryParameters()); err != nil {
		return nil, err
	}
	fields := map[string]any{}
	for name, list := range values {
		fields[name] = list[0]
	}
	return fields, nil
}

func jsonFields(body []byte) (map[string]any, error) {
	var fields map[string]any
	if err := decode(body, &fields); err != nil {
		return nil, badRequest("the body is not a JSON object: "+err.Error(), `send {"sql": "SELECT 1"}`)
	}
	return fields, nil
}

// decode reads exactly one JSON value, numbers as they are written.
func decode(text []byte, into any) error {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	if err := d.Decode(into); err != nil {
		return err
	}
	if _, err := d.Token(); err != io.EOF {
		return errors.New("there is more behind its end")
	}
	return nil
}

func setText(to *string, v any) error {
	text, ok := v.(string)
	if !ok {
		return errors.New("must be a text")
	}
	*to = text
	return nil
}

func setBool(to *bool, v any) (err error) {
	switch x := v.(type) {
	case bool:
		*to = x
	case string:
		*to, err = strconv.ParseBool(x)
	default:
		err = strconv.ErrSyntax
	}
	if err != nil {
		return errors.New("must be true or false")
	}
	return nil
}

func setCount(to *int64, v any) error {
	n, err := strconv.ParseInt(numberText(v), 10, 64)
	if err != nil || n < 1 {
		return errors.New("must be a whole number above 0")
	}
	*to = n
	return nil
}

// setDuration reads seconds, or a text with a unit: 30, "1.5", "90s", "2m".
func setDuration(to *time.Duration, v any) error {
	text := numberText(v)
	d, err := time.ParseDuration(text)
	if _, bare := strconv.ParseFloat(text, 64); bare == nil {
		d, err = time.ParseDuration(text + "s")
	}
	if err != nil || d <= 0 {
		return errors.New("must be seconds, or a time such as 90s or 2m")
	}
	*to = d
	return nil
}

func numberText(v any) string {
	switch x := v.(type) {
	case string:
		return x
	case json.Number:
		return x.String()
	}
	return ""
}

// setParams takes the values of the statement's parameters: an object by name,
// an array by position, or the text of either.
func setParams(q *request, v any) error {
	if text, ok := v.(string); ok {
		if err := decode([]byte(text), &v); err != nil {
			return fmt.Errorf("must be a JSON object or array: %w", err)
		}
	}
	switch x := v.(type) {
	case map[string]any:
		q.params = x
	case []any:
		q.params = map[string]any{}
		for i, value := range x {
			q.params[strconv.Itoa(i+1)] = value
		}
	default:
		return errors.New("must be a JSON object or array")
	}
	return nil
}

// within refuses to raise a limit, and fills in those that were not lowered.
func (l *Limits) within(server Limits) error {
	over := func(name string, asked, allowed any) error {
		return badRequest(fmt.Sprintf("the limit %s can be lowered, not raised: %v is more than %v", name, asked, allowed), "leave it out, or ask for less at a time")
	}
	switch {
	case l.Timeout > server.Timeout:
		return over("timeout", l.Timeout, server.Timeout)
	case l.Rows > server.Rows:
		return over("rows", l.Rows, server.Rows)
	case l.Bytes > server.Bytes:
		return over("bytes", l.Bytes, server.Bytes)
	}
	if l.Timeout == 0 {
		l.Timeout = server.Timeout
	}
	if l.Rows == 0 {
		l.Rows = server.Rows
	}
	if l.Bytes == 0 {
		l.Bytes = server.Bytes
	}
	return nil
}

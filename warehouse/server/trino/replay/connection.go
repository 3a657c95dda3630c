package replay

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"
)

// connection asks a server as its clients do, and checks what they need.
type connection struct {
	server string
	client http.Client
}

// outcome is the answer to a statement.
type outcome struct {
	columns      []string
	kinds        []string
	values       [][]any
	rows         int
	err, message string
}

// page is one answer of the protocol.
type page struct {
	ID      string `json:"id"`
	InfoURI string `json:"infoUri"`
	NextURI string `json:"nextUri"`
	Columns []struct {
		Name      string `json:"name"`
		Type      string `json:"type"`
		Signature *struct {
			RawType string `json:"rawType"`
		} `json:"typeSignature"`
	} `json:"columns"`
	Data  [][]any        `json:"data"`
	Stats map[string]any `json:"stats"`
	Error *struct {
		Message string `json:"message"`
		Name    string `json:"errorName"`
		Type    string `json:"errorType"`
		Code    *int   `json:"errorCode"`
	} `json:"error"`
}

// stats are the figures without which the Java clients do not read a page.
var stats = []string{"state", "queued", "scheduled", "nodes", "totalSplits", "queuedSplits", "runningSplits", "completedSplits",
	"cpuTimeMillis", "wallTimeMillis", "queuedTimeMillis", "elapsedTimeMillis", "processedRows", "processedBytes", "peakMemoryBytes", "spilledBytes"}

// mostPages bounds an answer that does not end.
const mostPages = 10_000

func (c *connection) ask(ctx context.Context, sql string, headers map[string]string, stop bool) (got outcome, err error) {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	p, err := c.request(ctx, http.MethodPost, c.server+"/v1/statement", sql, headers)
	if err == nil && p.NextURI == "" && p.Error == nil {
		err = errors.New("the first answer has no nextUri: some clients read rows only behind it")
	}
	for pages := 0; err == nil; pages++ {
		if err = got.add(p); err != nil || p.NextURI == "" {
			return got, err
		}
		if pages > mostPages {
			return got, errors.New("the pages do not end")
		}
		if stop && len(p.Data) > 0 {
			_, err := c.request(ctx, http.MethodDelete, p.NextURI, "", headers)
			return got, err
		}
		p, err = c.request(ctx, http.MethodGet, p.NextURI, "", headers)
	}
	return got, err
}

// add takes a page, if clients can.
func (o *outcome) add(p *page) error {
	if p.ID == "" || p.InfoURI == "" {
		return errors.New("a page has no id or no infoUri")
	}
	for _, name := range stats {
		if _, ok := p.Stats[name]; !ok {
			return fmt.Errorf("the page's stats have no %s", name)
		}
	}
	if next, err := url.Parse(p.NextURI); err != nil || p.NextURI != "" && next.Host == "" {
		return fmt.Errorf("nextUri is not absolute: %q", p.NextURI)
	}
	if p.Error != nil {
		if p.NextURI != "" || p.Error.Code == nil || p.Error.Type == "" {
			return errors.New("an error page has a nextUri, or no errorCode or errorType")
		}
		o.err, o.message = p.Error.Name, p.Error.Message
		return nil
	}
	var names, kinds []string
	for _, column := range p.Columns {
		if column.Signature == nil || column.Signature.RawType == "" {
			return fmt.Errorf("the column %s has no typeSignature", column.Name)
		}
		names, kinds = append(names, column.Name), append(kinds, column.Type)
	}
	switch {
	case o.columns != nil && p.Columns != nil && !slices.Equal(o.columns, names):
		return errors.New("the columns change between pages")
	case len(p.Data) > 0 && p.Columns == nil:
		return errors.New("a page has rows and no columns")
	case names != nil:
		o.columns, o.kinds = names, kinds
	}
	for _, row := range p.Data {
		if len(row) != len(o.columns) {
			return fmt.Errorf("a row has %d values for %d columns", len(row), len(o.columns))
		}
	}
	o.rows += len(p.Data)
	if len(o.values) < 100 {
		o.values = append(o.values, p.Data...)
	}
	return nil
}

func (c *connection) request(ctx context.Context, method, to, body string, headers map[string]string) (*page, error) {
	r, err := http.NewRequestWithContext(ctx, method, to, strings.NewReader(body))
	if err != nil {
		return nil, err
	}
	for name, value := range headers {
		r.Header.Set(name, value)
	}
	answer, err := c.client.Do(r)
	if err != nil {
		return nil, err
	}
	defer answer.Body.Close()
	text, err := io.ReadAll(answer.Body)
	if err != nil {
		return nil, err
	}
	p := &page{}
	switch {
	case method == http.MethodDelete && answer.StatusCode == http.StatusNoContent:
		return p, nil
	case answer.StatusCode != http.StatusOK || method == http.MethodDelete:
		return nil, fmt.Errorf("%s answers status %d: %.200s", method, answer.StatusCode, text)
	}
	if err := json.Unmarshal(text, p); err != nil {
		return nil, fmt.Errorf("the answer is no JSON: %w", err)
	}
	return p, nil
}

// names finds a table with a column of text and one of numbers.
func (c *connection) names(ctx context.Context, catalog, schema string) (*strings.Replacer, error) {
	headers := map[string]string{"X-Trino-User": "client-check", "X-Trino-Client-Capabilities": "PARAMETRIC_DATETIME"}
	got, err := c.ask(ctx, fmt.Sprintf(`SELECT table_name, column_name, data_type FROM "%s".information_schema.columns WHERE table_schema = '%s'`, catalog, schema), headers, false)
	if err != nil {
		return nil, err
	}
	if got.err != "" {
		return nil, errors.New(got.message)
	}
	type found struct{ text, number string }
	tables := map[string]*found{}
	for _, row := range got.values {
		name, column, kind := fmt.Sprint(row[0]), fmt.Sprint(row[1]), fmt.Sprint(row[2])
		t := tables[name]
		if t == nil {
			t = &found{}
			tables[name] = t
		}
		if kind == "varchar" && t.text == "" {
			t.text = column
		}
		if t.number == "" && (kind == "bigint" || kind == "integer" || strings.HasPrefix(kind, "decimal")) {
			t.number = column
		}
		if t.text != "" && t.number != "" {
			return strings.NewReplacer("{catalog}", catalog, "{schema}", schema, "{table}", name, "{column}", t.text, "{number}", t.number), nil
		}
	}
	return nil, fmt.Errorf("the schema %s.%s has no table with a text and a number", catalog, schema)
}

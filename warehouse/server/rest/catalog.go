package rest

import (
	"fmt"
	"log/slog"
	"net/http"
	"time"

	"sanpin/warehouse"
	"sanpin/warehouse/encode"
	"sanpin/warehouse/lake"
)

type catalogJSON struct {
	Release string       `json:"release"`
	Sample  bool         `json:"sample"`
	Schemas []schemaJSON `json:"schemas"`
}

type schemaJSON struct {
	Name  string     `json:"name"`
	Views []viewJSON `json:"views"`
}

type viewJSON struct {
	Name    string              `json:"name"`
	Kind    string              `json:"kind"` // view or table
	Comment string              `json:"comment,omitempty"`
	Columns []catalogColumnJSON `json:"columns"`
}

type catalogColumnJSON struct {
	Name    string `json:"name"`
	Type    string `json:"type"`
	Comment string `json:"comment,omitempty"`
}

// catalog answers what may be read from a release.
func (a *api) catalog(w http.ResponseWriter, r *http.Request) error {
	querier, done, err := a.host.Acquire(r.Context(), r.URL.Query().Get("release"))
	if err != nil {
		return err
	}
	defer done()
	c, err := querier.Catalog(r.Context())
	if err != nil {
		return err
	}
	tag := fmt.Sprintf(`W/"catalog-%s-%s"`, c.Release, a.Versions["sanpin"])
	describe(w.Header(), c, false, tag)
	if matches(r, tag) {
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	answerJSON(w, r, catalogOf(c))
	return nil
}

func catalogOf(c *warehouse.Catalog) catalogJSON {
	answer := catalogJSON{Release: c.Release, Sample: c.Sample, Schemas: []schemaJSON{}}
	for _, s := range c.Schemas {
		schema := schemaJSON{Name: s.Name, Views: []viewJSON{}}
		for _, v := range s.Views {
			view := viewJSON{Name: v.Name, Kind: "view", Comment: v.Comment, Columns: []catalogColumnJSON{}}
			if v.IsTable {
				view.Kind = "table"
			}
			for _, c := range v.Columns {
				view.Columns = append(view.Columns, catalogColumnJSON(c))
			}
			schema.Views = append(schema.Views, view)
		}
		answer.Schemas = append(answer.Schemas, schema)
	}
	return answer
}

type releaseJSON struct {
	ID        string            `json:"id"`
	Current   bool              `json:"current"`
	CreatedAt time.Time         `json:"created_at"`
	Parent    string            `json:"parent,omitempty"`
	Sample    bool              `json:"sample"`
	Filings   lake.FilingCounts `json:"filings"`
	Values    lake.ValueCounts  `json:"values"`
	Checks    lake.CheckCounts  `json:"checks"`
}

// releases answers which releases there are, newest first. One that cannot be
// opened is left out; the log says why.
func (a *api) releases(w http.ResponseWriter, r *http.Request) error {
	all, current, err := a.host.Releases()
	if err != nil {
		a.Log.Warn("releases cannot be listed in full", slog.Any("error", err))
	}
	answer := struct {
		Releases []releaseJSON `json:"releases"`
	}{[]releaseJSON{}}
	for _, release := range all {
		m := release.Manifest
		answer.Releases = append(answer.Releases, releaseJSON{release.ID, release.ID == current, m.CreatedAt, m.Parent, m.Sample, m.Filings, m.Values, m.Checks})
	}
	answerJSON(w, r, answer)
	return nil
}

// info answers what this server is and allows.
func (a *api) info(w http.ResponseWriter, r *http.Request) error {
	_, current, err := a.host.Releases()
	if err != nil {
		a.Log.Warn("releases cannot be listed in full", slog.Any("error", err))
	}
	type limits struct {
		Timeout float64 `json:"timeout"` // seconds
		Rows    int64   `json:"rows"`
		Bytes   int64   `json:"bytes"`
	}
	answerJSON(w, r, struct {
		Versions   map[string]string `json:"versions"`
		Release    string            `json:"release"`
		Formats    []encode.Format   `json:"formats"`
		Parameters []string          `json:"parameters"`
		Limits     limits            `json:"limits"`
		Paths      []string          `json:"paths"`
	}{a.Versions, current, encode.Formats, queryParameters(), limits{a.Limits.Timeout.Seconds(), a.Limits.Rows, a.Limits.Bytes}, pathNames()})
	return nil
}

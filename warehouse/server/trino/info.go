package trino

import (
	"encoding/json"
	"fmt"
	"html"
	"net/http"
	"time"

	"sanpin/warehouse/dialect/fault"
)

func answerJSON(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	_ = json.NewEncoder(w).Encode(v) // a client that went away needs no answer
}

// info tells the version of Trino that is spoken here.
func (s *Server) info(w http.ResponseWriter, _ *http.Request) {
	answerJSON(w, map[string]any{
		"nodeVersion": map[string]string{"version": Version}, "environment": "sanpin", "coordinator": true, "starting": false,
		"uptime": fmt.Sprintf("%.2fm", time.Since(s.started).Minutes()),
	})
}

func (s *Server) infoState(w http.ResponseWriter, _ *http.Request) { answerJSON(w, "ACTIVE") }

// queryState is what is told of a query.
type queryState struct {
	ID         string         `json:"queryId"`
	State      string         `json:"state"`
	Query      string         `json:"query"`
	Self       string         `json:"self"`
	UpdateType string         `json:"updateType,omitempty"`
	Session    map[string]any `json:"session"`
	Stats      queryStats     `json:"queryStats"`
	ErrorType  string         `json:"errorType,omitempty"`
	ErrorCode  map[string]any `json:"errorCode,omitempty"`
	Failure    map[string]any `json:"failureInfo,omitempty"`
}

type queryStats struct {
	Created string `json:"createTime"`
	Ended   string `json:"endTime,omitempty"`
	Queued  string `json:"queuedTime"`
	Elapsed string `json:"elapsedTime"`
	Rows    int64  `json:"outputPositions"`
	Bytes   int64  `json:"outputDataSizeBytes"`
}

func (q *query) told() queryState {
	q.mu.Lock()
	defer q.mu.Unlock()
	end := q.ended
	stats := queryStats{Created: q.created.UTC().Format(time.RFC3339Nano), Queued: q.queued.String(), Rows: q.rows, Bytes: q.bytes}
	if end.IsZero() {
		end = time.Now()
	} else {
		stats.Ended = end.UTC().Format(time.RFC3339Nano)
	}
	stats.Elapsed = end.Sub(q.created).String()
	t := queryState{ID: q.id, State: string(q.state), Query: q.sql, Self: q.base + "/v1/query/" + q.id, UpdateType: q.update, Stats: stats,
		Session: map[string]any{"user": q.session.user, "source": q.session.source, "catalog": q.session.catalog, "schema": q.session.schema,
			"timeZone": q.session.zone, "clientInfo": q.session.info, "clientTags": q.session.tags, "remoteUserAddress": q.session.address}}
	if q.err != nil {
		t.ErrorType = q.err.Name.Type()
		t.ErrorCode = map[string]any{"code": q.err.Name.Code(), "name": q.err.Name, "type": q.err.Name.Type()}
		t.Failure = map[string]any{"type": "io.trino.spi.TrinoException", "message": q.err.Message}
	}
	return t
}

func (s *Server) queryInfo(w http.ResponseWriter, r *http.Request) {
	q := s.queries.find(r.PathValue("id"))
	if q == nil {
		http.Error(w, "Query not found", http.StatusGone)
		return
	}
	answerJSON(w, q.told())
}

func (s *Server) queryList(w http.ResponseWriter, _ *http.Request) {
	list := []queryState{}
	for _, q := range s.queries.all() {
		list = append(list, q.told())
	}
	answerJSON(w, list)
}

// infoPage shows one query to people: clients print its address.
func (s *Server) infoPage(w http.ResponseWriter, r *http.Request) {
	q := s.queries.find(r.URL.RawQuery)
	if q == nil {
		http.Error(w, "There is no query of that id, or it ended too long ago.", http.StatusNotFound)
		return
	}
	t := q.told()
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'")
	fmt.Fprintf(w, "<!doctype html><html lang=en><meta charset=utf-8><title>%[1]s</title>"+
		"<style>body{font:16px/1.5 sans-serif;margin:2rem auto;max-width:60rem;padding:0 1rem}pre{white-space:pre-wrap;background:#eee;padding:1rem;color:#111}dt{font-weight:bold}</style>"+
		"<h1>Query %[1]s</h1><dl>", html.EscapeString(t.ID))
	for _, line := range [][2]string{{"State", t.State}, {"User", q.session.user}, {"Source", q.session.source}, {"Created", t.Stats.Created}, {"Took", t.Stats.Elapsed},
		{"Rows so far", fmt.Sprint(t.Stats.Rows)}, {"Error", failureText(q.failure())}} {
		if line[1] != "" {
			fmt.Fprintf(w, "<dt>%s</dt><dd>%s</dd>", line[0], html.EscapeString(line[1]))
		}
	}
	fmt.Fprintf(w, "</dl><pre>%s</pre>", html.EscapeString(t.Query))
}

func (q *query) failure() *fault.Error {
	q.mu.Lock()
	defer q.mu.Unlock()
	return q.err
}

func failureText(e *fault.Error) string {
	if e == nil {
		return ""
	}
	return string(e.Name) + ": " + e.Message
}

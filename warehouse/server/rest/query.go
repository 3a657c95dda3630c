package rest

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"time"

	"github.com/apache/arrow-go/v18/arrow"

	"sanpin/warehouse"
	"sanpin/warehouse/encode"
)

// query answers a statement.
func (a *api) query(w http.ResponseWriter, r *http.Request) error {
	start := time.Now()
	q, err := readRequest(w, r, a.Limits)
	if err != nil {
		return err
	}
	hash := sha256.Sum256([]byte(q.sql))
	note(w, slog.String("query", hex.EncodeToString(hash[:6])), slog.String("format", string(q.format)), slog.String("sql", q.sql))
	ctx, cancel := context.WithTimeout(r.Context(), q.lower.Timeout)
	defer cancel()
	querier, done, err := a.host.Acquire(ctx, q.release)
	if err != nil {
		return err
	}
	defer done()
	catalog, err := querier.Catalog(ctx)
	if err != nil {
		return err
	}
	tag := ""
	if r.Method != http.MethodPost {
		tag = a.etag(q, catalog.Release)
	}
	describe(w.Header(), catalog, q.sample, tag)
	note(w, slog.String("release", catalog.Release))
	if matches(r, tag) {
		w.WriteHeader(http.StatusNotModified)
		return nil
	}
	leave, err := a.host.Enter(ctx)
	if err != nil {
		return err
	}
	defer leave()
	result, err := querier.Query(ctx, warehouse.Request{SQL: q.sql, Dialect: q.dialect, Params: q.params, Sample: q.sample, MaxRows: q.limit})
	if err != nil {
		return a.why(ctx, q, err)
	}
	defer result.Close()
	w.Header().Set("X-Sanpin-Dialect", result.Dialect)
	return a.answer(w, r.WithContext(ctx), q, result, catalog, start)
}

// describe sets the headers that say what is answered from.
func describe(header http.Header, catalog *warehouse.Catalog, sample bool, tag string) {
	header.Set("X-Sanpin-Release", catalog.Release)
	if catalog.Sample || sample {
		header.Set("X-Sanpin-Sample", "sample")
	}
	header.Set("Vary", "Accept, Accept-Encoding")
	header.Set("Cache-Control", "no-store")
	if tag != "" {
		header.Set("Cache-Control", "private, no-cache") // keep it, and ask each time whether it still holds
		header.Set("ETag", tag)
	}
}

// answer streams a result. What breaks before the first byte is returned.
func (a *api) answer(w http.ResponseWriter, r *http.Request, q *request, result *warehouse.Result, catalog *warehouse.Catalog, start time.Time) error {
	out := newReply(w, r, q, result)
	defer out.close()
	if q.format == encode.JSON {
		out.head = appendHead(nil, result, catalog.Sample || q.sample)
	}
	rows := &counted{Result: result, most: q.lower.Rows}
	n, err := encode.Write(out, q.format, rows, encode.Options{BOM: q.bom})
	note(w, slog.Int64("rows", n))
	if err == nil && q.format == encode.JSON {
		_, err = out.Write(appendTail(nil, result, n, time.Since(start)))
	}
	if err == nil {
		err = out.finish()
	}
	if err == nil {
		return nil
	}
	err = a.why(r.Context(), q, err)
	if !out.begun {
		return err
	}
	note(w, slog.String("problem", problemOf(err).Kind), slog.Any("error", err))
	return errAborted
}

// why names the limit that a query ran into, and who stopped it when that was
// not the client.
func (a *api) why(ctx context.Context, q *request, err error) error {
	switch warehouse.KindOf(err) {
	case warehouse.KindTimeout:
		return &warehouse.Error{Kind: warehouse.KindTimeout, Message: fmt.Sprintf("the query was stopped after %s", q.lower.Timeout),
			Hint: fmt.Sprintf("select fewer periods, indicators or columns; the most time that can be had here is %s", a.Limits.Timeout), Err: err}
	case warehouse.KindCanceled:
		if cause := context.Cause(ctx); cause != nil {
			return cause
		}
	}
	return err
}

// counted ends in an error where a result has too many rows.
type counted struct {
	*warehouse.Result
	n, most int64
}

func (c *counted) Next() (arrow.RecordBatch, error) {
	batch, err := c.Result.Next()
	if err != nil {
		return nil, err
	}
	if c.n += batch.NumRows(); c.n > c.most {
		batch.Release()
		return nil, &warehouse.Error{Kind: warehouse.KindLimit, Message: fmt.Sprintf("the result has more than %d rows", c.most),
			Hint: "add conditions, group, or ask for the first ones with LIMIT in the statement or limit= beside it"}
	}
	return batch, nil
}

func tooLarge(most int64) error {
	return &warehouse.Error{Kind: warehouse.KindLimit, Message: fmt.Sprintf("the answer has more than %d bytes", most),
		Hint: "select fewer rows or columns, or the format arrow, which is smaller"}
}

// abort breaks the connection, so that the client does not take what it has for
// all there is. It does not return.
func abort(w http.ResponseWriter, r *http.Request) {
	if r.ProtoMajor == 1 && r.ProtoMinor == 0 {
		// Without chunks, as proxies speak, the end of the connection is the end
		// of the answer: only a reset tells that it is not.
		reset(w)
	}
	panic(http.ErrAbortHandler)
}

func reset(w http.ResponseWriter) {
	conn, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	if tcp, ok := conn.(interface{ SetLinger(int) error }); ok {
		err = tcp.SetLinger(0)
	}
	_ = errors.Join(err, conn.Close()) // there is nobody to tell
}

// noticeHeaders carries notices beside formats that have no place for them,
// percent-encoded: headers are ASCII.
func noticeHeaders(header http.Header, notices []string) {
	for _, n := range notices {
		header.Add("X-Sanpin-Notice", url.PathEscape(n))
	}
}

package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"

	"sanpin/warehouse"
	"sanpin/warehouse/encode"
)

// writeRows writes an answer in a format: one of people's (box, markdown,
// line: table.go) or of programs' (package encode).
func writeRows(w io.Writer, rows warehouse.Rows, format string) error {
	if isTable(format) {
		return writeTable(w, rows, format)
	}
	f, err := encode.Parse(format)
	if err != nil {
		return usage("--format %s: use box, markdown, line or %s", format, encode.List())
	}
	_, err = encode.Write(w, f, rows, encode.Options{LF: true})
	return err
}

// record is one row of a small answer, by column name.
type record struct{ values map[string]any }

// records answers a small question whole: samples are shown too, for what is
// asked by id or of the quarantine is asked of all there is.
func records(ctx context.Context, w *warehouse.Warehouse, sql string, params map[string]any) ([]record, error) {
	result, err := w.Query(ctx, warehouse.Request{SQL: sql, Params: params, Sample: true})
	if err != nil {
		return nil, err
	}
	defer result.Close()
	var b bytes.Buffer
	if _, err := encode.Write(&b, encode.NDJSON, result, encode.Options{}); err != nil {
		return nil, err
	}
	var out []record
	dec := json.NewDecoder(&b)
	dec.UseNumber()
	for {
		var values map[string]any
		if err := dec.Decode(&values); err == io.EOF {
			return out, nil
		} else if err != nil {
			return nil, err
		}
		out = append(out, record{values})
	}
}

package etl

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"sanpin/etl/clean"
	"sanpin/etl/form"
	"sanpin/etl/grid/sheet"
	"sanpin/etl/judge"
	"sanpin/warehouse/lake"
)

// job is one filing to read.
type job struct {
	id, sha256  string
	file, filer string
	bytes       int64
	receivedAt  time.Time
	supersedes  string
	again       bool         // it is in the parent release already
	refusal     *sheet.Error // why it need not be opened
	open        func() (*os.File, int64, error)
}

// readFiling reads, maps and judges one filing. What is wrong with the file is
// in the filing's row, never an error: an error is a failure of the program or
// of the disk.
func readFiling(ctx context.Context, cfg Config, reader *form.Reader, j job) (*lake.Rows, Outcome, error) {
	row := lake.Filing{FilingID: j.id, SHA256: j.sha256, FileName: j.file, Filer: j.filer, ReceivedAt: j.receivedAt.UnixMicro(),
		Bytes: j.bytes, Kind: "actual", Status: "loaded", Supersedes: optional(j.supersedes)}
	f, parts, err := readParts(ctx, cfg, j)
	if f != nil {
		defer f.Close() // long tables are read while they are mapped
	}
	var reading *form.Reading
	var broken []error
	if err == nil {
		row.Kind = kindOf(j.file, parts)
		reading, broken, err = mapParts(ctx, reader, j, row.Kind, parts)
	}
	if err != nil {
		if ctx.Err() != nil || !isAboutFile(err) {
			return nil, Outcome{}, fmt.Errorf("%s: %w", j.file, err)
		}
		return refuseFile(&row, err), outcome(&row), nil
	}
	describe(&row, parts, reading)
	judgeReading(reader, j, reading)
	settle(&row, parts, reading, broken)
	reading.Rows.Filings = []lake.Filing{row}
	if row.ValuesRead != row.ValuesLoaded+row.ValuesRejected {
		return nil, Outcome{}, fmt.Errorf("%s: %d values read, but %d loaded and %d rejected: a value was lost (this is a fault of sanpin)",
			j.file, row.ValuesRead, row.ValuesLoaded, row.ValuesRejected)
	}
	o := outcome(&row)
	o.heads = reading.Heads
	return &reading.Rows, o, nil
}

// readParts opens the file, which the caller closes where there is one.
func readParts(ctx context.Context, cfg Config, j job) (*os.File, []Part, error) {
	if j.refusal != nil {
		return nil, nil, j.refusal
	}
	f, size, err := j.open()
	if err != nil {
		return nil, nil, err
	}
	parts, err := ReadTables(ctx, f, size, cfg.Limits)
	return f, parts, err
}

// isAboutFile tells the errors that say what is wrong with the file.
func isAboutFile(err error) bool {
	var e *sheet.Error
	return errors.As(err, &e)
}

// mapParts gives the tables to the forms. Parts that could not be read are
// rejected by name.
func mapParts(ctx context.Context, reader *form.Reader, j job, kind string, parts []Part) (*form.Reading, []error, error) {
	f := &form.Filing{ID: j.id, SHA256: j.sha256, File: j.file, Kind: kind, ReceivedAt: j.receivedAt}
	reading := &form.Reading{}
	var broken []error
	for _, p := range parts {
		switch {
		case p.Err != nil:
			broken = append(broken, p.Err)
		case p.Long != nil:
			err := reader.ReadLong(f, p.Grid, p.Long, p.Pieces, reading)
			if ctx.Err() != nil || err != nil && !isAboutFile(err) {
				return nil, nil, err
			}
			if err != nil {
				broken = append(broken, err)
			}
		default:
			for _, t := range p.Tables {
				reader.Read(f, p.Grid, t, reading)
			}
		}
	}
	return reading, broken, nil
}

// describe fills in what the tables say of the filing.
func describe(row *lake.Filing, parts []Part, r *form.Reading) {
	if len(parts) > 0 {
		row.Format, row.Encoding = parts[0].Meta.Format, optional(parts[0].Meta.Encoding)
	}
	row.Form = optional(strings.Join(r.Forms, ", "))
	row.Title = optional(r.Title)
	row.SourceNote = optional(strings.Join(r.Notes, "\n"))
	row.BlankCells = int64(r.Blank)
	row.Publisher, row.PublishedOn = onePublication(r.Rows.Observations)
}

// onePublication gives publisher and day where all observations of a filing
// have the same: a compilation has none of its own.
func onePublication(obs []lake.Observation) (publisher *string, on *lake.Date) {
	if len(obs) == 0 {
		return nil, nil
	}
	publisher, on = optional(obs[0].Publisher), obs[0].PublishedOn
	for i := range obs {
		if obs[i].Publisher != obs[0].Publisher {
			publisher = nil
		}
		if d := obs[i].PublishedOn; on != nil && (d == nil || *d != *on) {
			on = nil
		}
	}
	return publisher, on
}

// judgeReading moves the observations that the judge rejects to the rejects.
func judgeReading(reader *form.Reader, j job, r *form.Reading) {
	known := map[string]*judge.Limits{}
	limits := func(code string) *judge.Limits {
		l := known[code]
		if l == nil {
			ind := reader.Dictionary.Code(code)
			l = &judge.Limits{Name: ind.Name, Min: ind.Min, Max: ind.Max, Additive: ind.Additive}
			known[code] = l
		}
		return l
	}
	accepted, verdicts := judge.Filing(r.Rows.Observations, limits, j.receivedAt)
	r.Rows.Observations = accepted
	for _, v := range verdicts {
		o := v.Observation
		r.Rows.Rejects = append(r.Rows.Rejects, lake.Reject{
			RejectID: form.ID("r", j.sha256, o.Part, o.Cell, v.Reason), FilingID: j.id, Part: o.Part, Cell: o.Cell, Raw: o.Printed,
			Reason: v.Reason, Detail: v.Detail, Suggestion: v.Suggestion, RowHeading: o.RowHeading, ColumnHeading: o.ColumnHeading, Values: 1, Kind: o.Kind,
		})
	}
}

// settle counts, and says of a filing that gave nothing why.
func settle(row *lake.Filing, parts []Part, r *form.Reading, broken []error) {
	for i, err := range broken {
		r.Rows.Rejects = append(r.Rows.Rejects, partReject(row, i, err))
	}
	if r.Loaded() > 0 {
		row.ValuesRead, row.ValuesLoaded, row.ValuesRejected = int64(r.Read), int64(r.Loaded()), int64(r.Rejected())
		return
	}
	row.Status = "refused"
	for i := range r.Rows.Rejects {
		r.Rows.Rejects[i].Values = 0 // the filing is refused as a whole
	}
	switch {
	case len(r.Rows.Rejects) > 0:
		first := &r.Rows.Rejects[0]
		row.Reason, row.Detail = optional(first.Reason), optional(first.Detail+"；"+first.Suggestion)
	default:
		detail := "文件中没有找到表格：需要表头、行名称和数值"
		row.Reason, row.Detail = optional("no_table"), &detail
		r.Rows.Rejects = append(r.Rows.Rejects, wholeReject(row, "no_table", detail, "按表单报送，或把数据放在有表头的工作表中"))
	}
}

func partReject(row *lake.Filing, i int, err error) lake.Reject {
	r := wholeReject(row, reasonOf(err), err.Error(), remedyOf(err))
	r.RejectID = form.ID("r", row.SHA256, "part", fmt.Sprint(i))
	return r
}

func wholeReject(row *lake.Filing, reason, detail, suggestion string) lake.Reject {
	return lake.Reject{RejectID: form.ID("r", row.SHA256, reason), FilingID: row.FilingID, Reason: reason, Detail: detail, Suggestion: suggestion, Kind: row.Kind}
}

// refuseFile makes the rows of a file that could not be read at all.
func refuseFile(row *lake.Filing, err error) *lake.Rows {
	row.Status, row.Reason, row.Detail = "refused", optional(reasonOf(err)), optional(err.Error())
	return &lake.Rows{Filings: []lake.Filing{*row}, Rejects: []lake.Reject{wholeReject(row, reasonOf(err), err.Error(), remedyOf(err))}}
}

func reasonOf(err error) string {
	var e *sheet.Error
	if errors.As(err, &e) {
		return string(e.Code)
	}
	return "damaged"
}

func remedyOf(err error) string {
	var e *sheet.Error
	if errors.As(err, &e) {
		return e.Remedy
	}
	return ""
}

// kindOf tells a sample: a filing that calls itself 示例 in its name or in a
// title.
func kindOf(file string, parts []Part) string {
	if strings.Contains(file, "示例") {
		return "sample"
	}
	for _, p := range parts {
		for _, t := range p.Tables {
			if strings.Contains(t.Title, "示例") {
				return "sample"
			}
		}
		for _, text := range append([]string{p.Meta.Caption, p.Meta.Part}, p.Meta.Before...) {
			if strings.Contains(clean.Squeeze(text), "示例") {
				return "sample"
			}
		}
	}
	return "actual"
}

func outcome(row *lake.Filing) Outcome {
	o := Outcome{File: row.FileName, FilingID: row.FilingID, Status: row.Status, Read: row.ValuesRead, Loaded: row.ValuesLoaded, Rejected: row.ValuesRejected}
	for _, p := range []struct {
		to   *string
		from *string
	}{{&o.Forms, row.Form}, {&o.Reason, row.Reason}, {&o.Detail, row.Detail}} {
		if p.from != nil {
			*p.to = *p.from
		}
	}
	return o
}

func optional(s string) *string {
	if s == "" {
		return nil
	}
	return &s
}

package warehouse

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"sanpin/warehouse/engine"
)

// Empty is why a measure of one row of a view has no value.
type Empty struct {
	View     string            `json:"view"`     // mart.cluster_figure
	Row      map[string]string `json:"row"`      // what tells the row: its columns that are no measures
	Column   string            `json:"column"`   // the measure
	Status   string            `json:"status"`   // not_reported, suppressed, quarantined, not_applicable, not_yet_due, non_derivable
	Reason   string            `json:"reason"`   // the view's own word; "" where it has none
	Meaning  string            `json:"meaning"`  // of the reason
	Kept     []KeptOut         `json:"kept_out"` // values in quarantine that speak of subject, year and indicator
	Filings  []CouldHave       `json:"filings"`  // that could have filled it
	subject  string
	year     string
	measured string // indicator
}

// KeptOut is a value in quarantine.
type KeptOut struct {
	ID         string `json:"reject_id"`
	File       string `json:"file"`
	Cell       string `json:"cell"`
	Raw        string `json:"raw"`
	Reason     string `json:"reason"`
	Suggestion string `json:"suggestion"`
}

// CouldHave is a filing that could have filled the cell, and how it is known.
type CouldHave struct {
	File  string `json:"file"`
	Why   string `json:"why"` // speaks of the subject in that year; files the indicator for others
	Facts string `json:"facts"`
}

// MaxWhy is the most rows that are explained at a time.
const MaxWhy = 20

// Why explains the empty measures of the rows of a view that meet a condition;
// of one column, or of all where column is "". A view of zh is asked by its
// own names. It is KindNotFound when no row meets the condition, and a usage
// error when the column is no measure.
func (w *Warehouse) Why(ctx context.Context, view, where, column string, sample bool) ([]Empty, error) {
	v := w.findView(view)
	if v == nil {
		return nil, &Error{Kind: KindUsage, Message: fmt.Sprintf("there is no view %q", view), Hint: "what there is: sanpin catalog"}
	}
	if where == "" {
		where = "true"
	}
	query := fmt.Sprintf("SELECT * FROM %s.%s WHERE (%s\n) LIMIT %d", engine.QuoteName(v.Schema), engine.QuoteName(v.Name), where, MaxWhy)
	if err := w.guard.check(ctx, query, w.names); err != nil {
		return nil, err
	}
	conn, err := w.session(ctx, sample)
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	measures, err := w.measures(ctx, conn, v)
	if err != nil {
		return nil, err
	}
	if column != "" && !hasMeasure(measures, column) {
		return nil, &Error{Kind: KindUsage, Message: fmt.Sprintf("%s.%s is no measure that may be empty", v.Name, column), Hint: "measures: " + measureNames(measures)}
	}
	rows, err := readColumn(ctx, conn, "SELECT to_json(found)::VARCHAR FROM ("+query+") AS found")
	if err != nil {
		return nil, err
	}
	var all []Empty
	for _, text := range rows {
		row := map[string]any{}
		if err := json.Unmarshal([]byte(text), &row); err != nil {
			return nil, err
		}
		for _, m := range measures {
			if row[m.shown] != nil || (column != "" && !strings.EqualFold(column, m.shown)) {
				continue
			}
			e, err := explainEmpty(ctx, conn, v, m, measures, row)
			if err != nil {
				return nil, err
			}
			all = append(all, e)
		}
	}
	if len(rows) == 0 {
		return nil, &Error{Kind: KindUsage, Message: fmt.Sprintf("no row of %s.%s meets the condition: no filing that was loaded speaks of it", v.Schema, v.Name),
			Hint: "values that were kept out: sanpin quarantine list"}
	}
	return all, nil
}

// measure is a row of reference.measure_status; shown and state are the names
// of the columns in the view that is asked, which may be the Chinese one.
type measure struct{ shown, state, indicator string }

func hasMeasure(all []measure, column string) bool {
	for _, m := range all {
		if strings.EqualFold(m.shown, column) {
			return true
		}
	}
	return false
}

func measureNames(all []measure) string {
	var names []string
	for _, m := range all {
		names = append(names, m.shown)
	}
	return strings.Join(names, ", ")
}

// findView finds a view by schema.name, or by name alone in mart and zh.
func (w *Warehouse) findView(name string) *View {
	schemas := searched
	if schema, rest, ok := strings.Cut(name, "."); ok {
		schemas, name = []string{schema}, rest
	}
	for _, s := range schemas {
		if v := w.catalog.Find(s, strings.Trim(name, `"`)); v != nil {
			return v
		}
	}
	return nil
}

// measures returns the measures of a view, or of the mart that a view of zh
// shows.
func (w *Warehouse) measures(ctx context.Context, conn *engine.Conn, v *View) ([]measure, error) {
	mart := v
	if v.Schema == "zh" {
		mart = w.metrics.martOf(w.catalog, v.Name)
	}
	if mart == nil || len(mart.Columns) != len(v.Columns) {
		return nil, nil
	}
	shown := map[string]string{}
	for i, c := range mart.Columns {
		shown[c.Name] = v.Columns[i].Name
	}
	rows, err := readTexts(ctx, conn, `SELECT column_name, coalesce(status_column, ''), coalesce(indicator, '')
		FROM reference.measure_status WHERE view_name = $1`, mart.Schema+"."+mart.Name)
	var all []measure
	for _, r := range rows {
		all = append(all, measure{shown[r[0]], shown[r[1]], r[2]})
	}
	return all, err
}

func explainEmpty(ctx context.Context, conn *engine.Conn, v *View, m measure, measures []measure, row map[string]any) (Empty, error) {
	e := Empty{View: v.Schema + "." + v.Name, Row: map[string]string{}, Column: m.shown, Status: "not_reported", measured: m.indicator}
	for _, c := range v.Columns {
		value := ""
		if row[c.Name] != nil {
			value = fmt.Sprint(row[c.Name])
		}
		if !hasMeasure(measures, c.Name) && value != "" {
			e.Row[c.Name] = value
		}
		switch c.Name {
		case "subject_name", "cluster", "brand", "list_name", "主体", "集群", "品牌", "名单名称":
			e.subject = value
		case "year", "list_year", "due_year", "年份", "名单年份", "目标年":
			e.year = value
		case "indicator", "measure", "numerator", "指标代码", "度量代码", "分子":
			if e.measured == "" {
				e.measured = value
			}
		}
	}
	if row[m.state] != nil {
		e.Reason = fmt.Sprint(row[m.state])
	}
	words, err := readTexts(ctx, conn, "SELECT standard, meaning_zh || ' ' || meaning_en FROM reference.empty_status WHERE word = $1",
		cmp.Or(e.Reason, e.Status))
	if err == nil && len(words) > 0 {
		e.Status, e.Meaning = words[0][0], words[0][1]
	}
	if err != nil || e.subject == "" {
		return e, err
	}
	return e, e.look(ctx, conn)
}

// look finds what lies in quarantine for the cell, and the filings that could
// have filled it.
func (e *Empty) look(ctx context.Context, conn *engine.Conn) error {
	kept, err := readTexts(ctx, conn, `SELECT r.reject_id, r.file_name, r.part || ' ' || r.cell, coalesce(r.raw, ''), r.reason || ' ' || coalesce(r.reason_name_zh, ''), coalesce(r.suggestion, '')
		FROM core.quarantined AS q JOIN core.reject AS r ON r.reject_id = q.reject_id
		WHERE q.subject_name = $1 AND ($2 = '' OR q.year::VARCHAR = $2) AND ($3 = '' OR q.indicator = $3) ORDER BY 1 LIMIT 5`, e.subject, e.year, e.measured)
	if err != nil {
		return err
	}
	for _, k := range kept {
		e.Kept = append(e.Kept, KeptOut{k[0], k[1], k[2], k[3], k[4], k[5]})
	}
	if len(kept) > 0 && e.Status == "not_reported" {
		e.Status = "quarantined"
	}
	found, err := readTexts(ctx, conn, `SELECT f.file_name, c.why, c.facts::VARCHAR FROM (
			SELECT filing_id, 1 AS place, 'speaks of the subject in that year' AS why, count(*) AS facts FROM core.observation
			WHERE subject_name = $1 AND ($2 = '' OR year::VARCHAR = $2) GROUP BY filing_id
			UNION ALL
			SELECT filing_id, 2, 'files the indicator for others in that year', count(*) FROM core.observation
			WHERE indicator = $3 AND subject_name <> $1 AND ($2 = '' OR year::VARCHAR = $2) GROUP BY filing_id
		) AS c JOIN core.filing AS f ON f.filing_id = c.filing_id
		ORDER BY c.place, c.facts DESC, f.file_name LIMIT 6`, e.subject, e.year, e.measured)
	for _, f := range found {
		e.Filings = append(e.Filings, CouldHave{f[0], f[1], f[2]})
	}
	return err
}

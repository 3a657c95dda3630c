package warehouse

import (
	"context"
	"fmt"
	"strings"

	"sanpin/sql"
	"sanpin/warehouse/engine"
)

// A metric is what reference.metric says of a column: whether its values may
// be added up, and what to use instead. Columns that it does not name add up,
// or are no figures.
type metric struct {
	view, column         string // as registered: mart.yoy, published_pct
	kind                 string // ratio, stock, non_additive, by_indicator
	instead, insteadInZh string
}

// metrics is the registry of one release, and what is needed to read it.
type metrics struct {
	byColumn map[string]metric     // "mart.yoy.published_pct", in lower case; zh too
	columns  map[string][]string   // columns of "mart.yoy"
	kinds    map[string]metricKind // of an indicator's values
}

// metricKind is how an indicator's values add up.
type metricKind struct{ kind, name string }

// readMetrics reads the registry. A view of zh has its mart's columns in the
// same order, so that what is said of one holds for the other.
func readMetrics(ctx context.Context, conn *engine.Conn, schemas []Schema) (*metrics, error) {
	m := &metrics{byColumn: map[string]metric{}, columns: map[string][]string{}, kinds: map[string]metricKind{}}
	for _, s := range schemas {
		for _, v := range s.Views {
			for _, c := range v.Columns {
				key := strings.ToLower(s.Name + "." + v.Name)
				m.columns[key] = append(m.columns[key], c.Name)
			}
		}
	}
	if len(m.columns["reference.metric"]) == 0 || len(m.columns["reference.indicator"]) == 0 {
		return m, nil // a model without a registry
	}
	rows, err := readTexts(ctx, conn, `SELECT view_name, column_name, metric_kind,
		coalesce(use_instead_en, ''), coalesce(use_instead_zh, '') FROM reference.metric`)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		m.byColumn[strings.ToLower(r[0]+"."+r[1])] = metric{r[0], r[1], r[2], r[3], r[4]}
	}
	rows, err = readTexts(ctx, conn, `SELECT code, name_zh, CASE WHEN unit IN ('%', '个百分点') OR NOT additive THEN 'ratio'
		WHEN accumulation = 'point' THEN 'stock' ELSE '' END FROM reference.indicator`)
	if err != nil {
		return nil, err
	}
	for _, r := range rows {
		m.kinds[r[0]] = metricKind{kind: r[2], name: r[1]}
	}
	return m, m.twins()
}

func (m *metrics) twins() error {
	views, err := sql.Views()
	if err != nil {
		return err
	}
	for _, v := range views {
		here, there := strings.ToLower(v.Full()), v.Twin()
		if there == "" {
			continue
		}
		if len(m.columns[here]) != len(m.columns[there]) {
			continue // the release is of another version of the model
		}
		for i, column := range m.columns[there] {
			if known, ok := m.byColumn[there+"."+column]; ok {
				m.byColumn[here+"."+strings.ToLower(m.columns[here][i])] = known
			}
		}
	}
	return nil
}

// martOf returns the mart that a view of zh shows.
func (m *metrics) martOf(catalog *Catalog, zh string) *View {
	views, err := sql.Views()
	if err != nil {
		return nil
	}
	for _, v := range views {
		if mart, ok := strings.CutPrefix(v.Twin(), "mart."); ok && v.Name == zh {
			return catalog.Find("mart", mart)
		}
	}
	return nil
}

// of returns what is registered of a column of a view, by names in any case.
func (m *metrics) of(view, column string) (metric, bool) {
	found, ok := m.byColumn[strings.ToLower(view+"."+column)]
	return found, ok
}

// notice says why an aggregate of the metric is no figure.
func (m metric) notice(function, why string) string {
	text := fmt.Sprintf("%s(%s.%s): %s", function, m.view, m.column, why)
	if m.instead != "" {
		text += "; use " + m.instead
	}
	if m.insteadInZh != "" {
		text += "（" + m.insteadInZh + "）"
	}
	return text
}

// What people read when an aggregate makes no sense.
const (
	whyRatio = "ratios do not add up, and their mean is no ratio 比率不可相加或平均"
	whyStock = "a stock is counted again at each date 时点数不可跨期相加"
	whyMixed = "values of different measures are taken together 不同指标的数值混在一起"
	whyNever = "the values do not add up 数值不可相加"
)

package warehouse

import (
	"context"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"sanpin/sql"
)

// tinyFiles is a model with one thing of each sort; a test changes or adds
// files. Views are in the order of tinyViews.
func tinyFiles() map[string]string {
	return map[string]string{
		"macro.sql": "CREATE OR REPLACE MACRO cardinality(a) AS len(a);",
		"reference/indicator.sql": `CREATE TABLE reference.indicator (code varchar, name_zh varchar, range_max decimal(18, 6), additive boolean);
			COMMENT ON TABLE reference.indicator IS 'One row per indicator';
			COMMENT ON COLUMN reference.indicator.code IS 'Code that facts carry';`,
		"reference/indicator.csv": "code,name_zh,additive,range_max\nrd_expenditure,R&D经费,true,\npatent,\"发明\"\"专利\"\", 件\",,12.5\n",
		"staging/setting.sql":     "CREATE VIEW staging.setting AS SELECT name, value FROM lake.setting",
		"core/shown_kind.sql": `CREATE VIEW core.shown_kind AS
			SELECT k.kind FROM (VALUES ('actual'), ('sample')) AS k (kind)
			WHERE k.kind <> 'sample' OR EXISTS (SELECT 1 FROM staging.setting AS s WHERE s.name = 'show_sample' AND s.value = 'true')`,
		"core/fact.sql": `CREATE VIEW core.fact AS
			SELECT observation_id, region_code, indicator, period_end, count(*) OVER (PARTITION BY region_code) AS "per region"
			FROM lake.observation ORDER BY observation_id DESC;
			COMMENT ON VIEW core.fact IS 'One row per fact; it''s kept';
			COMMENT ON COLUMN core.fact."per region" IS 'Facts of the region';`,
		"mart/figure.sql": `-- One row per figure.
			CREATE VIEW mart.figure AS
			SELECT observation_id, region_code, subject_name, year(period_end) AS year, value, unit, kind, cardinality(['a', 'b']) AS two
			FROM lake.observation WHERE kind IN (SELECT kind FROM core.shown_kind);
			COMMENT ON VIEW mart.figure IS 'One row per figure';
			COMMENT ON COLUMN mart.figure.value IS 'Value, in its unit';`,
		"zh/数字.sql":              `CREATE VIEW zh."数字" AS SELECT year AS "年", value AS "值" FROM mart.figure`,
		"tests/value_is_set.sql": "-- Every observation has a value.\nSELECT observation_id FROM lake.observation WHERE value IS NULL",
	}
}

var tinyViews = []string{"staging/setting.sql", "core/shown_kind.sql", "core/fact.sql", "mart/figure.sql", "zh/数字.sql"}

// modelOf makes a model of files; changes are pairs of path and text, and a
// text of "-" removes the file. New view files come last.
func modelOf(changes ...string) model {
	files, order := tinyFiles(), tinyViews
	for i := 0; i < len(changes); i += 2 {
		layer, _, _ := strings.Cut(changes[i], "/")
		if _, there := files[changes[i]]; !there && strings.Contains("staging core mart zh", layer) {
			order = append(order[:len(order):len(order)], changes[i])
		}
		files[changes[i]] = changes[i+1]
	}
	m := model{files: fstest.MapFS{}}
	for path, text := range files {
		if text != "-" {
			m.files.(fstest.MapFS)[path] = &fstest.MapFile{Data: []byte(text)}
		}
	}
	for _, path := range order {
		schema, name, _ := strings.Cut(strings.TrimSuffix(path, ".sql"), "/")
		m.views = append(m.views, sql.View{Schema: schema, Name: name, File: path, Text: files[path]})
	}
	return m
}

// opened publishes sampleRows with the tiny model and opens the release.
func opened(t testing.TB, options BuildOptions) *Warehouse {
	t.Helper()
	_, release, _ := publish(t, sampleRows(t), options, modelOf())
	w, err := openRelease(context.Background(), release, Options{Threads: 2})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { w.Close() })
	return w
}

// answerText reads an answer to its end: values joined by ", ", rows by " | ".
func answerText(q Querier, request Request) (string, *Result, error) {
	result, err := q.Query(context.Background(), request)
	if err != nil {
		return "", nil, err
	}
	defer result.Close()
	var rows []string
	for {
		batch, err := result.Next()
		if err == io.EOF {
			return strings.Join(rows, " | "), result, nil
		}
		if err != nil {
			return "", result, err
		}
		for row := range int(batch.NumRows()) {
			var values []string
			for _, column := range batch.Columns() {
				values = append(values, column.ValueStr(row))
			}
			rows = append(rows, strings.Join(values, ", "))
		}
	}
}

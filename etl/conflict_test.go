package etl

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"sanpin/warehouse"
)

// TestContradictions: the pairs of contradicting sources of domain/lists whose
// two sides load are found by the rules of sql/core/conflict_…, which name none,
// and little else is.
func TestContradictions(t *testing.T) {
	files, _ := filepath.Glob("../../shared/domain/lists/*.csv")
	if len(files) == 0 {
		t.Skip("the shared lists are not here")
	}
	cfg := Config{Data: t.TempDir(), Inbox: t.TempDir(), Version: "test"}
	for _, file := range files {
		switch filepath.Base(file) {
		case "conflicts.csv", "sources.csv":
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(cfg.Inbox, filepath.Base(file)), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := Refresh(context.Background(), cfg); err != nil {
		t.Fatal(err)
	}
	w, err := warehouse.Open(context.Background(), cfg.Data, "", warehouse.Options{Threads: 2})
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	count := func(where string) int64 {
		t.Helper()
		result, err := w.Query(context.Background(), warehouse.Request{SQL: "SELECT 1 FROM mart.conflict WHERE " + where})
		if err != nil {
			t.Fatal(err)
		}
		defer result.Close()
		var rows int64
		for {
			batch, err := result.Next()
			if err != nil {
				return rows
			}
			rows += batch.NumRows()
		}
	}
	for _, pair := range []struct{ id, where string }{
		{"K001", "conflict_kind = 'growth_over_years' AND subject_name = '德化陶瓷'"},
		{"K002", "conflict_kind = 'growth_of_part_year' AND subject_name = '德化陶瓷'"},
		{"K004", "conflict_kind = 'title_wording' AND subject_name LIKE '%德化%'"},
		{"K006", "conflict_kind = 'jump_without_a_word' AND subject_name = '景德镇陶瓷'"},
		{"K012", "conflict_kind = 'part_too_large' AND subject_name = '南康家具'"},
		{"K019", "conflict_kind = 'fall_without_a_word' AND subject_name = '丹阳眼镜'"},
		{"K021", "conflict_kind = 'fall_without_a_word' AND subject_name = '澄海玩具' AND measure = 'gross_output'"},
		{"K025", "conflict_kind = 'share_differs' AND subject_name = '杭集牙刷'"},
		{"K031", "conflict_kind = 'frozen_figure' AND subject_name = '平阳宠物用品'"},
		{"K036", "conflict_kind = 'title_date' AND subject_name LIKE '%潮州%'"},
		{"K037", "conflict_kind = 'title_date' AND subject_name LIKE '%威海%'"},
		{"K041", "conflict_kind = 'one_title_two_places' AND text_a LIKE '%瓷都%'"},
		{"K042", "conflict_kind = 'one_title_two_places' AND text_a LIKE '%中国皮都%'"},
		{"K048", "conflict_kind = 'level_and_growth' AND subject_name LIKE '福鼎白茶%'"},
		{"K055", "conflict_kind = 'two_cohorts' AND measure = 'operating_revenue'"},
		{"K061", "conflict_kind = 'one_list_two_values' AND subject_name = '五粮液'"},
		{"K062", "conflict_kind = 'two_providers' AND subject_name = '茅台'"},
		{"K075", "conflict_kind = 'two_sets' AND value_a = 12.3"},
		{"K076", "conflict_kind = 'two_sets' AND value_a = 14.3"},
		{"K080", "conflict_kind = 'place_below_rule' AND subject_name LIKE '%小榄%'"},
		{"K081", "conflict_kind = 'one_title_two_places' AND text_a LIKE '%中国食品名城%'"},
		{"K082", "conflict_kind = 'forecast_out_of_reach' AND subject_name = '永康五金'"},
		{"K083", "conflict_kind = 'reevaluation_off_term' AND text_a LIKE '%中国家电之都%'"},
		{"K084", "conflict_kind = 'reevaluation_off_term' AND subject_name LIKE '%泉州%'"},
		{"K085", "conflict_kind = 'fall_without_a_word' AND subject_name LIKE '泉州工艺美术%'"},
		{"K087", "conflict_kind = 'two_boundaries' AND subject_name LIKE '%王庆坨%'"},
		{"K090", "conflict_kind = 'two_scopes' AND subject_name = '海宁皮革'"},
		{"K091", "conflict_kind = 'two_scopes' AND subject_name = '小榄锁具'"},
		{"K092", "conflict_kind = 'two_scopes' AND subject_name = '德化陶瓷'"},
		{"K096", "conflict_kind = 'total_of_other_members' AND value_a > value_b"},
		{"K098", "conflict_kind = 'two_ranks' AND subject_name = '盱眙龙虾'"},
	} {
		if count(pair.where) == 0 {
			t.Errorf("%s is not found: %s", pair.id, pair.where)
		}
	}
	if n := count("conflict_kind LIKE '%growth%' AND period_b = '2024' AND subject_name = '德化陶瓷'"); n != 0 {
		t.Error("K003 agrees and is called a contradiction")
	}
	if n := count("true"); n > 90 {
		t.Errorf("%d contradictions among 1,200 values: most are no such thing", n)
	}
}

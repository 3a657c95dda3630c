package clean

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// shared gives a file of the material beside the repository, or skips.
func shared(t *testing.T, name string) string {
	t.Helper()
	path := filepath.Join("..", "..", "..", "shared", name)
	if _, err := os.Stat(path); err != nil {
		t.Skip("no ", path)
	}
	return path
}

// sharedCSV reads a list as header -> field maps.
func sharedCSV(t *testing.T, name string) []map[string]string {
	t.Helper()
	f, err := os.Open(shared(t, name))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var rows []map[string]string
	for _, record := range all[1:] {
		row := map[string]string{}
		for i, field := range record {
			row[all[0][i]] = field
		}
		rows = append(rows, row)
	}
	return rows
}

func TestRegionTraps(t *testing.T) {
	product := strings.NewReplacer("(眼镜)", "", "(有为市)", "") // words beside the name in the list, not in filings
	for _, trap := range sharedCSV(t, "domain/region_traps.csv") {
		for text := range strings.SplitSeq(product.Replace(trap["name_in_text"]), " / ") {
			at := day(t, trap["valid_to_year"])
			if !at.IsZero() {
				at.Year--
			}
			m, err := ResolveRegion(text, at, "")
			_, points := deictic[text]
			switch {
			case points:
				if !errors.Is(err, ErrWithin) {
					t.Errorf("%s: %v, want %v", text, err, ErrWithin)
				}
			case strings.Contains(trap["trap"], "wrong city"):
				if !errors.Is(err, ErrConflict) {
					t.Errorf("%s: %+v, %v, want %v", text, m, err, ErrConflict)
				}
			case err != nil:
				t.Errorf("%s: %v", text, err)
			case trap["code_then"] != "" && (m.Code != trap["code_then"] || m.CurrentCode != trap["code_now"]):
				t.Errorf("%s: %+v, want %s, now %s", text, m, trap["code_then"], trap["code_now"])
			case trap["code_then"] == "" && m.Place == "":
				t.Errorf("%s: %+v, want a place below the county", text, m)
			}
		}
	}
}

// Every place of the lists of clusters reads as the person did who made them.
func TestRegionsOfClusterLists(t *testing.T) {
	for _, row := range sharedCSV(t, "domain/lists/cluster_title.csv") {
		text, county := row["place_raw"], row["county_or_town_resolved"]
		if text == "" {
			continue
		}
		m, err := ResolveRegion(text, Date{}, row["province_resolved"])
		if errors.Is(err, ErrAmbiguous) { // a town that several counties have: the city is not in the text
			m, err = ResolveRegion(text, Date{}, row["city_resolved"])
		}
		if err != nil {
			t.Error(err)
			continue
		}
		path := row["city_resolved"] + county
		if row["province_resolved"] == row["city_resolved"] {
			path = county
		}
		want, err := ResolveRegion(path, Date{}, row["province_resolved"])
		if err != nil || m.CurrentCode != want.CurrentCode {
			t.Errorf("%s: %+v, %v, want that of %s: %+v", text, m, err, path, want)
		}
	}
	for _, row := range sharedCSV(t, "domain/lists/sme_cluster.csv") {
		province, city, _ := strings.Cut(strings.TrimSuffix(row["province_resolved"], ")"), "(")
		if row["place"] == "" {
			continue
		}
		if m, err := ResolveRegion(row["place"], Date{}, province+city); err != nil || !m.ValidName {
			t.Errorf("%s: %+v, %v", row["place"], m, err)
		}
	}
}

// Every row label of the tables by region is read.
func TestRegionLabelsOfTables(t *testing.T) {
	files, err := filepath.Glob(filepath.Join(shared(t, "filings/tables"), "*region*.gold.json"))
	if err != nil || len(files) == 0 {
		t.Fatal("no tables by region", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var gold struct {
			Cells []struct {
				Label string `json:"row_label"`
			} `json:"sampled_cells"`
		}
		if err := json.Unmarshal(data, &gold); err != nil {
			t.Fatal(err)
		}
		for _, cell := range gold.Cells {
			if m, err := ResolveRegion(cell.Label, Date{}, ""); err != nil {
				t.Errorf("%s: %v", filepath.Base(file), err)
			} else if m.Level > 1 || !m.ValidName {
				t.Errorf("%s: %s is %+v, want a province, group or total", filepath.Base(file), cell.Label, m)
			}
		}
	}
}

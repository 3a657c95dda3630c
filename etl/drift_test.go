package etl

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"sanpin/warehouse/lake"
)

// TestDrift: a filing whose headings changed is loaded and says so; who filed it,
// not what the file is called, decides what it is compared with.
func TestDrift(t *testing.T) {
	cfg := Config{Data: t.TempDir(), Inbox: t.TempDir(), Version: "test"}
	put := func(name, text string) {
		t.Helper()
		path := filepath.Join(cfg.Inbox, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	refresh := func() map[string]string {
		t.Helper()
		report, err := Refresh(context.Background(), cfg)
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]string{}
		for _, o := range report.Outcomes {
			said[o.File] = strings.Join(o.Drift, "; ")
		}
		return said
	}
	const want = "column 企业数 moved from E to D; column 产值 moved from D to E, unit 万元 → 亿元"
	put("甲市/2022.csv", "集群名称,地区,年份,产值(万元),企业数(家)\n甲集群,浙江省温州市,2022,10000,2\n")
	put("乙市/2022.csv", "集群名称,地区,年份,企业数(家),产值(亿元)\n乙集群,浙江省宁波市,2022,3,4\n")
	for file, drift := range refresh() {
		if drift != "" {
			t.Errorf("%s, the first of its filer: %s", file, drift)
		}
	}
	put("甲市/年报2023.csv", "集群名称,地区,年份,企业数(家),产值(亿元)\n甲集群,浙江省温州市,2023,2,1\n")
	put("乙市/年报2023.csv", "集群名称,地区,年份,企业数(家),产值(亿元)\n乙集群,浙江省宁波市,2023,2,1\n")
	said := refresh()
	if said["甲市/年报2023.csv"] != want || said["乙市/年报2023.csv"] != "" {
		t.Errorf("said %q, want of 甲市: %s", said, want)
	}
	if detail := details(t, cfg.Data)["甲市/年报2023.csv"]; detail != "headings changed: "+want {
		t.Errorf("detail of the filing: %q", detail)
	}
	cfg.Version = "other" // all is read again, with the same result
	if said := refresh(); said["甲市/年报2023.csv"] != want || said["甲市/2022.csv"] != "" {
		t.Errorf("read again: said %q", said)
	}
	if err := os.WriteFile(headsFile(cfg.Data), []byte("{"), 0o644); err != nil {
		t.Fatal(err)
	}
	put("甲市/2024.csv", "集群名称,地区,年份,产值(万元),企业数(家)\n甲集群,浙江省温州市,2024,10000,2\n")
	if said := refresh(); said["甲市/2024.csv"] != "" {
		t.Errorf("after what was remembered was lost: said %q", said)
	}
}

func details(t *testing.T, data string) map[string]string {
	t.Helper()
	l, err := lake.Open(data)
	if err != nil {
		t.Fatal(err)
	}
	r, err := l.Current()
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for f, err := range lake.Read[lake.Filing](r) {
		if err != nil {
			t.Fatal(err)
		}
		if f.Detail != nil {
			all[f.FileName] = *f.Detail
		}
	}
	return all
}

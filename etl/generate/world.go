package generate

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strings"

	"sanpin/sql"
)

// world is all that figures are about.
type world struct {
	Config
	seed      chance
	clusters  []cluster
	firms     []firm // by cluster
	provinces []place
	units     map[string]string // of indicators
}

type place struct {
	code, short string
	full        string // 福建省泉州市德化县
}

type trade struct{ name, industry string }

type cluster struct {
	chance
	name   string
	place  place
	trade  trade
	first  int // of its firms in world.firms
	firms  int
	base   float64 // revenue of the first year, 万元
	growth float64 // of a year, as a logarithm
	export float64 // share of revenue
	rd     float64 // share of revenue
}

type firm struct {
	chance
	cluster int
	number  int     // in the cluster, from 1
	base    float64 // revenue of the first year, 万元
	born    int     // first year of figures
	gone    int     // first year without, after all
	monthly bool    // it files monthly: above the limit of its association
}

// start is the first year.
func (w *world) start() int { return LastYear - w.Years + 1 }

func newWorld(c Config) (*world, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	w := &world{Config: c, seed: chance(c.Seed).named("sanpin"), units: map[string]string{}}
	for _, step := range []func() error{w.readUnits, w.makeClusters, w.makeFirms} {
		if err := step(); err != nil {
			return nil, err
		}
	}
	return w, nil
}

// reference yields the rows of a code list as maps.
func reference(name string) ([]map[string]string, error) {
	text, err := fs.ReadFile(sql.FS, "reference/"+name+".csv")
	if err != nil {
		return nil, err
	}
	records, err := csv.NewReader(bytes.NewReader(text)).ReadAll()
	if err != nil {
		return nil, fmt.Errorf("reference/%s.csv: %w", name, err)
	}
	var rows []map[string]string
	for _, r := range records[1:] {
		row := map[string]string{}
		for i, column := range records[0] {
			row[column] = r[i]
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func (w *world) readUnits() error {
	rows, err := reference("indicator")
	for _, r := range rows {
		w.units[r["code"]] = r["unit"]
	}
	for _, s := range slices.Concat(annual, monthly, regional) {
		if err == nil && w.units[s.indicator] == "" {
			err = fmt.Errorf("reference/indicator.csv has no %s", s.indicator)
		}
	}
	return err
}

// places returns today's provinces and counties.
func places() (provinces, counties []place, err error) {
	rows, err := reference("region")
	if err != nil {
		return nil, nil, err
	}
	names := map[string]string{}
	for _, r := range rows {
		if r["valid_to"] == "" {
			names[r["code"]] = r["name"]
		}
	}
	for _, r := range rows {
		p := place{code: r["code"], short: r["short_name"], full: r["name"]}
		switch {
		case r["valid_to"] != "" || p.short == "":
		case r["level"] == "1":
			provinces = append(provinces, p)
		case r["level"] == "3":
			parent := r["parent_code"]
			p.full = names[parent] + p.full
			if top := parent[:2] + "0000"; top != parent {
				p.full = names[top] + p.full
			}
			counties = append(counties, p)
		}
	}
	return provinces, counties, nil
}

// trades returns trades with a class of GB/T 4754-2017.
func trades() ([]trade, error) {
	rows, err := reference("trade_class")
	var all []trade
	for _, r := range rows {
		if r["edition"] == "2017" && len(r["class_code"]) >= 2 && !slices.ContainsFunc(all, func(t trade) bool { return t.name == r["trade"] }) {
			all = append(all, trade{r["trade"], r["class_code"]})
		}
	}
	return all, err
}

func (w *world) makeClusters() error {
	provinces, counties, err := places()
	if err != nil {
		return err
	}
	kinds, err := trades()
	if err != nil {
		return err
	}
	w.provinces = provinces
	order := w.seed.named("places")
	slices.SortFunc(counties, func(a, b place) int {
		return cmp.Or(cmp.Compare(order.named(a.code), order.named(b.code)), cmp.Compare(a.code, b.code))
	})
	for i := range w.Clusters {
		c := cluster{chance: w.seed.named("cluster").at(uint64(i))}
		c.place = counties[i%len(counties)]
		c.trade = kinds[c.named("trade").below(len(kinds))]
		c.name = "示例" + c.place.short + c.trade.name + "产业集群"
		if round := i / len(counties); round > 0 {
			c.name = fmt.Sprintf("示例%s%s第%d产业集群", c.place.short, c.trade.name, round+1)
		}
		c.growth = 0.06 + 0.03*c.named("growth").normal()
		c.export = 0.5 * math.Pow(c.named("export").unit(), 2)
		c.rd = 0.015 * math.Exp(0.5*c.named("rd").normal())
		w.clusters = append(w.clusters, c)
	}
	return nil
}

// makeFirms gives the clusters their firms: Zipf's law over the clusters in a
// random order, and within a cluster sizes that are lognormal.
func (w *world) makeFirms() error {
	weights, sum := make([]float64, w.Clusters), 0.0
	for i := range weights {
		rank := w.clusters[i].named("rank").below(w.Clusters)
		weights[i] = 1 / math.Pow(float64(rank)+4, 0.9)
		sum += weights[i]
	}
	given := 0
	for i := range w.clusters {
		c := &w.clusters[i]
		c.first, c.firms = len(w.firms), int(weights[i]/sum*float64(w.Enterprises))
		if i == w.Clusters-1 {
			c.firms = w.Enterprises - given // what rounding left over
		}
		given += c.firms
		for n := range c.firms {
			f := w.newFirm(c, i, n+1)
			w.firms = append(w.firms, f)
			c.base += f.base
		}
		c.base = max(c.base, 1000)
	}
	return nil
}

func (w *world) newFirm(c *cluster, number, n int) firm {
	f := firm{chance: c.named("firm").at(uint64(n)), cluster: number, number: n, born: w.start(), gone: LastYear + 1}
	f.base = 2500 * math.Exp(1.4*f.named("size").normal())
	f.monthly = f.base > 20_000
	if f.named("late").happens(0.25) {
		f.born += f.named("born").below(w.Years)
	}
	if f.named("ends").happens(0.1) {
		f.gone = f.born + 1 + f.named("gone").below(w.Years)
	}
	return f
}

func (w *world) firmName(f *firm) string {
	c := &w.clusters[f.cluster]
	return fmt.Sprintf("示例%s%s企业%d号", c.place.short, c.trade.name, f.number)
}

// filer is the folder of those who file for a cluster.
func (c *cluster) filer() string { return strings.TrimSuffix(c.name, "产业集群") + "协会" }

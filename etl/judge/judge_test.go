package judge

import (
	"testing"
	"time"

	"sanpin/warehouse/lake"
)

func dec(t *testing.T, s string) *lake.Decimal {
	t.Helper()
	d, _, err := lake.ParseDecimal(s)
	if err != nil {
		t.Fatal(err)
	}
	return &d
}

func observation(t *testing.T, indicator, subject, region, value string, year int) lake.Observation {
	end, err := lake.NewDate(year, time.December, 31)
	if err != nil {
		t.Fatal(err)
	}
	start, _ := lake.NewDate(year, time.January, 1)
	o := lake.Observation{Indicator: indicator, SubjectKind: "region", SubjectName: subject, RegionCode: &region, Value: dec(t, value),
		Unit: "万元", PrintedUnit: "万元", PeriodStart: start, PeriodEnd: end, Status: "reported"}
	o.Kind, o.Locator = "actual", subject+value
	return o
}

func TestFiling(t *testing.T) {
	limits := func(string) *Limits { return &Limits{Name: "强度", Min: dec(t, "0"), Max: dec(t, "15")} }
	received := time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		name string
		in   []lake.Observation
		want []string // reasons, in order
		kept int
	}{
		{"in range", []lake.Observation{observation(t, "i", "广东", "440000", "3.14", 2020)}, nil, 1},
		{"point lost", []lake.Observation{observation(t, "i", "广东", "440000", "314", 2020)}, []string{"out_of_range"}, 0},
		{"year not yet begun", []lake.Observation{observation(t, "i", "广东", "440000", "3.1", 2025)}, []string{"future_period"}, 0},
		{"said twice", []lake.Observation{observation(t, "i", "广东", "440000", "3.1", 2020), observation(t, "i", "广东", "440000", "3.1", 2020)}, []string{"duplicate"}, 1},
		{"two values", []lake.Observation{observation(t, "i", "广东", "440000", "3.1", 2020), observation(t, "i", "广东", "440000", "3.2", 2020)}, []string{"duplicate_key", "duplicate_key"}, 0},
		{"two years", []lake.Observation{observation(t, "i", "广东", "440000", "3.1", 2020), observation(t, "i", "广东", "440000", "3.2", 2021)}, nil, 2},
	} {
		kept, rejected := Filing(test.in, limits, received)
		if len(kept) != test.kept || len(rejected) != len(test.want) {
			t.Errorf("%s: kept %d, rejected %d; want %d, %d", test.name, len(kept), len(rejected), test.kept, len(test.want))
			continue
		}
		for i, v := range rejected {
			if v.Reason != test.want[i] || v.Detail == "" || v.Suggestion == "" {
				t.Errorf("%s: %+v, want reason %s with detail and suggestion", test.name, v, test.want[i])
			}
		}
	}
}

func TestSums(t *testing.T) {
	limits := func(string) *Limits { return &Limits{Additive: true} }
	table := func(total string) []lake.Observation {
		obs := []lake.Observation{observation(t, "i", "全国", "000000", total, 2020)}
		for n := range 31 {
			obs = append(obs, observation(t, "i", "省", string([]byte{'1' + byte(n/10), '0' + byte(n%10)})+"0000", "10", 2020))
		}
		return obs
	}
	for _, test := range []struct {
		total string
		warns bool
	}{{"310", false}, {"312", false}, {"400", true}} {
		kept, _ := Filing(table(test.total), limits, time.Date(2024, 1, 1, 0, 0, 0, 0, time.UTC))
		if got := kept[0].Warning != nil; got != test.warns {
			t.Errorf("total %s over parts of 310: warned %v, want %v", test.total, got, test.warns)
		}
	}
}

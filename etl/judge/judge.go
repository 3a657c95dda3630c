// Package judge holds the observations of one filing against their limits,
// against each other and against their sums.
//
// What cannot be true, or cannot be decided, is rejected; what is odd keeps a
// warning and is loaded: a publisher's own slip is data. Nothing is corrected
// here. The codes are those of sql/reference/reason.csv.
package judge

import (
	"fmt"
	"hash/maphash"
	"sort"
	"time"

	"sanpin/warehouse/lake"
)

// Limits are what the judge knows of an indicator.
type Limits struct {
	Name     string
	Min, Max *lake.Decimal // in the canonical unit; nil: no limit
	Additive bool          // may be summed over regions
}

// Verdict is why one observation is rejected.
type Verdict struct {
	Observation *lake.Observation
	Reason      string
	Detail      string
	Suggestion  string
}

// Filing judges the observations of one filing. received is the day on which
// it came: an actual figure of a later period cannot be one. The accepted
// observations come back in their order, some of them with a warning.
func Filing(obs []lake.Observation, limits func(indicator string) *Limits, received time.Time) ([]lake.Observation, []Verdict) {
	j := &judgement{limits: limits, received: lake.Date(received.Unix() / 86400), out: map[int]Verdict{}}
	for i := range obs {
		j.alone(i, &obs[i])
	}
	j.repeated(obs)
	j.sums(obs)
	if len(j.out) == 0 {
		return obs, nil
	}
	var accepted []lake.Observation
	var rejected []Verdict
	for i := range obs {
		if v, bad := j.out[i]; bad {
			v.Observation = &obs[i]
			rejected = append(rejected, v)
			continue
		}
		accepted = append(accepted, obs[i])
	}
	return accepted, rejected
}

type judgement struct {
	limits   func(string) *Limits
	received lake.Date
	out      map[int]Verdict
}

func (j *judgement) reject(i int, reason, suggestion, format string, args ...any) {
	j.out[i] = Verdict{Reason: reason, Detail: fmt.Sprintf(format, args...), Suggestion: suggestion}
}

// alone judges an observation by itself.
func (j *judgement) alone(i int, o *lake.Observation) {
	l := j.limits(o.Indicator)
	starts := o.PeriodStart
	if o.Accumulation == "point" {
		starts -= 30 // a stock is kept at the end of its month, which may have just begun
	}
	switch {
	case o.Kind == "actual" && starts > j.received:
		j.reject(i, "future_period", "核对年份；计划数请注明", "时期 %s 在收到日期 %s 之后", o.PeriodStart, j.received)
	case o.Value != nil && l.Min != nil && *o.Value < *l.Min, o.Value != nil && l.Max != nil && *o.Value > *l.Max:
		j.reject(i, "out_of_range", "核对小数点与单位", "%s = %s %s，合理范围是 %s 至 %s", l.Name, o.Value, o.Unit, bound(l.Min), bound(l.Max))
	}
}

func bound(d *lake.Decimal) string {
	if d == nil {
		return "不限"
	}
	return d.String()
}

// key is the grain of a fact within one filing.
type key struct {
	subjectKind, subject, region, industry    string
	indicator, scope, cohort, publisher, kind string
	start, end, published                     lake.Date
}

func keyOf(o *lake.Observation) key {
	k := key{subjectKind: o.SubjectKind, subject: o.SubjectName, region: deref(o.RegionCode), industry: deref(o.IndustryCode), indicator: o.Indicator,
		scope: o.Scope, cohort: deref(o.Cohort), publisher: o.Publisher, kind: o.Kind, start: o.PeriodStart, end: o.PeriodEnd}
	if o.PublishedOn != nil {
		k.published = *o.PublishedOn
	}
	return k
}

// seed is that of the hashes of one run: they are never stored.
var seed = maphash.MakeSeed()

// hash is equal for observations of equal keys, and hardly ever for others. It
// is of those parts of the key that tell most facts apart.
func hash(o *lake.Observation) uint64 {
	h := maphash.String(seed, o.SubjectName)
	h = h*31 + maphash.String(seed, o.Indicator)
	return h*31 + uint64(o.PeriodStart)<<32 + uint64(o.PeriodEnd)
}

func deref(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}

// repeated judges facts that a filing states more than once: the same value is
// kept once; of different values none is kept, for nobody can say which holds.
func (j *judgement) repeated(obs []lake.Observation) {
	for _, g := range j.likely(obs) {
		if len(g) < 2 {
			continue
		}
		sort.Ints(g)
		first := &obs[g[0]]
		same := true
		for _, i := range g[1:] {
			same = same && equal(first.Value, obs[i].Value) && first.Status == obs[i].Status
		}
		for n, i := range g {
			switch {
			case !same:
				j.reject(i, "duplicate_key", "保留正确的一个", "%s 处与 %s 处是同一指标的两个不同数值", obs[i].Locator, other(obs, g, n).Locator)
			case n > 0:
				j.reject(i, "duplicate", "删除重复行", "与 %s 处相同", first.Locator)
			}
		}
	}
}

// likely gives the observations of equal keys, as indices: all groups of two and
// more, and some of one.
func (j *judgement) likely(obs []lake.Observation) map[key][]int {
	first := make(map[uint64]int, len(obs))
	groups := map[key][]int{}
	for i := range obs {
		if _, bad := j.out[i]; bad {
			continue
		}
		h := hash(&obs[i])
		at, again := first[h]
		if !again {
			first[h] = i
			continue
		}
		if k := keyOf(&obs[at]); len(groups[k]) == 0 {
			groups[k] = []int{at}
		}
		k := keyOf(&obs[i])
		groups[k] = append(groups[k], i)
	}
	return groups
}

func other(obs []lake.Observation, g []int, n int) *lake.Observation {
	if n == 0 {
		return &obs[g[1]]
	}
	return &obs[g[0]]
}

func equal(a, b *lake.Decimal) bool {
	if a == nil || b == nil {
		return a == b
	}
	return *a == *b
}

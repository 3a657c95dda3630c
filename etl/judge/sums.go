package judge

import (
	"github.com/govalues/decimal"

	"sanpin/etl/clean"
	"sanpin/warehouse/lake"
)

const (
	nation    = "000000"
	provinces = 28 // of 31: fewer, and the sum says nothing
)

// sums warns of a national total that is not the sum of its provinces. Each
// figure may be off by half a unit of its last printed digit, and a few
// provinces may be blank, so only a clear gap is told: more than the rounding
// of all of them and more than one part in five hundred.
func (j *judgement) sums(obs []lake.Observation) {
	type group struct {
		total   int
		sum     lake.Decimal
		n       int
		rounded lake.Decimal
	}
	groups := map[key]*group{}
	for i := range obs {
		o := &obs[i]
		if _, bad := j.out[i]; bad || o.SubjectKind != "region" || o.RegionCode == nil || o.Value == nil || !j.limits(o.Indicator).Additive {
			continue
		}
		k := keyOf(o)
		k.subjectKind, k.subject, k.region, k.industry = "", "", "", ""
		g := groups[k]
		if g == nil {
			g = &group{total: -1}
			groups[k] = g
		}
		switch code := *o.RegionCode; {
		case code == nation:
			g.total = i
		case len(code) == 6 && code[2:] == "0000":
			g.sum += *o.Value
			g.n++
			g.rounded += lastDigit(o)
		}
	}
	for _, g := range groups {
		if g.total < 0 || g.n < provinces {
			continue
		}
		total := *obs[g.total].Value
		gap := total - g.sum
		if gap < 0 {
			gap = -gap
		}
		if gap > g.rounded && gap > total/500 {
			warn(&obs[g.total], "sum_mismatch")
		}
	}
}

// lastDigit is one unit of the last printed digit, in the canonical unit.
func lastDigit(o *lake.Observation) lake.Decimal {
	u, ok := clean.LookupUnit(o.PrintedUnit)
	if !ok {
		return 0
	}
	digit, err := decimal.New(1, min(int(o.Decimals), 6))
	if err != nil {
		return 0 // unreachable: one with at most six decimals
	}
	v, _, err := u.ToCanonical(digit)
	if err != nil {
		return 0
	}
	d, _, err := lake.ParseDecimal(v.String())
	if err != nil {
		return 0
	}
	return d
}

func warn(o *lake.Observation, code string) {
	if o.Warning != nil {
		code = *o.Warning + ", " + code
	}
	o.Warning = &code
}

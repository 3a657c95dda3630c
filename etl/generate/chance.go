package generate

import "math"

// chance is a point of a tree of pseudo-random numbers: what is drawn depends on
// the way to it only, never on what was drawn before.
type chance uint64

// at goes down one step. (The finaliser of SplitMix64.)
func (c chance) at(key uint64) chance {
	z := uint64(c) + key*0x9e3779b97f4a7c15 + 0x632be59bd9b4e019
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return chance(z ^ z>>31)
}

// named goes down by a name. (FNV-1a.)
func (c chance) named(name string) chance {
	h := uint64(14695981039346656037)
	for i := range len(name) {
		h = (h ^ uint64(name[i])) * 1099511628211
	}
	return c.at(h)
}

// unit is a number in [0, 1).
func (c chance) unit() float64 { return float64(c>>11) / (1 << 53) }

// below is a number in [0, n).
func (c chance) below(n int) int { return int(c.unit() * float64(n)) }

// normal is a number of the standard normal distribution. (Box and Muller.)
func (c chance) normal() float64 {
	u := (float64(c>>11) + 0.5) / (1 << 53)
	return math.Sqrt(-2*math.Log(u)) * math.Cos(2*math.Pi*c.at(1).unit())
}

// happens tells whether something of this probability does.
func (c chance) happens(probability float64) bool { return c.unit() < probability }

// lognormal is a lognormal number with that spread.
func (c chance) lognormal(spread float64) float64 { return math.Exp(spread * c.normal()) }

package clean

import (
	"fmt"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/govalues/decimal"
)

// Unit is a row of reference.unit: one printed spelling of a unit. Two units
// can be converted into each other when their dimensions are equal; one of the
// unit is Numerator/Denominator of the canonical unit of that dimension.
type Unit struct {
	Name        string // as printed: 万人民币
	Dimension   string // money_cny, share, percentage_point, count, …
	Canonical   string // name of the canonical unit: 万元
	Kind        string // money, ratio, change, count, physical, rate, price, index, time
	Numerator   uint64
	Denominator uint64
}

// IsZero tells the Unit that names nothing.
func (u Unit) IsZero() bool { return u.Name == "" }

// Canonical values have six decimals and at most twelve digits before the
// point: what DECIMAL(18,6) holds.
const (
	canonicalScale = 6
	canonicalLimit = 1e18 // in units of the last decimal
)

// ToCanonical converts v from u into its canonical unit, by exact rational
// arithmetic. The result has six decimals; rounded tells that it had more and
// was rounded half to even. A result of more than twelve integer digits is
// [ErrRange].
func (u Unit) ToCanonical(v decimal.Decimal) (value decimal.Decimal, rounded bool, err error) {
	if u.Denominator == 0 {
		return value, false, fail(ErrUnit, "convert", v.String(), "no unit")
	}
	// |v| is coef/10^scale; wanted is coef*num*10^6 / (den*10^scale), whole.
	up, down := u.Numerator, u.Denominator
	if shift := canonicalScale - v.Scale(); shift >= 0 {
		up *= pow10[shift]
	} else {
		down *= pow10[-shift]
	}
	hi, lo := bits.Mul64(v.Coef(), up)
	if hi >= down {
		return value, false, fail(ErrRange, "convert", v.String()+u.Name, "")
	}
	q, rem := bits.Div64(hi, lo, down)
	if rem > 0 {
		rounded = true
		if half := down - rem; rem > half || rem == half && q%2 == 1 {
			q++
		}
	}
	if q >= canonicalLimit {
		return value, false, fail(ErrRange, "convert", v.String()+u.Name, "")
	}
	value, err = decimal.New(int64(q), canonicalScale)
	if v.IsNeg() {
		value = value.Neg()
	}
	return value, rounded, err
}

// The limits of the table that keep up and down of ToCanonical in 64 bits;
// TestUnitTable holds the table to them.
const (
	maxNumerator   = 1e12
	maxDenominator = 1.8e6
)

var pow10 = func() (p [14]uint64) {
	p[0] = 1
	for i := 1; i < len(p); i++ {
		p[i] = 10 * p[i-1]
	}
	return p
}()

// convert gives v, which is in the unit named from, in the unit named to; it
// fails where that is not exact.
func convert(v decimal.Decimal, from, to string) (decimal.Decimal, error) {
	a, b := lookup(from), lookup(to)
	if a == nil || b == nil || a.Dimension != b.Dimension || a.Canonical != b.Canonical {
		return v, ErrUnit
	}
	hi, up := bits.Mul64(a.Numerator, b.Denominator)
	over, down := bits.Mul64(a.Denominator, b.Numerator)
	switch {
	case hi != 0 || over != 0 || down == 0 || up == 0:
		return v, ErrRange
	case up%down == 0 && up/down < canonicalLimit:
		w, err := v.MulExact(decimal.MustNew(int64(up/down), 0), v.Scale())
		if err != nil {
			return v, ErrRange
		}
		return w.Trim(0), nil
	case down%up == 0 && down/up < canonicalLimit:
		by := decimal.MustNew(int64(down/up), 0)
		w, err := v.Quo(by)
		if err != nil {
			return v, ErrRange
		}
		if back, err := w.Mul(by); err == nil && back.Equal(v) {
			return w.Trim(0), nil
		}
	}
	return v, ErrRange
}

// units is reference.unit by spelling.
type units struct {
	byName    map[string]*Unit
	byEnglish map[string]*Unit // keys by englishKey
}

// unitTable reads the table once. It panics on a broken one: the table is part
// of the binary, and TestUnitTable reads it.
var unitTable = sync.OnceValue(func() units {
	rows, err := readReference("unit", "unit", "dimension", "canonical_unit", "numerator", "denominator", "kind", "english")
	if err != nil {
		panic(err)
	}
	t := units{byName: make(map[string]*Unit, len(rows)), byEnglish: map[string]*Unit{}}
	for _, row := range rows {
		num, err1 := strconv.ParseUint(row[3], 10, 64)
		den, err2 := strconv.ParseUint(row[4], 10, 64)
		if err1 != nil || err2 != nil {
			panic(fmt.Errorf("reference table unit: %s: factor %s/%s", row[0], row[3], row[4]))
		}
		u := &Unit{Name: row[0], Dimension: row[1], Canonical: row[2], Kind: row[5], Numerator: num, Denominator: den}
		t.byName[u.Name] = u
		for _, e := range append(strings.Split(row[6], "|"), u.Name) {
			if key := englishKey(e); isLatin(key) {
				t.byEnglish[key] = u
			}
		}
	}
	return t
})

// LookupUnit finds a unit by its name, and by nothing but its name: 万元,
// （万元）, 单位：万元, 萬元, 万元(人民币), 10 000 yuan. A name with its translation
// behind it, 万元 (10 000 yuan), is one unit.
func LookupUnit(text string) (Unit, bool) {
	s := cutUnitLabel(Fold(text))
	if u := lookupAny(s); u != nil {
		return *u, true
	}
	if head, ok := cutTranslation(s); ok {
		if u := lookup(head); u != nil {
			return *u, true
		}
	}
	return Unit{}, false
}

// lookup finds a unit by a folded Chinese name.
func lookup(s string) *Unit {
	t := unitTable()
	if u := t.byName[s]; u != nil || s == "" {
		return u
	}
	key := simplify(unwrap(strings.ReplaceAll(s, " ", "")))
	if u := t.byName[key]; u != nil {
		return u
	}
	if strings.Contains(key, "人民币") { // 人民币(万元), 万元(人民币)
		return t.byName[withoutBrackets.Replace(key)]
	}
	return nil
}

// lookupAny finds a unit by a folded Chinese or English name.
func lookupAny(s string) *Unit {
	if u := lookup(s); u != nil {
		return u
	}
	return unitTable().byEnglish[englishKey(unwrap(s))]
}

func isUnit(s string) bool { return lookup(s) != nil }

// englishKey is the form in which English names are compared: 10,000 Yuan and
// 10 000 yuan are one.
func englishKey(s string) string {
	return strings.ToLower(withoutStops.Replace(s))
}

var (
	withoutStops    = strings.NewReplacer(" ", "", ",", "", ".", "")
	withoutBrackets = strings.NewReplacer("(", "", ")", "")
)

// isLatin tells a text without Chinese that has a letter.
func isLatin(s string) bool {
	letter := false
	for _, r := range s {
		letter = letter || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z'
		if r >= 0x2E80 && r != '㎡' {
			return false
		}
	}
	return letter
}

// unwrap takes one pair of brackets off that is around all of s.
func unwrap(s string) string {
	for _, pair := range [...][2]string{{"(", ")"}, {"[", "]"}, {"【", "】"}, {"〔", "〕"}} {
		inner, ok := strings.CutPrefix(s, pair[0])
		if !ok {
			continue
		}
		if inner, ok = strings.CutSuffix(inner, pair[1]); ok && !strings.ContainsAny(inner, pair[0]+pair[1]) {
			return strings.Trim(inner, " ")
		}
	}
	return s
}

var traditional = strings.NewReplacer("萬", "万", "億", "亿", "個", "个", "噸", "吨", "雙", "双", "隻", "只", "輛", "辆", "臺", "台",
	"種", "种", "類", "类", "條", "条", "張", "张", "塊", "块", "頂", "顶", "畝", "亩", "頃", "顷", "裡", "里", "時", "时", "幣", "币",
	"點", "点", "戶", "户", "項", "项", "間", "间", "標", "标", "煤", "煤", "鐘", "钟", "噸", "吨", "圓", "元")

func simplify(s string) string {
	if isASCII(s) {
		return s
	}
	return traditional.Replace(s)
}

func isASCII(s string) bool {
	return !slices.ContainsFunc([]byte(s), func(c byte) bool { return c >= 0x80 })
}

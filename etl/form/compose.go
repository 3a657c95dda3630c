package form

import (
	"regexp"
	"strings"

	"sanpin/etl/clean"
)

// measured is what a name of a figure says: the indicator, and what stands around
// its name. A figure of a part (智能锁企业数) is never one of the whole: the part
// becomes part of the subject's name.
type measured struct {
	ind   *Indicator
	part  string // 智能锁; (全市)
	scope string // 规上产值
	kind  string // 销售收入(预计)
}

// Words around the name of an indicator.
var (
	nameRemark = regexp.MustCompile(`^(.+?)[(（]([^()（）]+)[)）](.*)$`)
	nameScope  = regexp.MustCompile(`^(规上|规模以上|限上|限额以上)(.+)$`)
	nameGrowth = regexp.MustCompile(`^(.+?)(?:的)?(?:同比|比上年)?(?:增长率?|增速|增幅)$`)
	nameShare  = regexp.MustCompile(`^.*占.+$`)
	nameEmpty  = regexp.MustCompile(`^(?:年度?|产业集群|集群|本年|全年)?(.+?)(?:合计|总计|总额|等|\(?现价\)?)?$`)

	// modifiers make another indicator of the one that they stand before.
	modifiers = regexp.MustCompile(`人均|户均|平均|年均|新增|增加|单位|每|占|累计|预计|预测|计划|目标|上年|去年|同期|当月|本月|其中|率|亏损|新产品|净|中间`)
	partName  = regexp.MustCompile(`^[\p{Han}A-Za-z0-9、&]{1,16}$`)
)

// remarks are the words in brackets that say something of a figure's kind, or
// nothing that matters.
var remarks = []struct {
	re   *regexp.Regexp
	kind string
}{
	{regexp.MustCompile(`预计|预测`), "forecast"},
	{regexp.MustCompile(`测算|估算|推算|初步`), "estimate"},
	{regexp.MustCompile(`目标|计划|规划`), "plan"},
	{regexp.MustCompile(`^(?:现价|合计|平均|累计|当年价)$`), ""},
}

type nameKey struct {
	form       *Form
	text, unit string
}

type understood struct {
	measured
	ok bool
}

// recallName understands the name of a figure in a unit, once.
func (r *Reader) recallName(f *Form, text, unit string) (measured, bool) {
	u := recall(r.memo.names, nameKey{f, text, unit}, func() understood {
		m, ok := r.understand(f, text, r.fitsUnit(unit))
		return understood{m, ok}
	})
	return u.measured, u.ok
}

// understand reads the name of a figure: a known name, or a known name with
// words around it whose meaning is plain. fits tells whether the unit of the
// figure can be the indicator's.
func (r *Reader) understand(f *Form, text string, fits func(*Indicator) bool) (measured, bool) {
	text = Term(text)
	if ind := r.fitting(f, text, fits); ind != nil {
		return measured{ind: ind}, true
	}
	if m := nameRemark.FindStringSubmatch(text); m != nil {
		if rest, ok := r.understand(f, m[1]+m[3], fits); ok {
			return rest.remarked(m[2]), true
		}
	}
	if m := nameScope.FindStringSubmatch(text); m != nil {
		if rest, ok := r.understand(f, strings.TrimPrefix(m[2], "工业"), fits); ok && rest.scope == "" && rest.part == "" {
			rest.scope = r.Scopes.Code(m[1])
			return rest, true
		}
	}
	if m := nameGrowth.FindStringSubmatch(text); m != nil {
		if rest, ok := r.understand(f, m[1], nil); ok && rest.part == "" && r.Dictionary.Code(rest.ind.Code+"_yoy") != nil {
			rest.ind = r.Dictionary.Code(rest.ind.Code + "_yoy")
			return rest, true
		}
	}
	if share := r.Dictionary.Code("share_stated"); nameShare.MatchString(text) && fits != nil && fits(share) {
		return measured{ind: share, part: text}, true
	}
	if m := nameEmpty.FindStringSubmatch(text); m != nil && m[1] != text {
		if ind := r.fitting(f, m[1], fits); ind != nil {
			return measured{ind: ind}, true
		}
	}
	for _, name := range strings.Split(text, "/") { // R&D经费/投入强度 over one value
		if ind := r.fitting(f, name, fits); ind != nil && name != text && fits != nil {
			return measured{ind: ind}, true
		}
	}
	return r.part(f, text, fits)
}

// part reads a name that ends in a known one: 智能锁企业数 is the 企业数 of a part.
func (r *Reader) part(f *Form, text string, fits func(*Indicator) bool) (measured, bool) {
	runes := []rune(text)
	for i := 1; i <= len(runes)-2; i++ {
		before, name := string(runes[:i]), string(runes[i:])
		ind := r.fitting(f, name, fits)
		if ind == nil {
			continue
		}
		if modifiers.MatchString(before) || !partName.MatchString(before) {
			return measured{}, false
		}
		return measured{ind: ind, part: before}, true
	}
	return measured{}, false
}

func (m measured) remarked(remark string) measured {
	for _, known := range remarks {
		if known.re.MatchString(remark) {
			if m.kind == "" {
				m.kind = known.kind
			}
			return m
		}
	}
	m.part += "(" + remark + ")"
	return m
}

// fitting gives the indicator of a name whose unit fits: 出口额 in 亿元 is another
// one than 出口额 in 亿美元.
func (r *Reader) fitting(f *Form, name string, fits func(*Indicator) bool) *Indicator {
	ind := r.named(f, name)
	if ind == nil || fits == nil || fits(ind) {
		return ind
	}
	if other := r.Dictionary.otherUnit(ind, fits); other != nil {
		return other
	}
	return ind
}

// endings of the codes of indicators that differ in the unit only.
var endings = []string{"_usd", "_cny", "_count", "_mass", "_liquid", "_area", "_length"}

func (d *Dictionary) otherUnit(ind *Indicator, fits func(*Indicator) bool) *Indicator {
	for _, end := range endings {
		stem, ok := strings.CutSuffix(ind.Code, end)
		if !ok {
			continue
		}
		for _, e := range endings {
			if other := d.Code(stem + e); other != nil && other != ind && fits(other) {
				return other
			}
		}
	}
	return nil
}

// fitsUnit tells the indicators that a figure in a unit can be of.
func (r *Reader) fitsUnit(unit string) func(*Indicator) bool {
	u := r.memo.unitNamed(unit)
	if u == nil {
		return nil
	}
	return func(ind *Indicator) bool { return ind.Dimension == u.Dimension }
}

// population is what a text says of the units that a figure is of.
type population struct {
	scope, cohort, part string
}

var reCohort = regexp.MustCompile(`百强|十强|\d+强`)

// population reads a scope in words: a known scope, an industry or trade beside
// it (塑料制品 规模以上), or a list whose members are meant (轻工百强).
func (r *Reader) population(text string) (p population, ok bool) {
	if code := r.Scopes.Code(text); code != "" {
		return population{scope: code}, true
	}
	p.scope = "all"
	for _, word := range strings.Fields(clean.Fold(text)) {
		code := r.Scopes.Code(word)
		switch {
		case code != "":
			p.scope = code
		case reCohort.MatchString(word) && p.cohort == "":
			p.scope, p.cohort = "cohort", word
		case isIndustry(word) && p.part == "":
			p.part = word
		default:
			return population{}, false
		}
	}
	return p, true
}

package form

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"sanpin/etl/clean"
	"sanpin/warehouse/lake"
)

// valuation reads one brand on one provider's list. Valuations of different
// providers are never merged: the provider is part of what is said.
func (c record) valuation() (*lake.BrandValuation, *problem) {
	brand, p := c.need("brand", "品牌名称")
	if p != nil {
		return nil, p
	}
	provider, p := c.need("provider", "评价机构")
	if p != nil {
		return nil, p
	}
	year, p := c.year("list_year")
	if p != nil {
		return nil, p
	}
	if year == nil {
		return nil, refuse("no_period", "在标题或列中注明榜单年份", "缺少榜单年份").in("list_year")
	}
	v := &lake.BrandValuation{Brand: clean.Squeeze(brand), BrandKind: c.field("brand_kind"), Product: c.opt("product"),
		Provider: provider, ListName: c.field("list_name"), ListYear: *year, Publisher: c.field("publisher"), Source: c.source(brand)}
	if v.Place, v.RegionCode, p = c.place(endOf(*year)); p != nil {
		return nil, p
	}
	if v.Rank, p = c.whole("rank"); p != nil {
		return nil, p
	}
	a, p := c.amount("value", "money_cny", "money_usd")
	if p != nil {
		return nil, p
	}
	v.Value, v.Unit, v.PrintedUnit, v.Qualifier, v.Status = a.value, a.unit.Canonical, a.unit.Name, a.qualifier, a.status
	if v.Strength, p = c.plain("strength"); p != nil {
		return nil, p
	}
	if v.PublishedOn, _, p = c.day("published_on"); p != nil {
		return nil, p
	}
	if v.Value == nil && v.Rank == nil {
		return nil, refuse("bad_number", "填写品牌价值或名次", "既没有品牌价值也没有名次").in("value")
	}
	if a.printed != "" {
		v.Printed = a.printed
	}
	v.ValuationID = c.id("v", v.Source)
	return v, nil
}

// plain reads a number without a unit: a score on somebody's own scale.
func (c record) plain(name string) (*lake.Decimal, *problem) {
	text := c.field(name)
	if text == "" || text == "-" {
		return nil, nil
	}
	n, err := clean.ParseNumber(text)
	if err != nil || n.State != clean.Value {
		return nil, refuse("bad_number", "只填写数字", "%q 不是数字", text).in(name)
	}
	v, _, err := lake.ParseDecimal(n.Value.String())
	if err != nil {
		return nil, refuse("too_large", "核对数值", "%q 超出可精确保存的范围", text).in(name)
	}
	return &v, nil
}

// The words for one act differ between bodies and years (domain report 1.4): a
// review by experts is not yet a title, 复验, 复查 and 继续授予 are a
// re-evaluation. The first line that matches is taken; the word itself is kept.
var eventWords = []struct {
	re    *regexp.Regexp
	event string
}{
	{regexp.MustCompile(`取消|不予认定|摘牌`), "cancel"},
	{regexp.MustCompile(`撤销|撤回|退出`), "withdraw"},
	{regexp.MustCompile(`更名|改名|改称|变更`), "rename"},
	{regexp.MustCompile(`申报|申请`), "apply"},
	{regexp.MustCompile(`复[评审验查核].{0,4}通过$`), "reevaluate"},
	{regexp.MustCompile(`专家组|考核|考评|考察|评审|验收|公示|待发文|建议授予`), "review"},
	{regexp.MustCompile(`继续|再次|重新授予|第[二三四五六七八]次授予|复评|复审|复验|复查|复核|通过复`), "reevaluate"},
	{regexp.MustCompile(`授予|授牌|命名|认定|颁|批准|共建|获得|揭牌`), "grant"},
	{regexp.MustCompile(`在册|持有|在效`), "held"},
}

// names that a place gives itself are no titles.
var notGranted = regexp.MustCompile(`自称|俗称|美誉|誉为|培育目标`)

func (c record) titleEvent() (*lake.TitleEvent, *problem) {
	title, p := c.need("title", "称号名称")
	if p != nil {
		return nil, p
	}
	place, p := c.need("place", "地区")
	if p != nil {
		return nil, p
	}
	word, p := c.need("event", "事件（授予、复评、取消等）")
	if p != nil {
		return nil, p
	}
	e := &lake.TitleEvent{Title: clean.Squeeze(title), Place: clean.Squeeze(place), Trade: c.opt("trade"), EventWord: word,
		Grantors: c.field("grantors"), NoticeNo: c.opt("notice_no"), NewTitle: c.opt("new_title"), Publisher: c.field("publisher"), Source: c.source(title)}
	if notGranted.MatchString(word) {
		return nil, refuse("not_a_title", "仅报送正式授予的称号", "“%s”不是授予的称号", word).in("event")
	}
	for _, w := range eventWords {
		if w.re.MatchString(word) {
			e.Event = w.event
			break
		}
	}
	if e.Event == "" {
		return nil, refuse("ambiguous", "使用 授予、复评、更名、撤销、取消 等词", "事件“%s”未识别", word).in("event")
	}
	on, precision, p := c.day("event_on")
	if p != nil {
		return nil, p
	}
	if _, _, isBound, _ := looseDate(c.field("event_on")); isBound && e.Event != "held" {
		on, precision = nil, "none" // 不晚于某日: when it was granted is not known
	}
	e.EventOn, e.EventPrecision = on, string(precision)
	at := lake.Date(0)
	if on != nil {
		at = *on
	}
	if _, e.RegionCode, p = c.place(at); p != nil {
		return nil, p
	}
	if e.TermYears, p = c.term(); p != nil {
		return nil, p
	}
	if e.PublishedOn, _, p = c.day("published_on"); p != nil {
		return nil, p
	}
	e.EventID = c.id("e", e.Source)
	return e, nil
}

var reTerm = regexp.MustCompile(`(?:有效期|任期|期限)?(?:为)?([一二三四五六七八九十两\d]+)年`)

// term reads a printed term of validity: 有效期四年, 4年, 4.
func (c record) term() (*int32, *problem) {
	text := clean.Squeeze(c.field("term_years"))
	if text == "" || text == "-" {
		return nil, nil
	}
	if at := strings.LastIndex(text, "有效期"); at >= 0 {
		text = text[at:]
	}
	if m := reTerm.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	n, err := clean.ParseNumber(text)
	if err != nil || n.State != clean.Value {
		return nil, refuse("bad_number", "按“4年”填写", "有效期 %q 无法识别", text).in("term_years")
	}
	whole, _, ok := n.Value.Int64(0)
	if !ok || whole < 1 || whole > 20 {
		return nil, refuse("out_of_range", "按“4年”填写", "有效期 %s 年超出合理范围", n.Value).in("term_years")
	}
	years := int32(whole)
	return &years, nil
}

// entries reads the members of one row: one, or several where the form says
// how they are divided.
func (c record) entries() ([]lake.ListEntry, *problem) {
	e, p := c.entry()
	if p != nil {
		return nil, p
	}
	if c.s.form.Split == "" {
		return []lake.ListEntry{*e}, nil
	}
	var out []lake.ListEntry
	for i, name := range strings.Split(e.MemberName, c.s.form.Split) {
		if name = strings.TrimSpace(name); name == "" {
			continue
		}
		member := *e
		member.MemberName, member.EntryID = name, ID("l", c.s.filing.SHA256, e.Part, e.Cell, strconv.Itoa(i))
		out = append(out, member)
	}
	return out, nil
}

func (c record) entry() (*lake.ListEntry, *problem) {
	member, p := c.need("member_name", "名称")
	if p != nil {
		return nil, p
	}
	list, p := c.need("list_name", "名单名称")
	if p != nil {
		return nil, p
	}
	e := &lake.ListEntry{ListName: list, Issuer: c.field("issuer"), Batch: c.opt("batch"), MemberName: clean.Fold(member),
		MemberKind: c.field("member_kind"), Category: c.opt("category"), Firm: c.opt("firm"), NoticeNo: c.opt("notice_no"),
		Level: c.opt("level"), Trade: c.opt("trade"), Source: c.source(member)}
	if e.ListYear, p = c.year("list_year"); p != nil {
		return nil, p
	}
	if e.Rank, p = c.whole("rank"); p != nil {
		return nil, p
	}
	at := lake.Date(0)
	if e.ListYear != nil {
		at = endOf(*e.ListYear)
	}
	if e.Place, e.RegionCode, p = c.place(at); p != nil {
		return nil, p
	}
	if e.MemberKind == "region" { // 滨州市, recommended by 山东省
		if m := c.r.region(c.field("place")+e.MemberName, at); m.problem == nil {
			e.RegionCode = m.code
		}
	}
	if e.Score, p = c.plain("score"); p != nil {
		return nil, p
	}
	if e.ValidFrom, e.ValidUntil, p = c.validity(); p != nil {
		return nil, p
	}
	if e.PublishedOn, _, p = c.day("published_on"); p != nil {
		return nil, p
	}
	e.EntryID = c.id("l", e.Source)
	return e, nil
}

// validity reads from when until when a membership holds: two days, or one span
// (2023年至2025年) in the column of the last day. A term alone (三年) has no last day.
func (c record) validity() (from, until *lake.Date, p *problem) {
	if from, _, p = c.day("valid_from"); p != nil {
		return nil, nil, p
	}
	text := c.field("valid_until")
	if reTerm.MatchString(clean.Squeeze(text)) && !reYear.MatchString(text) {
		return from, nil, nil
	}
	if span, err := clean.ParsePeriod(strings.ReplaceAll(plainPeriod(text), "..", "至"), clean.Period{}); err == nil && text != "" {
		start, end := lake.Date(span.Start.Days()), lake.Date(span.End.Days())
		if from == nil && span.Start != span.End {
			from = &start
		}
		return from, &end, nil
	}
	until, _, p = c.day("valid_until")
	return from, until, p
}

// comparators are the signs and words of targets. 以上 includes the number,
// 高于 and 超过 do not (domain report 2.1).
var comparators = map[string]string{
	">=": ">=", "≥": ">=", "以上": ">=", "不低于": ">=", "不少于": ">=", "达到": ">=", ">": ">", "高于": ">", "超过": ">", "突破": ">",
	"<=": "<=", "≤": "<=", "不超过": "<=", "不高于": "<=", "<": "<", "低于": "<", "=": "=", "等于": "=", "~=": "~=", "≈": "~=", "约": "~=", "左右": "~=", "qualitative": "qualitative", "定性": "qualitative", "slogan": "qualitative", "口号": "qualitative",
	"increase": "increase", "提高": "increase", "上升": "increase", "decrease": "decrease", "降低": "decrease", "下降": "decrease",
}

func (c record) target() (*lake.Target, *problem) {
	document, p := c.need("document", "文件名称")
	if p != nil {
		return nil, p
	}
	text, p := c.need("indicator", "指标")
	if p != nil {
		return nil, p
	}
	t := &lake.Target{Document: document, DocStatus: c.docStatus(), SubjectName: c.field("subject"), IndicatorText: text, Scope: "all",
		TargetType: c.field("target_type"), BasePeriod: c.opt("base_period"), Source: c.source(text)}
	if ind := c.r.named(c.s.form, text); ind != nil {
		t.Indicator = &ind.Code
	}
	if code := c.r.Scopes.Code(c.field("scope")); code != "" {
		t.Scope = code
	}
	if t.Comparator = comparatorOf(c.field("comparator")); t.Comparator == "" {
		return nil, refuse("ambiguous", "使用 ≥、>、≤、<、=、≈ 或 提高、降低", "比较符 %q 未识别", c.field("comparator")).in("comparator")
	}
	if p := c.aim(t); p != nil {
		return nil, p
	}
	due := plainPeriod(c.field("due_year"))
	found, err := clean.ParsePeriod(due, clean.Period{})
	if err != nil {
		found, err = clean.FindPeriod(due)
	}
	if err == nil {
		year := int32(found.End.Year) // of what is lost or names no year, the target has no due year
		t.DueYear = &year
	}
	if t.PublishedOn, _, p = c.day("published_on"); p != nil {
		return nil, p
	}
	t.TargetID = c.id("t", t.Source)
	return t, nil
}

// comparatorOf reads a sign or word of comparison, with what may follow it: ≈
// (基本稳定). A target in words only is qualitative.
func comparatorOf(text string) string {
	text = strings.ToLower(clean.Squeeze(text))
	if c := comparators[text]; c != "" {
		return c
	}
	best := ""
	for word := range comparators {
		if strings.HasPrefix(text, word) && len(word) > len(best) {
			best = word
		}
	}
	return comparators[best]
}

// aim reads the value of a target. A unit that no figure has (支/人) is kept as
// printed: the target stands, and cannot be judged.
func (c record) aim(t *lake.Target) *problem {
	a, p := c.amount("value")
	if p != nil && p.reason == "no_unit" {
		unit := clean.Squeeze(c.field("unit"))
		yearly, isYearly := strings.CutSuffix(unit, "/年")
		number, q := c.plain("value")
		if q != nil || number == nil {
			return p
		}
		t.Value, t.Unit = number, unit
		if u, ok := clean.LookupUnit(yearly); isYearly && ok && u.Canonical == yearly {
			t.Unit = yearly
		}
		return nil
	}
	if p != nil && p.reason == "bad_number" {
		return nil // 全国平均水平, 1.10 x value(2020): a target that names another figure
	}
	if p != nil {
		return p
	}
	t.Value, t.Unit = a.value, a.unit.Canonical
	if t.Value == nil && slices.Contains([]string{">", ">=", "<", "<=", "=", "~="}, t.Comparator) && t.TargetType != "stability" && c.field("value") == "" && t.TargetType != "relative_to_series" && t.TargetType != "direction" {
		return refuse("bad_number", "填写目标值；只有方向的目标用 提高 或 降低", "缺少目标值").in("value")
	}
	return nil
}

// docStatus tells a draft from a final text: a draft binds nobody.
func (c record) docStatus() string {
	text := strings.ToLower(clean.Squeeze(c.field("doc_status")))
	switch {
	case strings.Contains(text, "征求意见") || strings.Contains(text, "草案") || strings.HasPrefix(text, "draft"):
		return "draft"
	case strings.Contains(text, "废止") || strings.Contains(text, "替代") || strings.HasPrefix(text, "superseded"):
		return "superseded"
	case strings.Contains(text, "正式") || strings.Contains(text, "印发") || strings.HasPrefix(text, "final"):
		return "final"
	}
	return "undated"
}

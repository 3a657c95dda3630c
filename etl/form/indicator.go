package form

import (
	"cmp"
	"fmt"
	"regexp"
	"strings"

	"sanpin/etl/clean"
	"sanpin/etl/grid/layout"
)

// growthWords are headings of a published growth rate: what grows stands in
// the heading above or in the column to the left.
var growthWords = map[string]bool{
	"同比": true, "同比增长": true, "增长": true, "增速": true, "同比增速": true, "比上年增长": true, "比上年同期增长": true,
	"同比±%": true, "比去年同期±%": true, "比上年同期±%": true, "增长率": true, "同比增长率": true, "同比增减": true, "增减": true,
}

// indicator tells what the spot's cell measures: in the value column of a long
// table (and the growth column beside it) by the field of its row, else by the
// heading of its column.
func (r *Reader) indicator(s *spot) (*Indicator, *problem) {
	if len(s.form.Indicator) > 0 && (s.col.value || s.col.growth) {
		if text, ok := s.first(s.form.Indicator); ok {
			unit, _ := s.first(s.form.Unit)
			m, ok := r.recallName(s.form, r.overAll(s, text), unit)
			if s.about = m; !ok {
				return nil, r.unknown(text)
			}
			return m.ind, nil
		}
	}
	if over := s.form.Over; over != nil && over.Heading.MatchString(s.col.heading) {
		return r.overStated(s, over)
	}
	h := s.col.headed
	if h == nil {
		read := r.headed(s)
		h = &read
		if h.problem == nil { // else the title may be in it
			s.col.headed = h
		}
	}
	s.about = h.measured
	return h.ind, h.problem
}

// overStated names a ratio by the denominator that stands in its row.
func (r *Reader) overStated(s *spot, over *Over) (*Indicator, *problem) {
	of := s.fields.text(s, "denominator")
	if of == "" {
		return nil, refuse("no_indicator", "写明强度的分母，例如 营业收入", "没有写明强度是与什么之比")
	}
	name := fmt.Sprintf(over.Name, of)
	ind := r.named(s.form, name)
	if s.about = (measured{ind: ind}); ind == nil {
		return nil, r.unknown(name)
	}
	return ind, nil
}

// overAll names the denominator of 全社会's R&D intensity, which is GDP and nothing
// else: R&D of the whole society is compared with nothing smaller.
func (r *Reader) overAll(s *spot, text string) string {
	scope, _ := s.first(s.form.Scope)
	if clean.Squeeze(scope) == "全社会" && Term(text) == "R&D经费投入强度" {
		return text + "(与GDP之比)"
	}
	return text
}

// headed is what a column's heading says.
type headed struct {
	measured
	problem *problem
}

// headed reads the heading of the spot's column. Periods and levels that only
// group (按资金来源分) are left out; a last level that is a scope is the scope of
// what stands above it.
func (r *Reader) headed(s *spot) headed {
	levels := withoutGroups(withoutPeriods(s.col.Path))
	if len(levels) == 0 && s.table.Indicator != "" {
		levels = []string{s.table.Indicator}
	}
	fits := r.fitsUnit(s.col.Unit)
	if ind := r.path(s.form, levels); ind != nil {
		if fits != nil && !fits(ind) {
			ind = cmp.Or(r.Dictionary.otherUnit(ind, fits), ind)
		}
		return headed{measured: measured{ind: ind}}
	}
	if ind := r.growth(s, levels); ind != nil {
		return headed{measured: measured{ind: ind}}
	}
	if n := len(levels); n > 1 {
		if scope := r.Scopes.Code(strings.TrimLeft(Term(levels[n-1]), "-")); scope != "" {
			if ind := r.path(s.form, levels[:n-1]); ind != nil {
				return headed{measured: measured{ind: ind, scope: scope}}
			}
		}
	}
	if len(levels) == 1 {
		if m, ok := r.understand(s.form, levels[0], fits); ok {
			return headed{measured: m}
		}
	}
	heading := strings.Join(levels, "/")
	if heading == "" {
		heading = s.table.Title
	}
	return headed{problem: r.unknown(heading)}
}

var reGroup = regexp.MustCompile(`^[#]?按.{1,16}分(?:组|类|列)?$`)

// withoutGroups leaves out the levels that name no thing.
func withoutGroups(path []string) []string {
	var out []string
	for _, p := range path {
		if !reGroup.MatchString(clean.Squeeze(p)) {
			out = append(out, p)
		}
	}
	return out
}

// path looks a heading up: all of its levels, or the last one where the form
// names it.
func (r *Reader) path(f *Form, levels []string) *Indicator {
	if n := len(levels); n > 1 && levels[n-1] == "合计" {
		levels = levels[:n-1]
	}
	if len(levels) == 0 {
		return nil
	}
	if ind := r.named(f, strings.Join(levels, "/")); ind != nil {
		return ind
	}
	last := Term(levels[len(levels)-1])
	if code := f.headings[last]; code != "" {
		return r.Dictionary.Code(code)
	}
	if len(levels) == 1 {
		return r.Dictionary.Name(last)
	}
	return nil
}

// named looks a name up, first among the form's own.
func (r *Reader) named(f *Form, text string) *Indicator {
	if code := f.headings[Term(text)]; code != "" {
		return r.Dictionary.Code(code)
	}
	return r.Dictionary.Name(text)
}

// growth reads a heading such as 同比增长(%): of the level above it, else of
// the column to its left.
func (r *Reader) growth(s *spot, levels []string) *Indicator {
	if len(levels) == 0 || !growthWords[Term(levels[len(levels)-1])] {
		return nil
	}
	of := r.path(s.form, levels[:len(levels)-1])
	if of == nil {
		for i := range s.table.Columns {
			c := &s.table.Columns[i]
			if c.Index >= s.col.Index {
				break
			}
			if ind := r.path(s.form, withoutPeriods(c.Path)); c.Role == layout.Value && ind != nil {
				of = ind
			}
		}
	}
	if of == nil {
		return nil
	}
	return r.Dictionary.Code(of.Code + "_yoy")
}

func (r *Reader) unknown(heading string) *problem {
	return refuse("no_indicator", "在指标词典中补充“"+heading+"”，或为该表登记表单", "“%s”不是已知指标", heading)
}

// withoutPeriods leaves out the levels that are periods.
func withoutPeriods(path []string) []string {
	var out []string
	for _, p := range path {
		if !isPeriodText(p) {
			out = append(out, p)
		}
	}
	return out
}

func isPeriodText(text string) bool {
	_, err := clean.ParsePeriod(text, clean.Period{})
	return err == nil
}

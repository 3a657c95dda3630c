package layout

import (
	"strings"

	"sanpin/etl/clean"
)

// tally counts the classes of the body cells of one column.
type tally struct{ filled, numbers, years, periods, words, latin, units, rows int }

func (b *block) tally(c int) tally {
	if b.tallies == nil {
		b.tallies = make([]*tally, b.v.g.Cols)
	}
	if b.tallies[c] == nil {
		t := b.count(c)
		b.tallies[c] = &t
	}
	return *b.tallies[c]
}

func (b *block) count(c int) tally {
	var t tally
	for _, r := range b.body {
		t.rows++
		k := b.v.at(r, c)
		if k == none {
			continue
		}
		t.filled++
		switch k {
		case number, mark:
			t.numbers++
		case year:
			t.years++
		case period:
			t.periods++
		case word:
			t.words++
		case latin:
			t.latin++
		}
		if text := b.v.text(r, c); (k == word || k == latin) && len(text) <= longestUnit && b.v.isUnit(text) {
			t.units++
		}
	}
	return t
}

// roles gives each column of the panel its role, from what its cells are and
// what its heading says. Columns left of the first values that name rows are
// labels; every other text column is text.
func (b *block) roles() []Role {
	v := b.v
	roles := make([]Role, v.c1-v.c0)
	values := 0
	for c := v.c0; c < v.c1; c++ {
		t := b.tally(c)
		role := b.role(c, t)
		if role == Label && values > 0 {
			role = Text
		}
		if role == Value && !isRankHead(b.headText(c)) {
			values++
		}
		roles[c-v.c0] = role
	}
	if values == 0 { // a list: the columns are fields, none of them a measure
		for i, r := range roles {
			if r == English {
				roles[i] = Text
			}
		}
	}
	return roles
}

func (b *block) role(c int, t tally) Role {
	head := b.headText(c)
	switch {
	case t.filled == 0 && head == "":
		return ""
	case isRemarkHead(head):
		return Text
	case t.filled == 0:
		return Value // a heading over blanks: values that were not given
	case t.units*2 > t.filled && t.words+t.latin > t.numbers:
		return UnitOf
	case isSerialHead(head) && (t.numbers+t.latin)*2 > t.filled:
		return Serial
	case isPeriodHead(head) || t.periods+t.years == t.filled && c < v0(b):
		return Label
	case t.numbers+t.years > 0 && (t.numbers+t.years)*2 >= t.filled:
		return Value
	case t.latin*2 > t.filled && t.words == 0 && b.hasHanLeft(c):
		return English
	case t.words+t.latin+t.periods+t.years > 0:
		return Label
	}
	return Text
}

// v0 is the first column that is mostly plain numbers.
func v0(b *block) int {
	for c := b.v.c0; c < b.v.c1; c++ {
		if t := b.tally(c); t.numbers > 0 && t.numbers*2 >= t.filled && !isSerialHead(b.headText(c)) {
			return c
		}
	}
	return b.v.c1
}

func (b *block) headText(c int) string {
	var parts []string
	for _, r := range b.header {
		if b.v.at(r, c) != none && !isNumbering(b.v, b.v.shape(r)) {
			parts = append(parts, clean.Squeeze(b.v.text(r, c)))
		}
	}
	return strings.Join(parts, "")
}

// hasHanLeft tells whether the column left of c names rows in Chinese: only
// then is a Latin column a translation.
func (b *block) hasHanLeft(c int) bool {
	for c--; c >= b.v.c0; c-- {
		if t := b.tally(c); t.filled > 0 {
			return t.words*2 >= t.filled
		}
	}
	return false
}

func isSerialHead(s string) bool {
	switch strings.ToLower(s) {
	case "序号", "编号", "代码", "行业代码", "行次", "no.", "no", "index", "code", "id":
		return true
	}
	return false
}

// isRankHead tells a column that orders rows: the names of the rows may follow.
func isRankHead(s string) bool {
	switch s {
	case "排名", "名次", "位次", "排序", "排位", "序次":
		return true
	}
	return false
}

func isRemarkHead(s string) bool {
	switch s {
	case "备注", "说明", "附注", "注", "联系电话", "电话", "联系人", "邮编", "邮政编码":
		return true
	}
	return false
}

func isPeriodHead(s string) bool {
	switch strings.ToLower(s) {
	case "年份", "年度", "年", "时间", "时期", "报告期", "月份", "日期", "year", "period", "date", "month":
		return true
	}
	return false
}

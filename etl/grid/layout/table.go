package layout

import (
	"fmt"
	"regexp"
	"slices"
	"strings"

	"sanpin/etl/clean"
)

// table concludes from a block. before is the table above it in the panel, or
// the first one to its left, whose title and unit it carries on; nil if there
// is none.
func (b *block) table(before *Table) *Table {
	t := &Table{Sheet: b.v.g.Meta.Part, HeaderRows: b.header, NoteRows: b.noteRow, RowUnit: -1}
	for _, r := range b.noteRow {
		t.Notes = append(t.Notes, clean.Fold(b.v.text(r, b.v.shape(r).first)))
	}
	continued := b.readLines(t)
	if len(b.lines) == 0 && before == nil {
		readAround(t, b.v.g.Meta.Before, b.v.g.Meta.Caption)
	}
	if before != nil && (t.TableNo == "" || t.TableNo == before.TableNo) && (continued || t.Title == "") {
		t.Title, t.TableNo = before.Title, before.TableNo
		if len(t.Units) == 0 {
			t.Unit, t.Units = before.Unit, before.Units
		}
		t.rule("title and unit of the table above or to the left", "续表")
	}
	roles := b.roles()
	b.takeLabels(t, roles)
	h := b.newHead(roles)
	b.readColumns(t, h, roles)
	b.readRows(t)
	settleUnits(t, h)
	b.readCells(t)
	t.outerLevel()
	return t
}

func (t *Table) rule(what, by string) { t.Rules = append(t.Rules, Rule{what, by}) }

var rePeriodInTitle = regexp.MustCompile(`[(（](?:19|20)\d\d(?:[-—]\d{2,4})?年?[^()（）]{0,8}[)）]`)

// readLines reads titles, unit lines and metadata above the header.
func (b *block) readLines(t *Table) (continued bool) {
	for _, r := range b.lines {
		s := b.v.shape(r)
		unit := false
		for c := b.v.c0; c < b.v.c1; c++ {
			if b.v.at(r, c) == none {
				continue
			}
			text := b.v.text(r, c)
			continued = continued || reContinued.MatchString(text)
			unit = t.readLine(text) || unit
		}
		if unit || isUnitRow(b.v, s) {
			t.UnitRows = append(t.UnitRows, r)
		} else {
			t.TitleRows = append(t.TitleRows, r)
		}
	}
	return continued
}

// readLine reads one text that stands above the header; it tells whether the
// text was a unit line.
func (t *Table) readLine(text string) bool {
	folded := clean.Fold(text)
	if m := reIndicator.FindStringSubmatch(folded); m != nil {
		name, unit, _ := heading(m[1])
		t.Indicator = name
		if unit != "" {
			t.addUnits(unit)
		}
		t.Title = name
		return false
	}
	if reMetadata.MatchString(folded) {
		return false
	}
	if at := strings.Index(folded, "单位"); at >= 0 && (reUnitLine.MatchString(folded) || reUnitLine.MatchString(folded[at:])) {
		for _, u := range clean.FindUnits(folded[at:]) {
			t.addUnits(u.Name)
		}
		return reUnitLine.MatchString(folded)
	}
	if isUnitText(folded) {
		if len(t.Units) == 0 && hasHan(folded) {
			u, _, _ := clean.FindUnit(folded)
			t.addUnits(u.Name)
		}
		return true
	}
	t.readTitle(text)
	return false
}

func (t *Table) addUnits(unit string) {
	for _, u := range t.Units {
		if u == unit {
			return
		}
	}
	t.Units = append(t.Units, unit)
	t.Unit = ""
	if len(t.Units) == 1 {
		t.Unit = unit
	}
}

var (
	rePeriodLine = regexp.MustCompile(`^[(（]?(?:19|20)\d\d(?:[-—至]\d{2,4})?年[^()（）]{0,10}[)）]?$`)
	reChapterTop = regexp.MustCompile(`^[一二三四五六七八九十]+、`)
)

// readTitle keeps the first Chinese title line that is not a chapter's; one with
// a table number stands above all. A line that is a period belongs to it.
func (t *Table) readTitle(text string) {
	if !hasHan(text) || reEnglishNo.MatchString(text) {
		return
	}
	folded := clean.Fold(text)
	numbered := false
	if m := reTableNo.FindStringSubmatch(folded); m != nil {
		t.TableNo, numbered = m[1], true
		folded = strings.TrimLeft(folded[strings.Index(folded, m[1])+len(m[1]):], " .:：、")
	} else if t.TableNo != "" {
		return
	}
	if reContinued.MatchString(folded) && len([]rune(folded)) < 20 {
		return
	}
	title := clean.Squeeze(chineseLines(folded))
	switch {
	case t.Title == "" || numbered || reChapterTop.MatchString(t.Title):
		t.Title = title
	case rePeriodLine.MatchString(title):
		t.Title += "(" + strings.Trim(title, "()（）") + ")"
	}
}

func chineseLines(text string) string {
	var b strings.Builder
	for _, l := range split(text) {
		if hasHan(l) {
			b.WriteString(chinese(l))
		}
	}
	return b.String()
}

// readAround takes title and unit from what stands before a table in a page:
// its caption, else the nearest text.
func readAround(t *Table, before []string, caption string) {
	if caption != "" {
		t.readLine(caption)
	}
	for _, text := range slices.Backward(before) {
		if len([]rune(text)) <= 120 {
			t.readLine(text)
		}
	}
	if t.Title != "" || len(t.Units) > 0 {
		t.rule("title and unit", "stand before the table in the page")
	}
}

func (b *block) takeLabels(t *Table, roles []Role) {
	for i, r := range roles {
		switch r {
		case Label:
			t.Labels = append(t.Labels, b.v.c0+i)
		case UnitOf:
			if t.RowUnit < 0 {
				t.RowUnit = b.v.c0 + i
			}
		}
	}
}

func (b *block) readColumns(t *Table, h *head, roles []Role) {
	for i, role := range roles {
		if role == "" {
			continue
		}
		c := Column{Index: b.v.c0 + i, Role: role}
		c.Path, c.Rule = h.path(c.Index)
		for k, p := range c.Path {
			if reYear.MatchString(p) {
				c.Path[k] = strings.TrimRight(p, "年度")
			}
		}
		t.Columns = append(t.Columns, c)
	}
}

// outerLevel puts the indicator before the periods where columns are nothing
// but periods and the title says what they are periods of.
func (t *Table) outerLevel() {
	for _, c := range t.Columns {
		if c.Role == Value && (len(c.Path) != 1 || !reYear.MatchString(c.Path[0]) && !isPeriod(c.Path[0])) {
			return
		}
	}
	for _, r := range t.Rows {
		if r.Unit != "" {
			return // rows are indicators
		}
	}
	if t.Indicator == "" {
		t.Indicator = indicatorOf(t.Title)
	}
	if t.Indicator == "" {
		return
	}
	for i, c := range t.Columns {
		if c.Role == Value {
			t.Columns[i].Path = []string{t.Indicator, c.Path[0]}
		}
	}
	t.rule("outer level of the columns: "+t.Indicator, "columns are periods, the title names the indicator")
}

var reByRegion = regexp.MustCompile(`^(?:各地区|分地区|按地区分|各省市?|各行业|分行业|按行业分)的?`)

// indicatorOf takes the split and the period off a title.
func indicatorOf(title string) string {
	s := rePeriodInTitle.ReplaceAllString(title, "")
	return reByRegion.ReplaceAllString(s, "")
}

func (t *Table) String() string {
	return fmt.Sprintf("%s: %s (%d columns, %d rows)", t.Sheet, t.Title, len(t.Columns), len(t.Rows))
}

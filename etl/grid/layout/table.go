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
	b.unitBeside(t)
	elsewhere := before == nil || before.Sheet != t.Sheet
	if len(b.lines) == 0 && elsewhere {
		continued = readAround(t, b.v.g.Meta.Before, b.v.g.Meta.Caption)
	}
	if before != nil && (t.TableNo == "" || t.TableNo == before.TableNo) && (continued || t.Title == "" && !elsewhere) {
		t.Title, t.TableNo = before.Title, before.TableNo
		if len(t.Units) == 0 {
			t.Unit, t.Units = before.Unit, before.Units
		}
		t.rule("title and unit of the table above or to the left", "续表")
	}
	if b.next >= b.v.g.Rows {
		t.Notes = append(t.Notes, notesBelow(b.v.g.Meta.After)...)
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

// unitBeside takes the unit of a panel that names none from the lines of the
// sheet above the header: 单位：件 stands at the right edge, over the last panel.
func (b *block) unitBeside(t *Table) {
	if len(b.header) == 0 || len(t.Units) > 0 || b.v.c1-b.v.c0 == b.v.g.Cols {
		return
	}
	for r := b.from; r < b.header[0]; r++ {
		for c := range b.v.g.Cols {
			text := clean.Fold(b.v.g.At(r, c).Text)
			if _, list := cutUnits(text); list == nil || !reUnitLine.MatchString(text) {
				continue
			}
			t.readLine(text)
			t.UnitRows = append(t.UnitRows, r)
			t.rule("unit of the table", "stands beside the panel")
			return
		}
	}
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
	if before, list := cutUnits(folded); list != nil {
		for _, u := range list {
			t.addUnits(u.Name)
		}
		if before != "" && !reUnitLine.MatchString(folded) && !isPeriod(before) {
			t.readTitle(before)
			return false
		}
		return true
	}
	if reUnitLine.MatchString(folded) {
		return true
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

var (
	reUnitPart   = regexp.MustCompile(`[(（【\[]?\s*(?:计量|金额|货币|数量)?单\s*位\s*[:：]\s*(\S.*?)\s*$`)
	reUnitAtEnd  = regexp.MustCompile(`^(.*\p{Han}.*?)\s*[(【\[]([^()【】\[\]]{1,16})[)】\]]$`)
	closingMarks = ")）】] "
)

// cutUnits cuts the units off a line that names them: 单位：万元, 各市产值（单位：亿元、%），
// 各市产值【万元】. The words may be set apart: 万　元. The list is nil where the line
// names no unit.
func cutUnits(line string) (before string, list []clean.Unit) {
	if m := reUnitPart.FindStringSubmatchIndex(line); m != nil {
		names := line[m[2]:m[3]]
		if line[m[0]] != line[m[2]] && strings.ContainsRune("([【", []rune(line[m[0]:])[0]) {
			names = strings.TrimRight(names, closingMarks)
		}
		for _, text := range []string{line[m[0]:], names, clean.Squeeze(names)} {
			if list = clean.FindUnits(text); len(list) > 0 {
				return strings.TrimSpace(line[:m[0]]), list
			}
		}
	}
	if m := reUnitAtEnd.FindStringSubmatch(line); m != nil {
		if list = clean.FindUnits(m[2]); len(list) > 0 {
			return m[1], list
		}
	}
	return line, nil
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
		t.TableNo, numbered = m[1]+m[2], true
		folded = strings.TrimLeft(folded[strings.Index(folded, t.TableNo)+len(t.TableNo):], " .:：、")
	} else if t.TableNo != "" {
		return
	}
	if reContinued.MatchString(folded) && len([]rune(folded)) < 20 {
		return
	}
	title := strings.TrimRightFunc(clean.Squeeze(chineseLines(folded)), isNoteMark)
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
func readAround(t *Table, before []string, caption string) (continued bool) {
	if caption != "" {
		t.readLine(caption)
	}
	for _, text := range slices.Backward(before) {
		if len([]rune(text)) <= 120 && !isNote(text) { // a note is of the table above
			t.readLine(text)
			continued = continued || t.Title == "" && reContinued.MatchString(text)
		}
	}
	if t.Title != "" || len(t.Units) > 0 {
		t.rule("title and unit", "stand before the table in the page")
	}
	return continued
}

var reNoteGoesOn = regexp.MustCompile(`^(?:\d{1,2}|[①-⑳]|[(]\d{1,2}[)])\s*[.、:)]?\s*\p{Han}`)

// notesBelow gives the notes among the lines below a table in a page: those that
// say so, and numbered ones right behind.
func notesBelow(lines []string) (notes []string) {
	goesOn := false
	for _, line := range lines {
		folded := clean.Fold(line)
		if goesOn = isNote(line) || goesOn && reNoteGoesOn.MatchString(folded); goesOn {
			notes = append(notes, folded)
		}
	}
	return notes
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
			if isYear(p) {
				c.Path[k] = strings.TrimRight(p, "年度")
			}
		}
		t.Columns = append(t.Columns, c)
	}
}

// outerLevel puts the indicator before the periods where columns are nothing
// but periods and the title says what they are periods of.
func (t *Table) outerLevel() {
	if !slices.ContainsFunc(t.Columns, func(c Column) bool { return c.Role == Value }) {
		return
	}
	for _, c := range t.Columns {
		if c.Role == Value && (len(c.Path) != 1 || !isYear(c.Path[0]) && !isPeriod(c.Path[0])) {
			return
		}
	}
	for _, r := range t.Rows {
		if r.Unit != "" {
			return // rows are indicators
		}
	}
	for _, c := range t.Columns {
		if c.Role == Label && len(c.Path) == 1 && reItems.MatchString(c.Path[0]) {
			return
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

// reItems heads labels that are indicators themselves.
var reItems = regexp.MustCompile(`^(?:统计)?(?:指标|项目)(?:名称)?$`)

var reByRegion = regexp.MustCompile(`^(?:(?:各(?:地区|省区市|省市|省|地市|市州|市县|市|区县|县区|县|区|行业|园区)|分地区|按地区分|分行业|按行业分)的?)+`)

// indicatorOf takes the split and the period off a title.
func indicatorOf(title string) string {
	return reByRegion.ReplaceAllString(rePeriodInTitle.ReplaceAllString(title, ""), "")
}

func (t *Table) String() string {
	return fmt.Sprintf("%s: %s (%d columns, %d rows)", t.Sheet, t.Title, len(t.Columns), len(t.Rows))
}

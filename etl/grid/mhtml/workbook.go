package mhtml

import (
	stdhtml "html"
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"sanpin/etl/grid/sheet"
)

// worksheet is one sheet as the main page of a workbook lists it.
type worksheet struct {
	name       string
	source     string // of its page, as the main page refers to it
	page       *page  // nil where the archive lacks it
	visibility sheet.Visibility
}

// What the main page says of its workbook stands in a comment, in elements of
// the prefix x. Programs that write such pages by hand leave out the comment.
var (
	reWorksheet = regexp.MustCompile(`(?is)<x:ExcelWorksheet>(.*?)</x:ExcelWorksheet>`)
	reName      = regexp.MustCompile(`(?is)<x:Name>(.*?)</x:Name>`)
	reSource    = regexp.MustCompile(`(?is)<x:WorksheetSource\s+HRef\s*=\s*["']?([^"'>]+?)["']?\s*/?>`)
	reVisible   = regexp.MustCompile(`(?is)<x:Visible>\s*(SheetHidden|SheetVeryHidden)\s*</x:Visible>`)
)

// worksheets gives the sheets that the main page lists; none where it is not the
// main page of a workbook, or is itself its only sheet.
func (m *message) worksheets() []worksheet {
	var list []worksheet
	found := 0
	for _, one := range reWorksheet.FindAllSubmatch(head(m.root()), m.lim.Sheets+1) {
		w := worksheet{name: "sheet " + strconv.Itoa(len(list)+1), visibility: visibility(one[1])}
		if name := reName.FindSubmatch(one[1]); name != nil {
			w.name = strings.TrimSpace(stdhtml.UnescapeString(string(name[1])))
		}
		if source := reSource.FindSubmatch(one[1]); source != nil {
			w.source = stdhtml.UnescapeString(string(source[1]))
			w.page = m.find(w.source)
		}
		if w.page != nil {
			found++
			w.visibility = max(w.visibility, visibility(head(w.page)))
		}
		list = append(list, w)
	}
	if found == 0 { // the sheet that is listed is the page itself
		return nil
	}
	return list
}

// head is the start of a page, where it says what it is.
func head(p *page) []byte { return p.text[:min(len(p.text), 1<<20)] }

func visibility(text []byte) sheet.Visibility {
	switch found := reVisible.FindSubmatch(text); {
	case found == nil:
		return sheet.Visible
	case strings.EqualFold(string(found[1]), "SheetVeryHidden"):
		return sheet.VeryHidden
	}
	return sheet.HiddenSheet
}

// find gives the page that a reference means: cid: names its id, all else the
// end of its location, for the main page may lie anywhere.
func (m *message) find(source string) *page {
	if id, ok := strings.CutPrefix(source, "cid:"); ok {
		return m.pageID[strings.Trim(plain(id), "<>")]
	}
	want := strings.TrimPrefix(plain(source), "./")
	for strings.HasPrefix(want, "../") {
		want = want[len("../"):]
	}
	for _, p := range m.pages {
		if l := p.location; p != m.root() && (l == want || strings.HasSuffix(l, "/"+want)) {
			return p
		}
	}
	return nil
}

// plain makes locations comparable: unescaped, with / between their elements.
func plain(location string) string {
	if u, err := url.PathUnescape(location); err == nil {
		location = u
	}
	return strings.ReplaceAll(location, `\`, "/")
}

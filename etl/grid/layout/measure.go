package layout

import (
	"regexp"
	"strings"

	"sanpin/etl/clean"
)

// Words of headings that tell which kind of unit a column can have.
var (
	// reMoney are quantities that are counted in money: where rows have units of
	// their own, the unit of the table is for these.
	reMoney = regexp.MustCompile(`金额|价值|总值|产值|收入|支出|经费|利润|税`)
	// reFunds are counted in money too, but also stand in names of other things.
	reFunds = regexp.MustCompile(`资金|资产|负债|成本|费用|投资|增加值|销售额|进口额|出口额|交货值`)
	// reRatio ends the names of shares and changes.
	reRatio  = regexp.MustCompile(`(?:率|比重|占比|比例|份额|增长|增速|增幅|增减|同比|环比|强度)(?:±)?$`)
	rePeople = regexp.MustCompile(`人员|人数|职工|从业|劳动力`)
)

func isMoney(path []string) bool {
	return reMoney.MatchString(strings.Join(path, "/"))
}

// isRatio tells a column of shares or changes by the innermost heading.
func isRatio(path []string) bool {
	return len(path) > 0 && reRatio.MatchString(path[len(path)-1])
}

// isAmount tells the units of amounts: no share is counted in them.
func isAmount(unit string) bool {
	u, _ := clean.LookupUnit(unit)
	return u.Kind == "money" || u.Kind == "count" || u.Kind == "physical"
}

// oneOf picks the one of several units that a heading can have, "" if more or
// none can. 单位：人、万元 leaves R&D经费 only the latter.
func oneOf(units []string, path []string) string {
	found := ""
	for _, name := range units {
		u, ok := clean.LookupUnit(name)
		if !ok || !canCount(u, path) {
			continue
		}
		if found != "" {
			return ""
		}
		found = name
	}
	return found
}

func canCount(u clean.Unit, path []string) bool {
	if isRatio(path) {
		return u.Kind == "ratio" || u.Kind == "change"
	}
	for i := len(path) - 1; i >= 0; i-- { // the innermost word that tells
		switch p := path[i]; {
		case reMoney.MatchString(p) || reFunds.MatchString(p):
			return u.Kind == "money"
		case rePeople.MatchString(p):
			return u.Dimension == "person"
		}
	}
	return false
}

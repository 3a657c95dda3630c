package clean

import (
	"slices"
	"strings"
	"sync"
)

// TradeMatch is a trade of light industry as its federation names it.
type TradeMatch struct {
	Trade   string   // name in reference.trade
	Detail  string   // what the text says in brackets: 刀剪 of 五金(刀剪)
	Classes []string // codes of GB/T 4754-2017 that belong to it; none for trades that cut across
	Certain bool     // all classes by name, none by common reading
}

type trade struct {
	name    string
	classes []string
	certain bool
}

var trades = sync.OnceValues(loadTrades)

// ResolveTrade reads the name of a trade (家电, 五金制品行业, 五金(刀剪)). A product
// that stands for its trade in titles (坭兴陶, 刀剪) is read too.
//
// It never decides by likeness. Its errors are [ErrBlank], [ErrAmbiguous] for
// two trades in one text (制笔/文房四宝) and [ErrUnknown].
func ResolveTrade(text string) (TradeMatch, error) {
	known, err := trades()
	if err != nil {
		return TradeMatch{}, err
	}
	s := strings.Trim(Squeeze(text), "#*:")
	if s == "" {
		return TradeMatch{}, fail(ErrBlank, "trade", text, "")
	}
	if t, ok := findTrade(known, s); ok {
		return t.match(""), nil
	}
	name, detail, _ := strings.Cut(strings.TrimSuffix(s, ")"), "(")
	if t, ok := findTrade(known, name); ok {
		return t.match(detail), nil
	}
	if parts := strings.FieldsFunc(s, isTradeSeparator); len(parts) > 1 {
		return severalTrades(known, text, parts)
	}
	return TradeMatch{}, fail(ErrUnknown, "trade", text, "no trade of reference.trade")
}

func isTradeSeparator(r rune) bool { return strings.ContainsRune("/、,;和及", r) }

// severalTrades reads a list: fine where all its parts are one trade.
func severalTrades(known map[string]*trade, text string, parts []string) (TradeMatch, error) {
	var names []string
	for _, part := range parts {
		if t, ok := findTrade(known, part); ok && !slices.Contains(names, t.name) {
			names = append(names, t.name)
		} else if !ok {
			return TradeMatch{}, fail(ErrUnknown, "trade", text, part+" is no trade of reference.trade")
		}
	}
	if len(names) > 1 {
		return TradeMatch{}, fail(ErrAmbiguous, "trade", text, "names "+strings.Join(names, " and "))
	}
	return known[names[0]].match(""), nil
}

func (t *trade) match(detail string) TradeMatch {
	return TradeMatch{Trade: t.name, Detail: detail, Classes: slices.Clone(t.classes), Certain: t.certain}
}

// findTrade looks a name up, as it is or without the word for trade.
func findTrade(known map[string]*trade, name string) (*trade, bool) {
	for _, word := range []string{"", "行业", "产业", "工业", "业", "制造业"} {
		if base, ok := strings.CutSuffix(name, word); ok && known[base] != nil {
			return known[base], true
		}
	}
	return nil, false
}

func loadTrades() (map[string]*trade, error) {
	rows, err := readReference("trade", "trade", "synonyms")
	if err != nil {
		return nil, err
	}
	known := map[string]*trade{}
	for _, r := range rows {
		t := &trade{name: r[0], certain: true}
		for _, name := range append(strings.Split(r[1], "|"), r[0]) {
			known[Squeeze(name)] = t
		}
	}
	delete(known, "")
	bridge, err := readReference("trade_class", "trade", "class_code", "certainty")
	if err != nil {
		return nil, err
	}
	for _, r := range bridge {
		if t := known[r[0]]; t != nil {
			t.classes = append(t.classes, r[1])
			t.certain = t.certain && r[2] == "stated"
		}
	}
	return known, nil
}

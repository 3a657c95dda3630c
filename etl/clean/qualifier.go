package clean

import "strings"

// Op says how the number that is meant stands to the one that is printed.
type Op string

// The operators. OpBelow is 近: under the printed number, but not by much.
const (
	OpEqual   Op = "="
	OpAtLeast Op = ">="
	OpOver    Op = ">"
	OpAtMost  Op = "<="
	OpUnder   Op = "<"
	OpAbout   Op = "~="
	OpBelow   Op = "<~"
	OpAbove   Op = ">~" // of a fall: 下降近5% is just above -5%
)

// A qualifier is a word that says how exact a number is. Some are rhetoric
// (高达, 仅): they are kept, and mean nothing.
type qualifier struct {
	word string
	op   Op
}

// before are the words in front of a number. A word that begins with another
// one comes first.
var before = []qualifier{
	{"大约", OpAbout}, {"大概", OpAbout}, {"大致", OpAbout}, {"约为", OpAbout}, {"约合", OpAbout}, {"约有", OpAbout}, {"约占", OpAbout}, {"约", OpAbout}, {"≈", OpAbout},
	{"接近", OpBelow}, {"将近", OpBelow}, {"逼近", OpBelow}, {"临近", OpBelow}, {"近", OpBelow},
	{"不超过", OpAtMost}, {"不高于", OpAtMost}, {"不大于", OpAtMost}, {"不多于", OpAtMost}, {"至多", OpAtMost}, {"最多", OpAtMost}, {"≤", OpAtMost}, {"<=", OpAtMost}, {"≦", OpAtMost},
	{"不低于", OpAtLeast}, {"不少于", OpAtLeast}, {"不小于", OpAtLeast}, {"至少", OpAtLeast}, {"最少", OpAtLeast}, {"≥", OpAtLeast}, {">=", OpAtLeast}, {"≧", OpAtLeast},
	{"不足", OpUnder}, {"不到", OpUnder}, {"不满", OpUnder}, {"未满", OpUnder}, {"低于", OpUnder}, {"少于", OpUnder}, {"小于", OpUnder}, {"<", OpUnder},
	{"超过了", OpOver}, {"超过", OpOver}, {"超出", OpOver}, {"超", OpOver}, {"突破了", OpOver}, {"突破", OpOver}, {"逾", OpOver}, {"高于", OpOver}, {"大于", OpOver}, {"多于", OpOver}, {"过", OpOver}, {"破", OpOver}, {">", OpOver},
	{"已达到", OpEqual}, {"已达", OpEqual}, {"达到了", OpEqual}, {"达到", OpEqual}, {"高达", OpEqual}, {"多达", OpEqual}, {"达", OpEqual},
	{"仅占", OpEqual}, {"仅有", OpEqual}, {"仅为", OpEqual}, {"仅", OpEqual}, {"只占", OpEqual}, {"只有", OpEqual}, {"占", OpEqual}, {"为", OpEqual},
	{"累计", OpEqual}, {"合计", OpEqual}, {"总计", OpEqual}, {"共计", OpEqual}, {"共有", OpEqual}, {"共", OpEqual},
}

// after are the words behind a number or its unit. A word that ends with
// another one comes first.
var after = []qualifier{
	{"及以上", OpAtLeast}, {"或以上", OpAtLeast}, {"(含)以上", OpAtLeast}, {"以上", OpAtLeast}, {"+", OpAtLeast},
	{"及以下", OpAtMost}, {"或以下", OpAtMost}, {"(含)以下", OpAtMost}, {"以下", OpAtMost}, {"以内", OpAtMost}, {"之内", OpAtMost},
	{"左右", OpAbout}, {"上下", OpAbout},
	{"有余", opMore}, {"余", opMore}, {"餘", opMore}, {"多", opMore},
}

// opMore is 余: at least the printed number, and less than the next one of the
// same precision. It becomes OpAtLeast with an upper bound.
const opMore Op = "+"

// infixOp gives the operator of a word inside a number: 余 多 几 来.
func infixOp(word string) Op {
	if word == "来" {
		return OpAbout
	}
	return opMore
}

// cutBefore takes one qualifier off the front of s. 上 counts only before a
// multiplier: 上万.
func cutBefore(s string) (q qualifier, rest string, ok bool) {
	for _, q := range before {
		if rest, ok := strings.CutPrefix(s, q.word); ok {
			return q, trimLeft(rest), true
		}
	}
	if rest, ok := strings.CutPrefix(s, "上"); ok {
		if magnitude, _, _ := cutMagnitude(rest); magnitude != "" {
			return qualifier{"上", OpAtLeast}, rest, true
		}
	}
	return qualifier{}, s, false
}

// cutAfter takes one qualifier off the end of s.
func cutAfter(s string) (q qualifier, rest string, ok bool) {
	for _, q := range after {
		if rest, ok := strings.CutSuffix(s, q.word); ok {
			return q, strings.TrimRight(rest, " "), true
		}
	}
	return qualifier{}, s, false
}

// combine joins what two words say: rhetoric gives way, 约 makes any bound
// uncertain (约300余家), two bounds of one side give the stricter one (超过300余家).
// Bounds of both sides contradict (近300多家).
func combine(a, b Op) (Op, bool) {
	switch {
	case a == b || b == OpEqual:
		return a, true
	case a == OpEqual:
		return b, true
	case a == OpAbout || b == OpAbout:
		return OpAbout, true
	case side(a) != side(b):
		return a, false
	}
	for _, strict := range [...]Op{opMore, OpOver, OpBelow, OpUnder} {
		if a == strict || b == strict {
			return strict, true
		}
	}
	return a, true
}

// side is 1 for bounds from below, -1 for bounds from above.
func side(op Op) int {
	switch op {
	case OpAtLeast, OpOver, opMore, OpAbove:
		return 1
	case OpAtMost, OpUnder, OpBelow:
		return -1
	}
	return 0
}

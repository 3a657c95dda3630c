package function

import (
	"fmt"
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"
)

// A pattern is written for Joni, Trino's engine, with Java's syntax, and run by
// Go's RE2. Both find the same match where the pattern only has what they read
// alike: what they do not is refused by name.

type compiled struct {
	re       *regexp.Regexp
	ascii    bool // only exact on ASCII text: \b is Unicode's in Joni
	oneLine  bool // only exact on text without a newline: $ stands before the last one in Joni
	emptyToo bool // it can match nothing: see all
	around   bool // it looks at what stands before the match
}

var patterns sync.Map // text -> *compiled or error

const maxPatterns = 1000

var patternCount int
var patternLock sync.Mutex

func compile(text string) (*compiled, error) {
	if x, ok := patterns.Load(text); ok {
		if c, ok := x.(*compiled); ok {
			return c, nil
		}
		return nil, x.(error)
	}
	text = strings.Clone(text)
	c, err := compileNew(text)
	var entry any = c
	if err != nil {
		entry = err
	}
	patternLock.Lock()
	defer patternLock.Unlock()
	if patternCount++; patternCount > maxPatterns {
		patterns.Clear()
		patternCount = 1
	}
	patterns.Store(text, entry)
	return c, err
}

var (
	goodEscape   = "dDwWsSbB.\\+*?()[]{}|^$/-\"'`~!@#%&=:;,<>_ ntrfaz"
	goodProperty = regexp.MustCompile(`^(L|Lu|Ll|N|Nd|P|S|Z|Han)$`)
	goodGroup    = regexp.MustCompile(`^\?(:|i\)|i:|s\)|m\)|<[a-zA-Z][a-zA-Z0-9]*>)`)
	goodRepeat   = regexp.MustCompile(`^\{\d+(,\d*)?\}`)
)

func noPattern(what string) error {
	return failure("NOT_SUPPORTED", "regular expression: %s", what)
}

// compileNew reads the pattern once, and refuses what the two engines read in
// two ways.
func compileNew(text string) (*compiled, error) {
	c := &compiled{}
	inClass := false
	for i := 0; i < len(text); i++ {
		rest := text[i+1:]
		switch ch := text[i]; {
		case ch == '\\':
			if rest == "" {
				return nil, badArgument("end pattern at escape")
			}
			next := rest[0]
			switch {
			case next == 'p' || next == 'P':
				end := strings.IndexByte(rest, '}')
				if len(rest) < 3 || rest[1] != '{' || end < 0 || !goodProperty.MatchString(rest[2:end]) {
					return nil, noPattern("the property at " + text[i:])
				}
				i += end + 1
				continue
			case !strings.ContainsRune(goodEscape, rune(next)):
				return nil, noPattern("\\" + string(next))
			case next == 'b' || next == 'B':
				if inClass {
					return nil, noPattern("\\b in a class")
				}
				c.ascii, c.around = true, true
			}
			i++
		case inClass && ch == '[':
			return nil, noPattern("[ in a class")
		case inClass && strings.HasPrefix(text[i:], "&&"):
			return nil, noPattern("&& in a class")
		case inClass:
			inClass = ch != ']'
		case ch == '[':
			inClass = true
			if strings.HasPrefix(rest, "]") || strings.HasPrefix(rest, "^]") {
				return nil, noPattern("[]")
			}
		case ch == '(' && strings.HasPrefix(rest, "?") && !goodGroup.MatchString(rest):
			return nil, noPattern("(" + rest[:min(3, len(rest))])
		case ch == '{' && !goodRepeat.MatchString(text[i:]):
			return nil, noPattern("{ without a count")
		case ch == '^':
			c.around = true
		case ch == '$':
			c.oneLine = true
		case strings.ContainsRune("*+?}", rune(ch)) && strings.HasPrefix(rest, "+"):
			return nil, noPattern("a possessive repetition")
		}
	}
	re, err := regexp.Compile(text)
	if err != nil {
		if strings.Contains(err.Error(), "missing closing )") {
			return nil, badArgument("end pattern with unmatched parenthesis")
		}
		return nil, noPattern(err.Error())
	}
	c.re, c.emptyToo = re, re.MatchString("")
	return c, nil
}

// on compiles a pattern for a text.
func on(text, pattern any, all bool) (string, *compiled, error) {
	s := text.(string)
	c, err := compile(pattern.(string))
	switch {
	case err != nil:
		return s, nil, err
	case c.ascii && !isASCII(s):
		return s, nil, noPattern(`\b on text that is not ASCII`)
	case c.oneLine && strings.ContainsRune(s, '\n'):
		return s, nil, noPattern("$ on text of several lines")
	case all && c.emptyToo && c.around:
		return s, nil, noPattern("a pattern that matches nothing, with ^ or \\b")
	}
	return s, c, nil
}

// all gives every match from left to right. Go leaves out an empty match right
// after another one, which Joni gives.
func (c *compiled) all(s string) (out [][]int) {
	if !c.emptyToo {
		return c.re.FindAllStringSubmatchIndex(s, -1)
	}
	for at := 0; at <= len(s); {
		m := c.re.FindStringSubmatchIndex(s[at:])
		if m == nil {
			break
		}
		for i := range m {
			if m[i] >= 0 {
				m[i] += at
			}
		}
		out = append(out, m)
		if at = m[1]; m[0] == m[1] {
			_, size := utf8.DecodeRuneInString(s[at:])
			at += max(size, 1)
		}
	}
	return out
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

func group(m []int, s string, n int) any {
	if m == nil || m[2*n] < 0 {
		return nil
	}
	return s[m[2*n]:m[2*n+1]]
}

func checkGroup(c *compiled, n int64) error {
	switch {
	case n < 0:
		return badArgument("Group cannot be negative")
	case n > int64(c.re.NumSubexp()):
		return badArgument("Pattern has %d groups. Cannot access group %d", c.re.NumSubexp(), n)
	}
	return nil
}

func init() {
	define(Scalar,
		row{signature: "regexp_like(varchar(x), varchar) boolean", form: native("trino_regexp_like", "VARCHAR, VARCHAR", "BOOLEAN", func(a []any) (any, error) {
			s, c, err := on(a[0], a[1], false)
			if err != nil {
				return nil, err
			}
			return c.re.MatchString(s), nil
		})},
		row{signature: "regexp_extract(varchar(x), varchar) varchar(x)", form: sql("trino_regexp_extract($1, $2, 0)")},
		row{signature: "regexp_extract(varchar(x), varchar, bigint) varchar(x)", form: native("trino_regexp_extract", "VARCHAR, VARCHAR, BIGINT", "VARCHAR", func(a []any) (any, error) {
			s, c, err := on(a[0], a[1], false)
			if err == nil {
				err = checkGroup(c, a[2].(int64))
			}
			if err != nil {
				return nil, err
			}
			return group(c.re.FindStringSubmatchIndex(s), s, number(a[2])), nil
		})},
		row{signature: "regexp_extract_all(varchar(x), varchar) array(varchar(x))", form: sql("trino_regexp_extract_all($1, $2, 0)")},
		row{signature: "regexp_extract_all(varchar(x), varchar, bigint) array(varchar(x))", form: native("trino_regexp_extract_all", "VARCHAR, VARCHAR, BIGINT", "VARCHAR[]", func(a []any) (any, error) {
			s, c, err := on(a[0], a[1], true)
			if err == nil {
				err = checkGroup(c, a[2].(int64))
			}
			if err != nil {
				return nil, err
			}
			out := []any{}
			for _, m := range c.all(s) {
				out = append(out, group(m, s, number(a[2])))
			}
			return out, nil
		})},
		row{signature: "regexp_count(varchar(x), varchar) bigint", form: native("trino_regexp_count", "VARCHAR, VARCHAR", "BIGINT", func(a []any) (any, error) {
			s, c, err := on(a[0], a[1], true)
			if err != nil {
				return nil, err
			}
			return int64(len(c.all(s))), nil
		})},
		row{signature: "regexp_split(varchar(x), varchar) array(varchar(x))", form: native("trino_regexp_split", "VARCHAR, VARCHAR", "VARCHAR[]", regexpSplit)},
		row{signature: "regexp_position(varchar(x), varchar) integer", form: sql("trino_regexp_position($1, $2, 1, 1)")},
		row{signature: "regexp_position(varchar(x), varchar, integer) integer", form: sql("trino_regexp_position($1, $2, $3, 1)")},
		row{signature: "regexp_position(varchar(x), varchar, integer, integer) integer", form: native("trino_regexp_position", "VARCHAR, VARCHAR, BIGINT, BIGINT", "INTEGER", regexpPosition)},
		row{signature: "regexp_replace(varchar(x), varchar) varchar(x)", form: sql("trino_regexp_replace($1, $2, '')")},
		row{signature: "regexp_replace(varchar(x), varchar, varchar(y)) varchar(min(2147483647, x + max(x * y / 2, y) * (x + 1)))", form: native("trino_regexp_replace", "VARCHAR, VARCHAR, VARCHAR", "VARCHAR", regexpReplace)},
		row{signature: "regexp_replace(varchar, varchar, function(array(varchar),varchar)) varchar", form: regexpLambda},
	)
	native("trino_regexp_parts", "VARCHAR, VARCHAR", "STRUCT(b VARCHAR, g VARCHAR[])[]", regexpParts)
}

func regexpSplit(a []any) (any, error) {
	s, c, err := on(a[0], a[1], true)
	if err != nil {
		return nil, err
	}
	out, last := []any{}, 0
	for _, m := range c.all(s) {
		out = append(out, s[last:m[0]])
		last = m[1]
	}
	return append(out, s[last:]), nil
}

func regexpPosition(a []any) (any, error) {
	s, c, err := on(a[0], a[1], true)
	if err != nil {
		return nil, err
	}
	start, n := a[2].(int64), a[3].(int64)
	switch {
	case start < 1:
		return nil, badArgument("start position cannot be smaller than 1")
	case n < 1:
		return nil, badArgument("occurrence cannot be smaller than 1")
	}
	if start > int64(utf8.RuneCountInString(s)) {
		return int64(-1), nil
	}
	for _, m := range c.all(s) {
		at := int64(utf8.RuneCountInString(s[:m[0]])) + 1
		if at < start {
			continue
		}
		if n--; n == 0 {
			return at, nil
		}
	}
	return int64(-1), nil
}

func regexpReplace(a []any) (any, error) {
	s, c, err := on(a[0], a[1], true)
	if err != nil {
		return nil, err
	}
	var out strings.Builder
	last := 0
	for _, m := range c.all(s) {
		out.WriteString(s[last:m[0]])
		if err := expand(&out, a[2].(string), s, m, c.re); err != nil {
			return nil, err
		}
		last = m[1]
	}
	return out.String() + s[last:], nil
}

// expand writes a replacement with $1, ${name} and \ as Trino reads them.
func expand(out *strings.Builder, r, s string, m []int, re *regexp.Regexp) error {
	for i := 0; i < len(r); i++ {
		switch {
		case r[i] == '\\':
			if i++; i == len(r) {
				return badArgument("Illegal replacement sequence: %s", r)
			}
			out.WriteByte(r[i])
		case r[i] == '$':
			n, length, err := groupOf(r[i+1:], re)
			if err != nil {
				return badArgument("Illegal replacement sequence: %s", err.Error())
			}
			if text, ok := group(m, s, n).(string); ok {
				out.WriteString(text)
			}
			i += length
		default:
			out.WriteByte(r[i])
		}
	}
	return nil
}

// groupOf reads what follows a $: digits as long as there is such a group, or
// {name}.
func groupOf(r string, re *regexp.Regexp) (n, length int, err error) {
	if name, _, found := strings.Cut(strings.TrimPrefix(r, "{"), "}"); strings.HasPrefix(r, "{") && found {
		if n = re.SubexpIndex(name); n < 0 {
			return 0, 0, fmt.Errorf("unknown group { %s }", name)
		}
		return n, len(name) + 2, nil
	}
	if r == "" || r[0] < '0' || r[0] > '9' {
		return 0, 0, fmt.Errorf("$")
	}
	for length < len(r) && r[length] >= '0' && r[length] <= '9' {
		next := n*10 + int(r[length]-'0')
		if next > re.NumSubexp() && length > 0 {
			break
		}
		n = next
		length++
	}
	if n > re.NumSubexp() {
		return 0, 0, fmt.Errorf("unknown group %d", n)
	}
	return n, length, nil
}

// regexpParts gives the text before each match and the match's groups; at the
// end, what follows the last match, with no groups.
func regexpParts(a []any) (any, error) {
	s, c, err := on(a[0], a[1], true)
	if err != nil {
		return nil, err
	}
	out, last := []any{}, 0
	for _, m := range c.all(s) {
		groups := []any{}
		for n := 1; n <= c.re.NumSubexp(); n++ {
			groups = append(groups, group(m, s, n))
		}
		out = append(out, []any{s[last:m[0]], groups})
		last = m[1]
	}
	return append(out, []any{s[last:], nil}), nil
}

// regexpLambda lets the lambda write each replacement.
func regexpLambda(c *call) string {
	l := c.lambdas[2]
	p := freeName(c.SQL[0], c.SQL[1], l.body)
	replaced := "list_transform([" + p + ".g], lambda " + l.names[0] + ": " + l.body + ")[1]"
	return "array_to_string(list_transform(trino_regexp_parts(" + c.SQL[0] + ", " + c.SQL[1] + "), lambda " + p + ": " + p + ".b || CASE WHEN " +
		p + ".g IS NULL THEN '' ELSE coalesce(" + replaced + ", '') END), '')"
}

package function

import (
	"fmt"
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"sanpin/warehouse/dialect/types"
	"sanpin/warehouse/engine"
)

// text1 declares a function of one varchar with a varchar of the same length.
func text1(name string, f func(string) string) {
	form := native("trino_"+name, "VARCHAR", "VARCHAR", func(a []any) (any, error) { return f(a[0].(string)), nil })
	define(Scalar, row{signature: name + "(varchar(x)) varchar(x)", form: form})
}

// isSpace is Java's Character.isWhitespace, which trim goes by.
func isSpace(r rune) bool {
	switch r {
	case 0xA0, 0x2007, 0x202F:
		return false
	}
	return r >= 9 && r <= 13 || r >= 28 && r <= 31 || unicode.In(r, unicode.Zs, unicode.Zl, unicode.Zp)
}

func init() {
	upper := func(s string) string { return strings.Map(unicode.ToUpper, s) }
	lower := func(s string) string { return strings.Map(unicode.ToLower, s) }
	text1("upper", upper)
	text1("lower", lower)
	text1("reverse", func(s string) string {
		r := []rune(s)
		for i, j := 0, len(r)-1; i < j; i, j = i+1, j-1 {
			r[i], r[j] = r[j], r[i]
		}
		return string(r)
	})
	for name, f := range map[string]struct{ trim func(s, set string) string }{
		"trim": {strings.Trim}, "ltrim": {strings.TrimLeft}, "rtrim": {strings.TrimRight},
	} {
		trimSpace := native("trino_"+name, "VARCHAR", "VARCHAR", func(a []any) (any, error) {
			s := a[0].(string)
			if name != "rtrim" {
				s = strings.TrimLeftFunc(s, isSpace)
			}
			if name != "ltrim" {
				s = strings.TrimRightFunc(s, isSpace)
			}
			return s, nil
		})
		trimSet := native("trino_"+name+"_of", "VARCHAR, VARCHAR", "VARCHAR", func(a []any) (any, error) { return f.trim(a[0].(string), a[1].(string)), nil })
		define(Scalar,
			row{signature: name + "(varchar(x)) varchar(x)", form: trimSpace},
			row{signature: name + "(varchar(x), varchar(y)) varchar(x)", form: trimSet},
			row{signature: name + "(char(x)) varchar(x)", form: sql("trino_" + name + "(rtrim($1, ' '))")}, // the padding is no part of it
			row{signature: name + "(char(x), varchar(y)) varchar(x)", form: sql("trino_" + name + "_of(rtrim($1, ' '), $2)")},
		)
	}
	define(Scalar,
		row{signature: "upper(char(x)) char(x)", form: sql("trino_upper($1)")},
		row{signature: "lower(char(x)) char(x)", form: sql("trino_lower($1)")},
		row{signature: "reverse(char(x)) char(x)", form: sql("trino_reverse($1)")},
		row{signature: "length(varchar(x)) bigint", form: sql("length($1)")},
		row{signature: "length(char(x)) bigint", form: sql("length($1)")},
		row{signature: "concat(varchar...) varchar", form: concat},
		row{signature: "concat(char(x), char(y)) char(x + y)", form: sql("($1 || $2)")},
		row{signature: "substr(varchar(x), bigint) varchar(x)", form: substr, alias: []string{"substring"}},
		row{signature: "substr(varchar(x), bigint, bigint) varchar(x)", form: substr, alias: []string{"substring"}},
		row{signature: "substr(char(x), bigint) varchar(x)", form: substr, alias: []string{"substring"}},
		row{signature: "substr(char(x), bigint, bigint) varchar(x)", form: substr, alias: []string{"substring"}},
		row{signature: "strpos(varchar(x), varchar(y)) bigint", form: sql("trino_strpos($1, $2, 1)")},
		row{signature: "strpos(varchar(x), varchar(y), bigint) bigint", form: native("trino_strpos", "VARCHAR, VARCHAR, BIGINT", "BIGINT", strpos)},
		row{signature: "replace(varchar(x), varchar(y)) varchar(x)", form: sql("trino_replace($1, $2, '')")},
		row{signature: "replace(varchar(x), varchar(y), varchar(z)) varchar(min(2147483647, x + z * (x + 1)))", form: native("trino_replace", "VARCHAR, VARCHAR, VARCHAR", "VARCHAR", func(a []any) (any, error) {
			return strings.ReplaceAll(a[0].(string), a[1].(string), a[2].(string)), nil
		})},
		row{signature: "lpad(varchar(x), bigint, varchar(y)) varchar", form: padding("lpad", true)},
		row{signature: "rpad(varchar(x), bigint, varchar(y)) varchar", form: padding("rpad", false)},
		row{signature: "starts_with(varchar(x), varchar(y)) boolean", form: sql("starts_with($1, $2)")},
		row{signature: "split(varchar(x), varchar(y)) array(varchar(x))", form: sql("trino_split($1, $2, 2147483647)")},
		row{signature: "split(varchar(x), varchar(y), bigint) array(varchar(x))", form: native("trino_split", "VARCHAR, VARCHAR, BIGINT", "VARCHAR[]", split)},
		row{signature: "split_part(varchar(x), varchar(y), bigint) varchar(x)", form: native("trino_split_part", "VARCHAR, VARCHAR, BIGINT", "VARCHAR", splitPart)},
		row{signature: "split_to_map(varchar, varchar, varchar) map(varchar,varchar)", form: native("trino_split_to_map", "VARCHAR, VARCHAR, VARCHAR", "MAP(VARCHAR, VARCHAR)", splitToMap)},
		row{signature: "split_to_multimap(varchar, varchar, varchar) map(varchar,array(varchar))", form: native("trino_split_to_multimap", "VARCHAR, VARCHAR, VARCHAR", "MAP(VARCHAR, VARCHAR[])", splitToMultimap)},
		row{signature: "split_to_map(varchar, varchar, varchar, function(varchar,varchar,varchar)) map(varchar,varchar)", form: refusal("split_to_map with a lambda")},
		row{signature: "concat_ws(varchar, array(varchar)) varchar", form: native("trino_concat_ws", "VARCHAR, VARCHAR[]", "VARCHAR", func(a []any) (any, error) {
			var parts []string
			for _, x := range a[1].([]any) {
				if x != nil {
					parts = append(parts, x.(string))
				}
			}
			return strings.Join(parts, a[0].(string)), nil
		})},
		row{signature: "concat_ws(varchar, varchar...) varchar", form: func(c *call) string {
			if len(c.SQL) < 2 {
				panic(fail("INVALID_FUNCTION_ARGUMENT", "There must be two or more arguments"))
			}
			return "trino_concat_ws(" + c.SQL[0] + ", [" + strings.Join(c.SQL[1:], ", ") + "])"
		}},
		row{signature: "chr(bigint) varchar(1)", form: native("trino_chr", "BIGINT", "VARCHAR", func(a []any) (any, error) {
			n := a[0].(int64)
			if n < 0 || n > unicode.MaxRune || n >= 0xD800 && n < 0xE000 {
				return nil, badArgument("Not a valid Unicode code point: %d", n)
			}
			return string(rune(n)), nil
		})},
		row{signature: "codepoint(varchar(1)) integer", form: native("trino_codepoint", "VARCHAR", "INTEGER", func(a []any) (any, error) {
			s := a[0].(string)
			if utf8.RuneCountInString(s) != 1 {
				return nil, badArgument("Input string must be a single character string")
			}
			r, _ := utf8.DecodeRuneInString(s)
			return int64(r), nil
		})},
		row{signature: "translate(varchar(x), varchar(y), varchar(z)) varchar", form: native("trino_translate", "VARCHAR, VARCHAR, VARCHAR", "VARCHAR", translate)},
		row{signature: "levenshtein_distance(varchar(x), varchar(y)) bigint", form: native("trino_levenshtein", "VARCHAR, VARCHAR", "BIGINT", func(a []any) (any, error) {
			return levenshtein([]rune(a[0].(string)), []rune(a[1].(string))), nil
		})},
		row{signature: "hamming_distance(varchar(x), varchar(y)) bigint", form: native("trino_hamming", "VARCHAR, VARCHAR", "BIGINT", hamming)},
		row{signature: "normalize(varchar(x), varchar(y)) varchar", form: native("trino_normalize", "VARCHAR, VARCHAR", "VARCHAR", normalize)},
		row{signature: "soundex(varchar) varchar(4)", form: native("trino_soundex", "VARCHAR", "VARCHAR", soundex)},
		row{signature: "luhn_check(varchar) boolean", form: native("trino_luhn", "VARCHAR", "BOOLEAN", luhn)},
		row{signature: "typeof(T) varchar", form: func(c *call) string { return engine.Quote(c.args[0].Type.String()) }},
	)
}

// concat joins; Trino wants two arguments or more.
func concat(c *call) string {
	if len(c.SQL) < 2 {
		panic(fail("INVALID_FUNCTION_ARGUMENT", "There must be two or more concatenation arguments"))
	}
	return "(" + strings.Join(c.SQL, " || ") + ")"
}

// substr is DuckDB's where start and length are constants that both engines
// read alike.
func substr(c *call) string {
	positive := func(i, least int) bool {
		n := math.MinInt
		_, err := fmt.Sscanf(c.args[i].Literal, "%d", &n)
		return c.args[i].IsConst && err == nil && n >= least
	}
	if positive(1, 1) && (len(c.SQL) == 2 || positive(2, 0)) {
		return c.fill("substring($*)")
	}
	if len(c.SQL) == 2 {
		return c.fill("trino_substr($1, $2, 2147483647)")
	}
	return c.fill("trino_substr($*)")
}

func init() {
	native("trino_substr", "VARCHAR, BIGINT, BIGINT", "VARCHAR", func(a []any) (any, error) {
		r := []rune(a[0].(string))
		start, length := a[1].(int64), a[2].(int64)
		if start < 0 {
			start += int64(len(r)) + 1
		}
		if start < 1 || start > int64(len(r)) || length <= 0 {
			return "", nil
		}
		end := min(int64(len(r)), start-1+min(length, int64(len(r))))
		return string(r[start-1 : end]), nil
	})
}

func strpos(a []any) (any, error) {
	s, sub, n := a[0].(string), a[1].(string), a[2].(int64)
	switch {
	case n < 0 && strings.ContainsFunc(s, func(r rune) bool { return r > 0xFFFF }):
		return nil, failure("NOT_SUPPORTED", "strpos from the end of text with characters above U+FFFF")
	case n == 0:
		return nil, badArgument("'instance' must be a positive or negative number.")
	case sub == "":
		return int64(1), nil
	}
	at := 0
	if n > 0 {
		for ; ; n-- {
			i := strings.Index(s[at:], sub)
			if i < 0 {
				return int64(0), nil
			}
			at += i
			if n == 1 {
				break
			}
			at++
		}
	} else {
		at = len(s)
		for ; n < 0; n++ {
			i := strings.LastIndex(s[:min(len(s), at)], sub)
			if i < 0 {
				return int64(0), nil
			}
			at = i + len(sub) - 1
			if n == -1 {
				at = i
			}
		}
	}
	return int64(utf8.RuneCountInString(s[:at])) + 1, nil
}

func padding(name string, left bool) form {
	return native("trino_"+name, "VARCHAR, BIGINT, VARCHAR", "VARCHAR", func(a []any) (any, error) {
		s, n, fill := []rune(a[0].(string)), a[1].(int64), []rune(a[2].(string))
		switch {
		case n < 0 || n > types.Unbounded:
			return nil, badArgument("Target length must be in the range [0..2147483647]")
		case len(fill) == 0:
			return nil, badArgument("Padding string must not be empty")
		case n <= int64(len(s)):
			return string(s[:n]), nil
		case n > 1<<26:
			return nil, failure("NOT_SUPPORTED", "padding to %d characters", n)
		}
		more := make([]rune, n-int64(len(s)))
		for i := range more {
			more[i] = fill[i%len(fill)]
		}
		if left {
			return string(more) + a[0].(string), nil
		}
		return a[0].(string) + string(more), nil
	})
}

func split(a []any) (any, error) {
	limit := a[2].(int64)
	switch {
	case limit <= 0:
		return nil, badArgument("Limit must be positive")
	case limit > types.Unbounded:
		return nil, badArgument("Limit is too large")
	case a[1] == "":
		return nil, badArgument("The delimiter may not be the empty string")
	}
	var out []any
	for _, part := range strings.SplitN(a[0].(string), a[1].(string), int(limit)) {
		out = append(out, part)
	}
	return out, nil
}

func splitPart(a []any) (any, error) {
	n := a[2].(int64)
	if n <= 0 {
		return nil, badArgument("Index must be greater than zero")
	}
	parts := strings.Split(a[0].(string), a[1].(string))
	if n > int64(len(parts)) {
		return nil, nil
	}
	return parts[n-1], nil
}

// entries splits key=value pairs.
func entries(a []any) (out [][2]string, err error) {
	text, between, inside := a[0].(string), a[1].(string), a[2].(string)
	switch {
	case between == "":
		return nil, badArgument("entryDelimiter is empty")
	case inside == "":
		return nil, badArgument("keyValueDelimiter is empty")
	case between == inside:
		return nil, badArgument("entryDelimiter and keyValueDelimiter must not be the same")
	}
	for text != "" {
		entry, rest, _ := strings.Cut(text, between)
		text = rest
		if entry == "" {
			continue
		}
		key, value, found := strings.Cut(entry, inside)
		if !found || strings.Contains(value, inside) {
			return nil, badArgument("Key-value delimiter must appear exactly once in each entry. Bad input: '%s'", entry)
		}
		out = append(out, [2]string{key, value})
	}
	return out, nil
}

func splitToMap(a []any) (any, error) {
	list, err := entries(a)
	out, seen := []any{}, map[string]bool{}
	for _, e := range list {
		if seen[e[0]] {
			return nil, badArgument("Duplicate keys (%s) are not allowed", e[0])
		}
		seen[e[0]] = true
		out = append(out, []any{e[0], e[1]})
	}
	return out, err
}

func splitToMultimap(a []any) (any, error) {
	list, err := entries(a)
	out, at := []any{}, map[string]int{}
	for _, e := range list {
		i, ok := at[e[0]]
		if !ok {
			i = len(out)
			at[e[0]] = i
			out = append(out, []any{e[0], []any{}})
		}
		pair := out[i].([]any)
		pair[1] = append(pair[1].([]any), e[1])
	}
	return out, err
}

func translate(a []any) (any, error) {
	from, to := []rune(a[1].(string)), []rune(a[2].(string))
	m := map[rune]rune{}
	for i, r := range from {
		if _, ok := m[r]; ok {
			continue
		}
		if m[r] = -1; i < len(to) {
			m[r] = to[i]
		}
	}
	return strings.Map(func(r rune) rune {
		if x, ok := m[r]; ok {
			return x
		}
		return r
	}, a[0].(string)), nil
}

func levenshtein(a, b []rune) int64 {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		last := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := last
			if x != y {
				change++
			}
			last = row[j+1]
			row[j+1] = min(change, last+1, row[j]+1)
		}
	}
	return int64(row[len(b)])
}

func hamming(a []any) (any, error) {
	x, y := []rune(a[0].(string)), []rune(a[1].(string))
	if len(x) != len(y) {
		return nil, badArgument("The input strings to hamming_distance function must have the same length")
	}
	n := int64(0)
	for i := range x {
		if x[i] != y[i] {
			n++
		}
	}
	return n, nil
}

func normalize(a []any) (any, error) {
	forms := map[string]norm.Form{"NFC": norm.NFC, "NFD": norm.NFD, "NFKC": norm.NFKC, "NFKD": norm.NFKD}
	f, ok := forms[a[1].(string)]
	if !ok {
		return nil, badArgument("Normalization form must be one of [NFD, NFC, NFKD, NFKC]")
	}
	return f.String(a[0].(string)), nil
}

// soundex is the American one: H and W do not part equal codes.
func soundex(a []any) (any, error) {
	const codes = "01230120022455012623010202"
	var out []byte
	last := byte(0)
	for _, r := range strings.ToUpper(a[0].(string)) {
		if r < 'A' || r > 'Z' {
			if unicode.IsLetter(r) {
				return nil, badArgument("The character is not mapped: %c (index=%d)", r, 0)
			}
			continue
		}
		code := codes[r-'A']
		if out == nil {
			out, last = append(out, byte(r)), code
			continue
		}
		if r == 'H' || r == 'W' {
			continue
		}
		if code != '0' && code != last && len(out) < 4 {
			out = append(out, code)
		}
		last = code
	}
	if out == nil {
		return "", nil
	}
	return (string(out) + "000")[:4], nil
}

func luhn(a []any) (any, error) {
	s := a[0].(string)
	if s == "" {
		return false, nil
	}
	sum := 0
	for i := range len(s) {
		d := int(s[len(s)-1-i]) - '0'
		if d < 0 || d > 9 {
			return false, nil
		}
		if i%2 == 1 {
			if d *= 2; d > 9 {
				d -= 9
			}
		}
		sum += d
	}
	return sum%10 == 0, nil
}

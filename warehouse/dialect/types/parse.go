package types

import (
	"fmt"
	"strconv"
	"strings"
)

// plain are the names of types without parameters, and their other names.
var plain = map[string]Kind{
	"unknown": Unknown, "boolean": Boolean, "tinyint": Tinyint, "smallint": Smallint, "integer": Integer, "int": Integer,
	"bigint": Bigint, "real": Real, "double": Double, "double precision": Double, "varbinary": Varbinary, "date": Date,
	"json": JSON, "uuid": UUID, "interval day to second": IntervalDay, "interval year to month": IntervalYear,
}

// refused are Trino's other types, which are known and not held here.
var refused = map[string]bool{
	"ipaddress": true, "color": true, "hyperloglog": true, "p4hyperloglog": true, "qdigest": true, "tdigest": true,
	"setdigest": true, "geometry": true, "sphericalgeography": true, "bingtile": true, "kdbtree": true, "objectid": true,
	"model": true, "regressor": true, "classifier": true, "jsonpath": true, "json2016": true, "jsonpath2016": true,
	"joniregexp": true, "re2jregexp": true, "likepattern": true, "codepoints": true, "number": true, "variant": true,
}

// Parse reads the text of a type, in any letter case. A type that Trino does
// not have is TYPE_MISMATCH, one that is not held here NOT_SUPPORTED.
func Parse(text string) (Type, error) {
	p := &parser{text: text}
	t, err := p.parse()
	if err == nil && p.peek() != "" {
		err = p.unknown()
	}
	if err != nil {
		return Type{}, err
	}
	return t, nil
}

type parser struct {
	text string
	at   int
}

func (p *parser) unknown() error { return mismatch("Unknown type: %s", p.text) }

// token reads a word, a number, a quoted name or one other character.
func (p *parser) token() string {
	for p.at < len(p.text) && strings.ContainsRune(" \t\r\n", rune(p.text[p.at])) {
		p.at++
	}
	start := p.at
	if start == len(p.text) {
		return ""
	}
	if p.text[start] == '"' {
		for p.at++; p.at < len(p.text); p.at++ {
			if p.text[p.at] == '"' {
				p.at++
				if p.at == len(p.text) || p.text[p.at] != '"' {
					break
				}
			}
		}
		return p.text[start:p.at]
	}
	for p.at < len(p.text) && isWord(p.text[p.at]) {
		p.at++
	}
	if p.at == start {
		p.at++
	}
	return p.text[start:p.at]
}

func isWord(c byte) bool {
	return c == '_' || c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= 0x80
}

func (p *parser) peek() string {
	at := p.at
	defer func() { p.at = at }()
	return p.token()
}

// accept reads the words if they come next.
func (p *parser) accept(words string) bool {
	at := p.at
	for w := range strings.FieldsSeq(words) {
		if !strings.EqualFold(p.token(), w) {
			p.at = at
			return false
		}
	}
	return true
}

func (p *parser) parse() (Type, error) {
	name := strings.ToLower(p.token())
	switch name {
	case "decimal":
		return p.decimal()
	case "varchar":
		n, given, err := p.number()
		if !given {
			n = Unbounded
		}
		return VarcharOf(n), err
	case "char":
		n, given, err := p.number()
		if !given {
			n = 1
		}
		if err == nil && (n < 0 || n > 65536) {
			err = mismatch("CHAR length must be in range [0, 65536], got %d", n)
		}
		return CharOf(n), err
	case "time", "timestamp":
		return p.time(name)
	case "array", "map", "row":
		return p.nested(name)
	case "double":
		p.accept("precision")
	case "interval":
		for _, rest := range []string{"day to second", "year to month"} {
			if p.accept(rest) {
				return Of(plain["interval "+rest]), nil
			}
		}
	}
	kind, ok := plain[name]
	switch {
	case ok:
		return Of(kind), nil
	case refused[name]:
		return Type{}, &Error{"NOT_SUPPORTED", "type " + name + " is not supported here"}
	}
	return Type{}, p.unknown()
}

// number reads (n).
func (p *parser) number() (n int, given bool, err error) {
	if !p.accept("(") {
		return 0, false, nil
	}
	n, err = strconv.Atoi(p.token())
	if err != nil || !p.accept(")") {
		return 0, true, p.unknown()
	}
	return n, true, nil
}

func (p *parser) decimal() (Type, error) {
	t := DecimalOf(38, 0)
	if !p.accept("(") {
		return t, nil
	}
	var err error
	if t.N, err = strconv.Atoi(p.token()); err != nil {
		return t, p.unknown()
	}
	if p.accept(",") {
		if t.Scale, err = strconv.Atoi(p.token()); err != nil {
			return t, p.unknown()
		}
	}
	switch {
	case !p.accept(")"):
		return t, p.unknown()
	case t.N < 1 || t.N > MaxPrecision:
		return t, &Error{"INVALID_FUNCTION_ARGUMENT", fmt.Sprintf("DECIMAL precision must be in range [1, 38]: %d", t.N)}
	case t.Scale > t.N:
		return t, &Error{"INVALID_FUNCTION_ARGUMENT", fmt.Sprintf("DECIMAL scale must be in range [0, precision (%d)]: %d", t.N, t.Scale)}
	}
	return t, nil
}

func (p *parser) time(name string) (Type, error) {
	n, given, err := p.number()
	if err != nil {
		return Type{}, err
	}
	if !given {
		n = 3
	}
	kind, zoned := Time, TimeTZ
	if name == "timestamp" {
		kind, zoned = Timestamp, TimestampTZ
	}
	if p.accept("with time zone") {
		kind = zoned
	} else {
		p.accept("without time zone")
	}
	if n > MaxSecond {
		return Type{}, &Error{"INVALID_FUNCTION_ARGUMENT", fmt.Sprintf("%s precision must be in range [0, 12]: %d", strings.ToUpper(names[kind]), n)}
	}
	return TimeOf(kind, n), nil
}

// nested reads array(T), array<T>, map(K, V), row(name T, T ...).
func (p *parser) nested(name string) (Type, error) {
	end := ")"
	if !p.accept("(") {
		if !p.accept("<") {
			return Type{}, p.unknown()
		}
		end = ">"
	}
	t := Type{Kind: map[string]Kind{"array": Array, "map": Map, "row": Row}[name]}
	for {
		field, err := p.field(t.Kind == Row)
		if err != nil {
			return t, err
		}
		t.Fields = append(t.Fields, field)
		if !p.accept(",") {
			break
		}
	}
	if wrong := t.Kind == Array && len(t.Fields) != 1 || t.Kind == Map && len(t.Fields) != 2; wrong || !p.accept(end) {
		return t, p.unknown()
	}
	return t, nil
}

// field reads a type, or a name and a type where the text has both.
func (p *parser) field(named bool) (Field, error) {
	start := p.at
	if t, err := p.parse(); err == nil && (!named || strings.Contains(",)>", p.peek())) {
		return Field{Type: t}, nil
	} else if !named {
		return Field{}, err
	}
	p.at = start
	name := p.token()
	if strings.HasPrefix(name, `"`) {
		name = strings.ReplaceAll(name[1:len(name)-1], `""`, `"`)
	} else {
		name = strings.ToLower(name)
	}
	t, err := p.parse()
	return Field{Name: name, Type: t}, err
}

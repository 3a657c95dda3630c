package function

import (
	"encoding/json"
	"errors"
	"io"
	"math/big"
	"sort"
	"strconv"
	"strings"
	"unicode/utf8"
)

// A jsonValue is nil, bool, json.Number, string, []jsonValue or jsonObject:
// JSON as it is written, with the order and the repetition of names.
type jsonValue any

type jsonMember struct {
	name  string
	value jsonValue
}

type jsonObject []jsonMember

var errJSON = errors.New("not JSON")

// parseJSON reads one JSON text.
func parseJSON(text string) (jsonValue, error) {
	if !json.Valid([]byte(text)) || !utf8.ValidString(text) {
		return nil, errJSON
	}
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	v, err := readJSON(d)
	if err != nil {
		return nil, errJSON
	}
	if _, err := d.Token(); err != io.EOF {
		return nil, errJSON
	}
	return v, nil
}

func readJSON(d *json.Decoder) (jsonValue, error) {
	token, err := d.Token()
	if err != nil {
		return nil, err
	}
	delim, ok := token.(json.Delim)
	if !ok {
		return token, nil
	}
	if delim == '[' {
		list := []jsonValue{}
		for d.More() {
			v, err := readJSON(d)
			if err != nil {
				return nil, err
			}
			list = append(list, v)
		}
		_, err := d.Token()
		return list, err
	}
	object := jsonObject{}
	for d.More() {
		name, err := d.Token()
		if err != nil {
			return nil, err
		}
		v, err := readJSON(d)
		if err != nil {
			return nil, err
		}
		object = append(object, jsonMember{name.(string), v})
	}
	_, err = d.Token()
	return object, err
}

// jsonQuote writes a JSON string as Jackson does: only what must be escaped is.
func jsonQuote(s string) string {
	var out strings.Builder
	out.WriteByte('"')
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			out.WriteByte('\\')
			out.WriteRune(r)
		case r == '\n':
			out.WriteString(`\n`)
		case r == '\r':
			out.WriteString(`\r`)
		case r == '\t':
			out.WriteString(`\t`)
		case r == '\b':
			out.WriteString(`\b`)
		case r == '\f':
			out.WriteString(`\f`)
		case r < ' ':
			out.WriteString(`\u00` + strings.ToUpper(strconv.FormatInt(int64(r)+256, 16)[1:]))
		default:
			out.WriteRune(r)
		}
	}
	out.WriteByte('"')
	return out.String()
}

// jsonNumber writes a number as Trino's JSON type does: integers as they are,
// others as Java writes a double.
func jsonNumber(n json.Number) string {
	if !strings.ContainsAny(string(n), ".eE") {
		if string(n) == "-0" {
			return "0"
		}
		return string(n)
	}
	x, err := strconv.ParseFloat(string(n), 64)
	if err != nil {
		return string(n)
	}
	return javaText(x, 64)
}

// writeJSON gives the text of a value; sorted puts the names of objects in
// order, the last of the same ones standing.
func writeJSON(v jsonValue, sorted bool) string {
	switch x := v.(type) {
	case nil:
		return "null"
	case bool:
		return strconv.FormatBool(x)
	case json.Number:
		return jsonNumber(x)
	case string:
		return jsonQuote(x)
	case []jsonValue:
		parts := make([]string, len(x))
		for i, e := range x {
			parts[i] = writeJSON(e, sorted)
		}
		return "[" + strings.Join(parts, ",") + "]"
	}
	members := v.(jsonObject)
	if sorted {
		members = members.sorted()
	}
	parts := make([]string, len(members))
	for i, m := range members {
		parts[i] = jsonQuote(m.name) + ":" + writeJSON(m.value, sorted)
	}
	return "{" + strings.Join(parts, ",") + "}"
}

func (o jsonObject) sorted() jsonObject {
	last := map[string]jsonValue{}
	for _, m := range o {
		last[m.name] = m.value
	}
	out := make(jsonObject, 0, len(last))
	for name, v := range last {
		out = append(out, jsonMember{name, v})
	}
	sort.Slice(out, func(i, j int) bool { return lessUTF16(out[i].name, out[j].name) })
	return out
}

// lessUTF16 compares as Java's String.compareTo.
func lessUTF16(a, b string) bool {
	ra, rb := []rune(a), []rune(b)
	for i := 0; i < len(ra) && i < len(rb); i++ {
		if ra[i] != rb[i] {
			return unit16(ra[i]) < unit16(rb[i]) || unit16(ra[i]) == unit16(rb[i]) && ra[i] < rb[i]
		}
	}
	return len(ra) < len(rb)
}

// unit16 is the first UTF-16 unit of a character.
func unit16(r rune) rune {
	if r > 0xFFFF {
		return 0xD800 + (r-0x10000)>>10
	}
	return r
}

// jsonScalarText is a JSON scalar as a cast to varchar has it.
func jsonScalarText(v jsonValue) (string, bool) {
	switch x := v.(type) {
	case bool:
		return strconv.FormatBool(x), true
	case json.Number:
		if strings.ContainsAny(string(x), ".eE") {
			f, _ := strconv.ParseFloat(string(x), 64)
			return floatText(f, 64), true
		}
		return string(x), true
	case string:
		return x, true
	}
	return "", false
}

// jsonCast reads a JSON scalar for a cast: nil for null.
func jsonCast(text, target string) (jsonValue, error) {
	v, err := parseJSON(text)
	if err == nil {
		switch v.(type) {
		case []jsonValue, jsonObject:
			err = errJSON
		}
	}
	if err != nil {
		return nil, badCast("Cannot cast '%s' to %s", text, target)
	}
	return v, nil
}

func init() {
	native("trino_json_quote", "VARCHAR", "VARCHAR", func(a []any) (any, error) { return jsonQuote(a[0].(string)), nil })
	native("trino_json_float", "DOUBLE, BIGINT", "VARCHAR", func(a []any) (any, error) {
		if text, ok := special(a[0].(float64)); ok {
			return `"` + text + `"`, nil
		}
		return javaText(a[0].(float64), number(a[1])), nil
	})
	native("trino_java_text", "DOUBLE, BIGINT", "VARCHAR", func(a []any) (any, error) { return javaText(a[0].(float64), number(a[1])), nil })
	native("trino_json_object", "STRUCT(k VARCHAR, v VARCHAR)[]", "VARCHAR", func(a []any) (any, error) {
		var object jsonObject
		for _, e := range a[0].([]any) {
			m := e.([]any)
			object = append(object, jsonMember{m[0].(string), m[1].(string)})
		}
		parts := make([]string, 0, len(object))
		for _, m := range object.sorted() {
			parts = append(parts, jsonQuote(m.name)+":"+m.value.(string))
		}
		return "{" + strings.Join(parts, ",") + "}", nil
	})
	native("trino_json_text", "VARCHAR", "VARCHAR", func(a []any) (any, error) {
		v, err := jsonCast(a[0].(string), "varchar")
		if err != nil || v == nil {
			return nil, err
		}
		text, _ := jsonScalarText(v)
		return text, nil
	})
	native("trino_json_boolean", "VARCHAR", "BOOLEAN", func(a []any) (any, error) {
		v, err := jsonCast(a[0].(string), "boolean")
		switch x := v.(type) {
		case bool:
			return x, nil
		case json.Number:
			f, _ := strconv.ParseFloat(string(x), 64)
			return f != 0, nil
		case string:
			return parseBoolean(x)
		}
		return nil, err
	})
	native("trino_json_integer", "VARCHAR, VARCHAR", "BIGINT", func(a []any) (any, error) {
		kind := a[1].(string)
		v, err := jsonCast(a[0].(string), kind)
		switch x := v.(type) {
		case bool:
			return map[bool]int64{true: 1}[x], nil
		case json.Number:
			if strings.ContainsAny(string(x), ".eE") {
				f, _ := strconv.ParseFloat(string(x), 64)
				return floatInteger(f, kind, 64)
			}
			return parseInteger(string(x), kind)
		case string:
			return parseInteger(x, kind)
		}
		return nil, err
	})
	native("trino_json_double", "VARCHAR, BIGINT", "DOUBLE", func(a []any) (any, error) {
		v, err := jsonCast(a[0].(string), map[int]string{32: "real", 64: "double"}[number(a[1])])
		switch x := v.(type) {
		case bool:
			return map[bool]float64{true: 1}[x], nil
		case json.Number:
			f, _ := strconv.ParseFloat(string(x), 64)
			return f, nil
		case string:
			f, ok := parseFloat(x, number(a[1]))
			if !ok {
				return nil, badCast("Cannot cast '%s' to DOUBLE", x)
			}
			return f, nil
		}
		return nil, err
	})
	native("trino_json_decimal", "VARCHAR, BIGINT, BIGINT", "HUGEINT", func(a []any) (any, error) {
		p, s := number(a[1]), number(a[2])
		v, err := jsonCast(a[0].(string), "DECIMAL("+itoa(p)+","+itoa(s)+")")
		switch x := v.(type) {
		case bool:
			return new(big.Int).Mul(big.NewInt(map[bool]int64{true: 1}[x]), pow10(s)), nil
		case json.Number:
			return parseDecimal(string(x), p, s)
		case string:
			return parseDecimal(x, p, s)
		}
		return nil, err
	})
	native("trino_json_elements", "VARCHAR", "VARCHAR[]", func(a []any) (any, error) {
		v, err := parseJSON(a[0].(string))
		list, ok := v.([]jsonValue)
		switch {
		case err == nil && v == nil:
			return nil, nil
		case !ok:
			return nil, badCast("Cannot cast to array. Expected a json array, but got %s", a[0])
		}
		return jsonTexts(list), nil
	})
	native("trino_json_entries", "VARCHAR", "STRUCT(k VARCHAR, v VARCHAR)[]", func(a []any) (any, error) {
		v, err := parseJSON(a[0].(string))
		object, ok := v.(jsonObject)
		switch {
		case err == nil && v == nil:
			return nil, nil
		case !ok:
			return nil, badCast("Cannot cast to map. Expected a json object, but got %s", a[0])
		}
		var out []any
		for _, m := range object {
			out = append(out, []any{m.name, jsonTexts([]jsonValue{m.value})[0]})
		}
		return out, nil
	})
	native("trino_json_fields", "VARCHAR, VARCHAR[]", "VARCHAR[]", jsonFields)
}

// jsonTexts are the texts of values; NULL for null.
func jsonTexts(list []jsonValue) []any {
	out := make([]any, len(list))
	for i, v := range list {
		if v != nil {
			out[i] = writeJSON(v, false)
		}
	}
	return out
}

// jsonFields finds the fields of a row in an array by place, in an object by
// name in any letter case.
func jsonFields(a []any) (any, error) {
	names := a[1].([]any)
	v, err := parseJSON(a[0].(string))
	if err == nil && v == nil {
		return nil, nil
	}
	switch x := v.(type) {
	case []jsonValue:
		if len(x) != len(names) {
			return nil, badCast("Cannot cast to row. Expected %d fields, but got %d", len(names), len(x))
		}
		return jsonTexts(x), nil
	case jsonObject:
		fields := make([]jsonValue, len(names))
		for _, m := range x {
			for i, name := range names {
				if strings.EqualFold(m.name, name.(string)) {
					fields[i] = m.value
				}
			}
		}
		return jsonTexts(fields), nil
	}
	return nil, badCast("Cannot cast to row. Expected a json array or object, but got %s", a[0])
}

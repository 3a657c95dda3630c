package function

import (
	"encoding/json"
	"math"
	"strconv"
	"strings"
	"sync"
)

// A path of json_extract: $, .name, ["name"], [n], * after the $.
type pathStep struct {
	name  string
	index int // -1: by name
	wild  bool
}

var paths sync.Map

func parsePath(text string) ([]pathStep, error) {
	if p, ok := paths.Load(text); ok {
		return p.([]pathStep), nil
	}
	text = strings.Clone(text)
	p, err := parsePathNew(text)
	if err == nil {
		paths.Store(text, p)
	}
	return p, err
}

func parsePathNew(text string) ([]pathStep, error) {
	bad := badArgument("Invalid JSON path: '%s'", text)
	steps := []pathStep{}
	rest := text
	if !strings.HasPrefix(rest, "$") {
		if rest == "" {
			return nil, bad
		}
		rest = "." + rest // a path may begin with a name
		if strings.HasPrefix(text, "[") {
			rest = text
		}
	} else {
		rest = rest[1:]
	}
	for rest != "" {
		switch {
		case strings.HasPrefix(rest, ".."):
			return nil, failure("NOT_SUPPORTED", "JSON path with ..: %s", text)
		case rest[0] == '.':
			end := strings.IndexAny(rest[1:], ".[") + 1
			if end == 0 {
				end = len(rest)
			}
			name := rest[1:end]
			if name == "" || strings.ContainsAny(name, "]\"'() ") {
				return nil, bad
			}
			if name == "*" {
				return nil, failure("NOT_SUPPORTED", "JSON path with *: %s", text)
			}
			steps, rest = append(steps, pathStep{name: name, index: -1}), rest[end:]
		case rest[0] == '[':
			step, after, ok := bracket(rest)
			if step.wild {
				return nil, failure("NOT_SUPPORTED", "JSON path with *: %s", text)
			}
			if !ok {
				return nil, bad
			}
			steps, rest = append(steps, step), after
		default:
			return nil, bad
		}
	}
	return steps, nil
}

// bracket reads [n], ["name"] and ['name'].
func bracket(rest string) (step pathStep, after string, ok bool) {
	if len(rest) > 2 && rest[1] == '"' {
		var name strings.Builder
		for i := 2; i < len(rest)-1; i++ {
			switch {
			case rest[i] == '\\' && i+1 < len(rest):
				i++
				name.WriteByte(rest[i])
			case rest[i] == '"' && rest[i+1] == ']':
				return pathStep{name: name.String(), index: -1}, rest[i+2:], true
			case rest[i] == '"':
				return step, "", false
			default:
				name.WriteByte(rest[i])
			}
		}
		return step, "", false
	}
	inside, after, found := strings.Cut(rest[1:], "]")
	if inside == "*" {
		return pathStep{wild: true}, after, false
	}
	if n, err := strconv.Atoi(inside); err == nil && found && n >= 0 {
		return pathStep{index: n}, after, true
	}
	for _, r := range inside {
		if !(r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 127) {
			return step, "", false
		}
	}
	return pathStep{name: inside, index: -1}, after, found && inside != ""
}

// follow finds the value at a path; a name that an object has twice is the
// first.
func follow(v jsonValue, path []pathStep) (jsonValue, bool) {
	for _, step := range path {
		found := false
		switch x := v.(type) {
		case []jsonValue:
			index := step.index
			if index < 0 {
				if n, err := strconv.Atoi(step.name); err == nil {
					index = n
				}
			}
			if index >= 0 && index < len(x) {
				v, found = x[index], true
			}
		case jsonObject:
			name := step.name
			if step.index >= 0 {
				name = strconv.Itoa(step.index)
			}
			for _, m := range x {
				if m.name == name {
					v, found = m.value, true
					break
				}
			}
		}
		if !found {
			return nil, false
		}
	}
	return v, true
}

// extract finds the value at the path of the second argument; ok is false for
// text that is not JSON and for no such value.
func extract(a []any) (jsonValue, bool, error) {
	path, err := parsePath(a[1].(string))
	if err != nil {
		return nil, false, err
	}
	v, err := parseJSON(a[0].(string))
	if err != nil {
		return nil, false, nil
	}
	v, ok := follow(v, path)
	return v, ok, nil
}

// rawJSON writes an extracted value: the numbers stay as they are written.
func rawJSON(v jsonValue) string {
	switch x := v.(type) {
	case json.Number:
		return string(x)
	case []jsonValue:
		parts := make([]string, len(x))
		for i, e := range x {
			parts[i] = rawJSON(e)
		}
		return "[" + strings.Join(parts, ",") + "]"
	case jsonObject:
		parts := make([]string, len(x))
		for i, m := range x {
			parts[i] = jsonQuote(m.name) + ":" + rawJSON(m.value)
		}
		return "{" + strings.Join(parts, ",") + "}"
	}
	return writeJSON(v, false)
}

func init() {
	jsonExtract := native("trino_json_extract", "VARCHAR, VARCHAR", "VARCHAR", func(a []any) (any, error) {
		v, ok, err := extract(a)
		if !ok || err != nil {
			return nil, err
		}
		return rawJSON(v), nil
	})
	scalar := native("trino_json_extract_scalar", "VARCHAR, VARCHAR", "VARCHAR", func(a []any) (any, error) {
		v, ok, err := extract(a)
		if !ok || err != nil {
			return nil, err
		}
		switch x := v.(type) {
		case bool:
			return strconv.FormatBool(x), nil
		case json.Number:
			return string(x), nil
		case string:
			return x, nil
		}
		return nil, nil
	})
	size := native("trino_json_size", "VARCHAR, VARCHAR", "BIGINT", func(a []any) (any, error) {
		v, ok, err := extract(a)
		if !ok || err != nil {
			return nil, err
		}
		switch x := v.(type) {
		case []jsonValue:
			return int64(len(x)), nil
		case jsonObject:
			return int64(len(x)), nil
		}
		return int64(0), nil
	})
	length := native("trino_json_array_length", "VARCHAR", "BIGINT", func(a []any) (any, error) {
		list, ok := jsonList(a[0])
		if !ok {
			return nil, nil
		}
		return int64(len(list)), nil
	})
	get := native("trino_json_array_get", "VARCHAR, BIGINT", "VARCHAR", func(a []any) (any, error) {
		list, ok := jsonList(a[0])
		i := a[1].(int64)
		if i < 0 {
			i += int64(len(list))
		}
		if !ok || i < 0 || i >= int64(len(list)) {
			return nil, nil
		}
		switch x := list[i].(type) {
		case nil:
			return nil, nil
		case string:
			return x, nil // as it is, without quotes: so is Trino's
		}
		return rawJSON(list[i]), nil
	})
	isScalar := native("trino_is_json_scalar", "VARCHAR", "BOOLEAN", func(a []any) (any, error) {
		v, err := parseJSON(a[0].(string))
		if err != nil {
			return nil, badArgument("Invalid JSON value: %s", a[0])
		}
		_, list := v.([]jsonValue)
		_, object := v.(jsonObject)
		return !list && !object, nil
	})
	for _, k := range []string{"json", "varchar(x)"} {
		result := "varchar"
		if k == "varchar(x)" {
			result = k
		}
		define(Scalar,
			row{signature: "json_extract(" + k + ", varchar) json", form: jsonExtract},
			row{signature: "json_extract_scalar(" + k + ", varchar) " + result, form: scalar},
			row{signature: "json_size(" + k + ", varchar) bigint", form: size},
			row{signature: "json_array_length(" + k + ") bigint", form: length},
			row{signature: "json_array_get(" + k + ", bigint) json", form: get},
			row{signature: "is_json_scalar(" + k + ") boolean", form: isScalar},
			row{signature: "json_array_contains(" + k + ", boolean) boolean", form: sql("trino_json_contains_boolean($1, $2)")},
			row{signature: "json_array_contains(" + k + ", bigint) boolean", form: sql("trino_json_contains_bigint($1, $2)")},
			row{signature: "json_array_contains(" + k + ", double) boolean", form: sql("trino_json_contains_double($1, $2)")},
			row{signature: "json_array_contains(" + k + ", varchar(y)) boolean", form: sql("trino_json_contains_varchar($1, $2)")},
		)
	}
	contains := func(name, param string, is func(v jsonValue, x any) bool) {
		native("trino_json_contains_"+name, "VARCHAR, "+param, "BOOLEAN", func(a []any) (any, error) {
			list, ok := jsonList(a[0])
			if !ok {
				return nil, nil
			}
			for _, v := range list {
				if is(v, a[1]) {
					return true, nil
				}
			}
			return false, nil
		})
	}
	contains("boolean", "BOOLEAN", func(v jsonValue, x any) bool { return v == x })
	contains("varchar", "VARCHAR", func(v jsonValue, x any) bool { s, ok := v.(string); return ok && s == x.(string) })
	contains("bigint", "BIGINT", func(v jsonValue, x any) bool {
		n, ok := v.(json.Number)
		i, err := strconv.ParseInt(string(n), 10, 64)
		return ok && err == nil && i == x.(int64)
	})
	contains("double", "DOUBLE", func(v jsonValue, x any) bool {
		n, ok := v.(json.Number)
		f, err := strconv.ParseFloat(string(n), 64)
		return ok && err == nil && strings.ContainsAny(string(n), ".eE") && f == x.(float64) && !math.IsInf(f, 0)
	})
	define(Scalar,
		row{signature: "json_parse(varchar(x)) json", form: native("trino_json_parse", "VARCHAR", "VARCHAR", func(a []any) (any, error) {
			v, err := parseJSON(a[0].(string))
			if err != nil {
				return nil, badArgument("Cannot convert value to JSON: '%s'", a[0])
			}
			return writeJSON(v, true), nil
		})},
		row{signature: "json_format(json) varchar", form: sql("$1")},
	)
}

func jsonList(x any) ([]jsonValue, bool) {
	v, err := parseJSON(x.(string))
	list, ok := v.([]jsonValue)
	return list, ok && err == nil
}

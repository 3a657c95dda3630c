package function

import (
	"sanpin/warehouse/dialect/jsonpath"
)

// The answers of trino_json_path begin with one of these.
const (
	JSONFound  = "v" // then the text
	JSONDouble = "d" // then the text of a number that is no integer
	JSONNull   = "n" // a JSON null
	JSONEmpty  = "e" // the path found nothing
	JSONNone   = "i" // the input is no JSON
	JSONPath   = "p" // the path does not fit the input
	JSONFailed = "x" // there are too many items, or one of another kind
)

func init() {
	// trino_json_path(input, path, form): form is "exists", "value", or how
	// JSON_QUERY wraps: "without", "conditional", "unconditional", then " omit"
	// where a string loses its quotes.
	native("trino_json_path", "VARCHAR, VARCHAR, VARCHAR", "VARCHAR", func(a []any) (any, error) {
		return jsonAnswer(a[0].(string), a[1].(string), a[2].(string)), nil
	})
}

func jsonAnswer(input, path, form string) string {
	p, err := jsonpath.ParsePath(path)
	if err != nil {
		return JSONPath // unreachable: the path was parsed before
	}
	root, err := jsonpath.Parse(input)
	if err != nil {
		return JSONNone
	}
	items, err := p.Eval(root)
	switch {
	case err != nil:
		return JSONPath
	case form == "exists" && len(items) > 0:
		return JSONFound
	case form == "value":
		return jsonScalar(items)
	case len(items) == 0:
		return JSONEmpty
	}
	return queryText(items, form)
}

func jsonScalar(items []*jsonpath.Item) string {
	switch {
	case len(items) == 0:
		return JSONEmpty
	case len(items) > 1 || !items[0].Scalar():
		return JSONFailed
	case items[0].Kind == '0':
		return JSONNull
	case items[0].Kind == 'd':
		return JSONDouble + items[0].Text
	case items[0].Kind == 'n' && len(items[0].Text) > 18:
		return JSONFailed // no bigint: Trino has no value of it either
	}
	return JSONFound + items[0].Text
}

// queryText is the answer of JSON_QUERY.
func queryText(items []*jsonpath.Item, form string) string {
	omit := len(form) > 5 && form[len(form)-5:] == " omit"
	if omit {
		form = form[:len(form)-5]
	}
	single := len(items) == 1
	switch {
	case form == "unconditional", form == "conditional" && (!single || items[0].Scalar()):
		items = []*jsonpath.Item{{Kind: '[', Parts: items}}
	case !single:
		return JSONFailed
	}
	if omit && items[0].Kind == 's' {
		return JSONFound + items[0].Text
	}
	return JSONFound + string(items[0].Append(nil, javaNumber))
}

// javaNumber writes a double as Java does.
func javaNumber(text string) string {
	x, _ := parseFloat(text, 64)
	return javaText(x, 64)
}

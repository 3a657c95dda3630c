package function

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"
)

// parsed reads a URL as java.net.URI does; nil where it refuses it.
func parsed(text string) *url.URL {
	if strings.ContainsAny(text, " \"<>\\^`{|}") {
		return nil
	}
	u, err := url.Parse(text)
	if err != nil {
		return nil
	}
	return u
}

// hostName is what Java takes for a server's name; any other authority has no
// host and no port.
var hostName = regexp.MustCompile(`^(([a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?\.)*[a-zA-Z]([a-zA-Z0-9-]*[a-zA-Z0-9])?\.?|\d+(\.\d+){3})$`)

func hostOf(u *url.URL) string {
	host := u.Hostname()
	switch {
	case strings.Contains(host, ":"):
		return "[" + host + "]"
	case !hostName.MatchString(host):
		return ""
	}
	return host
}

func init() {
	part := func(name string, f func(u *url.URL) string) {
		define(Scalar, row{signature: name + "(varchar(x)) varchar(x)", form: native("trino_"+name, "VARCHAR", "VARCHAR", func(a []any) (any, error) {
			u := parsed(a[0].(string))
			if u == nil {
				return nil, nil
			}
			return f(u), nil
		})})
	}
	part("url_extract_protocol", func(u *url.URL) string { return u.Scheme })
	part("url_extract_host", hostOf)
	part("url_extract_path", func(u *url.URL) string { return u.Path })
	part("url_extract_fragment", func(u *url.URL) string { return u.Fragment })
	part("url_extract_query", func(u *url.URL) string {
		if q, err := url.PathUnescape(u.RawQuery); err == nil {
			return q
		}
		return u.RawQuery
	})
	define(Scalar,
		row{signature: "url_extract_port(varchar(x)) bigint", form: native("trino_url_extract_port", "VARCHAR", "BIGINT", func(a []any) (any, error) {
			u := parsed(a[0].(string))
			if u == nil || hostOf(u) == "" || u.Port() == "" {
				return nil, nil
			}
			n, err := strconv.ParseInt(u.Port(), 10, 64)
			if err != nil {
				return nil, nil
			}
			return n, nil
		})},
		row{signature: "url_extract_parameter(varchar(x), varchar(y)) varchar(x)", form: native("trino_url_extract_parameter", "VARCHAR, VARCHAR", "VARCHAR", urlParameter)},
		row{signature: "url_encode(varchar(x)) varchar(min(2147483647, x * 12))", form: native("trino_url_encode", "VARCHAR", "VARCHAR", func(a []any) (any, error) {
			return strings.ReplaceAll(strings.ReplaceAll(url.QueryEscape(a[0].(string)), "~", "%7E"), "%2A", "*"), nil
		})},
		row{signature: "url_decode(varchar(x)) varchar(x)", form: native("trino_url_decode", "VARCHAR", "VARCHAR", func(a []any) (any, error) {
			s, err := url.QueryUnescape(a[0].(string))
			if err != nil {
				return nil, badArgument("URLDecoder: Illegal hex characters in escape (%%) pattern: %v", err)
			}
			return s, nil
		})},
	)
}

func urlParameter(a []any) (any, error) {
	u := parsed(a[0].(string))
	if u == nil || u.RawQuery == "" {
		return nil, nil
	}
	for pair := range strings.SplitSeq(u.RawQuery, "&") {
		name, value, found := strings.Cut(pair, "=")
		if name, err := url.PathUnescape(name); err != nil || name != a[1].(string) {
			continue
		}
		if !found {
			return "", nil
		}
		if v, err := url.PathUnescape(value); err == nil {
			return v, nil
		}
		return value, nil
	}
	return nil, nil
}

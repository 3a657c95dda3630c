package rest

import (
	"mime"
	"net/http"
	"strconv"
	"strings"

	"sanpin/warehouse/encode"
)

// negotiate chooses the format by the Accept header, unless one was named.
func (q *request) negotiate(accept []string) error {
	if q.format != "" {
		return nil
	}
	header := strings.Join(accept, ",")
	if strings.TrimSpace(header) == "" {
		q.format = encode.JSON
		return nil
	}
	best := 0.0
	for _, f := range encode.Formats { // the first of equal ones
		if quality := quality(header, f); quality > best {
			q.format, best = f, quality
		}
	}
	if best == 0 {
		return &problem{Status: http.StatusNotAcceptable, Kind: "not-acceptable", Title: "No such format",
			Detail: "none of the formats here is accepted: " + header, Hint: "send Accept: */*, or format= one of " + encode.List()}
	}
	return nil
}

// aliases are other names of the formats' media types.
var aliases = map[string]encode.Format{
	"application/jsonl":       encode.NDJSON,
	"application/x-jsonlines": encode.NDJSON,
}

// quality is how much a header wants a format, 0 for not at all: what its most
// exact range says.
func quality(header string, f encode.Format) float64 {
	name, _, _ := mime.ParseMediaType(f.MediaType())
	wanted, exact := 0.0, -1
	for _, part := range strings.Split(header, ",") {
		media, q, ok := weighed(part)
		if !ok {
			continue
		}
		if level := fit(media, name, f); level > exact {
			wanted, exact = q, level
		}
	}
	return wanted
}

// fit is how exactly a media range names a format: -1 when it does not.
func fit(media, name string, f encode.Format) int {
	kind, _, _ := strings.Cut(name, "/")
	switch {
	case media == name || aliases[media] == f:
		return 2
	case media == kind+"/*":
		return 1
	case media == "*/*":
		return 0
	}
	return -1
}

// weighed reads one element of an Accept or Accept-Encoding header.
func weighed(part string) (name string, q float64, ok bool) {
	name, rest, _ := strings.Cut(part, ";")
	name, q = strings.ToLower(strings.TrimSpace(name)), 1
	if name == "" {
		return "", 0, false
	}
	for _, p := range strings.Split(rest, ";") {
		if key, value, _ := strings.Cut(strings.TrimSpace(p), "="); strings.EqualFold(key, "q") {
			x, err := strconv.ParseFloat(strings.TrimSpace(value), 64)
			if err != nil || x < 0 || x > 1 {
				return "", 0, false
			}
			q = x
		}
	}
	return name, q, true
}

// acceptsGzip tells whether a client can read gzip.
func acceptsGzip(r *http.Request) bool {
	named, any := -1.0, 0.0
	for _, part := range strings.Split(strings.Join(r.Header.Values("Accept-Encoding"), ","), ",") {
		switch name, q, ok := weighed(part); {
		case ok && (name == "gzip" || name == "x-gzip"):
			named = q
		case ok && name == "*":
			any = q
		}
	}
	if named >= 0 {
		return named > 0
	}
	return any > 0
}

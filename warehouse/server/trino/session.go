package trino

import (
	"maps"
	"net"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"sanpin/warehouse/dialect/fault"
)

// session is what a request says of the client: all that Trino keeps between
// statements travels in headers, with each statement again. It is not changed
// once it is read: what a statement changes goes back in [changes].
type session struct {
	prefix       string // of the headers: X-Trino- or X-Presto-
	user         string
	source       string
	catalog      string // "": none
	schema       string
	path         string
	zone         string
	transaction  string // "": the client does not know transactions; NONE: there is none
	info, tags   string
	capabilities []string
	properties   map[string]string // session properties
	prepared     map[string]string // statements by name
	address      string
}

// changes are what a statement changes in the session of the client: response
// headers, without their prefix.
type changes http.Header

func (c changes) set(name, value string) { c[name] = append(c[name], value) }

// Names of headers, behind their prefix.
const (
	headerSetCatalog  = "Set-Catalog"
	headerSetSchema   = "Set-Schema"
	headerSetPath     = "Set-Path"
	headerSetSession  = "Set-Session"
	headerClear       = "Clear-Session"
	headerSetRole     = "Set-Role"
	headerPrepared    = "Added-Prepare"
	headerDeallocated = "Deallocated-Prepare"
	headerStarted     = "Started-Transaction-Id"
	headerEnded       = "Clear-Transaction-Id"
)

// zoneProperty is the session property that SET TIME ZONE sets.
const zoneProperty = "time_zone_id"

// defaultZone is of clients that do not say theirs.
const defaultZone = "UTC"

// readSession reads the headers of a request. Clients of Presto, Trino's older
// name (FineBI's driver), say X-Presto- throughout.
func readSession(r *http.Request) (*session, error) {
	s := &session{prefix: "X-Trino-"}
	if r.Header.Get("X-Trino-User") == "" && r.Header.Get("X-Presto-User") != "" {
		s.prefix = "X-Presto-"
	}
	get := func(name string) string { return r.Header.Get(s.prefix + name) }
	s.user = get("User")
	if s.user == "" {
		s.user, _, _ = r.BasicAuth() // there are no passwords on loopback: any is accepted
	}
	if s.user == "" {
		s.user = get("Original-User")
	}
	s.source, s.path = get("Source"), get("Path")
	s.catalog, s.schema = strings.ToLower(get("Catalog")), strings.ToLower(get("Schema"))
	s.transaction = get("Transaction-Id")
	s.info, s.tags = get("Client-Info"), get("Client-Tags")
	s.capabilities = list(r.Header, s.prefix+"Client-Capabilities")
	s.address, _, _ = net.SplitHostPort(r.RemoteAddr)
	var err error
	if s.properties, err = pairs(r.Header, s.prefix+"Session"); err != nil {
		return nil, err
	}
	if s.prepared, err = pairs(r.Header, s.prefix+"Prepared-Statement"); err != nil {
		return nil, err
	}
	s.zone = get("Time-Zone")
	if zone := s.properties[zoneProperty]; zone != "" {
		s.zone = zone
	}
	if s.zone == "" {
		s.zone = defaultZone
	}
	return s, nil
}

// list reads a header that may be given several times, and hold several values.
func list(h http.Header, name string) (values []string) {
	for _, line := range h.Values(name) {
		for value := range strings.SplitSeq(line, ",") {
			if value = strings.TrimSpace(value); value != "" {
				values = append(values, value)
			}
		}
	}
	return values
}

// pairs reads name=value, the value percent-encoded.
func pairs(h http.Header, name string) (map[string]string, error) {
	found := map[string]string{}
	for _, pair := range list(h, name) {
		key, value, ok := strings.Cut(pair, "=")
		decoded, err := url.QueryUnescape(value)
		if !ok || err != nil {
			return nil, &badHeader{name, pair}
		}
		found[strings.TrimSpace(key)] = decoded
	}
	return found, nil
}

// badHeader is a header that cannot be read: the one error of a statement that
// has an HTTP status of its own.
type badHeader struct{ name, value string }

func (e *badHeader) Error() string { return "Invalid " + e.name + " header: " + e.value }

// parametric tells whether the client knows that times have a precision.
func (s *session) parametric() bool { return slices.Contains(s.capabilities, "PARAMETRIC_DATETIME") }

// check refuses what the session asks for and is not here.
func (s *session) check() error {
	if location(s.zone) == nil {
		return fault.New(fault.NotSupported, "Time zone not supported: %s", s.zone)
	}
	for _, name := range slices.Sorted(maps.Keys(s.properties)) {
		if catalog, _, ok := strings.Cut(name, "."); ok {
			return fault.New(fault.CatalogNotFound, "Catalog '%s' not found", catalog)
		}
		if _, ok := properties[name]; !ok {
			return fault.New(fault.InvalidSessionProperty, "Session property '%s' does not exist", name)
		}
		if err := properties[name].check(s.properties[name]); err != nil {
			return err
		}
	}
	return nil
}

// escape writes a value for a header.
func escape(value string) string { return url.QueryEscape(value) }

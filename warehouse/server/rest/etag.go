package rest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"net/http"
	"regexp"
	"strings"
)

// volatile finds the words that make the answer of an unchanged release change:
// the clock, chance, and the views of what the server does. A word too many
// costs a cached answer, one too few a wrong one. No view of the model may use
// them; a test holds package sql to it.
var volatile = regexp.MustCompile(`(?i)\b(now|random|rand|setseed|uuid|uuidv[47]|gen_random_uuid|today|age|clock_timestamp|version|` +
	`get_current_time(stamp)?|transaction_timestamp|statement_timestamp|nextval|currval)\s*\(|` +
	`\b(current_(date|time|timestamp)|local(time|timestamp)|tablesample|ops)\b|\busing\s+sample\b`)

// etag names the answer to a question: a weak tag, because the time that the
// query took stands in the answer, too. It is "" where the same question may
// have another answer the next time.
func (a *api) etag(q *request, release string) string {
	if volatile.MatchString(q.sql) {
		return ""
	}
	params, err := json.Marshal(q.params) // keys are sorted
	if err != nil {
		return "" // unreachable: they came as JSON
	}
	whole, err := json.Marshal([]any{a.Versions, release, q.sql, string(params), q.format, q.bom, q.sample, q.limit, q.dialect})
	if err != nil {
		return "" // unreachable: texts and numbers
	}
	sum := sha256.Sum256(whole)
	return `W/"` + hex.EncodeToString(sum[:16]) + `"`
}

// matches tells whether the client has the answer with this tag. As RFC 9110
// says, * is any answer, and weak tags compare equal to strong ones.
func matches(r *http.Request, tag string) bool {
	if tag == "" || (r.Method != http.MethodGet && r.Method != http.MethodHead) {
		return false
	}
	for _, have := range strings.Split(strings.Join(r.Header.Values("If-None-Match"), ","), ",") {
		have = strings.TrimSpace(have)
		if have == "*" || (have != "" && strings.TrimPrefix(have, "W/") == strings.TrimPrefix(tag, "W/")) {
			return true
		}
	}
	return false
}

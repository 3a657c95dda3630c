package csv

import (
	"bytes"
	"io"
	"regexp"
	"strings"
)

// delimiters that are tried. Of equals the earlier wins: where a TAB stands as
// regularly as a comma, the commas are those of 1,234.
var delimiters = []string{"\t", ";", "|", ",", "，"}

// sampleBytes of text decide on the delimiter.
const sampleBytes = 64 << 10

// sample reads the head of a text, up to the end of a line where it is cut.
func sample(r io.Reader) ([]byte, error) {
	head := make([]byte, sampleBytes)
	n := 0
	for n <= len(head)-room {
		m, err := r.Read(head[n:])
		n += m
		if err == io.EOF {
			return head[:n], nil
		}
		if err != nil {
			return nil, err
		}
	}
	if i := bytes.LastIndexAny(head[:n], "\r\n"); i > 0 {
		n = i
	}
	return head[:n], nil
}

// delimiter tells what separates the fields of a text from its head; a comma
// where nothing does.
//
// A delimiter cuts most records into the same number of fields, and none of
// the others is left in these, save the comma of a number. So a TAB before
// every comma (the export of data.stats.gov.cn) is no delimiter, and neither
// are the commas between the TABs of 北京 1,234 5,678.
func delimiter(head []byte) string {
	best, most := ",", 0.0
	first, _, _ := bytes.Cut(head, []byte{'\n'})
	if d, ok := separator(bytes.TrimSpace(first)); ok {
		return d
	}
	for _, d := range delimiters {
		score := regularity(head, d)
		if d == "，" && score < 0.6 {
			continue // it stands in all prose
		}
		if score > most {
			best, most = d, score
		}
	}
	return best
}

// regularity is the share of records that have the commonest number of
// delimiters, times the share of their fields that are clean.
func regularity(head []byte, delim string) float64 {
	s := newSplitter(bytes.NewReader(head), delim, 2*sampleBytes)
	records := 0
	seen, clean := map[int]int{}, map[int]int{} // records, clean fields: by number of fields
	for {
		fields, _, err := s.next()
		if err != nil {
			break
		}
		if len(bytes.Join(fields, nil)) == 0 {
			continue
		}
		records++
		if n := len(fields); n > 1 {
			seen[n]++
			clean[n] += cleanFields(fields, delim)
		}
	}
	best := 0.0
	for n, times := range seen {
		share := float64(times) / float64(records)
		best = max(best, share*float64(clean[n])/float64(n*times))
	}
	return best
}

// number with commas in it: thousands, or the decimal comma.
var number = regexp.MustCompile(`^[-+]?(\d{1,3}(,\d{3})+|\d+(,\d+)?)(\.\d+)?%?$`)

// cleanFields counts the fields in which no other delimiter is left.
func cleanFields(fields [][]byte, delim string) (n int) {
	for _, f := range fields {
		f = bytes.TrimSpace(f)
		others := 0
		for _, d := range delimiters {
			if d != delim && d != "，" && bytes.Contains(f, []byte(d)) {
				others++
			}
		}
		if others == 0 || number.Match(f) {
			n++
		}
	}
	return n
}

// separator reads the line "sep=;" by which spreadsheet programs are told.
func separator(line []byte) (delim string, ok bool) {
	d, ok := strings.CutPrefix(strings.ToLower(string(bytes.Trim(line, `"`))), "sep=")
	if ok && d == "" {
		return "\t", true // trimmed as space
	}
	return d, ok && len(d) == 1
}

func separatorLine(fields [][]byte, delim []byte) bool {
	d, ok := separator(bytes.TrimSpace(bytes.Join(fields, delim)))
	return ok && d == string(delim)
}

package form

import (
	"encoding/csv"
	"fmt"
	"io/fs"
	"strings"

	"sanpin/etl/clean"
)

// Names is a code list with synonyms.
type Names struct{ codes map[string]string }

// Code gives the code of a name, a synonym or a code; "" if there is none.
func (n *Names) Code(text string) string { return n.codes[clean.Squeeze(text)] }

// loadNames reads a code list with the columns name_zh and synonyms.
func loadNames(fsys fs.FS, name, code string) (*Names, error) {
	n := &Names{codes: map[string]string{}}
	err := eachRecord(fsys, name, func(get func(string) string) {
		for _, s := range append(strings.Split(get("synonyms"), "|"), get(code), get("name_zh")) {
			if s = clean.Squeeze(s); s != "" && n.codes[s] == "" {
				n.codes[s] = get(code)
			}
		}
	})
	return n, err
}

// eachRecord reads a reference table, a record at a time.
func eachRecord(fsys fs.FS, name string, f func(get func(column string) string)) error {
	file, err := fsys.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	records, err := csv.NewReader(file).ReadAll()
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	at := map[string]int{}
	for i, h := range records[0] {
		at[h] = i
	}
	for _, r := range records[1:] {
		f(func(column string) string { return r[at[column]] })
	}
	return nil
}

// Publishers are the bodies of reference.publisher, by the names that texts
// call them.
type Publishers struct{ names []publisher }

type publisher struct {
	text, name string
	isProvider bool // of brand valuations
}

func loadPublishers(fsys fs.FS) (*Publishers, error) {
	p := &Publishers{}
	err := eachRecord(fsys, "reference/publisher.csv", func(get func(string) string) {
		for _, s := range append(strings.Split(get("synonyms"), "|"), get("name")) {
			if s = clean.Squeeze(s); len([]rune(s)) >= 3 {
				p.names = append(p.names, publisher{s, get("name"), get("is_valuation_provider") == "true"})
			}
		}
	})
	return p, err
}

// mentioned gives the body that a text names: the longest name wins, and of two
// bodies that are named none is taken. kind provider asks for valuers only.
func (p *Publishers) mentioned(kind, text string) (string, bool) {
	best := publisher{}
	for _, n := range p.names {
		if kind == "provider" && !n.isProvider || !strings.Contains(text, n.text) {
			continue
		}
		switch {
		case strings.Contains(n.text, best.text):
			best = n
		case !strings.Contains(best.text, n.text) && best.name != n.name:
			return "", false
		}
	}
	return best.name, best.name != ""
}

package main

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/apache/arrow-go/v18/arrow"
	"github.com/mattn/go-runewidth"

	"sanpin/warehouse/encode"
)

// This file lays out rows for people. Widths are those of terminal cells: a
// Chinese character takes two. Nothing is left out without saying so.

// tableRows is what a table is made of: a stream of batches.
type tableRows interface {
	Schema() *arrow.Schema
	Next() (arrow.RecordBatch, error) // io.EOF after the last
}

// tableFormats are the formats of tables, by name.
var tableFormats = map[string]func(io.Writer, *tableReader) error{
	"box":      writeBox,
	"markdown": writeMarkdown,
	"line":     writeLines,
}

func isTable(format string) bool { return tableFormats[format] != nil }

// writeTable writes an answer as a table. A box shows the first and last 20
// rows of a long answer and says how many there are; markdown and line show all.
func writeTable(w io.Writer, rows tableRows, format string) error {
	texts, err := encode.NewTexts(rows.Schema())
	if err != nil {
		return err
	}
	r := &tableReader{rows: rows, texts: texts}
	for i, f := range rows.Schema().Fields() {
		r.names = append(r.names, visible(f.Name))
		r.right = append(r.right, texts.Number(i))
	}
	return tableFormats[format](w, r)
}

// writeList writes the lines of a listing command: columns two cells apart,
// without borders, whole. Columns of digits are put to the right.
func writeList(w io.Writer, header []string, rows [][]string) error {
	l := &columns{gap: "  ", right: make([]bool, len(header))}
	for i := range header {
		l.right[i] = len(rows) > 0
		for _, row := range rows {
			l.right[i] = l.right[i] && isDigits(row[i])
		}
	}
	var shown [][]string
	for _, row := range append([][]string{header}, rows...) {
		cells := make([]string, len(row))
		for i, text := range row {
			cells[i] = visible(text)
		}
		shown = append(shown, cells)
		l.widen(cells)
	}
	var b strings.Builder
	for _, cells := range shown {
		b.WriteString(strings.TrimRight(l.line(cells), " ") + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func isDigits(s string) bool {
	return s != "" && strings.Trim(s, "0123456789") == ""
}

// tableReader turns batches into rows of text.
type tableReader struct {
	rows  tableRows
	texts *encode.Texts
	names []string
	right []bool // columns of numbers
}

// batches calls each with every batch, bound to the reader's texts.
func (r *tableReader) batches(each func(n int) error) error {
	for {
		batch, err := r.rows.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		r.texts.Bind(batch)
		if err := each(int(batch.NumRows())); err != nil {
			return err
		}
		batch.Release()
	}
}

// row returns the texts of a row of the batch bound last; null stands for NULL.
func (r *tableReader) row(i int, null string, show func(string) string) []string {
	cells := make([]string, len(r.names))
	for c := range cells {
		text, ok := r.texts.Value(c, i)
		if !ok {
			cells[c] = null
			continue
		}
		cells[c] = show(text)
	}
	return cells
}

const (
	shownRows  = 20 // of a box, at each end
	widestCell = 72 // of a box; longer values end in …
)

func writeBox(w io.Writer, r *tableReader) error {
	var first, last [][]string
	total := 0
	show := func(text string) string { return terminal.Truncate(visible(text), widestCell, "…") }
	err := r.batches(func(n int) error {
		for i := range n {
			switch {
			case len(first) < shownRows:
				first = append(first, r.row(i, "NULL", show))
			case i >= n-shownRows: // others are pushed out at once
				last = append(last, r.row(i, "NULL", show))
			}
		}
		total += n
		last = last[max(0, len(last)-shownRows):]
		return nil
	})
	if err != nil {
		return err
	}
	_, err = io.WriteString(w, box(r, first, last, total))
	return withCode(exitOutput, err)
}

func box(r *tableReader, first, last [][]string, total int) string {
	l := &columns{gap: " │ ", right: r.right}
	l.widen(r.names)
	for _, row := range slices.Concat(first, last) {
		l.widen(row)
	}
	var b strings.Builder
	line := func(cells []string) { b.WriteString("│ " + l.line(cells) + " │\n") }
	b.WriteString(l.rule("┌─", "─┬─", "─┐\n"))
	line(r.names)
	b.WriteString(l.rule("├─", "─┼─", "─┤\n"))
	for _, row := range first {
		line(row)
	}
	if total > len(first)+len(last) {
		line(slices.Repeat([]string{"·"}, len(r.names)))
	}
	for _, row := range last {
		line(row)
	}
	b.WriteString(l.rule("└─", "─┴─", "─┘\n"))
	b.WriteString(footer(total, len(first)+len(last)))
	return b.String()
}

func footer(total, shown int) string {
	switch {
	case total == 1:
		return "1 row\n"
	case total == shown:
		return fmt.Sprintf("%d rows\n", total)
	}
	return fmt.Sprintf("%d rows, of which the first and last %d are shown; --format csv shows all\n", total, shownRows)
}

// writeMarkdown aligns by the first batch; a later value that is wider is whole
// all the same.
func writeMarkdown(w io.Writer, r *tableReader) error {
	l := &columns{gap: " | ", right: r.right}
	begun := false
	write := func(rows [][]string) error {
		var b strings.Builder
		if !begun {
			begun = true
			l.head(&b, r.names, rows)
		}
		for _, row := range rows {
			b.WriteString("| " + l.line(row) + " |\n")
		}
		_, err := io.WriteString(w, b.String())
		return withCode(exitOutput, err)
	}
	err := r.batches(func(n int) error {
		rows := make([][]string, n)
		for i := range rows {
			rows[i] = r.row(i, "", markdownText)
		}
		return write(rows)
	})
	if err != nil || begun {
		return err
	}
	return write(nil)
}

// head writes the names and the rule of a markdown table, which says with a
// colon that numbers go to the right.
func (l *columns) head(b *strings.Builder, names []string, rows [][]string) {
	head := make([]string, len(names))
	for i, name := range names {
		head[i] = markdownText(name)
	}
	for _, row := range append([][]string{head}, rows...) {
		l.widen(row)
	}
	rule := make([]string, len(names))
	for i, right := range l.right {
		l.widths[i] = max(l.widths[i], 3)
		rule[i] = strings.Repeat("-", l.widths[i])
		if right {
			rule[i] = rule[i][1:] + ":"
		}
	}
	b.WriteString("| " + l.line(head) + " |\n| " + l.line(rule) + " |\n")
}

var markdownEscapes = strings.NewReplacer("|", `\|`, "\r\n", "<br>", "\n", "<br>")

func markdownText(text string) string { return visible(markdownEscapes.Replace(text)) }

// writeLines writes a value a line, a blank line between rows.
func writeLines(w io.Writer, r *tableReader) error {
	l := &columns{}
	l.widen(r.names)
	l.widths = []int{slices.Max(append(l.widths, 0))}
	l.right = []bool{true}
	before := ""
	return r.batches(func(n int) error {
		var b strings.Builder
		for i := range n {
			b.WriteString(before)
			before = "\n"
			for c, text := range r.row(i, "NULL", visible) {
				b.WriteString(strings.TrimRight(l.line(r.names[c:c+1])+" = "+text, " ") + "\n")
			}
		}
		_, err := io.WriteString(w, b.String())
		return withCode(exitOutput, err)
	})
}

// terminal measures text in the cells of a terminal, the same whatever the locale.
var terminal = &runewidth.Condition{}

// columns pads the cells of a row to the widths of their columns.
type columns struct {
	gap    string
	widths []int
	right  []bool
}

func (l *columns) widen(row []string) {
	for len(l.widths) < len(row) {
		l.widths = append(l.widths, 0)
	}
	for i, text := range row {
		l.widths[i] = max(l.widths[i], terminal.StringWidth(text))
	}
}

func (l *columns) line(row []string) string {
	padded := make([]string, len(row))
	for i, text := range row {
		space := strings.Repeat(" ", max(0, l.widths[i]-terminal.StringWidth(text)))
		if l.right[i] {
			padded[i] = space + text
		} else {
			padded[i] = text + space
		}
	}
	return strings.Join(padded, l.gap)
}

func (l *columns) rule(left, middle, right string) string {
	parts := make([]string, len(l.widths))
	for i, width := range l.widths {
		parts[i] = strings.Repeat("─", width)
	}
	return left + strings.Join(parts, middle) + right
}

// visible writes out the characters that would move a terminal's cursor,
// change its state, or turn the direction of text.
func visible(s string) string {
	if !strings.ContainsFunc(s, isControl) {
		return s
	}
	var b strings.Builder
	for _, r := range s {
		if !isControl(r) {
			b.WriteRune(r)
			continue
		}
		quoted := strconv.QuoteRuneToASCII(r)
		b.WriteString(quoted[1 : len(quoted)-1])
	}
	return b.String()
}

func isControl(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

// Reads files with the readers of sanpin and prints "cells texts sum": how many
// cells are filled, how many of them are no numbers, and the sum of the numbers
// from column 4 on. With std before the names, a text table is read with the
// libraries that one would take else.
//
//	go build -o own .ci/bench/own.go
package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strconv"

	"golang.org/x/text/encoding/simplifiedchinese"

	"sanpin/etl/grid"
	"sanpin/etl/grid/sheet"
)

type tally struct {
	cells, texts int
	sum          float64
}

func main() {
	var t tally
	names, read := os.Args[1:], (*tally).read
	if names[0] == "std" {
		names, read = names[1:], (*tally).readStd
	}
	for _, name := range names {
		if err := read(&t, name); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
			os.Exit(1)
		}
	}
	fmt.Printf("%d %d %.2f\n", t.cells, t.texts, t.sum)
}

func (t *tally) read(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return err
	}
	book, err := grid.Open(f, info.Size(), sheet.Limits{})
	if err != nil {
		return err
	}
	defer book.Close()
	for s, err := range book.Sheets() {
		if err != nil {
			return err
		}
		if err := errors.Join(t.sheet(s), s.Close()); err != nil {
			return err
		}
	}
	return nil
}

func (t *tally) sheet(s sheet.Sheet) error {
	for {
		row, err := s.Next()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		for i := range row.Cells {
			c := &row.Cells[i]
			t.count(c.Col, c.Kind == sheet.Number, string(c.Text))
		}
	}
}

func (t *tally) count(col int, isNumber bool, text string) {
	t.cells++
	if !isNumber {
		t.texts++
		return
	}
	if v, err := strconv.ParseFloat(text, 64); err == nil && col >= 4 {
		t.sum += v
	}
}

func (t *tally) readStd(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return err
	}
	defer f.Close()
	r := csv.NewReader(simplifiedchinese.GB18030.NewDecoder().Reader(f))
	r.ReuseRecord = true
	for {
		record, err := r.Read()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		for col, text := range record {
			if text != "" {
				t.count(col, false, text)
			}
		}
	}
}

package xlsx

import (
	"bytes"

	"sanpin/etl/grid/sheet"
)

// The last row and column that a sheet can have.
const (
	maxRows = 1 << 20
	maxCols = 1 << 14
)

// splitRef splits a reference such as C7 into its column, from 0, and the
// digits of its row. It is not ok when it starts with no column of a sheet.
func splitRef(ref []byte) (col int, digits []byte, ok bool) {
	i := 0
	for ; i < len(ref) && i < 4; i++ {
		c := ref[i] &^ 0x20
		if c < 'A' || c > 'Z' {
			break
		}
		col = col*26 + int(c-'A') + 1
	}
	return col - 1, ref[i:], i > 0 && col <= maxCols
}

// parseRow reads a row number of a file, which counts from 1, and gives it from 0.
func parseRow(digits []byte) (row int, ok bool) {
	n, ok := parseIndex(digits)
	return n - 1, ok && n > 0 && n <= maxRows
}

// parseIndex reads a number of at most nine digits.
func parseIndex(digits []byte) (n int, ok bool) {
	if len(digits) == 0 || len(digits) > 9 {
		return 0, false
	}
	for _, c := range digits {
		if c < '0' || c > '9' {
			return 0, false
		}
		n = n*10 + int(c-'0')
	}
	return n, true
}

// parseSpan reads a range such as A1:C3, its corners in any order.
func parseSpan(ref []byte) (span sheet.Span, ok bool) {
	first, last, two := bytes.Cut(bytes.ReplaceAll(ref, []byte("$"), nil), []byte(":"))
	if !two {
		last = first
	}
	c0, digits0, ok0 := splitRef(first)
	c1, digits1, ok1 := splitRef(last)
	r0, ok2 := parseRow(digits0)
	r1, ok3 := parseRow(digits1)
	return sheet.Span{R0: min(r0, r1), C0: min(c0, c1), R1: max(r0, r1), C1: max(c0, c1)}, ok0 && ok1 && ok2 && ok3
}

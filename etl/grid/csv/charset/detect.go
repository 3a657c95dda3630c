package charset

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"unicode/utf8"

	"sanpin/etl/grid/sheet"
)

// Detect tells the encoding of the text file r of size bytes from its bytes. It
// fails with a [sheet.Unknown] error where the bytes are no text, or text of an
// encoding that is not read here.
func Detect(r io.ReaderAt, size int64) (Encoding, error) {
	head := make([]byte, min(size, 64<<10))
	if n, err := r.ReadAt(head, 0); n < len(head) {
		return "", fmt.Errorf("read the first %d bytes: %w", len(head), err)
	}
	for _, m := range byteOrderMarks {
		if bytes.HasPrefix(head, []byte(m.mark)) {
			if m.enc == "" {
				return "", noText("UTF-32 is not read")
			}
			return m.enc, nil
		}
	}
	if enc := utf16Order(head); enc != "" {
		return enc, nil
	}
	if controls(head)*100 > len(head) {
		return "", noText("the bytes are no text")
	}
	high, err := highBytes(r, size)
	if err != nil {
		return "", err
	}
	return byStructure(high)
}

// DetectLabelled is [Detect], save that between GB18030 and Big5 the first label
// decides that names one of them ("gb2312"). What the bytes say of UTF-8 and
// UTF-16 is certain: files saved by a program that changes the encoding and not
// the label are common.
func DetectLabelled(r io.ReaderAt, size int64, labels ...string) (Encoding, error) {
	enc, err := Detect(r, size)
	if err == nil && enc != GB18030 && enc != Big5 {
		return enc, nil
	}
	for _, l := range labels {
		if said := FromLabel(l); said == GB18030 || said == Big5 {
			return said, nil
		}
	}
	return enc, err
}

func noText(cause string) error {
	return sheet.Errorf(sheet.Unknown, "", "%s", cause).
		Advise("open the file in the program it came from and save it as .xlsx or as CSV UTF-8")
}

func place(at int64) string { return fmt.Sprintf("byte %d", at) }

// utf16Order finds UTF-16 without a mark. Text has zero bytes in it only there,
// and read in the right order most units are characters that filings use. ASCII
// in the wrong order is that too, mostly Han: then its zeros decide, which all
// stand on one side.
func utf16Order(head []byte) Encoding {
	head = head[:len(head)&^1]
	if bytes.IndexByte(head, 0) < 0 {
		return ""
	}
	units := len(head) / 2
	little, big := usual(head, binary.LittleEndian), usual(head, binary.BigEndian)
	first, second := zeros(head)
	switch {
	case little*10 >= units*8 && (little > big*3/2 || second > units/2+first):
		return UTF16LE
	case big*10 >= units*8 && (big > little*3/2 || first > units/2+second):
		return UTF16BE
	}
	return ""
}

// zeros counts the units of UTF-16 whose first or second byte is zero.
func zeros(b []byte) (first, second int) {
	for i := 0; i+1 < len(b); i += 2 {
		if b[i] == 0 {
			first++
		}
		if b[i+1] == 0 {
			second++
		}
	}
	return first, second
}

// usual counts the units of UTF-16 that filings are written in: ASCII, Han,
// and the punctuation and letters of full width.
func usual(b []byte, order binary.ByteOrder) (n int) {
	for i := 0; i+1 < len(b); i += 2 {
		switch u := order.Uint16(b[i:]); {
		case u >= 0x20 && u < 0x7F, u == '\t', u == '\n', u == '\r',
			u >= 0x4E00 && u < 0xA000, u >= 0x2000 && u < 0x2700,
			u >= 0x3000 && u < 0x3400, u >= 0xFF00 && u < 0xFFF0:
			n++
		}
	}
	return n
}

// controls counts the bytes that text does not have. Ctrl-Z ends files of DOS.
func controls(b []byte) (n int) {
	for _, c := range b {
		if c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v' && c != 0x1A || c == 0x7F {
			n++
		}
	}
	return n
}

// enough is how many bytes decide on an encoding.
const enough = 16 << 10

// highBytes gathers what decides between encodings: every byte beyond ASCII with
// the one after it, which may be the second of a character. ASCII that follows a
// whole character is the same in all of them and is left out. Most files give
// enough in their first block; a file of digits with one note is read to it.
func highBytes(r io.ReaderAt, size int64) ([]byte, error) {
	var out []byte
	block := make([]byte, enough)
	take := false
	for at := int64(0); at < size && len(out) < enough; {
		n, err := r.ReadAt(block[:min(int64(len(block)), size-at)], at)
		if n == 0 {
			return nil, fmt.Errorf("read at byte %d: %w", at, err)
		}
		at += int64(n)
		for b := block[:n]; len(b) > 0; {
			if !take {
				if b = b[asciiLen(b):]; len(b) == 0 {
					break
				}
			}
			out = append(out, b[0])
			take = b[0] >= utf8.RuneSelf
			b = b[1:]
		}
	}
	return out, nil
}

// asciiLen gives the length of the ASCII that b starts with.
func asciiLen(b []byte) int {
	i := 0
	for i+8 <= len(b) && binary.LittleEndian.Uint64(b[i:])&0x8080808080808080 == 0 {
		i += 8
	}
	for i < len(b) && b[i] < utf8.RuneSelf {
		i++
	}
	return i
}

// byStructure decides between the encodings that have ASCII in them.
func byStructure(high []byte) (Encoding, error) {
	good, bad := countUTF8(high)
	if bad == 0 || good >= 8 && bad*50 < good {
		return UTF8, nil
	}
	gb, big5 := tallyOf(high, gbPair, gbCommon), tallyOf(high, big5Pair, big5Common)
	best, enc := gb, GB18030
	if big5.bad*50 <= big5.chars && (gb.bad*50 > gb.chars || big5.share() > gb.share()) {
		best, enc = big5, Big5
	}
	if best.bad > 1 && best.bad*20 > best.chars {
		return "", noText("the text is neither UTF-8 nor UTF-16 nor GB18030 nor Big5")
	}
	return enc, nil
}

func countUTF8(b []byte) (good, bad int) {
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && size == 1 && utf8.FullRune(b):
			bad++
		case size > 1:
			good++
		}
		b = b[size:]
	}
	return good, bad
}

// tally is how text looks when it is read in one encoding of two bytes.
type tally struct {
	chars, bad int
	common     int // characters in the part of the code where the frequent ones stand
}

func (t tally) share() float64 { return float64(t.common) / float64(max(t.chars, 1)) }

// tallyOf reads b as characters of two bytes, of which pair tells the possible
// and common the frequent ones; four bytes of GB18030 are one good character.
func tallyOf(b []byte, pair, common func(lead, trail byte) bool) (t tally) {
	for i := 0; i < len(b); {
		switch {
		case b[i] < utf8.RuneSelf:
			i++
			continue
		case i+1 == len(b): // cut
			return t
		case fourByteFit(b[i:]) == 4:
			i += 4
		case !pair(b[i], b[i+1]):
			t.bad++
			i++
		default:
			if common(b[i], b[i+1]) {
				t.common++
			}
			i += 2
		}
		t.chars++
	}
	return t
}

func gbPair(lead, trail byte) bool {
	return lead >= 0x81 && lead <= 0xFE && trail >= 0x40 && trail <= 0xFE && trail != 0x7F
}

// gbCommon has rows A1-A3 (punctuation, full width) and level 1 of GB2312.
func gbCommon(lead, trail byte) bool {
	return trail >= 0xA1 && (lead >= 0xA1 && lead <= 0xA3 || lead >= 0xB0 && lead <= 0xD7)
}

func big5Pair(lead, trail byte) bool {
	return lead >= 0x87 && lead <= 0xFE && (trail >= 0x40 && trail <= 0x7E || trail >= 0xA1 && trail <= 0xFE)
}

// big5Common has rows A1-A3 (punctuation) and level 1 of Big5.
func big5Common(lead, _ byte) bool { return lead >= 0xA1 && lead <= 0xC6 }

package page

import (
	"encoding/binary"
	"testing/fstest"
)

// fonts is the file system of the sandbox: one font, where PDFium looks for those
// of the machine.
//
// Chinese documents name SimSun and embed no glyphs. PDFium takes the character
// codes and widths from the file, but leaves out a text that covers no area, and
// without any font a single character covers none: 甲 alone in a cell would be
// lost. So all characters are the same box, and what is read does not depend on
// the fonts of the machine.
func fonts() fstest.MapFS {
	return fstest.MapFS{"usr/share/fonts/box.ttf": &fstest.MapFile{Data: boxFont(), Mode: 0o444}}
}

// emBox is the size of the box that all characters are, in units of the font.
const emBox = 1000

// boxFont makes a TrueType font whose every character is one glyph, a box.
func boxFont() []byte {
	tables := []struct {
		tag  string
		data []byte
	}{
		{"OS/2", os2Table()},
		{"cmap", words16(0, 1, 3, 10, 0, 12, 13, 0, 0, 28, 0, 0, 0, 1, 0, 0x21, 0, 0xFFFF, 0, 1)}, // format 13: all of the group is glyph 1
		{"glyf", append(boxGlyph(), boxGlyph()...)},
		{"head", words16(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, emBox, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, emBox, emBox, 0, 8, 2, 0, 0)},
		{"hhea", words16(1, 0, emBox, 0, 0, emBox, 0, 0, emBox, 1, 0, 0, 0, 0, 0, 0, 0, 2)},
		{"hmtx", words16(emBox, 0, emBox, 0)},
		{"loca", words16(0, len(boxGlyph())/2, len(boxGlyph()))},
		{"maxp", words16(1, 0, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0)},
		{"name", nameTable("Box", "Regular")},
		{"post", words16(3, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)},
	}
	head := words16(1, 0, len(tables), 128, 3, 16*len(tables)-128)
	var body []byte
	for _, t := range tables {
		at := 12 + 16*len(tables) + len(body)
		head = append(head, t.tag...)
		head = append(head, words16(0, 0, at>>16, at&0xFFFF, 0, len(t.data))...)
		body = append(body, t.data...)
		body = append(body, make([]byte, -len(body)&3)...)
	}
	return append(head, body...)
}

// boxGlyph is one contour of four corners.
func boxGlyph() []byte {
	b := words16(1, 0, 0, emBox, emBox, 3, 0)
	b = append(b, 1, 1, 1, 1) // four points on the curve, coordinates of two bytes
	b = append(b, words16(0, emBox, 0, -emBox, 0, 0, emBox, 0)...)
	return b
}

// os2Table says that the font has the characters of the Chinese, Japanese and
// Korean code pages.
func os2Table() []byte {
	b := make([]byte, 96)
	copy(b, words16(4, emBox, 400, 5))
	const codePages = 1<<17 | 1<<18 | 1<<19 | 1<<20
	binary.BigEndian.PutUint32(b[78:], codePages)
	return b
}

// nameTable names the font for Windows.
func nameTable(family, style string) []byte {
	b := words16(0, 2, 6+2*12)
	b = append(b, words16(3, 1, 0x409, 1, 2*len(family), 0, 3, 1, 0x409, 2, 2*len(style), 2*len(family))...)
	for _, r := range family + style {
		b = append(b, 0, byte(r))
	}
	return b
}

// words16 writes numbers of 16 bits.
func words16(values ...int) []byte {
	var b []byte
	for _, v := range values {
		b = binary.BigEndian.AppendUint16(b, uint16(v))
	}
	return b
}

package opc

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"

	"sanpin/etl/grid/sheet"
)

// usual is a package whose last part is the one that tests change.
var usual = map[string]string{
	"_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>`,
	"xl/a.xml":    `<a xmlns="urn:a"><b c="1">` + strings.Repeat("轻工业 ", 20) + `</b></a>`,
}

func pack(parts map[string]string) []byte {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range slices.Sorted(maps.Keys(parts)) {
		part, err := w.Create(name)
		if err == nil {
			_, err = io.WriteString(part, parts[name])
		}
		if err != nil {
			panic(err)
		}
	}
	if err := w.Close(); err != nil {
		panic(err)
	}
	return b.Bytes()
}

func open(data []byte, limits sheet.Limits) (*Archive, error) {
	return Open(bytes.NewReader(data), int64(len(data)), limits.WithDefaults())
}

// load reads all parts whole, by their names in lower case.
func load(data []byte, limits sheet.Limits) (map[string]string, error) {
	a, err := open(data, limits)
	if err != nil {
		return nil, err
	}
	texts := map[string]string{}
	for key, p := range a.parts {
		b, err := a.Hold(p, nil)
		if err != nil {
			return texts, err
		}
		texts[key] = string(b)
	}
	return texts, nil
}

func checkRefused(t *testing.T, err error, code sheet.Code, want string) {
	t.Helper()
	var refused *sheet.Error
	if !errors.As(err, &refused) {
		t.Errorf("error %v, want a sheet.Error with %q", err, want)
		return
	}
	if refused.Code != code || !strings.Contains(err.Error(), want) || refused.Remedy == "" {
		t.Errorf("%s: %v (remedy %q), want %s: … %s …", refused.Code, err, refused.Remedy, code, want)
	}
}

// TestDamagedPackages changes bytes of a good package.
func TestDamagedPackages(t *testing.T) {
	good := pack(usual)
	// entry finds the place of a field in the directory entry of xl/a.xml.
	entry := func(b []byte, field int) []byte {
		return b[bytes.LastIndex(b, []byte("xl/a.xml"))-entrySize+field:]
	}
	for _, test := range []struct {
		change func(b []byte) []byte
		code   sheet.Code
		want   string
	}{
		{func(b []byte) []byte { entry(b, 24)[0]++; return b }, sheet.Damaged, "the part ends 1 bytes too early"},
		{func(b []byte) []byte { entry(b, 24)[0]--; return b }, sheet.Damaged, "the part is longer than the"},
		{func(b []byte) []byte { entry(b, 24)[3]++; return b }, sheet.TooLarge, "bytes are packed into"},
		{func(b []byte) []byte { entry(b, 16)[0]++; return b }, sheet.Damaged, "the checksum is wrong"},
		{func(b []byte) []byte { entry(b, 20)[2]++; return b }, sheet.Damaged, "the part is longer than the file"},
		{func(b []byte) []byte { entry(b, 20)[0] -= 9; return b }, sheet.Damaged, "bytes too early"},
		{func(b []byte) []byte { entry(b, 42)[0]++; return b }, sheet.Damaged, "no part where the directory announces xl/a.xml"},
		{func(b []byte) []byte { entry(b, 42)[3] = 9; return b }, sheet.Damaged, "the file ends too early"},
		{func(b []byte) []byte { entry(b, 8)[0] |= 1; return b }, sheet.Encrypted, "the part is encrypted"},
		{func(b []byte) []byte { entry(b, 10)[0] = 14; return b }, sheet.Unknown, "packed by method 14"},
		{func(b []byte) []byte { entry(b, 10)[0] = 0; return b }, sheet.Damaged, "too early"},
		{func(b []byte) []byte { entry(b, 28)[1] = 9; return b }, sheet.Damaged, "cut entry"},
		{func(b []byte) []byte { entry(b, 0)[0] = 9; return b }, sheet.Damaged, "the directory of the package ends after"},
		{func(b []byte) []byte { b[len(b)-9]++; return b }, sheet.Damaged, "the directory of the package"},
		{func(b []byte) []byte { b[len(b)-5]++; return b }, sheet.Damaged, "the directory of the package lies outside"},
		{func(b []byte) []byte { return b[:len(b)-30] }, sheet.Unknown, "no directory at its end"},
		{func(b []byte) []byte { return b[:len(b)/2] }, sheet.Unknown, "no directory at its end"},
		{func(b []byte) []byte { return nil }, sheet.Unknown, "no directory at its end"},
		{func(b []byte) []byte { return append([]byte("before the package"), b...) }, "", ""},
		{func(b []byte) []byte { return append(b, "behind the package"...) }, "", ""},
	} {
		_, err := load(test.change(bytes.Clone(good)), sheet.Limits{})
		if test.want == "" {
			if err != nil {
				t.Errorf("%v, want no error", err)
			}
			continue
		}
		checkRefused(t, err, test.code, test.want)
	}
}

// ZIP64 is what writers use that do not know how large a file will become.
func TestZIP64(t *testing.T) {
	data := pack(usual)
	end := bytes.Clone(data[len(data)-endSize:])
	data = data[:len(data)-endSize]
	record := make([]byte, end64Size)
	le.PutUint32(record, end64Sign)
	le.PutUint64(record[32:], uint64(le.Uint16(end[10:])))
	le.PutUint64(record[40:], uint64(le.Uint32(end[12:])))
	le.PutUint64(record[48:], uint64(le.Uint32(end[16:])))
	locator := make([]byte, locator64Size)
	le.PutUint32(locator, locator64Sign)
	le.PutUint64(locator[8:], uint64(len(data)))
	copy(end[10:], "\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff")
	texts, err := load(slices.Concat(data, record, locator, end), sheet.Limits{})
	if err != nil || len(texts) != len(usual) {
		t.Errorf("parts %v, %v", texts, err)
	}
	le.PutUint64(record[32:], 1<<40)
	_, err = load(slices.Concat(data, record, locator, end), sheet.Limits{})
	checkRefused(t, err, sheet.TooLarge, "1099511627776 parts")
	le.PutUint32(record, endSign)
	_, err = load(slices.Concat(data, record, locator, end), sheet.Limits{})
	checkRefused(t, err, sheet.Damaged, "no ZIP64 directory where one is announced")
}

// Only the numbers that did not fit stand in the extra field, in this order.
func TestWiden(t *testing.T) {
	const no = 1<<32 - 1
	extra := []byte("\x55\x54\x01\x00\x07\x01\x00\x10\x00\x05\x00\x00\x00\x01\x00\x00\x00\x06\x00\x00\x00\x00\x00\x00\x00")
	p := Part{Size: no, packed: 4, offset: no}
	p.widen(extra)
	if p.Size != 1<<32+5 || p.packed != 4 || p.offset != 6 {
		t.Errorf("size %d, packed %d, offset %d", p.Size, p.packed, p.offset)
	}
	for i := range extra { // a cut field changes nothing or something, without a panic
		p := Part{Size: no, packed: no, offset: no}
		if p.widen(extra[:i]); p.Size != no {
			t.Errorf("a field of %d bytes gave the size %d", i, p.Size)
		}
	}
}

func TestTwoPartsOfOneName(t *testing.T) {
	_, err := load(pack(map[string]string{"xl/a.xml": "<a/>", "XL/A.xml": "<a/>"}), sheet.Limits{})
	checkRefused(t, err, sheet.Damaged, "two parts of this name")
}

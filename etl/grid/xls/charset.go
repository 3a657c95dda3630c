package xls

import (
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
)

// codePages are the byte encodings of strings before BIFF8, by the number in
// CODEPAGE. GB18030 extends 936 and reads all of it.
var codePages = map[uint16]encoding.Encoding{
	437:    charmap.CodePage437,
	850:    charmap.CodePage850,
	852:    charmap.CodePage852,
	866:    charmap.CodePage866,
	874:    charmap.Windows874,
	932:    japanese.ShiftJIS,
	936:    simplifiedchinese.GB18030,
	949:    korean.EUCKR,
	950:    traditionalchinese.Big5,
	1250:   charmap.Windows1250,
	1251:   charmap.Windows1251,
	1252:   charmap.Windows1252,
	1253:   charmap.Windows1253,
	1254:   charmap.Windows1254,
	1255:   charmap.Windows1255,
	1256:   charmap.Windows1256,
	1257:   charmap.Windows1257,
	1258:   charmap.Windows1258,
	10000:  charmap.Macintosh,
	0x8000: charmap.Macintosh,
	0x8001: charmap.Windows1252,
}

// charset decodes byte strings. A code page that is missing or unknown (PHP and
// ASP exports write none) means UTF-8 where the bytes are that, else GB18030.
type charset struct {
	decoder *encoding.Decoder
	guess   bool
}

func newCharset(codePage uint16) charset {
	if e, ok := codePages[codePage]; ok {
		return charset{decoder: e.NewDecoder()}
	}
	return charset{decoder: simplifiedchinese.GB18030.NewDecoder(), guess: true}
}

// append decodes src onto dst; what cannot be decoded becomes U+FFFD.
func (c charset) append(dst, src []byte) []byte {
	if ascii(src) || c.guess && utf8.Valid(src) {
		return append(dst, src...)
	}
	for len(src) > 0 {
		n := len(dst)
		dst = append(dst, make([]byte, 3*len(src)+utf8.UTFMax)...)
		c.decoder.Reset()
		written, read, err := c.decoder.Transform(dst[n:], src, true)
		dst, src = dst[:n+written], src[read:]
		if read == 0 && err != nil && len(src) > 0 {
			dst, src = utf8.AppendRune(dst, utf8.RuneError), src[1:]
		}
	}
	return dst
}

func ascii(b []byte) bool {
	for _, c := range b {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

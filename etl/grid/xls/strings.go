package xls

import (
	"unicode/utf16"
	"unicode/utf8"
)

// reader reads strings out of a record and the CONTINUE records after it. It is
// pulled along the stream: after it, the stream stands behind what it has read.
type reader struct {
	recs *records
	data []byte // of the record being read
	high rune   // the first half of a surrogate pair, or 0
}

// more steps into the CONTINUE that follows when the data are used up.
func (r *reader) more() bool {
	for len(r.data) == 0 {
		if id, ok := r.recs.peek(); !ok || id != recContinue {
			return false
		}
		var err error
		if _, r.data, err = r.recs.next(); err != nil {
			return false
		}
	}
	return true
}

// uint reads an integer of n bytes; ok is false at the end.
func (r *reader) uint(n int) (v uint32, ok bool) {
	for i := range n {
		if !r.more() {
			return 0, false
		}
		v |= uint32(r.data[0]) << (8 * i)
		r.data = r.data[1:]
	}
	return v, true
}

func (r *reader) skip(n int64) bool {
	for n > 0 {
		if !r.more() {
			return false
		}
		k := min(n, int64(len(r.data)))
		r.data = r.data[k:]
		n -= k
	}
	return true
}

// unicode appends a BIFF8 string whose length takes lengthBytes: flags, then the
// counts of formatting runs and phonetic bytes, then the characters; runs and
// phonetics follow and are dropped.
func (r *reader) unicode(dst []byte, lengthBytes int) (text []byte, rich, ok bool) {
	n, _ := r.uint(lengthBytes)
	flags, ok := r.uint(1)
	var runs, phonetic uint32
	if flags&8 != 0 {
		runs, ok = r.uint(2)
	}
	if flags&4 != 0 {
		phonetic, ok = r.uint(4)
	}
	if ok {
		dst, ok = r.characters(dst, int(n), flags&1 != 0)
	}
	r.skip(4*int64(runs) + int64(phonetic))
	return dst, runs > 0, ok
}

// characters appends n characters of one or two bytes. A string that goes on in
// CONTINUE starts there with flags anew, and may change width.
func (r *reader) characters(dst []byte, n int, wide bool) ([]byte, bool) {
	for r.high = 0; n > 0; {
		if len(r.data) == 0 {
			flags, ok := r.uint(1)
			if !ok {
				return dst, false
			}
			wide = flags&1 != 0
			continue
		}
		k := min(n, len(r.data))
		if wide {
			if k = min(n, len(r.data)/2); k == 0 {
				return dst, false // half a character
			}
			dst = r.utf16(dst, r.data[:2*k])
			r.data = r.data[2*k:]
		} else {
			dst = r.latin1(dst, r.data[:k])
			r.data = r.data[k:]
		}
		n -= k
	}
	return r.lone(dst), true
}

// latin1 appends characters of which only the low byte is stored.
func (r *reader) latin1(dst, src []byte) []byte {
	dst = r.lone(dst)
	for _, c := range src {
		dst = utf8.AppendRune(dst, rune(c))
	}
	return dst
}

func (r *reader) utf16(dst, src []byte) []byte {
	for ; len(src) >= 2; src = src[2:] {
		u := rune(le.Uint16(src))
		if r.high != 0 {
			if pair := utf16.DecodeRune(r.high, u); pair != utf8.RuneError {
				dst, r.high = utf8.AppendRune(dst, pair), 0
				continue
			}
			dst = r.lone(dst)
		}
		if u >= 0xD800 && u < 0xDC00 {
			r.high = u
			continue
		}
		dst = utf8.AppendRune(dst, u) // a lone second half becomes U+FFFD
	}
	return dst
}

// lone appends U+FFFD for a first half that no second followed.
func (r *reader) lone(dst []byte) []byte {
	if r.high != 0 {
		dst, r.high = utf8.AppendRune(dst, utf8.RuneError), 0
	}
	return dst
}

// bytes appends a string of bytes in a code page.
func (r *reader) bytes(dst []byte, lengthBytes int, c charset) (text []byte, ok bool) {
	n, ok := r.uint(lengthBytes)
	if !ok {
		return dst, false
	}
	if int(n) <= len(r.data) {
		text = c.append(dst, r.data[:n])
		r.data = r.data[n:]
		return text, true
	}
	var whole []byte
	for left := int(n); left > 0; {
		if !r.more() {
			return dst, false
		}
		k := min(left, len(r.data))
		whole = append(whole, r.data[:k]...)
		r.data = r.data[k:]
		left -= k
	}
	return c.append(dst, whole), true
}

package function

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base32"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"hash"
	"hash/crc32"
	"math"
	"strings"
	"unicode/utf8"
)

func init() {
	for name, make := range map[string]func() hash.Hash{"md5": md5.New, "sha1": sha1.New, "sha256": sha256.New, "sha512": sha512.New} {
		define(Scalar,
			row{signature: name + "(varbinary) varbinary", form: native("trino_"+name, "BLOB", "BLOB", func(a []any) (any, error) {
				h := make()
				h.Write([]byte(a[0].(string)))
				return string(h.Sum(nil)), nil
			})},
			row{signature: "hmac_" + name + "(varbinary, varbinary) varbinary", form: native("trino_hmac_"+name, "BLOB, BLOB", "BLOB", func(a []any) (any, error) {
				h := hmac.New(make, []byte(a[1].(string)))
				h.Write([]byte(a[0].(string)))
				return string(h.Sum(nil)), nil
			})},
		)
	}
	define(Scalar,
		row{signature: "to_utf8(varchar(x)) varbinary", form: sql("encode($1)")},
		row{signature: "to_utf8(char(x)) varbinary", form: sql("encode($1)")},
		row{signature: "from_utf8(varbinary) varchar", form: sql("trino_from_utf8($1, chr(65533))")},
		row{signature: "from_utf8(varbinary, varchar(x)) varchar", form: native("trino_from_utf8", "BLOB, VARCHAR", "VARCHAR", fromUTF8)},
		row{signature: "from_utf8(varbinary, bigint) varchar", form: sql("trino_from_utf8($1, trino_chr($2))")},
		row{signature: "length(varbinary) bigint", form: sql("octet_length($1)")},
		row{signature: "concat(varbinary...) varbinary", form: concat},
		row{signature: "to_hex(varbinary) varchar", form: native("trino_to_hex", "BLOB", "VARCHAR", func(a []any) (any, error) {
			return strings.ToUpper(hex.EncodeToString([]byte(a[0].(string)))), nil
		})},
		row{signature: "crc32(varbinary) bigint", form: native("trino_crc32", "BLOB", "BIGINT", func(a []any) (any, error) {
			return int64(crc32.ChecksumIEEE([]byte(a[0].(string)))), nil
		})},
		row{signature: "to_base64(varbinary) varchar", form: encoder("to_base64", base64.StdEncoding.EncodeToString)},
		row{signature: "to_base64url(varbinary) varchar", form: encoder("to_base64url", base64.URLEncoding.EncodeToString)},
		row{signature: "to_base32(varbinary) varchar", form: encoder("to_base32", base32.StdEncoding.EncodeToString)},
		row{signature: "reverse(varbinary) varbinary", form: native("trino_reverse_binary", "BLOB", "BLOB", func(a []any) (any, error) {
			b := []byte(a[0].(string))
			for i, j := 0, len(b)-1; i < j; i, j = i+1, j-1 {
				b[i], b[j] = b[j], b[i]
			}
			return string(b), nil
		})},
		row{signature: "substr(varbinary, bigint) varbinary", form: sql("trino_substr_binary($1, $2, 2147483647)")},
		row{signature: "substr(varbinary, bigint, bigint) varbinary", form: native("trino_substr_binary", "BLOB, BIGINT, BIGINT", "BLOB", substrBinary)},
		row{signature: "lpad(varbinary, bigint, varbinary) varbinary", form: refusal("lpad of varbinary")},
		row{signature: "rpad(varbinary, bigint, varbinary) varbinary", form: refusal("rpad of varbinary")},
		row{signature: "to_big_endian_64(bigint) varbinary", form: toBytes("to_big_endian_64", "BIGINT", func(x any) []byte { return binary.BigEndian.AppendUint64(nil, uint64(x.(int64))) })},
		row{signature: "to_big_endian_32(integer) varbinary", form: toBytes("to_big_endian_32", "INTEGER", func(x any) []byte { return binary.BigEndian.AppendUint32(nil, uint32(x.(int64))) })},
		row{signature: "to_ieee754_64(double) varbinary", form: toBytes("to_ieee754_64", "DOUBLE", func(x any) []byte {
			return binary.BigEndian.AppendUint64(nil, math.Float64bits(x.(float64)))
		})},
		row{signature: "to_ieee754_32(real) varbinary", form: toBytes("to_ieee754_32", "FLOAT", func(x any) []byte {
			return binary.BigEndian.AppendUint32(nil, math.Float32bits(float32(x.(float64))))
		})},
		row{signature: "from_big_endian_64(varbinary) bigint", form: fromBytes("from_big_endian_64", 8, "bigint", "BIGINT", func(b []byte) any { return int64(binary.BigEndian.Uint64(b)) })},
		row{signature: "from_big_endian_32(varbinary) integer", form: fromBytes("from_big_endian_32", 4, "integer", "INTEGER", func(b []byte) any { return int64(int32(binary.BigEndian.Uint32(b))) })},
		row{signature: "from_ieee754_64(varbinary) double", form: fromBytes("from_ieee754_64", 8, "double", "DOUBLE", func(b []byte) any { return math.Float64frombits(binary.BigEndian.Uint64(b)) })},
		row{signature: "from_ieee754_32(varbinary) real", form: fromBytes("from_ieee754_32", 4, "real", "FLOAT", func(b []byte) any { return float64(math.Float32frombits(binary.BigEndian.Uint32(b))) })},
		row{signature: "uuid() uuid", form: sql("uuid()")},
	)
	decoder("from_hex", func(s string) ([]byte, error) {
		if len(s)%2 == 1 {
			return nil, badArgument("invalid input length %d", len(s))
		}
		b, err := hex.DecodeString(s)
		if err != nil {
			return nil, badArgument("not a hexadecimal digit: %v", err)
		}
		return b, nil
	})
	based := func(padded, bare interface {
		DecodeString(string) ([]byte, error)
	}) func(string) ([]byte, error) {
		return func(s string) ([]byte, error) {
			b, err := padded.DecodeString(s)
			if err != nil {
				b, err = bare.DecodeString(s)
			}
			if err != nil || strings.ContainsAny(s, "\r\n") {
				return nil, badArgument("Illegal base64 text: %s", s)
			}
			return b, nil
		}
	}
	decoder("from_base64", based(base64.StdEncoding, base64.RawStdEncoding))
	decoder("from_base64url", based(base64.URLEncoding, base64.RawURLEncoding))
	decoder("from_base32", based(base32.StdEncoding, base32.StdEncoding.WithPadding(base32.NoPadding)))
}

func encoder(name string, f func([]byte) string) form {
	return native("trino_"+name, "BLOB", "VARCHAR", func(a []any) (any, error) { return f([]byte(a[0].(string))), nil })
}

// decoder takes varchar and varbinary alike.
func decoder(name string, f func(string) ([]byte, error)) {
	eval := func(a []any) (any, error) {
		b, err := f(a[0].(string))
		if err != nil {
			return nil, err
		}
		return string(b), nil
	}
	define(Scalar,
		row{signature: name + "(varchar(x)) varbinary", form: native("trino_"+name, "VARCHAR", "BLOB", eval)},
		row{signature: name + "(varbinary) varbinary", form: native("trino_"+name+"_binary", "BLOB", "BLOB", eval)},
	)
}

func toBytes(name, param string, f func(any) []byte) form {
	return native("trino_"+name, param, "BLOB", func(a []any) (any, error) { return string(f(a[0])), nil })
}

func fromBytes(name string, size int, kind, result string, f func([]byte) any) form {
	return native("trino_"+name, "BLOB", result, func(a []any) (any, error) {
		if len(a[0].(string)) != size {
			return nil, badArgument("expected %d-byte input, but got instead %d bytes for %s", size, len(a[0].(string)), kind)
		}
		return f([]byte(a[0].(string))), nil
	})
}

func fromUTF8(a []any) (any, error) {
	if utf8.RuneCountInString(a[1].(string)) > 1 {
		return nil, badArgument("Replacement character string must empty or a single character")
	}
	s := a[0].(string)
	if utf8.ValidString(s) {
		return s, nil
	}
	var out strings.Builder
	for s != "" {
		r, n := utf8.DecodeRuneInString(s)
		if r != utf8.RuneError || n > 1 {
			out.WriteString(s[:n])
			s = s[n:]
			continue
		}
		out.WriteString(a[1].(string))
		s = s[badLength(s):]
	}
	return out.String(), nil
}

// badLength is how many bytes of a broken sequence count as one character.
func badLength(s string) int {
	want := 1
	switch c := s[0]; {
	case c >= 0xC2 && c < 0xE0:
		want = 2
	case c >= 0xE0 && c < 0xF0:
		want = 3
	case c >= 0xF0 && c < 0xF5:
		want = 4
	}
	n := 1
	for n < want && n < len(s) && s[n]&0xC0 == 0x80 {
		n++
	}
	return min(n, max(1, want-1))
}

func substrBinary(a []any) (any, error) {
	s, start, length := a[0].(string), a[1].(int64), a[2].(int64)
	if start < 0 {
		start += int64(len(s)) + 1
	}
	if start < 1 || start > int64(len(s)) || length <= 0 {
		return "", nil
	}
	return s[start-1 : min(int64(len(s)), start-1+min(length, int64(len(s))))], nil
}

package intake

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/unicode/norm"
)

// printable returns a file name as text to show and to know the file by. Names
// that are not UTF-8 are read as GB18030, as archives from Windows unpack
// them; names of a Mac are composed (NFC), so that one name is one text on all
// systems. What neither prints nor decodes is spelt out: \n, \u202e, \xff.
func printable(name string) string {
	name = decoded(name)
	var b strings.Builder
	for i := 0; i < len(name); {
		r, size := utf8.DecodeRuneInString(name[i:])
		switch {
		case r == utf8.RuneError && size == 1:
			fmt.Fprintf(&b, `\x%02x`, name[i])
		case unicode.IsGraphic(r):
			b.WriteRune(r)
		default:
			b.WriteString(strings.Trim(fmt.Sprintf("%+q", r), "'"))
		}
		i += size
	}
	return b.String()
}

// decoded is a file name in UTF-8, if it can be told what encoding it is in.
func decoded(name string) string {
	if !utf8.ValidString(name) {
		text, err := simplifiedchinese.GB18030.NewDecoder().String(name)
		if err != nil || strings.ContainsRune(text, utf8.RuneError) {
			return name
		}
		name = text
	}
	return norm.NFC.String(name)
}

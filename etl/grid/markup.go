package grid

import (
	"bytes"
	"io"
	"regexp"

	"golang.org/x/net/html/atom"

	"sanpin/etl/grid/csv/charset"
	"sanpin/etl/grid/sheet"
)

// sniffText tells pages and other marked-up text from tables of delimited text,
// which is what remains. That a file is no text at all its reader finds.
func sniffText(head []byte) (format, error) {
	text := bytes.TrimSpace(asciiOf(head))
	lower := bytes.ToLower(text)
	switch {
	case mailHeader.Match(text) && mailOfPages.Match(text):
		return archived, nil
	case startsJSON.Match(text):
		return 0, refuse(sheet.Unknown, "JSON, which is not read", "export the table as CSV or .xlsx (另存为 .xlsx)")
	}
	root, declared := rootOf(lower), bytes.HasPrefix(lower, []byte("<?xml"))
	switch {
	case bytes.Contains(lower, []byte("urn:schemas-microsoft-com:office:spreadsheet")) && (root == "workbook" || root == "ss:workbook"):
		return xmlBook, nil
	case root == "w:worddocument" || root == "pkg:package":
		return 0, refuse(sheet.Unknown, "a Word document in XML, which is not read", copyTable)
	case root == "html", doctype.Match(lower):
		return page, nil
	case atom.Lookup([]byte(root)) != 0 && !declared:
		return page, nil
	case root != "" && (declared || bytes.Contains(lower, []byte("</"+root))):
		return 0, refuse(sheet.Unknown, "XML (<"+root+">), which is not read", "export the table as CSV or .xlsx (另存为 .xlsx)")
	case bytes.Contains(lower, []byte("<table")) && bytes.Contains(lower, []byte("<tr")):
		return page, nil // messages of the program stand before the page
	}
	return delimited, nil
}

var (
	mailHeader  = regexp.MustCompile(`(?i)^(mime-version|from|date|subject|content-[\w-]+|message-id|x-[\w-]+):`)
	mailOfPages = regexp.MustCompile(`(?im)^content-type:\s*(multipart/|text/html|application/xhtml)`)
	startsJSON  = regexp.MustCompile(`^(\{\s*("[^"\r\n]*"\s*:|\}\s*$)|\[\s*[\[{])`)
	firstTag    = regexp.MustCompile(`^<([a-z][\w.:-]*)[\s/>]`)
	declares    = regexp.MustCompile(`^<!doctype[^<>\[]*\[`)
	doctype     = regexp.MustCompile(`^(<\?xml[^>]*>|<!--|\s)*<!doctype\s+html`)
)

// asciiOf gives the head of a file as text in which markup can be looked for: all
// encodings but UTF-16 have ASCII in them.
func asciiOf(head []byte) []byte {
	r := bytes.NewReader(head)
	enc, err := charset.Detect(r, r.Size())
	switch {
	case err != nil:
		return head
	case enc == charset.UTF16LE, enc == charset.UTF16BE:
		text, err := io.ReadAll(charset.NewReader(r, r.Size(), enc))
		if err != nil {
			return head
		}
		return text
	}
	return bytes.TrimPrefix(head, []byte("\xEF\xBB\xBF"))
}

// rootOf gives the name of the first element of marked-up text, and nothing for
// other text. Declarations and comments may stand before it.
func rootOf(text []byte) string {
	for {
		text = bytes.TrimSpace(text)
		end := "" // of what is passed over
		switch {
		case declares.Match(text):
			end = "]>"
		case bytes.HasPrefix(text, []byte("<!--")):
			end = "-->"
		case bytes.HasPrefix(text, []byte("<!")), bytes.HasPrefix(text, []byte("<?")):
			end = ">"
		default:
			if m := firstTag.FindSubmatch(text); m != nil {
				return string(m[1])
			}
			return ""
		}
		_, rest, ok := bytes.Cut(text, []byte(end))
		if !ok {
			return ""
		}
		text = rest
	}
}

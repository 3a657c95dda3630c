// Package opc reads packages of office programs: ZIP files of XML parts, which
// is what .xlsx, .docx, .ods and .odt are.
//
// The one idea: nothing of the file is believed. Sizes, counts, checksums and
// nesting are checked against the file and against [sheet.Limits] while it is
// read; an error is a [*sheet.Error] with the part and the byte. What the XML
// means is for the reader of each format to say.
//
// The files: zip.go finds the parts, part.go gets at their bytes, relations.go
// goes from part to part, scanner.go, text.go, namespace.go and encoding.go read
// XML at about the speed at which it can be inflated.
package opc

package opc

import (
	"strconv"

	"sanpin/etl/grid/sheet"
)

// Damaged says that a file breaks its own format.
func Damaged(place, format string, args ...any) *sheet.Error {
	return sheet.Errorf(sheet.Damaged, place, format, args...).
		Advise("ask for the file again, or open it in Office or WPS and save it under a new name (另存为)")
}

// TooLarge says that a file passes one of its limits.
func TooLarge(place, format string, args ...any) *sheet.Error {
	return sheet.Errorf(sheet.TooLarge, place, format, args...).
		Advise("split the file, or remove what does not belong to the tables")
}

// Unknown says that a file, or something in it, is of no kind that is read.
func Unknown(place, format string, args ...any) *sheet.Error {
	return sheet.Errorf(sheet.Unknown, place, format, args...).
		Advise("open it in Office or WPS and save it as .xlsx or .docx (另存为)")
}

func encrypted(place, cause string) *sheet.Error {
	return sheet.Errorf(sheet.Encrypted, place, "%s", cause).
		Advise("unpack it with its password and file what is inside")
}

func at(part string, offset int64) string {
	return part + " byte " + strconv.FormatInt(offset, 10)
}

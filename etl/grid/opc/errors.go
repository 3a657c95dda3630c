package opc

import (
	"strconv"

	"sanpin/etl/grid/sheet"
)

// Damaged says that a file breaks its own format.
func Damaged(place, format string, args ...any) *sheet.Error {
	e := sheet.Errorf(sheet.Damaged, place, format, args...)
	e.Remedy = "ask for the file again, or open it in Office or WPS and save it under a new name (另存为)"
	return e
}

// TooLarge says that a file passes one of its limits.
func TooLarge(place, format string, args ...any) *sheet.Error {
	e := sheet.Errorf(sheet.TooLarge, place, format, args...)
	e.Remedy = "split the file, or remove what does not belong to the tables"
	return e
}

// Unknown says that a file, or something in it, is of no kind that is read.
func Unknown(place, format string, args ...any) *sheet.Error {
	e := sheet.Errorf(sheet.Unknown, place, format, args...)
	e.Remedy = "open it in Office or WPS and save it as .xlsx or .docx (另存为)"
	return e
}

func encrypted(place, cause string) *sheet.Error {
	e := sheet.Errorf(sheet.Encrypted, place, "%s", cause)
	e.Remedy = "unpack it with its password and file what is inside"
	return e
}

func at(part string, offset int64) string {
	return part + " byte " + strconv.FormatInt(offset, 10)
}

package xls

import "sanpin/etl/grid/sheet"

func damaged(place, format string, args ...any) *sheet.Error {
	e := sheet.Errorf(sheet.Damaged, place, format, args...)
	e.Remedy = "ask for the file again, or open it in Excel or WPS and save it as .xlsx"
	return e
}

func tooLarge(place, format string, args ...any) *sheet.Error {
	e := sheet.Errorf(sheet.TooLarge, place, format, args...)
	e.Remedy = "split the workbook, or remove what does not belong to the tables"
	return e
}

func encrypted(cause string) *sheet.Error {
	e := sheet.Errorf(sheet.Encrypted, "", "%s", cause)
	e.Remedy = "open it in Excel or WPS with its password, clear the password to open (File, Info, Protect Workbook), and save it again"
	return e
}

func unknown(cause, remedy string) *sheet.Error {
	e := sheet.Errorf(sheet.Unknown, "", "%s", cause)
	e.Remedy = remedy
	return e
}

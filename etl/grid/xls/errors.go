package xls

import "sanpin/etl/grid/sheet"

func damaged(place, format string, args ...any) *sheet.Error {
	return sheet.Errorf(sheet.Damaged, place, format, args...).
		Advise("ask for the file again, or open it in Excel or WPS and save it as .xlsx")
}

func tooLarge(place, format string, args ...any) *sheet.Error {
	return sheet.Errorf(sheet.TooLarge, place, format, args...).
		Advise("split the workbook, or remove what does not belong to the tables")
}

func encrypted(cause string) *sheet.Error {
	return sheet.Errorf(sheet.Encrypted, "", "%s", cause).
		Advise("open it in Excel or WPS with its password, clear the password to open (File, Info, Protect Workbook), and save it again")
}

func unknown(cause, remedy string) *sheet.Error {
	return sheet.Errorf(sheet.Unknown, "", "%s", cause).Advise(remedy)
}

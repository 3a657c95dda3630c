package xlsx

import "sanpin/etl/grid/sheet"

func damaged(place, format string, args ...any) *sheet.Error {
	return sheet.Errorf(sheet.Damaged, place, format, args...).
		Advise("ask for the file again, or open it in Excel or WPS and save it as .xlsx")
}

func tooLarge(place, format string, args ...any) *sheet.Error {
	return sheet.Errorf(sheet.TooLarge, place, format, args...).
		Advise("split the workbook, or remove what does not belong to the tables")
}

func unknown(cause string) *sheet.Error {
	return sheet.Errorf(sheet.Unknown, "", "%s", cause).Advise("open it in Excel or WPS and save it as .xlsx")
}

package xlsx

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

func unknown(cause string) *sheet.Error {
	e := sheet.Errorf(sheet.Unknown, "", "%s", cause)
	e.Remedy = "open it in Excel or WPS and save it as .xlsx"
	return e
}

"""Reads files with a library of Python: peers.py LIBRARY FILE...; see own.go."""

import datetime
import sys


def values(library, name):
    """Yields column and value of each filled cell; dates as dates."""
    if library == "openpyxl":
        import openpyxl

        book = openpyxl.load_workbook(name, read_only=True)
        for row in book.worksheets[0].iter_rows(values_only=True):
            yield from enumerate(row)
    elif library == "python-calamine":
        import python_calamine

        book = python_calamine.CalamineWorkbook.from_path(name)
        for row in book.get_sheet_by_index(0).iter_rows():
            yield from enumerate(row)
    elif library == "xlrd":
        import xlrd

        sheet = xlrd.open_workbook(name, on_demand=True).sheet_by_index(0)
        for r in range(sheet.nrows):
            types = sheet.row_types(r)
            for c, v in enumerate(sheet.row_values(r)):
                yield c, datetime.date if types[c] == xlrd.XL_CELL_DATE else v
    elif library == "csv":
        import csv

        with open(name, encoding="gb18030", newline="") as f:
            for row in csv.reader(f):
                yield from enumerate(row)


cells, texts, total = 0, 0, 0.0
for name in sys.argv[2:]:
    for col, v in values(sys.argv[1], name):
        if v is None or v == "":
            continue
        cells += 1
        if not isinstance(v, (int, float)):
            texts += 1
        elif col >= 4:
            total += v
print(f"{cells} {texts} {total:.2f}")

"""Writers of the demo's filings: one function per format.

A filing is a list of tables, one per sheet. The writers only lay tables out;
what stands in them is said in make.py. All output is the same at each run:
times are fixed, and nothing of the machine is written.
"""

import csv
import datetime
import html
import io
import re
import struct
import unicodedata
import zipfile
import zlib
from dataclasses import dataclass, field

import openpyxl
import xlwt
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter

MADE = datetime.datetime(2025, 11, 1, 9, 0, 0)  # the one time that is written


@dataclass
class Table:
    """One table: titles above, header levels, rows of texts, notes below."""

    title: str
    head: list  # header rows; "" under or right of a merged heading
    rows: list
    sheet: str = "Sheet1"
    unit: str = ""  # the line under the title, such as 单位：件
    notes: list = field(default_factory=list)
    merges: list = field(default_factory=list)  # (row, col, row, col) within the head
    hidden: tuple = ()  # rows that are hidden, counted within rows
    grouped: bool = False  # thousands separators, as yearbooks print


def value(text):
    """The cell value of a printed text, and its number format or None."""
    if re.fullmatch(r"-?(0|[1-9]\d*)", text):
        return int(text), "0"
    if re.fullmatch(r"-?(0|[1-9]\d*)\.\d+", text):
        return float(text), "0." + "0" * len(text.split(".")[1])
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return datetime.date.fromisoformat(text), "yyyy-mm-dd"
    return text, None


WIDEST = 28  # of a column, in cells; longer texts are wrapped


def cells(text):
    """The display width of a text: a Chinese character takes two cells."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def widths(t):
    """Column widths that show most cells whole."""
    return [min(max(max(cells(r[c]) for r in t.head + t.rows) + 2, 9), WIDEST) for c in range(len(t.head[0]))]


def lines(texts):
    """How many lines the longest text of a row needs; the last column runs on instead."""
    return max(-(-(cells(x) + 2) // WIDEST) for x in texts[:-1])


# --- .xlsx ---------------------------------------------------------------

THIN = Side(style="thin", color="808080")
BOX = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)


def xlsx(path, tables):
    """Writes an Office Open XML workbook."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for t in tables:
        sheet(book.create_sheet(t.sheet), t)
    book.properties.creator = "sanpin demo"
    book.properties.created = MADE
    held = io.BytesIO()
    book.save(held)
    rezip(held, path)


def sheet(ws, t):
    """Lays one table out on a worksheet."""
    n = len(t.head[0])
    row = 1
    ws.row_dimensions[1].height = 24
    for text, font, side in ((t.title, Font("黑体", 14, bold=True), "center"), (t.unit, Font("宋体", 9), "right")):
        if text:
            ws.cell(row, 1, text).font = font
            ws.cell(row, 1).alignment = Alignment(side, "center")
            ws.merge_cells(start_row=row, end_row=row, start_column=1, end_column=n)
            row += 1
    top = row
    for r, texts in enumerate(t.head):
        for c, text in enumerate(texts):
            put(ws.cell(top + r, c + 1), text, Font("宋体", 10, bold=True), "center", PatternFill("solid", "D9E1F2"))
    for a, b, c, d in t.merges:
        ws.merge_cells(start_row=top + a, start_column=b + 1, end_row=top + c, end_column=d + 1)
    top += len(t.head)
    ws.freeze_panes = ws.cell(top, 2)
    for r, texts in enumerate(t.rows):
        for c, text in enumerate(texts):
            side = "left" if c == 0 else None
            put(ws.cell(top + r, c + 1), text, Font("宋体", 10), side, grouped=t.grouped, wrap=c + 1 < n)
        ws.row_dimensions[top + r].height = 15 * lines(texts)
        ws.row_dimensions[top + r].hidden = r in t.hidden
    row = top + len(t.rows)
    for note in t.notes:
        ws.cell(row, 1, note).font = Font("宋体", 9, color="595959")
        row += 1
    for c, w in enumerate(widths(t)):
        ws.column_dimensions[get_column_letter(c + 1)].width = w
    ws.page_setup.orientation, ws.page_setup.fitToHeight = "landscape", 0
    ws.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)


def put(cell, text, font, side, fill=None, grouped=False, wrap=True):
    """Writes one cell with its frame."""
    v, fmt = (text, None) if fill else value(text)
    cell.value = v if v != "" else None
    cell.font, cell.border = font, BOX
    if fmt:
        cell.number_format = "#,##0" if grouped and fmt == "0" else fmt
    if fill:
        cell.fill = fill
    cell.alignment = Alignment(side, "center", wrap_text=wrap)


def rezip(held, path):
    """Writes the parts again with one fixed time each."""
    stamp = MADE.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    with zipfile.ZipFile(held) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            body = old.read(name)
            if name == "docProps/core.xml":
                body = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", stamp, body)
            info = zipfile.ZipInfo(name, MADE.timetuple()[:6])
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, body)


# --- .xls ----------------------------------------------------------------


def xls(path, tables):
    """Writes a BIFF8 workbook, as Excel 97 does."""
    book = xlwt.Workbook(encoding="utf-8")
    frame = "borders: left thin, right thin, top thin, bottom thin; "
    head = xlwt.easyxf("font: name 宋体, bold on, height 200; align: horiz center, vert center, wrap on; " + frame)
    title = xlwt.easyxf("font: name 黑体, bold on, height 280; align: horiz center")
    small = xlwt.easyxf("font: name 宋体, height 180")
    styles = {}

    def body(fmt):
        if fmt not in styles:
            styles[fmt] = xlwt.easyxf("font: name 宋体, height 200; align: vert center; " + frame, fmt or "General")
        return styles[fmt]

    for t in tables:
        ws = book.add_sheet(t.sheet)
        ws.portrait, ws.header_str, ws.footer_str = False, b"", b""
        ws.fit_num_pages, ws.fit_height_to_pages = 1, 0
        ws.row(0).height_mismatch, ws.row(0).height = True, 20 * 24
        n = len(t.head[0])
        ws.write_merge(0, 0, 0, n - 1, t.title, title)
        row = 1
        if t.unit:
            ws.write_merge(1, 1, 0, n - 1, t.unit, xlwt.easyxf("font: name 宋体, height 180; align: horiz right"))
            row = 2
        merged = {(a, b): (c, d) for a, b, c, d in t.merges}
        inside = {(r, c) for a, b, e, d in t.merges for r in range(a, e + 1) for c in range(b, d + 1)}
        for r, texts in enumerate(t.head):
            for c, text in enumerate(texts):
                if (r, c) in merged:
                    e, d = merged[r, c]
                    ws.write_merge(row + r, row + e, c, d, text, head)
                elif (r, c) not in inside:
                    ws.write(row + r, c, text, head)
        row += len(t.head)
        for texts in t.rows:
            for c, text in enumerate(texts):
                v, fmt = value(text)
                ws.write(row, c, v, body("#,##0" if t.grouped and fmt == "0" else fmt))
            row += 1
        for note in t.notes:
            ws.write(row, 0, note, small)
            row += 1
        for c, w in enumerate(widths(t)):
            ws.col(c).width = 256 * w
    book.save(path)


# --- text ----------------------------------------------------------------


def delimited(path, table, encoding, titled=False):
    """Writes a CSV; titled adds the title line and the notes, as a sheet saved as CSV has them."""
    held = io.StringIO()
    out = csv.writer(held, lineterminator="\r\n")
    if titled:
        out.writerow([table.title])
        if table.unit:
            out.writerow([table.unit])
    out.writerows(table.head + table.rows)
    if titled:
        out.writerows([n] for n in table.notes)
    with open(path, "wb") as f:
        f.write(held.getvalue().encode(encoding))


PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="{charset}">
<title>{title}</title>
<style>table {{border-collapse: collapse}} th, td {{border: 1px solid #888; padding: 3px 6px; font: 14px SimSun, serif}}
h2 {{text-align: center}}</style>
</head>
<body>
<h2>{title}</h2>
{unit}{table}
</body>
</html>
"""

EXCEL = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv="Content-Type" content="text/html; charset={charset}"></head>
<body>
{table}
</body>
</html>
"""


def markup(t, whole):
    """The table element with its notes; whole puts title and unit into rows of it, too."""
    n = len(t.head[0])
    merged = {(a, b): (c - a + 1, d - b + 1) for a, b, c, d in t.merges}
    inside = {(r, c) for a, b, e, d in t.merges for r in range(a, e + 1) for c in range(b, d + 1)} - set(merged)
    wide = lambda texts: [f'<tr><td colspan="{n}">{html.escape(x)}</td></tr>' for x in texts if x]
    out = ["<table>"] + (wide([t.title, t.unit]) if whole else [])
    for r, texts in enumerate(t.head):
        row = ""
        for c, text in enumerate(texts):
            if (r, c) in inside:
                continue
            down, right = merged.get((r, c), (1, 1))
            span = (f' rowspan="{down}"' if down > 1 else "") + (f' colspan="{right}"' if right > 1 else "")
            row += f"<th{span}>{html.escape(text)}</th>"
        out.append(f"<tr>{row}</tr>")
    for texts in t.rows:
        out.append("<tr>" + "".join(f"<td>{html.escape(x)}</td>" for x in texts) + "</tr>")
    out += wide(t.notes)
    return "\n".join(out + ["</table>"])


def page(path, t, charset="utf-8"):
    """Writes a web page with the table."""
    text = PAGE.format(
        charset=charset, title=html.escape(t.title), table=markup(t, False),
        unit=f"<p>{html.escape(t.unit)}</p>\n" if t.unit else "",
    )
    with open(path, "wb") as f:
        f.write(text.encode("gb18030" if charset == "gb2312" else charset))


def excel_page(path, t):
    """Writes a web page that calls itself .xls, as many systems export."""
    with open(path, "wb") as f:
        f.write(EXCEL.format(charset="utf-8", table=markup(t, True)).encode())


# --- a picture -----------------------------------------------------------


def picture(path, width=240, height=150):
    """Writes a PNG that looks like the scan of a form: lines, and no text to read."""
    rows = []
    for y in range(height):
        line = bytearray(b"\xf4" * width)
        for x in range(20, width - 20):
            frame = 20 <= y <= height - 20 and ((y - 20) % 22 == 0 or (x - 20) % 50 == 0)
            stroke = 20 < y < height - 20 and (y - 20) % 22 in (9, 12) and (x - 20) % 50 in range(8, 36)
            if frame or stroke:
                line[x] = 0x50
        rows.append(b"\x00" + bytes(line))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    with open(path, "wb") as f:
        f.write(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)))
        f.write(chunk(b"IDAT", zlib.compress(b"".join(rows), 9)) + chunk(b"IEND", b""))

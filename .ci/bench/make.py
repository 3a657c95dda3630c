"""Makes the inputs of the benchmark in a folder: workbooks, old workbooks, text tables.

All are as filings are: names, trades, places, a date, then figures; one cell in 70 is blank. The same
seed gives the same files. Figures begin in column 4, so that a reader can be asked for their sum.
"""

import datetime
import os
import random
import sys
import zipfile

TRADES = ["家用电器制造业", "皮革、毛皮、羽毛及其制品和制鞋业", "造纸和纸制品业", "文教、工美、体育和娱乐用品制造业"]
HEAD = ["企业名称", "行业", "所在地", "报告日期"] + [f"指标{i}（万元）" for i in range(1, 12)]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def rows(count, seed=1):
    """Yields rows of 15 values: three texts, a serial date, eleven figures; None is blank."""
    rnd = random.Random(seed)
    yield HEAD
    for i in range(count):
        row = [f"企业{i:06d}有限公司", TRADES[i % 4], f"浙江省温州市{i % 3000}号", 45000 + i % 365]
        row += [round(rnd.random() * 1e5, 2) for _ in range(11)]
        if i % 5 == 0:
            row[4 + rnd.randrange(11)] = None
        yield row


def letters(n):
    return chr(65 + n)


def xlsx(path, count):
    """As Excel writes it: shared strings, a reference on each cell, a style on dates."""
    index, strings, sheet = {}, [], []

    def share(text):
        if text not in index:
            index[text] = len(strings)
            strings.append(f"<si><t>{text}</t></si>")
        return index[text]

    for r, row in enumerate(rows(count), 1):
        cells = []
        for c, v in enumerate(row):
            ref = f"{letters(c)}{r}"
            if v is None:
                cells.append(f'<c r="{ref}"/>')
            elif isinstance(v, str):
                cells.append(f'<c r="{ref}" t="s"><v>{share(v)}</v></c>')
            elif c == 3:
                cells.append(f'<c r="{ref}" s="1"><v>{v}</v></c>')
            else:
                cells.append(f'<c r="{ref}"><v>{v}</v></c>')
        sheet.append(f'<row r="{r}" spans="1:15">{"".join(cells)}</row>')
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>'
        '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>'
        '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>'
        '<Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>',
        "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets><sheet name="Sheet1" sheetId="1" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="r1" Type="{OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
        f'<Relationship Id="r2" Type="{OFFICE}/sharedStrings" Target="sharedStrings.xml"/><Relationship Id="r3" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="宋体"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>'
        '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN}" count="{len(strings)}" uniqueCount="{len(strings)}">{"".join(strings)}</sst>',
        "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><dimension ref="A1:O{count + 1}"/><sheetData>{"".join(sheet)}</sheetData></worksheet>',
    }
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as z:
        for name, text in parts.items():
            z.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' + text)


def xls(path, count):
    import xlwt

    book = xlwt.Workbook(encoding="utf-16-le")
    sheet = book.add_sheet("Sheet1")
    day = xlwt.easyxf(num_format_str="yyyy-mm-dd")
    for r, row in enumerate(rows(count)):
        for c, v in enumerate(row):
            if v is None:
                continue
            if c == 3 and r > 0:
                sheet.write(r, c, v, day)
            else:
                sheet.write(r, c, v)
        if r % 1000 == 999:
            sheet.flush_row_data()
    book.save(path)


def csv(path, count):
    first = datetime.date(1899, 12, 30)
    with open(path, "w", encoding="gb18030", newline="") as f:
        for row in rows(count):
            if row is not HEAD:
                row[3] = first + datetime.timedelta(row[3])
            f.write(",".join("" if v is None else str(v) for v in row) + "\r\n")


def main(folder, scale):
    os.makedirs(folder, exist_ok=True)
    for make, ending, sizes in ((xlsx, "xlsx", (75_000, 150_000, 300_000)), (xls, "xls", (15_000, 30_000, 60_000)), (csv, "csv", (150_000, 300_000, 600_000))):
        for size in sizes:
            path = f"{folder}/{int(size * scale)}.{ending}"
            if not os.path.exists(path):
                make(path + ".part", int(size * scale))
                os.rename(path + ".part", path)
    small = f"{folder}/small"
    if not os.path.exists(small):
        os.makedirs(small + ".part")
        for n in range(1000):
            xlsx(f"{small}.part/{n}.xlsx", 30)
        os.rename(small + ".part", small)


main(sys.argv[1], float(sys.argv[2]))

"""Runs readers on the inputs, in turns, and prints tables: measure.py FOLDER ROUNDS SCALE.

Each program prints "cells texts sum"; where two do not agree on a file, that is told, for then their
times say nothing. Peak memory is that of the process, as the kernel counts it.
"""

import glob
import os
import statistics
import subprocess
import sys
import time

work, rounds, scale = sys.argv[1], int(sys.argv[2]), float(sys.argv[3])


def path(rows, ending):
    return f"{work}/in/{int(rows * scale)}.{ending}"


python = f"{work}/venv/bin/python"
here = os.path.dirname(os.path.abspath(__file__))
READERS = {
    "sanpin": [f"{work}/own"],
    "calamine (Rust)": [f"{work}/calamine/target/release/read-calamine"],
    "python-calamine": [python, f"{here}/peers.py", "python-calamine"],
    "excelize": [f"{work}/excelize/excelize"],
    "SheetJS": ["node", "--max-old-space-size=8192", f"{work}/node/sheetjs.js"],
    "openpyxl": [python, f"{here}/peers.py", "openpyxl"],
    "xlrd": [python, f"{here}/peers.py", "xlrd"],
    "x/text + encoding/csv": [f"{work}/own", "std"],
    "python csv": [python, f"{here}/peers.py", "csv"],
}
BOOKS = ["sanpin", "calamine (Rust)", "python-calamine", "excelize", "SheetJS", "openpyxl"]
CASES = [
    ("xlsx, 300,000 rows x 15", [path(300_000, "xlsx")], BOOKS),
    ("xls, 60,000 rows x 15", [path(60_000, "xls")], ["sanpin", "calamine (Rust)", "python-calamine", "SheetJS", "xlrd"]),
    ("csv in GB18030, 600,000 rows x 15", [path(600_000, "csv")], ["sanpin", "x/text + encoding/csv", "python csv"]),
    ("1,000 xlsx of 30 rows x 15, read one after the other", sorted(glob.glob(f"{work}/in/small/*.xlsx")), BOOKS),
]
SIZES = [("xlsx", (75_000, 150_000, 300_000)), ("xls", (15_000, 30_000, 60_000)), ("csv", (150_000, 300_000, 600_000))]


def run(command):
    """Gives wall seconds, CPU seconds, peak MB and what was printed."""
    begin = time.perf_counter()
    p = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    said = p.stdout.read().strip()
    _, status, use = os.wait4(p.pid, 0)
    p.returncode = status
    wall = time.perf_counter() - begin
    return (wall, use.ru_utime + use.ru_stime, use.ru_maxrss / 1024, said if status == 0 else f"failed, status {status}")


def agree(a, b, textual):
    """Sums of floats differ in the last digits by the order of summing; text tables have no numbers."""
    a, b = a.split(), b.split()
    if len(a) != 3 or len(b) != 3 or a[0] != b[0]:
        return False
    return textual or a[1] == b[1] and abs(float(a[2]) - float(b[2])) <= 1e-9 * abs(float(a[2])) + 0.02


def median(runs, i):
    return statistics.median(r[i] for r in runs)


for title, files, names in CASES:
    runs = {n: [] for n in names}
    for _ in range(rounds):
        for n in names:
            runs[n].append(run(READERS[n] + files))
    size = sum(os.path.getsize(f) for f in files)
    said = runs["sanpin"][0][3]
    print(f"\n{title}: {size / 1e6:.1f} MB, {said.split()[0]} cells, medians of {rounds} rounds\n")
    print("| reader | wall s | CPU s | peak MB | wall / ours | |\n|---|---:|---:|---:|---:|---|")
    ours = median(runs["sanpin"], 0)
    for n in names:
        wall, cpu, mem = (median(runs[n], i) for i in range(3))
        other = runs[n][0][3]
        note = "" if agree(said, other, files[0].endswith("csv")) else f"read {other}, not {said}"
        if n == "sanpin" and files[0].endswith("csv"):
            note = f"{size / wall / 1e9:.2f} GB/s"
        print(f"| {n} | {wall:.3f} | {cpu:.2f} | {mem:.0f} | {wall / ours:.2f} | {note} |", flush=True)

print(f"\nWhat sanpin's readers cost at three sizes, medians of {rounds} rounds\n")
print("| file | cells | wall s | CPU s | peak MB | wall ns a cell | CPU ns a cell |\n|---|---:|---:|---:|---:|---:|---:|")
for ending, sizes in SIZES:
    runs = {s: [] for s in sizes}
    for _ in range(rounds):
        for s in sizes:
            runs[s].append(run(READERS["sanpin"] + [path(s, ending)]))
    for s in sizes:
        cells = int(runs[s][0][3].split()[0])
        wall, cpu, mem = (median(runs[s], i) for i in range(3))
        print(f"| {ending}, {int(s * scale):,} rows | {cells:,} | {wall:.3f} | {cpu:.2f} | {mem:.0f} | {wall / cells * 1e9:.0f} | {cpu / cells * 1e9:.0f} |", flush=True)

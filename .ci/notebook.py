"""Executes notebooks and compares what they print with what is committed.

usage: notebook.py [--write] FILE…

Pictures are only asked to be there: their bytes differ between versions of the
libraries below matplotlib. --write puts the outputs into the files, without
what differs from machine to machine.
"""

import difflib
import re
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

# What a committed notebook may not name: folders and machines.
PRIVATE = re.compile(r"/(?:root|home|Users|tmp|work|private|var)/|file://|https?://(?!\w*\.?example)[\w.]+:\d+")


def main(args):
    write = "--write" in args
    wrong = 0
    for name in (a for a in args if a != "--write"):
        committed = nbformat.read(name, as_version=4)
        fresh = nbformat.read(name, as_version=4)
        NotebookClient(fresh, timeout=300, kernel_name="python3", record_timing=False,
                       resources={"metadata": {"path": str(Path(name).parent)}}).execute()
        if write:
            clean(fresh)
            nbformat.write(fresh, name)
            committed = fresh
        wrong += report(name, list(problems(committed, fresh)))
    return 1 if wrong else 0


def clean(notebook):
    notebook.metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
                         "language_info": {"name": "python"}}
    for cell in notebook.cells:
        cell.metadata = {}


def problems(committed, fresh):
    """Says of each cell what is wrong with its committed outputs."""
    for number, (old, new) in enumerate(zip(committed.cells, fresh.cells), 1):
        if old.cell_type != "code":
            continue
        if old.execution_count is None:
            yield f"cell {number} was committed without being executed"
        was, now = shown(old), shown(new)
        if was != now:
            yield f"cell {number} prints something else now:\n" + "\n".join(difflib.unified_diff(was, now, "committed", "now", lineterm=""))
    if found := PRIVATE.search(nbformat.writes(committed)):
        yield f"it names a folder or a machine: {found.group()}"


def shown(cell):
    """Returns the lines that a cell prints; a picture is one line."""
    lines = []
    for output in cell.get("outputs", []):
        if output.output_type == "stream":
            lines += [f"{output.name}: {line}" for line in output.text.splitlines()]
        elif output.output_type == "error":
            lines.append(f"{output.ename}: {output.evalue}")
        elif "image/png" in output.data:
            lines.append("a picture")
        else:
            lines += output.data.get("text/plain", "").splitlines()
    return lines


def report(name, found):
    for problem in found:
        print(f"{name}: {problem}")
    if not found:
        print(f"{name}: as committed")
    return len(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

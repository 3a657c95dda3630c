"""Asks a sanpin server from a notebook; answers are data frames.

    import sanpin
    db = sanpin.demo()                     # a server of its own on the demo release
    db = sanpin.Client("http://…")         # or one that runs somewhere
    db.query("select * from mart.brand where brand = $b", b="海尔")
    db.cite("o0123456789abcdef")           # where a number stands
"""

import atexit
import json
import os
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

import pandas as pd

ROOT = Path(__file__).resolve().parent.parent


class Client:
    """What a notebook needs of the server at a URL."""

    def __init__(self, url):
        self.url = url.rstrip("/")

    def get(self, path, body=None):
        """Returns the JSON that a path answers; an error says what to do."""
        request = urllib.request.Request(self.url + path, headers={"Accept": "application/json"})
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            problem = json.load(error)
            words = [problem["detail"], problem.get("excerpt"), problem.get("hint")]
            raise RuntimeError("\n".join(filter(None, words))) from None

    def query(self, sql, **params):
        """Answers one SELECT; $name in it is the keyword argument of that name."""
        answer = self.get("/api/v1/query", {"sql": sql, "params": params})
        for notice in answer["notices"]:
            print(notice)
        return pd.DataFrame(answer["data"], columns=[c["name"] for c in answer["columns"]])

    def views(self, schema="mart"):
        """Lists the views of a schema with their meaning."""
        schemas = {s["name"]: s["views"] for s in self.get("/api/v1/catalog")["schemas"]}
        return pd.DataFrame([(f"{schema}.{v['name']}", v["comment"]) for v in schemas[schema]], columns=["view", "meaning"])

    def cite(self, *ids):
        """Says where the facts with these ids stand, one column each."""
        marks = ", ".join(f"$id{i}" for i in range(len(ids)))
        found = self.query(
            f"""SELECT id, file_name, part, cell, printed, printed_unit, row_heading, column_heading, publisher
                FROM mart.citation WHERE id IN ({marks})""",
            **{f"id{i}": id for i, id in enumerate(ids)},
        )
        return found.set_index("id").loc[list(ids)].T


def demo():
    """Starts a server on a fresh demo release; it ends with the notebook.

    SANPIN names a binary that is there already, SANPIN_URL a server.
    """
    if url := os.environ.get("SANPIN_URL"):
        return Client(url)
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    binary = os.environ.get("SANPIN") or _build(Path(folder.name) / "sanpin")
    data = str(Path(folder.name) / "data")
    _run([binary, "demo", "--data", data])
    address = f"127.0.0.1:{_free_port()}"
    server = subprocess.Popen([binary, "serve", "--data", data, "--listen", address], stderr=subprocess.DEVNULL)
    atexit.register(server.wait)
    atexit.register(server.terminate)  # the last one registered is the first to run
    client = Client(f"http://{address}")
    _wait(client, server)
    return client


def _build(binary):
    _run(["go", "build", "-o", str(binary), "./cmd/sanpin"])
    return str(binary)


def _run(command):
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
    if done.returncode:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}: {done.stderr}")


def _free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


def _wait(client, server, seconds=30):
    """Waits until the server is ready."""
    end = time.monotonic() + seconds
    while server.poll() is None and time.monotonic() < end:
        try:
            urllib.request.urlopen(client.url + "/readyz", timeout=5).close()
            return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"the server is not ready after {seconds} s; its exit code: {server.poll()}")


def chinese():
    """Lets matplotlib write Chinese, with the first font here that can."""
    from matplotlib import font_manager, rcParams

    here = set(font_manager.get_font_names())
    fonts = ["Noto Sans CJK SC", "Noto Sans CJK JP", "Source Han Sans SC", "WenQuanYi Micro Hei", "WenQuanYi Zen Hei",
             "Microsoft YaHei", "PingFang SC", "Heiti SC", "SimHei"]
    found = [f for f in fonts if f in here]
    if not found:
        raise RuntimeError("no font with Chinese characters: install fonts-noto-cjk, or one of " + ", ".join(fonts))
    rcParams["font.family"] = found[:1]
    rcParams["axes.unicode_minus"] = False

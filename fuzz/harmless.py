"""Outputs → whether anything in them is obeyed: by a terminal, a spreadsheet, a browser, a runner of workflows."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from html.parser import HTMLParser
from io import BytesIO
from urllib.parse import unquote
from xml.etree import ElementTree as ET

from fuzz.promise import holds

# Controls but for line ends and tabs, and what turns the direction of writing.
_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_NUMBER = re.compile(r"[+-]?\d+(?:,\d{3})*(?:\.\d+)?|[-+]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_COMMAND = re.compile(r"::(?:error|warning|notice) [^\n]*::[^\n]*")
_RUNS = frozenset({"link", "iframe", "object", "embed", "img", "base", "foreignobject", "video", "audio"})


def terminal(text: str) -> None:
    """Nothing that a terminal obeys."""
    found = _OBEYED.search(text)
    holds(found is None, f"no control reaches a terminal: {found and found[0]!r}")


def spreadsheet(text: str) -> None:
    """No cell of CSV that is a formula, and nothing that a terminal obeys."""
    terminal(text)
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            holds(not cell.startswith(_FORMULA) or _NUMBER.fullmatch(cell), f"no cell is a formula: {cell!r}")


def workbook(data: bytes) -> None:
    """XML that is whole, and no formula in it."""
    with zipfile.ZipFile(BytesIO(data)) as book:
        for part in book.namelist():
            root = ET.fromstring(book.read(part))
            holds(not any(element.tag.endswith("}f") for element in root.iter()), "no cell is a formula")
            for link in root.iter("{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"):
                holds(link.get("TargetMode") != "External", "no link leads out")


class _Page(HTMLParser):
    """The elements of a page."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


def page(text: str) -> None:
    """One script and one style, which the policy names; no element that fetches, no attribute that runs."""
    terminal(text)
    found = _Page(text).found
    tags = [tag for tag, _ in found]
    holds(tags.count("script") == 1 and tags.count("style") == 1, "one script and one style")
    for tag, attrs in found:
        if tag in ("input", "meta"):
            continue
        holds(tag not in _RUNS, f"no element fetches: {tag}")
        for name, value in attrs.items():
            holds(not name.startswith("on") and name not in ("src", "srcset", "style"), f"no attribute runs: {name}")
            holds(name not in ("href", "xlink:href", "action") or (value or "#").startswith("#"), "links stay inside")


def workflow(text: str) -> None:
    """Each line is one command of ours, and no word of a report ends one."""
    terminal(text)
    for line in text.splitlines():
        holds(_COMMAND.fullmatch(line), f"a command of ours: {line[:80]!r}")
        holds("\n" not in unquote(line), "no line end is hidden in it")


def junit(text: str) -> None:
    """XML that is whole."""
    terminal(text)
    ET.fromstring(text)

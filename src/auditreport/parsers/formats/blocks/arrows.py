"""Before-and-after tables that lost their cells: `[주요과제] <2024년> <2025년>`, then `label before ➠ after` → a table.

The line in front of an arrow holds the label and the first value; where the value begins is told by the words that the
second value begins with, too, else by its first figure. Lines without an arrow continue the row above.
"""

from __future__ import annotations

import re

from auditreport.parsers.formats.blocks.lines import Line
from auditreport.schemas import Anchor, Cell, Row, Table, Text

_HEADER = re.compile(r"^\[\s*(?P<stub>[^\]]+?)\s*\]\s*<\s*(?P<first>[^>]+?)\s*>\s*<\s*(?P<second>[^>]+?)\s*>\s*$")
_ARROW = re.compile(r"\s*[➠➡⇨⇒→➟]\s*")


def is_header(line: Line) -> bool:
    """Whether a line names the columns of a before-and-after table."""
    return _HEADER.match(line.value) is not None


def region(lines: list[Line], at: int, taken: list[bool]) -> tuple[int, Table | None]:
    """Read the table whose header is `lines[at]`; rows end at a line that is `taken` by a mark or heading.

    Returns:
        The index behind the table, and the table; `None` if no row follows.
    """
    stop = at + 1
    while stop < len(lines) and not taken[stop] and lines[stop].gap <= lines[at].gap + 1:
        stop += 1
    arrows = [i for i in range(at + 1, stop) if _ARROW.search(lines[i].value)]
    match = _HEADER.match(lines[at].value)
    if not arrows or match is None:
        return at, None
    header = _row(lines[at], [lines[at].text.slice(*match.span(name)) for name in ("stub", "first", "second")])
    rows = [row for i in range(at + 1, stop) if (row := _read(lines[i])) is not None]
    anchor = Anchor(start=lines[at].start, end=lines[stop - 1].end, line=lines[at].number, page=lines[at].page)
    return stop, Table(layout="flattened", header=(header,), rows=tuple(rows), anchor=anchor)


def _read(line: Line) -> Row | None:
    match = _ARROW.search(line.value)
    if match is None:
        cut = _middle(line.value)
        nothing = line.text.slice(0, 0)
        if cut is None:
            return _row(line, [nothing, line.text, nothing])
        return _row(line, [nothing, line.text.slice(0, cut).strip(), line.text.slice(cut, len(line.value)).strip()])
    after = line.text.slice(match.end(), len(line.value))
    cut = _label_end(line.value[: match.start()], after.value)
    return _row(line, [line.text.slice(0, cut).strip(), line.text.slice(cut, match.start()).strip(), after])


def _label_end(before: str, after: str) -> int:
    """Where the label in front of the first value ends."""
    for size in range(min(len(after), 20), 1, -1):
        at = before.rfind(after[:size])
        if at > 0 and before[at - 1] == " ":
            return at
    figure = re.search(r"(?<=\s)[(\[]?\d", before)
    if figure is not None:
        return figure.start()
    space = before.rfind(" ")
    return space + 1 if space > 0 else len(before)


def _middle(value: str) -> int | None:
    """Where the second of two values side by side begins: its first word repeats, or a bracket opens anew."""
    first = value.split(maxsplit=1)[0]
    again = value.find(f" {first}", len(first))
    if again > 0:
        return again + 1
    groups = [match.start() for match in re.finditer(r"(?<![^\s])\(", value)]
    if len(groups) == 2:
        return groups[1]
    return None


def _row(line: Line, cells: list[Text]) -> Row:
    return Row(cells=tuple(Cell(text=cell, column=i) for i, cell in enumerate(cells)), line=line.number)

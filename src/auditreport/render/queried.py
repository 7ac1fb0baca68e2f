"""Rows of an answer (질의 결과) → a table for the terminal, CSV or JSON, which obey nothing that stands in a report."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from itertools import chain, count, islice
from math import isfinite
from typing import Any

from auditreport.printable import guarded, json_safe, printable

# Rows that tell how wide the columns of a table are; those behind them are cut to that.
_TELLING = 500
_WIDEST = 48
_CUT = "…"
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?(?:e[+-]?[0-9]+)?")

Rows = Iterator[tuple[Any, ...]]


def table(columns: Sequence[str], rows: Rows) -> Iterator[str]:
    """Lines of aligned columns, numbers to the right; long cells are cut."""
    if not columns:
        return
    first = [list(map(_cell, row)) for row in islice(rows, _TELLING)]
    titles = list(map(printable, columns))
    widths = [max(map(_width, cells)) for cells in zip(titles, *first, strict=True)]
    widths = [min(width, _WIDEST) for width in widths]
    numeric = [bool(first) and all(_is_number(row[i]) for row in first) for i in range(len(columns))]
    yield _line(titles, widths, numeric)
    yield _line(["─" * width for width in widths], widths, numeric)
    for row in chain(first, (list(map(_cell, row)) for row in rows)):
        yield _line(row, widths, numeric)


def csv_lines(columns: Sequence[str], rows: Rows) -> Iterator[str]:
    """A header line and one line a row; no cell can pass for a formula."""
    for row in chain([tuple(columns)], rows):
        out = io.StringIO()
        csv.writer(out, lineterminator="\n").writerow([guarded(_text(value)) for value in row])
        yield out.getvalue()


def json_lines(columns: Sequence[str], rows: Rows) -> Iterator[str]:
    """One JSON list of objects, an object a line; decimal numbers are text, so that no digit is lost.

    Columns of the same name are numbered: an object would keep the last of them only.
    """
    names = _numbered(columns)
    glue = "["
    for row in rows:
        yield glue + json_safe(_json(dict(zip(names, row, strict=True))))
        glue = ",\n"
    yield "[]\n" if glue == "[" else "]\n"


def _numbered(names: Sequence[str]) -> list[str]:
    """The names, each once.

    >>> _numbered(["title", "title_2", "title"])
    ['title', 'title_2', 'title_3']
    """
    found: list[str] = []
    for name in names:
        further = (f"{name}_{number}" for number in count(2))
        found.append(name if name not in found else next(one for one in further if one not in (*found, *names)))
    return found


def _json(value: Any) -> str:
    return json.dumps(_plain(value), ensure_ascii=False)


def _plain(value: Any) -> Any:
    """A value as JSON has it; a number that is none or without end, and all that JSON has no form for, are text."""
    match value:
        case None | str() | int():
            return value
        case float():
            return value if isfinite(value) else str(value)
        case dict():
            return {_text(key): _plain(one) for key, one in value.items()}
        case list() | tuple():
            return [_plain(one) for one in value]
        case _:
            return _text(value)


def _text(value: Any) -> str:
    """A value as text; null is empty."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "true" if value else "false"
        case Decimal():
            text = format(value, "f")
            return text.rstrip("0").rstrip(".") if "." in text else text
        case bytes():
            return value.hex()
        case datetime():
            return value.isoformat(sep=" ")
        case date() | time():
            return value.isoformat()
        case list() | tuple() | dict():
            return _json(value)
        case _:
            return str(value)


def _cell(value: Any) -> str:
    return printable(_text(value))


def _is_number(cell: str) -> bool:
    return not cell or bool(_NUMBER.fullmatch(cell))


def _line(cells: Sequence[str], widths: Sequence[int], numeric: Sequence[bool]) -> str:
    parts = [_fitted(*found) for found in zip(cells, widths, numeric, strict=True)]
    return f"{'  '.join(parts).rstrip()}\n"


def _fitted(cell: str, width: int, to_right: bool) -> str:
    if _width(cell) > width:
        while _width(cell) >= width:
            cell = cell[:-1]
        cell += _CUT
    gap = " " * (width - _width(cell))
    return gap + cell if to_right else cell + gap


def _width(text: str) -> int:
    """How many columns a terminal gives the text: Korean characters take two, marks that join none."""
    return sum(
        2 if unicodedata.east_asian_width(char) in "WF" else 0 if unicodedata.combining(char) else 1 for char in text
    )

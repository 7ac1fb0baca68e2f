"""Rows of figures whose empty cells vanished → the places that each figure may stand in.

Order is kept; a place is certain only where nothing else is possible. What the search for column equations over a
whole table adds is told apart by `inferred`.
"""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import NamedTuple

from auditreport import vocab

_SIGNS = str.maketrans({"△": "-", "▲": "-", "▽": "-", "▼": "-", "−": "-", ",": "", " ": ""})


class Placing(NamedTuple):
    """For each row and figure the columns it may stand in; `lost` where some figure has more than one."""

    places: tuple[tuple[tuple[int, ...], ...], ...]
    inferred: bool
    lost: bool


def place(rows: list[list[str]], labels: list[str], titles: list[str]) -> Placing:
    """Place the figures of each row under `titles`.

    Args:
        rows: figures of each row as printed, in order.
        labels: innermost label of each row.
        titles: titles of the columns from left to right.

    Returns:
        Places by row and figure. A row as long as the header stands as it is; a shorter one keeps its order: its
        figure number i may stand in the columns i to i + (columns − figures), unless a difference of two full rows
        (과부족 = 현원 − 정원) or a total in front that is the sum of the row leaves one place only.
    """
    width = len(titles)
    out: list[tuple[tuple[int, ...], ...]] = []
    lost = inferred = False
    for row, label in zip(rows, labels, strict=True):
        if len(row) == width:
            out.append(tuple((i,) for i in range(width)))
            inferred = True
            continue
        places = _by_difference(row, label, rows, labels, width)
        if places is None and len(row) == width - 1 and vocab.squash(titles[-1]) in vocab.columns().text:
            places = tuple((i,) for i in range(len(row)))
        if places is None:
            places = _by_order(row, titles)
            lost = True
        out.append(places)
    return Placing(tuple(out), inferred, lost)


def _by_order(row: list[str], titles: list[str]) -> tuple[tuple[int, ...], ...]:
    width, size = len(titles), len(row)
    if size > width:
        return tuple(tuple(range(width)) for _ in row)
    spare = width - size
    folded = [vocab.squash(title) for title in titles]
    numbers = [number(text) for text in row]
    if folded[0] in vocab.columns().totals and all(n is not None for n in numbers):
        rest = [n for n in numbers[1:] if n is not None]
        if rest and numbers[0] == sum(rest):
            return ((0,), *(tuple(range(i, i + spare + 1)) for i in range(1, size)))
    return tuple(tuple(range(i, i + spare + 1)) for i in range(size))


def _by_difference(
    row: list[str], label: str, rows: list[list[str]], labels: list[str], width: int
) -> tuple[tuple[int, ...], ...] | None:
    """Places of a row of differences (과부족) from two full rows, if only one placing makes the difference true."""
    columns = vocab.columns()
    if columns.staffing(label) != "staffing.gap":
        return None
    quota = _full(rows, labels, "staffing.quota", width)
    headcount = _full(rows, labels, "staffing.headcount", width)
    if quota is None or headcount is None:
        return None
    expected = [h - q for q, h in zip(quota, headcount, strict=True)]
    stated = [number(text) for text in row]
    if any(value is None for value in stated):
        return None
    found = _matches([v for v in stated if v is not None], expected)
    return tuple((i,) for i in found[0]) if len(found) == 1 else None


def _matches(stated: list[Decimal], expected: list[Decimal]) -> list[tuple[int, ...]]:
    """The ways to place `stated` in order on `expected` so that figures agree and the rest is zero; two at most."""
    out: list[tuple[int, ...]] = []

    def walk(at: int, column: int, chosen: tuple[int, ...]) -> None:
        if len(out) > 1:
            return
        if at == len(stated):
            if all(value == 0 for value in expected[column:]):
                out.append(chosen)
            return
        for i in range(column, len(expected)):
            if expected[i] == stated[at]:
                walk(at + 1, i + 1, (*chosen, i))
            if expected[i] != 0:
                return

    walk(0, 0, ())
    return out


def _full(rows: list[list[str]], labels: list[str], concept: str, width: int) -> list[Decimal] | None:
    for row, label in zip(rows, labels, strict=True):
        if vocab.columns().staffing(label) == concept and len(row) == width:
            numbers = [number(text) for text in row]
            if all(value is not None for value in numbers):
                return [value for value in numbers if value is not None]
    return None


def number(text: str) -> Decimal | None:
    """The number that a cell prints, without unit; a dash is zero.

    >>> number("△1,052")
    Decimal('-1052')
    """
    text = re.sub(r"\([^)]*\)$", "", text.strip()).strip()
    if text in vocab.marks().dash:
        return Decimal(0)
    match = re.match(r"[△▲▽▼−\-]?\s?\d[\d,]*(?:\.\d+)?", text)
    if not match:
        return None
    try:
        return Decimal(match.group().translate(_SIGNS))
    except InvalidOperation:
        return None

"""A cell of a table → the figures in it, with their units and what tells them apart."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from auditreport import vocab
from auditreport.parsers.phrases import read_line
from auditreport.parsers.values import Found, find_figures
from auditreport.schemas import Text

_FUND = re.compile(r"^[\s(,\[/+]*([가-힣]{1,5})\s*(?:100\s?%)?[\s)\]:]*$")
_PAIR = re.compile(r"^\s*(\d[\d,]*)\s*(?:\(\s*(\d[\d,]*)\s*\)|/\s*(\d[\d,]*))\s*$")
_NUMBER = re.compile(r"^[(\[]?\s*(?P<raw>[△▲▽▼−\-+]?\s?\d[\d,]*(?:\.\d+)?)")


class CellFigure(NamedTuple):
    """A figure of a cell: its place in the cell's text, number, unit, and the part (`of`) or fund it is stated for."""

    start: int
    end: int
    number: Decimal
    unit: str | None
    decimals: int
    of: str | None = None
    fund: str | None = None
    labels: tuple[str, ...] = ()
    qualifiers: tuple[str, ...] = ()


def read_pair(text: Text) -> tuple[CellFigure, CellFigure] | None:
    """The two figures of a cell `22(24)` or `5/5`; both have the whole cell as their place."""
    match = _PAIR.match(text.value)
    if match is None:
        return None
    start = len(text.value) - len(text.value.lstrip())
    end = len(text.value.rstrip())
    first, second = match.group(1), match.group(2) or match.group(3)
    return (
        CellFigure(start, end, Decimal(first.replace(",", "")), None, 0),
        CellFigure(start, end, Decimal(second.replace(",", "")), None, 0),
    )


def read_cell(text: Text, unit: str | None, parts: tuple[str, ...] = ()) -> list[CellFigure]:
    """All figures of a cell.

    Args:
        text: the cell.
        unit: what a bare numeral counts, by column or caption.
        parts: names of the figures of a cell `26 / 68`, where the column's title tells them.
    """
    value = text.value
    if value.strip() in vocab.marks().dash:
        at = len(value) - len(value.lstrip())
        return [CellFigure(at, at + 1, Decimal(0), unit, 0)]
    found = find_figures(value)
    if not found:
        return []
    first = found[0]
    if value[: first.start].strip("([ "):
        return [
            CellFigure(
                s.found.start,
                s.found.end,
                s.found.number,
                s.unit,
                s.found.decimals,
                s.of,
                None,
                s.labels,
                s.found.qualifiers,
            )
            for s in read_line(value).stated
        ]
    out: list[CellFigure] = []
    for i, figure in enumerate(found):
        own = figure.unit if figure.unit is not None else (found[0].unit or unit if i else unit)
        words = _words_before(value, found, i)
        fund = _fund(words)
        of = parts[i] if len(parts) == len(found) > 1 else None
        if i and of is None and fund is None and words and not re.fullmatch(r"[\s/(,~·]+", words):
            of = words.strip(" (/,:·") or None
        if i and figure.unit is None and fund is None and of is None and not _slashed(value, found, i):
            continue
        if words and figure.unit == "%" and fund is not None:
            continue
        out.append(
            CellFigure(
                figure.start,
                figure.end,
                figure.number,
                own,
                figure.decimals,
                of,
                fund if i else None,
                (),
                figure.qualifiers,
            )
        )
    if len(out) == 1:
        fund = _fund(value[found[0].after :])
        out = [
            CellFigure(f.start, f.end, f.number, f.unit, f.decimals, f.of, fund, f.labels, f.qualifiers) for f in out
        ]
    elif len(out) == 2 and out[1].fund is None and out[1].of is None and out[1].unit not in (None, out[0].unit):
        second = out[1]
        name = vocab.units().name_of(second.unit or "")
        out[1] = CellFigure(
            second.start,
            second.end,
            second.number,
            second.unit,
            second.decimals,
            name,
            None,
            (),
            second.qualifiers,
        )
    return out


def _slashed(value: str, found: list[Found], i: int) -> bool:
    return "/" in value[found[i - 1].after : found[i].start]


def _words_before(value: str, found: list[Found], i: int) -> str:
    return value[found[i - 1].after if i else 0 : found[i].start]


def _fund(words: str) -> str | None:
    """The source of funds that words in front of or behind a figure name: (구비100%), 시 9,300."""
    match = _FUND.match(words)
    return vocab.columns().fund.get(match.group(1)) if match else None


def _is_multiplied(value: str, figure: Found) -> bool:
    """Whether a figure is worth more than its numeral says: 262억."""
    return abs(figure.number) != Decimal(re.sub(r"[^\d.]", "", value[figure.start : figure.end]) or 0)


def read_money(text: Text) -> tuple[list[CellFigure], str | None]:
    """An amount in running text with its sources: `22,914천원 (시비 9,300, 구비 13,614)`, `47,258천원 - 구비 100%`.

    Returns:
        The total first, then one figure for each source with an amount; and the one source that carries all of it.
    """
    value = text.value
    found = find_figures(value)
    total = next((f for f in found if f.unit in vocab.units().money), None)
    if total is None:
        return [], None
    out = [
        CellFigure(total.start, total.end, total.number, total.unit, total.decimals, None, None, (), total.qualifiers)
    ]
    only = None
    for match in re.finditer(r"([가-힣]{1,8})\s*:?\s*(?=[\d(),\s]|$)", value[total.after :]):
        fund = vocab.columns().fund.get(match.group(1))
        at = total.after + match.end()
        figure = next((f for f in found if f.start == at), None)
        if fund is None:
            # 262억5): a note behind an amount leaves its unit open, and is no amount itself.
            is_torn = match.group(1) in vocab.units().multipliers or (
                figure is not None and figure.unit is None and _is_multiplied(value, figure)
            )
            is_part = figure is not None and figure.unit in (None, *vocab.units().money)
            if figure is not None and is_part and not is_torn and "(" in value[total.after : at]:
                out.append(
                    CellFigure(
                        figure.start,
                        figure.end,
                        figure.number,
                        figure.unit or total.unit,
                        figure.decimals,
                        match.group(1),
                    )
                )
            continue
        if figure is None or figure.unit == "%":
            only = fund if only is None else only
            continue
        unit = figure.unit if figure.unit is not None else total.unit
        out.append(
            CellFigure(
                figure.start,
                figure.end,
                figure.number,
                unit,
                figure.decimals,
                None,
                fund,
                (),
                figure.qualifiers,
            )
        )
    return out, only if len(out) == 1 else None

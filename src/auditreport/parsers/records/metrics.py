"""Bullets and sentences (추진실적, 기사) → metrics, each under the labels of the bullets above it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from auditreport import vocab
from auditreport.parsers.labels import is_date
from auditreport.parsers.phrases import BREAKS, read_line
from auditreport.parsers.records.context import Context
from auditreport.parsers.records.dates import full_year, label_years, year_in
from auditreport.parsers.stated import Line
from auditreport.parsers.values import Found
from auditreport.schemas import Bullet, Figure, Issue, Period, Text

_CROWDED = 3


@dataclass(slots=True)
class _Level:
    depth: int
    label: str | None
    head: Found | None
    year: int | None


class Metrics:
    """Reads the bullets of one scope in order."""

    def __init__(self, context: Context) -> None:
        """Start with no bullet open."""
        self.context = context
        self.open: list[_Level] = []

    def bullet(self, block: Bullet) -> list[Figure]:
        """Figures of a bullet, under the labels of the open bullets above it."""
        while self.open and self.open[-1].depth >= block.depth:
            self.open.pop()
        above = (
            next((level.head for level in reversed(self.open) if level.head is not None), None) if self.open else None
        )
        inherited = self.open[-1].head if self.open else None
        line = read_line(block.text.value, inherited or above)
        basis = _basis_year(block.text.value)
        years = label_years(block.text.value)
        only = years[0] if len(years) == 1 else None
        year = (
            only
            or _own_year(block.text.value, self.context.report_year)
            or basis
            or _dated(block.text.value)
            or next((level.year for level in reversed(self.open) if level.year), None)
        )
        path = tuple(level.label for level in self.open if level.label)
        figures = (
            [] if self._unread(block.text, line, block.mark) else self._figures(block.text, line, path, year, years)
        )
        label_year = only or _own_year(line.label or "", self.context.report_year) or basis
        self.open.append(_Level(block.depth, line.label, line.head, label_year))
        return figures

    def text(self, text: Text, prose: bool = False) -> list[Figure]:
        """Figures of a paragraph or of what stands behind a heading."""
        line = read_line(text.value, None, prose)
        if not prose and self._unread(text, line, ""):
            return []
        years = () if prose else label_years(text.value)
        year = None if prose else _own_year(text.value, self.context.report_year)
        return self._figures(text, line, (), years[0] if len(years) == 1 else year, years)

    def _unread(self, text: Text, line: Line, mark: str) -> bool:
        """Whether a line is left unread, which is an issue: figures that no label tells apart would be guessed at."""
        if not _crowded(line, mark):
            if line.left_out:
                message = "A number of this line has no unit and is no part of a stated whole; it is not read."
                self._note("number-unread", message, text, "info")
            return False
        self._note("row-unread", "This line states figures without labels, as a row of a lost table does.", text)
        return True

    def _note(self, code: str, message: str, text: Text, severity: Literal["info", "warning"] = "warning") -> None:
        anchor = self.context.places.anchor(*text.span(0, len(text)))
        self.context.issues.append(Issue(code=code, severity=severity, message=message, anchor=anchor))

    def _part(self, of: str, unit: str | None) -> str:
        """The part of a whole; a source of funds by its full name."""
        return vocab.columns().fund.get(of, of) if unit in vocab.units().money else of

    def _figures(
        self, text: Text, line: Line, path: tuple[str, ...], year: int | None, years: tuple[int, ...] = ()
    ) -> list[Figure]:
        """The figures of a line; `years` are those that its label names, in the order of the figures if one each."""
        out = []
        usual = year or self.context.year
        named: int | None = None
        if any(stated.is_doubtful for stated in line.stated):
            message = "A part is greater than its whole here: digits of a note may have run into it."
            self._note("part-exceeds-whole", message, text)
        for k, stated in enumerate(line.stated):
            if len(years) > 1:
                usual = years[k] if len(years) == len(line.stated) else None
            named = _words_year(stated.words) or (named if k and _is_joined(text.value, line, k) else None)
            dims = {"of": self._part(stated.of, stated.unit)} if stated.of else {}
            if stated.found.qualifiers:
                dims["qualifier"] = ",".join(stated.found.qualifiers)
            labels = tuple(label for label in stated.labels if label)
            item = (*path, *labels) or ((line.label,) if line.label else ())
            if path and not labels and not stated.of and line.is_named and line.label and line.label != path[-1]:
                item = (*path, line.label)
            out.append(
                Figure(
                    kind="metric",
                    concept="metric",
                    item=item,
                    quantity=self.context.places.quantity(text, stated.found, stated.unit),
                    dims=dims,
                    status="ambiguous" if stated.is_doubtful else "stated",
                    candidates=(dims,) if stated.is_doubtful else (),
                    period=Period(year=named or _aside_year(stated.aside) or usual),
                )
            )
        return out


def _is_joined(value: str, line: Line, k: int) -> bool:
    """Whether only words stand between a figure and the one before it, so that the year of that one holds on."""
    between = value[line.stated[k - 1].found.after : line.stated[k].found.start]
    if any(word in between for word in vocab.words().relative):
        return False
    return not any(sign in between for sign in BREAKS)


def _crowded(line: Line, mark: str) -> bool:
    """Whether an unmarked line is a row of a table that was not recognised: many figures, none with a label."""
    if mark or (line.label and ":" in line.label):
        return False
    bare = sum(1 for stated in line.stated if not stated.labels and stated.of is None)
    return bare >= _CROWDED


def _own_year(text: str, latest: int | None) -> int | None:
    """The year that a label opens with or a bracket names, if no later one (2022년 자체감사 실시, ‘22년 기준)."""
    for match in vocab.pattern("label_year").finditer(text):
        year = year_in(match.group())
        if year is not None and (latest is None or year <= latest + 1):
            return year
    return None


def _dated(text: str) -> int | None:
    """The year of a line that says when something was done, with a colon behind the date: ’24. 9. : 3개사 선정."""
    date, colon, _ = text.partition(":")
    match = vocab.pattern("aside_year").match(date) if colon and is_date(date) else None
    return full_year(match["year"]) if match is not None else None


def _basis_year(text: str) -> int | None:
    """The year of a basis in brackets: (‘22년 기준), (22년 12월말 기준)."""
    match = vocab.pattern("year_basis").search(text)
    if match is None:
        return None
    digits = re.search(r"\d{2,4}", match.group())
    return full_year(digits.group()) if digits else None


def _words_year(words: str) -> int | None:
    """The year that stands alone in front of a figure: (’18년)43.7%, ’24년 10월부터 7%."""
    close = vocab.pattern("year_bracket").search(words)
    if close is not None:
        return full_year(close["year"])
    bare = words.strip(" ()[]*·,:→~⇒▸")
    return year_in(bare) if vocab.pattern("year_word").fullmatch(bare) or is_date(bare) else None


def _aside_year(aside: str) -> int | None:
    """The year that a bracket behind a figure opens with, unless it is compared with: 93.5%(’24. 성과)."""
    match = vocab.pattern("aside_year").match(aside)
    if match is None or any(word in aside for word in vocab.words().relative):
        return None
    return full_year(match["year"])

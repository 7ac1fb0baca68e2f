"""A part of the grid (비교표) → a table of figures as wide as the terminal, with its remarks below."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from rich.cells import cell_len

from auditreport.printable import printable
from auditreport.render.compared.figures import (
    AS_IS,
    Scale,
    digits,
    is_rounded,
    make_scales,
    remarks,
    signs,
    unit_word,
)
from auditreport.render.compared.grid import Column, Grid, Row
from auditreport.render.compared.indicators import Indicators, in_language, indicator_name
from auditreport.render.compared.lines import Lines
from auditreport.render.compared.words import MARKS, UNTOLD, phase_word
from auditreport.render.messages import N_
from auditreport.render.summary.page import fold
from auditreport.schemas.comparison import ComparedCell, Comparison

_NONE = "–"
_GAP = 2
_TITLE_WIDTH = 16
ROUNDED = N_("some are rounded here; CSV, JSON and the workbook have all digits")


class Blocks:
    """Prints parts of a grid, and keeps what marks they used."""

    def __init__(self, lines: Lines, comparison: Comparison, indicators: Indicators) -> None:
        self._lines = lines
        self._indicators = indicators
        self._scales = make_scales((*comparison.cells, *comparison.programme_cells))
        # Indicators some of whose figures tell their phase, so that it matters that others do not.
        self._phased = {cell.indicator for cell in comparison.cells if cell.phase is not None}
        self._marks: set[str] = set()
        self._rounds = False

    def table(self, grid: Grid, title: Callable[[Column], str]) -> None:
        """The rows and columns of a part; where they are wider than the terminal, several tables."""
        notes: dict[str, int] = {}
        places = [(row, column) for row in grid.rows for column in grid.columns if grid.at(row, column)]
        texts = {place: self._place(grid.cells[place], place[0], notes) for place in places}
        titles = {column: _folded(title(column)) for column in grid.columns}
        label_width = min(max((cell_len(self._label(row)) for row in grid.rows), default=0), self._lines.width * 2 // 5)
        for columns in self._chunks(grid, texts, titles, self._lines.width - label_width):
            part = grid.part(columns)
            self._lines.rows(
                [
                    [fold(self._label(row), label_width), *(texts.get((row, column), _NONE) for column in columns)]
                    for row in part.rows
                ],
                ["left", *("right" for _ in columns)],
                ["", *(titles[column] for column in columns)],
            )
        for text, number in notes.items():
            self._lines.listed(f"[{number}]", text, "dim")

    def legend(self) -> None:
        """Explain the marks that were used."""
        if not self._marks:
            return
        say = self._lines.say
        self._lines.heading(say(N_("Marks")))
        for name, (mark, words) in MARKS.items():
            if mark in self._marks:
                rounded = f"; {say(ROUNDED)}" if name == "computed" and self._rounds else ""
                self._lines.listed(mark, f"{say(words)}{rounded}", "dim")

    # -- cells ----------------------------------------------------------------------------------------------------

    def _place(self, cells: Sequence[ComparedCell], row: Row, notes: dict[str, int]) -> str:
        """The figures of one place, one below the other, with their marks and the numbers of their remarks."""
        return "\n".join(dict.fromkeys(self._figure(cell, row, notes) for cell in cells))

    def _figure(self, cell: ComparedCell, row: Row, notes: dict[str, int]) -> str:
        scale = self._scale(row)
        marks = signs(cell)
        self._marks.update(marks)
        self._rounds = self._rounds or is_rounded(cell, scale)
        said = remarks(cell, row, scale, self._lines.say, self._lines.lang)
        numbers = "".join(f"[{notes.setdefault(text, len(notes) + 1)}]" for text in said)
        return " ".join(word for word in (f"{digits(cell, scale)}{marks}", numbers) if word)

    def _scale(self, row: Row) -> Scale:
        return self._scales.get((row.indicator, row.unit), AS_IS)

    def _label(self, row: Row) -> str:
        """Name, phase and unit of a row."""
        say, lang = self._lines.say, self._lines.lang
        words = [in_language(indicator_name(self._indicators, row.indicator), lang)]
        if row.programme is not None:
            words.insert(0, printable(row.programme))
        if row.phase is not None:
            words.append(" ".join(word for word in (phase_word(row.phase, lang), row.day) if word))
        elif row.indicator in self._phased:
            words.append(say(UNTOLD))
        if row.unit != "%":
            words.append(unit_word(row.unit, self._scale(row), say, lang))
        return " · ".join(word for word in words if word)

    def _chunks(
        self, grid: Grid, texts: dict[tuple[Row, Column], str], titles: dict[Column, str], width: int
    ) -> Iterator[list[Column]]:
        """Columns that fit beside the labels, as many as fit at a time."""
        chunk: list[Column] = []
        used = 0
        for column in grid.columns:
            shown = (titles[column], *(texts.get((row, column), "") for row in grid.rows))
            wide = max(cell_len(line) for text in shown for line in text.split("\n")) + _GAP
            if chunk and used + wide > width:
                yield chunk
                chunk, used = [], 0
            chunk.append(column)
            used += wide
        if chunk:
            yield chunk


def _folded(title: str) -> str:
    return "\n".join(fold(line, _TITLE_WIDTH) for line in title.split("\n"))

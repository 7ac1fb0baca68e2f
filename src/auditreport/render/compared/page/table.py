"""The grid of a comparison (비교표) → the rows, figures and remarks that the page shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from auditreport.render.compared.figures import Scale, digits, is_rounded, remarks, unit_word
from auditreport.render.compared.grid import Column, Grid, Place, Row
from auditreport.render.compared.indicators import Indicators, function_name, indicator_name
from auditreport.render.compared.page.both import Both, both, joined, said, worded
from auditreport.render.compared.words import DISTRICT_UNTOLD, MARKS, UNTOLD, YEAR_UNTOLD, marks_of, phase_word
from auditreport.render.messages import LANGUAGES, translator
from auditreport.schemas.comparison import ComparedCell, Phase


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """A figure as the page shows it.

    Attributes:
        number: counts the figures of the page, from 1.
        sources: numbers of the sources it rests on.
        reference: what stands for its source on paper: the number of one, or of how it is computed.
        target: the part of the page that it leads to: its source, or where it is explained how it is computed.
        notes: numbers of its remarks.
    """

    number: int
    cell: ComparedCell
    text: str
    marks: tuple[tuple[str, Both], ...]
    sources: tuple[int, ...]
    target: str
    reference: str
    notes: tuple[int, ...]
    as_of: str | None


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the table; `places` has the figures of each column."""

    row: Row
    name: Both
    detail: Both
    places: tuple[tuple[ShownFigure, ...], ...]
    search: str


@dataclass(slots=True)
class PageTable:
    """All that the page shows of the grid."""

    columns: tuple[Column, ...]
    rows: list[ShownRow] = field(default_factory=list)
    notes: list[Both] = field(default_factory=list)
    marks: dict[str, Both] = field(default_factory=dict)
    computed: list[tuple[ShownFigure, ShownRow, Column]] = field(default_factory=list)
    is_rounded: bool = False
    count: int = 0
    formulas: int = 0

    def groups(self) -> list[tuple[Place, int]]:
        """The departments with the number of their columns, in the order of the columns."""
        places = [column.place for column in self.columns]
        return [(place, places.count(place)) for place in dict.fromkeys(places)]


class TableMaker:
    """Makes a table of the page."""

    def __init__(
        self,
        grid: Grid,
        indicators: Indicators,
        scales: dict[tuple[str, str], Scale],
        numbers: dict[str, int],
        searched: dict[str, str],
        before: PageTable | None = None,
    ) -> None:
        """Make a table that goes on where the one `before` it ended.

        `numbers` are those of the sources, `searched` the words of each that a search looks into.
        """
        self._grid, self._indicators, self._scales = grid, indicators, scales
        self._numbers, self._searched = numbers, searched
        self._table = PageTable(grid.columns)
        if before is not None:
            self._table = replace(before, columns=grid.columns, rows=[])

    def make(self) -> PageTable:
        """The table."""
        for row in self._grid.rows:
            cells = [cell for column in self._grid.columns for cell in self._grid.at(row, column)]
            places = tuple(self._place(row, column) for column in self._grid.columns)
            shown = ShownRow(row, self.name(row), self.detail(row), places, self._search(row, cells))
            self._table.rows.append(shown)
            for column, figures in zip(self._grid.columns, places, strict=True):
                self._table.computed += [(one, shown, column) for one in figures if one.target.startswith("c")]
        return self._table

    # -- labels ---------------------------------------------------------------------------------------------------

    def name(self, row: Row) -> Both:
        """The indicator of a row."""
        return worded(indicator_name(self._indicators, row.indicator))

    def detail(self, row: Row) -> Both:
        """Phase and unit of a row."""
        return joined((self.phase(row), self.unit(row)))

    def phase(self, row: Row) -> Both:
        """The phase of a row, with the day up to which it counts."""
        if row.phase is not None:
            return joined((phase_name(row.phase), row.day or ""), " ")
        others = any(other.phase is not None for other in self._grid.rows if other.indicator == row.indicator)
        return said(UNTOLD) if others else Both("", "")

    def unit(self, row: Row) -> Both:
        """What a row counts in."""
        scale = self._scales[row.indicator, row.unit]
        return both(lambda translate, lang: unit_word(row.unit, scale, translate, lang))

    # -- figures --------------------------------------------------------------------------------------------------

    def _place(self, row: Row, column: Column) -> tuple[ShownFigure, ...]:
        return tuple(self._figure(cell, row) for cell in self._grid.at(row, column))

    def _figure(self, cell: ComparedCell, row: Row) -> ShownFigure:
        table, scale = self._table, self._scales[row.indicator, row.unit]
        table.count += 1
        table.is_rounded = table.is_rounded or is_rounded(cell, scale)
        marks = tuple((MARKS[mark][0], said(MARKS[mark][1])) for mark in marks_of(cell))
        table.marks.update(marks)
        sources = tuple(dict.fromkeys(self._numbers[fact] for fact in cell.facts if fact in self._numbers))
        is_computed = cell.status == "computed" or len(sources) != 1
        table.formulas += is_computed
        target = f"c{table.count}" if is_computed else f"s{sources[0]}"
        reference = f"C{table.formulas}" if is_computed else f"{sources[0]}"
        return ShownFigure(
            table.count,
            cell,
            digits(cell, scale),
            marks,
            sources,
            target,
            reference,
            self._notes(cell, row, scale),
            cell.as_of if row.day is None else None,
        )

    def _notes(self, cell: ComparedCell, row: Row, scale: Scale) -> tuple[int, ...]:
        """Numbers of the remarks; the date stands beside the figure itself."""
        undated = cell.model_copy(update={"as_of": None})
        pairs = zip(*both_lists(undated, row, scale), strict=True)
        numbers = []
        for note in (Both(*pair) for pair in pairs):
            if note not in self._table.notes:
                self._table.notes.append(note)
            numbers.append(self._table.notes.index(note) + 1)
        return tuple(numbers)

    def _search(self, row: Row, cells: Sequence[ComparedCell]) -> str:
        """What a search of the reader's finds a row by."""
        known = self._indicators.get(row.indicator)
        words = [*self.name(row), *((known.definition.ko, known.definition.en) if known is not None else ())]
        words += [*(word for cell in cells for word in (cell.programme, cell.label))]
        words += [self._searched.get(fact) for cell in cells for fact in cell.facts]
        return " ".join(dict.fromkeys(word for word in words if word)).casefold()


def both_lists(cell: ComparedCell, row: Row, scale: Scale) -> tuple[list[str], list[str]]:
    """The remarks on a figure in Korean and in English."""
    ko, en = (remarks(cell, row, scale, translator(lang), lang) for lang in LANGUAGES)
    return ko, en


def department(place: Place) -> Both:
    """A department with its district."""
    return Both(place.name, place.name) if place.name else said(DISTRICT_UNTOLD)


def does(function: str | None) -> Both | None:
    """What a department does, if it is known."""
    return worded(function_name(function)) if function else None


def phase_name(phase: Phase | None) -> Both:
    """A phase in words."""
    return both(lambda translate, lang: phase_word(phase, lang))


def year_name(year: int | None) -> Both:
    """A year, or that none is told."""
    return Both(str(year), str(year)) if year is not None else said(YEAR_UNTOLD)

"""Cells of a comparison → rows of figures that may be compared, and a column for each department and year (비교표)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from auditreport.render.compared.indicators import Indicators
from auditreport.render.compared.words import PHASES
from auditreport.schemas.comparison import ComparedCell, Comparison, Phase

_PHASES: tuple[Phase | None, ...] = (*PHASES, None)


class Place(NamedTuple):
    """A department of a district."""

    district: str | None
    department: str | None

    @property
    def name(self) -> str:
        """Both names, as far as they are known."""
        return " ".join(word for word in self if word)


class Column(NamedTuple):
    """A department in a year."""

    place: Place
    year: int | None


class Row(NamedTuple):
    """What figures share that may stand in one row: all else but the department and the year.

    Attributes:
        indicator: its id.
        unit: the base unit.
        phase: what must not be mixed.
        day: month and day of the reference date, `10-31`, of figures up to a date.
        of_programme: whether the figures are those of programmes, and not of the department as a whole.
        programme: which one, where a department has the figure for several programmes.
    """

    indicator: str
    unit: str
    phase: Phase | None
    day: str | None
    of_programme: bool
    programme: str | None


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows and columns in the order in which they are shown; a place may hold several figures, or none."""

    rows: tuple[Row, ...]
    columns: tuple[Column, ...]
    cells: dict[tuple[Row, Column], tuple[ComparedCell, ...]]

    def at(self, row: Row, column: Column) -> tuple[ComparedCell, ...]:
        """The figures of one place."""
        return self.cells.get((row, column), ())

    def part(self, columns: Iterable[Column], keep: Callable[[Row], bool] = lambda row: True) -> Grid:
        """Some of the columns and rows, without those that have no figure then."""
        chosen = set(columns)
        cells = {key: found for key, found in self.cells.items() if keep(key[0]) and key[1] in chosen}
        rows, filled = ({key[i] for key in cells} for i in range(2))
        return Grid(
            tuple(row for row in self.rows if row in rows),
            tuple(column for column in self.columns if column in filled),
            cells,
        )

    def places(self) -> list[Place]:
        """The departments, in the order of the columns."""
        return list(dict.fromkeys(column.place for column in self.columns))

    def years(self) -> list[int | None]:
        """The years, the earliest first; figures without one stand last."""
        years = {column.year for column in self.columns}
        return sorted(years, key=lambda year: (year is None, year or 0))

    def figures(self) -> list[ComparedCell]:
        """All figures, row by row."""
        return [cell for row in self.rows for column in self.columns for cell in self.at(row, column)]


def make_grid(
    comparison: Comparison,
    indicators: Indicators,
    chosen: Sequence[ComparedCell] | None = None,
    names: Mapping[tuple[Place, str, int | None], str] | None = None,
) -> Grid:
    """Arrange the cells: departments that do the same work beside each other, indicators as in their dictionary.

    Args:
        comparison: what was found.
        indicators: the indicators in words.
        chosen: the cells, if not those of departments as a whole.
        names: given for a row for each programme: by department, title and year what it is called, if not by the title.
    """
    cells = comparison.cells if chosen is None else chosen
    several = _with_several_programmes(cells)
    found: dict[tuple[Row, Column], list[ComparedCell]] = defaultdict(list)
    for cell in cells:
        row, column = _row(cell, several), column_of(cell)
        if names is not None and cell.programme is not None:
            row = row._replace(programme=names.get((column.place, cell.programme, cell.year), cell.programme))
        found[row, column].append(cell)
    order = [*indicators, *dict.fromkeys(cell.indicator for cell in cells if cell.indicator not in indicators)]
    groups = place_groups(comparison)
    rows = sorted(dict.fromkeys(row for row, _ in found), key=lambda row: _row_order(row, order))
    columns = sorted(
        dict.fromkeys(column for _, column in found),
        key=lambda column: (groups[column.place], column.year is None, column.year or 0),
    )
    return Grid(tuple(rows), tuple(columns), {key: tuple(value) for key, value in found.items()})


def column_of(cell: ComparedCell) -> Column:
    """The column in which a figure stands."""
    return Column(Place(cell.district, cell.department), cell.year)


def _row(cell: ComparedCell, several: set[tuple[str, str, Phase | None]]) -> Row:
    names_programme = (cell.indicator, cell.unit, cell.phase) in several
    return Row(
        cell.indicator,
        cell.unit,
        cell.phase,
        cell.as_of[5:] if cell.as_of and cell.phase == "executed_to_date" else None,
        cell.programme is not None,
        cell.programme if names_programme else None,
    )


def _with_several_programmes(cells: Sequence[ComparedCell]) -> set[tuple[str, str, Phase | None]]:
    """Where a department has the same figure for several programmes of a year, each programme is a row."""
    programmes: dict[tuple[str, str, Phase | None, Column], set[str]] = defaultdict(set)
    for cell in cells:
        if cell.programme is not None:
            programmes[cell.indicator, cell.unit, cell.phase, column_of(cell)].add(cell.programme)
    return {key[:3] for key, names in programmes.items() if len(names) > 1}


def _row_order(row: Row, order: Sequence[str]) -> tuple[int, bool, str, int, str, str]:
    phase = _PHASES.index(row.phase)
    return order.index(row.indicator), row.of_programme, row.programme or "", phase, row.day or "", row.unit


# -- departments that do the same work ------------------------------------------------------------------------------


def place_groups(comparison: Comparison) -> dict[Place, tuple[int, int]]:
    """For each department the number of its group, and its own within all, both in the order of the cells.

    A group are departments with the same function and those that were found to be peers.
    """
    cells = (*comparison.cells, *comparison.programme_cells)
    places = list(dict.fromkeys(column_of(cell).place for cell in cells))
    group = {place: number for number, place in enumerate(places)}

    def join(one: Place, other: Place) -> None:
        if one in group and other in group:
            kept, dropped = sorted((group[one], group[other]))
            group.update({place: kept for place, number in group.items() if number == dropped})

    first_with: dict[str, Place] = {}
    for cell in cells:
        if cell.function is not None:
            place = column_of(cell).place
            join(first_with.setdefault(cell.function, place), place)
    for peer in comparison.peers:
        join(Place(peer.a.district, peer.a.department), Place(peer.b.district, peer.b.department))
    return {place: (group[place], number) for number, place in enumerate(places)}


def functions_of(comparison: Comparison) -> dict[Place, str]:
    """What each department does, where it is known."""
    return {column_of(cell).place: cell.function for cell in comparison.cells if cell.function is not None}

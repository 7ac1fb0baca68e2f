"""A comparison → a workbook (엑셀 문서): a sheet for each view, and one of sources that every figure leads to."""

from __future__ import annotations

import datetime
import io
from collections.abc import Callable, Sequence
from decimal import Decimal

from auditreport.render.compared.beside_sheets import BesideSheets
from auditreport.render.compared.book import Book, Cell, Figure
from auditreport.render.compared.figures import AS_IS, Scale, make_scales, remarks, unit_word
from auditreport.render.compared.grid import Column, Grid, Place, Row, functions_of, make_grid
from auditreport.render.compared.indicators import Indicators, function_name, in_language, indicator_name
from auditreport.render.compared.programmes import programme_grid
from auditreport.render.compared.sources import numbered
from auditreport.render.compared.words import DISTRICT_UNTOLD, MARKS, YEAR_UNTOLD, marks_of, phase_word
from auditreport.render.messages import N_
from auditreport.schemas.comparison import ComparedCell, Comparison

# The same bytes for the same comparison, whenever it is written.
_CREATED = datetime.datetime(2000, 1, 1)  # noqa: DTZ001 - the format knows no zones
_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_SHOWN_DECIMALS = 1


def compare_xlsx(
    comparison: Comparison,
    indicators: Indicators,
    *,
    translate: Callable[[str], str],
    lang: str,
) -> bytes:
    """The comparison as an XLSX file; what was not found has no sheet.

    Figures are numbers in the unit of their row, computed ones with all digits; each one leads to its row in the
    sheet of sources. Words of reports are never formulas.
    """
    from xlsxwriter import Workbook

    file = io.BytesIO()
    workbook = Workbook(file, _OPTIONS)
    workbook.set_properties({"title": translate(N_("Comparison of work reports")), "created": _CREATED})
    book = Book(workbook, translate(N_("Sources")))
    views = _Views(book, comparison, indicators, translate, lang)
    views.by_year()
    views.by_district()
    if comparison.programme_cells:
        views.by_programme()
    BesideSheets(book, comparison, indicators, translate, lang).write()
    workbook.close()
    return file.getvalue()


class _Views:
    """Writes the sheets of figures."""

    def __init__(
        self,
        book: Book,
        comparison: Comparison,
        indicators: Indicators,
        translate: Callable[[str], str],
        lang: str,
    ) -> None:
        self._book, self._say, self._lang = book, translate, lang
        self._indicators = indicators
        self._grid = make_grid(comparison, indicators)
        self._programmes = programme_grid(comparison, indicators)
        self._scales = make_scales((*comparison.cells, *comparison.programme_cells))
        self._numbers = numbered(comparison)
        self._does = functions_of(comparison)

    def by_year(self) -> None:
        """Lines by department; a column for each year."""
        years = self._grid.years()
        parts = [(self._department(place), [Column(place, year) for year in years]) for place in self._grid.places()]
        self._view(self._say(N_("By year")), self._say(N_("Department")), [self._year(year) for year in years], parts)

    def by_district(self) -> None:
        """Lines by year; a column for each department."""
        places = self._grid.places()
        parts = [(self._year(year), [Column(place, year) for place in places]) for year in self._grid.years()]
        titles = [self._department(place) for place in places]
        self._view(self._say(N_("By district")), self._say(N_("Year")), titles, parts)

    def by_programme(self) -> None:
        """Lines by department and programme; a column for each year."""
        years = self._programmes.years()
        parts = [
            (self._department(place), [Column(place, year) for year in years]) for place in self._programmes.places()
        ]
        titles = [self._year(year) for year in years]
        name, first = self._say(N_("Figures of programmes")), self._say(N_("Department"))
        self._view(name, first, titles, parts, self._programmes)

    def _view(
        self,
        name: str,
        first: str,
        titles: Sequence[str],
        parts: Sequence[tuple[str, Sequence[Column]]],
        grid: Grid | None = None,
    ) -> None:
        say = self._say
        labels = [first, *map(say, (N_("Indicator"), N_("Programme"), N_("Phase"), N_("Unit")))]
        widths = (26, 26, 22, 20, 12, *(18 for _ in titles), 60)
        sheet = self._book.sheet(name, [*labels, *titles, say(N_("Remarks"))], widths, fixed=len(labels))
        for title, columns in parts:
            part = (grid or self._grid).part(columns)
            for row in part.rows:
                for line in _lines(part, row, columns):
                    figures = [self._figure(cell, row) if cell is not None else None for cell in line]
                    sheet.row([title, *self._labels(row), *figures, self._remarks(line, titles, row)])

    def _figure(self, cell: ComparedCell, row: Row) -> Figure:
        scale = self._scale(row)
        shown = _SHOWN_DECIMALS if cell.decimals is None else cell.decimals + scale.digits
        source = next((self._numbers[fact] for fact in cell.facts if fact in self._numbers), None)
        return Figure(Decimal(cell.value).scaleb(-scale.digits), shown, source, cell.status == "computed")

    def _remarks(self, cells: Sequence[ComparedCell | None], titles: Sequence[str], row: Row) -> str:
        """What is to be known of the figures of a line, each behind the title of its column."""
        found = []
        for cell, title in zip(cells, titles, strict=True):
            if cell is not None:
                marks = [self._say(MARKS[mark][1]) for mark in marks_of(cell)]
                texts = [*remarks(cell, row, self._scale(row), self._say, self._lang), *marks]
                found += [f"{title.replace(chr(10), ' ')}: {text}" for text in texts]
        return "\n".join(found)

    # -- labels ---------------------------------------------------------------------------------------------------

    def _labels(self, row: Row) -> list[Cell]:
        phase = f"{phase_word(row.phase, self._lang)} {row.day or ''}".strip() if row.phase is not None else ""
        unit = unit_word(row.unit, self._scale(row), self._say, self._lang)
        return [in_language(indicator_name(self._indicators, row.indicator), self._lang), row.programme, phase, unit]

    def _department(self, place: Place) -> str:
        function = self._does.get(place)
        does = f"({in_language(function_name(function), self._lang)})" if function else ""
        return "\n".join(word for word in (place.name or self._say(DISTRICT_UNTOLD), does) if word)

    def _year(self, year: int | None) -> str:
        return str(year) if year is not None else self._say(YEAR_UNTOLD)

    def _scale(self, row: Row) -> Scale:
        return self._scales.get((row.indicator, row.unit), AS_IS)


def _lines(part: Grid, row: Row, columns: Sequence[Column]) -> list[list[ComparedCell | None]]:
    """The figures of a row; where a place has several, as many lines."""
    places = [part.at(row, column) for column in columns]
    deepest = max(len(cells) for cells in places)
    return [[cells[i] if i < len(cells) else None for cells in places] for i in range(deepest)]

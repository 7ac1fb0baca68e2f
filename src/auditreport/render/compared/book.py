"""Rows of words and figures (행) → sheets of a workbook; no word of a report can become a formula or a link."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from auditreport.printable import without_controls

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# What a cell of the format can hold.
_LONGEST = 32_767
_WRAPPED = {"text_wrap": True, "valign": "top"}


class Figure(NamedTuple):
    """A number with the digits that are shown of it.

    Attributes:
        value: the number.
        decimals: digits behind the point that are shown.
        source: the row of the sheet of sources that it leads to, counted from 1 behind the titles.
        computed: whether it is printed nowhere.
    """

    value: Decimal
    decimals: int = 0
    source: int | None = None
    computed: bool = False


Cell = str | int | Decimal | Figure | None


class Book:
    """A workbook and its formats."""

    def __init__(self, workbook: Workbook, sources: str) -> None:
        """`sources` is the name of the sheet that figures lead to."""
        self._workbook = workbook
        self._sources = sources.replace("'", "''")
        self._formats: dict[str, Format] = {}

    def sheet(self, name: str, titles: Sequence[str], widths: Sequence[int], *, fixed: int = 0) -> Sheet:
        """A sheet with a line of titles, which stays in sight, as do the first `fixed` columns."""
        sheet = self._workbook.add_worksheet(name)
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        head = self.format("head", bold=True, text_wrap=True, bottom=1, bg_color="#EEF1F5", valign="top")
        for column, title in enumerate(titles):
            sheet.write_string(0, column, without_controls(title), head)
        sheet.freeze_panes(1, fixed)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        return Sheet(self, sheet)

    def format(self, name: str, **how: Any) -> Format:
        """A format by its name, made once."""
        if name not in self._formats:
            self._formats[name] = self._workbook.add_format(how)
        return self._formats[name]

    def figure_format(self, figure: Figure) -> Format:
        """Separators and digits of a figure; it looks like a link where it is one, and computed ones stand italic."""
        shown = "#,##0" + ("." + "0" * figure.decimals if figure.decimals > 0 else "")
        how: dict[str, Any] = {"num_format": shown, "valign": "top", "italic": figure.computed}
        if figure.source is not None:
            how |= {"font_color": "#0B4F9E", "underline": 1}
        return self.format(repr(sorted(how.items())), **how)

    def link(self, source: int) -> str:
        """The row of a source."""
        return f"internal:'{self._sources}'!A{source + 1}"


class Sheet:
    """A sheet that is written row by row."""

    def __init__(self, book: Book, sheet: Worksheet) -> None:
        self._book = book
        self._sheet = sheet
        self._next = 1

    def row(self, cells: Sequence[Cell]) -> None:
        """A row below the last one."""
        wrapped = self._book.format("wrapped", **_WRAPPED)
        for column, cell in enumerate(cells):
            if isinstance(cell, Figure):
                self._figure(column, cell)
            elif isinstance(cell, (int, Decimal)):
                self._sheet.write_number(self._next, column, cell, wrapped)
            elif cell:
                self._sheet.write_string(self._next, column, without_controls(cell)[:_LONGEST], wrapped)
        self._next += 1

    def _figure(self, column: int, figure: Figure) -> None:
        shown = self._book.figure_format(figure)
        if figure.source is not None:
            self._sheet.write_url(self._next, column, self._book.link(figure.source), shown)
        # The number takes the place of the words of the link, and the link stays.
        self._sheet.write_number(self._next, column, figure.value, shown)

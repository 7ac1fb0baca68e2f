"""Rows → a workbook for Excel: a sheet for each table, numbers as numbers, no formulas."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from auditreport.printable import without_controls
from auditreport.schemas.tables import Batch, Column, Row, Table, Value
from auditreport.store.export.cells import as_number

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

# Limits of Excel: rows of a sheet, characters of a cell, and integers that it shows to the last digit.
ROWS = 1_048_576
CHARACTERS = 32_767
_WHOLE = 10**15
# Every workbook has a day on which it was made; the same rows give the same bytes.
_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 - the file holds no time zone
_WIDTHS = {"text": 24, "json": 16, "date": 11}
_NARROW = 10


class _Sheet(NamedTuple):
    sheet: Worksheet
    table: Table
    number: int


class XlsxForm:
    """One workbook; a table that is too long for a sheet goes on in the next."""

    def __init__(self, tables: Sequence[Table], path: Path, rows: int = ROWS) -> None:
        """Write to a path; parts of it lie beside it meanwhile."""
        from xlsxwriter import Workbook

        self.cut = 0
        self._rows = rows
        self._book = Workbook(str(path), {"constant_memory": True, "tmpdir": str(path.parent)})
        self._book.use_zip64()
        self._book.set_properties({"created": _DAY})
        self._bold: Format = self._book.add_format({"bold": True})
        self._sheets = {table.name: self._sheet(table, 1) for table in tables}
        self._next = dict.fromkeys(self._sheets, 1)

    def _sheet(self, table: Table, number: int) -> _Sheet:
        sheet = self._book.add_worksheet(table.name if number == 1 else f"{table.name} {number}")
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, _WIDTHS.get(column.type, _NARROW))
        sheet.write_row(0, 0, table.names, self._bold)
        sheet.freeze_panes(1, 0)
        return _Sheet(sheet, table, number)

    def _meanings(self, tables: Sequence[Table]) -> None:
        """The last sheet says what the columns mean."""
        sheet = self._book.add_worksheet("columns")
        sheet.set_column(0, 4, _WIDTHS["text"])
        sheet.write_row(0, 0, ("table", "column", "ko", "en", "unit"), self._bold)
        meanings = [(table.name, *column[:1], *column[2:5]) for table in tables for column in table.columns]
        for row, words in enumerate(meanings, start=1):
            for place, word in enumerate(words):
                sheet.write_string(row, place, word or "")

    def add(self, batch: Batch) -> None:
        """Write the rows."""
        name, rows = batch
        if name not in self._sheets:
            return
        for row in rows:
            if self._next[name] == self._rows:
                self._sheets[name] = self._sheet(self._sheets[name].table, self._sheets[name].number + 1)
                self._next[name] = 1
            self._write(self._sheets[name], self._next[name], row)
            self._next[name] += 1

    def _write(self, at: _Sheet, line: int, row: Row) -> None:
        for place, (column, value) in enumerate(zip(at.table.columns, row, strict=True)):
            cell = _cell(column, value)
            if isinstance(cell, bool):
                at.sheet.write_boolean(line, place, cell)
            elif isinstance(cell, str):
                at.sheet.write_string(line, place, self._fitting(cell))
            elif cell is not None:
                at.sheet.write_number(line, place, cell)

    def _fitting(self, text: str) -> str:
        # Excel counts characters beyond the basic plane twice.
        if len(text.encode("utf-16-le")) // 2 <= CHARACTERS:
            return text
        self.cut += 1
        return text.encode("utf-16-le")[: 2 * (CHARACTERS - 1)].decode("utf-16-le", "ignore") + "…"

    def finish(self) -> None:
        """Say what the columns mean, and put the workbook together.

        Raises:
            OSError: it cannot be written.
        """
        from xlsxwriter.exceptions import FileCreateError

        self._meanings([at.table for at in self._sheets.values()])
        try:
            self._book.close()
        except FileCreateError as error:
            raise error.args[0] if error.args and isinstance(error.args[0], OSError) else OSError(str(error)) from error

    def abandon(self) -> None:
        """Leave the parts to who removes the folder that they lie in."""
        for sheet in self._book.worksheets():
            sheet._opt_close()
        self._book.fileclosed = True


def _cell(column: Column, value: Value) -> str | int | float | bool | None:
    if isinstance(value, str):
        number = as_number(value, whole=_WHOLE) if column.type in ("decimal", "digits") else None
        return without_controls(value) if number is None else number
    return value

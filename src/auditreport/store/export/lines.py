"""Rows → lines of text: CSV and JSON Lines, a file for each table."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Sequence

from auditreport.schemas.tables import Batch, Row, Table
from auditreport.store.export.cells import csv_cell
from auditreport.store.export.form import Opener

_MARK = "\ufeff"
# What JSON allows inside of a string, but a terminal or a reader of lines takes for more than a character.
_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class _Lines:
    """Tables of which each is written line by line."""

    cut = 0

    def __init__(self, tables: Sequence[Table], opened: Opener) -> None:
        self._tables = {table.name: table for table in tables}
        self._sinks = {table.name: opened(table.name) for table in tables}
        for table in tables:
            self._write(table, self.head(table))

    def head(self, table: Table) -> str:
        """What stands above the rows."""
        return ""

    def text(self, table: Table, rows: Iterable[Row]) -> str:
        """The rows as lines."""
        raise NotImplementedError

    def add(self, batch: Batch) -> None:
        """Write the rows."""
        name, rows = batch
        if name in self._tables and rows:
            self._write(self._tables[name], self.text(self._tables[name], rows))

    def _write(self, table: Table, text: str) -> None:
        if text:
            self._sinks[table.name].write(text.encode("utf-8"))

    def finish(self) -> None:
        """Do nothing: who opened the sinks closes them."""

    def abandon(self) -> None:
        """Do nothing, as well."""


class CsvForm(_Lines):
    """Comma-separated values in UTF-8 with a line of names; no cell passes for a formula."""

    def __init__(self, tables: Sequence[Table], opened: Opener, *, mark: bool = False) -> None:
        """With `mark`, begin files with the byte order mark, by which Excel knows UTF-8."""
        self._mark = mark
        super().__init__(tables, opened)

    def head(self, table: Table) -> str:
        """The names of the columns."""
        return (_MARK if self._mark else "") + _csv([table.names])

    def text(self, table: Table, rows: Iterable[Row]) -> str:
        """The rows as lines; a cell may hold line ends."""
        return _csv([csv_cell(*pair) for pair in zip(table.columns, row, strict=True)] for row in rows)


def _csv(rows: Iterable[Sequence[str]]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


class JsonLinesForm(_Lines):
    """A JSON object for each row; decimals are strings, as in the facts, and lists are lists."""

    def text(self, table: Table, rows: Iterable[Row]) -> str:
        """The rows as lines."""
        nested = {column.name for column in table.columns if column.type == "json"}
        return "".join(
            _json({name: _opened(value, name in nested) for name, value in zip(table.names, row, strict=True)})
            for row in rows
        )


def _opened(value: object, is_nested: bool) -> object:
    return json.loads(value) if is_nested and isinstance(value, str) else value


def _json(values: dict[str, object]) -> str:
    text = json.dumps(values, ensure_ascii=False)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"

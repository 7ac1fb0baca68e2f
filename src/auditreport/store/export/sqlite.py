"""Rows → a SQLite database with keys, indexes and a full-text index, and the metadata by which Datasette shows it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from errno import EIO, ENOSPC
from pathlib import Path
from typing import Any

from auditreport.printable import encodable
from auditreport.schemas.tables import Batch, Column, Row, Table, Value
from auditreport.store.export.cells import as_number

# A decimal has no declared type: one that would lose digits as a number stays a text then.
_TYPES = {"text": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT", "json": "TEXT"}
_PAGE = 4096


def sql_table(table: Table) -> str:
    """The statement that makes a table."""
    lines = [_column(column) for column in table.columns]
    lines.append(f"PRIMARY KEY ({_names(table.key)})")
    for key in table.foreign:
        lines.append(f"FOREIGN KEY ({_names(key.columns)}) REFERENCES {_name(key.table)} ({_names(key.references)})")
    return f"CREATE TABLE {_name(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _column(column: Column) -> str:
    return " ".join(
        filter(None, (_name(column.name), _TYPES.get(column.type), "NOT NULL" if column.required else None))
    )


def _name(name: str) -> str:
    return f'"{name}"'


def _names(names: Sequence[str]) -> str:
    return ", ".join(map(_name, names))


class SqliteForm:
    """One database; it has no journal, since it is made beside its place and moved there when it is whole."""

    cut = 0

    def __init__(self, tables: Sequence[Table], path: Path) -> None:
        """Write to a path where there is no database yet."""
        import sqlite3

        self._tables = {table.name: table for table in tables}
        with _failing():
            self._base = sqlite3.connect(path, isolation_level=None)
            for pragma in (f"page_size = {_PAGE}", "journal_mode = OFF", "synchronous = OFF"):
                self._base.execute(f"PRAGMA {pragma}")
            self._base.execute("BEGIN")
            for table in tables:
                self._base.execute(sql_table(table))

    def add(self, batch: Batch) -> None:
        """Write the rows."""
        name, rows = batch
        if name not in self._tables:
            return
        table = self._tables[name]
        gaps = ", ".join("?" * len(table.columns))
        with _failing():
            self._base.executemany(f"INSERT INTO {_name(name)} VALUES ({gaps})", (_row(table, row) for row in rows))

    def finish(self) -> None:
        """Make the indexes and close the database."""
        with _failing():
            for table in self._tables.values():
                for statement in _indexes(table):
                    self._base.execute(statement)
            self._base.execute("COMMIT")
            self._base.close()

    def abandon(self) -> None:
        """Close the database."""
        with _failing():
            self._base.close()


def _row(table: Table, row: Row) -> list[Value]:
    return [_cell(column, value) for column, value in zip(table.columns, row, strict=True)]


def _cell(column: Column, value: Value) -> Value:
    if isinstance(value, str):
        number = as_number(value) if column.type in ("decimal", "digits") else None
        return encodable(value) if number is None else number
    return value


def _indexes(table: Table) -> Iterator[str]:
    for column in (*table.indexed, *(["sha256"] if table.key[0] != "sha256" else [])):
        yield f"CREATE INDEX {_name(f'{table.name}_{column}')} ON {_name(table.name)} ({_name(column)})"
    if table.searched:
        words = _name(f"{table.name}_fts")
        yield f"CREATE VIRTUAL TABLE {words} USING fts5({_names(table.searched)}, content={_name(table.name)})"
        yield f"INSERT INTO {words} ({words}) VALUES ('rebuild')"


@contextmanager
def _failing() -> Iterator[None]:
    """Say with the words of the operating system why a database cannot be written."""
    import sqlite3

    try:
        yield
    except sqlite3.OperationalError as error:
        is_full = error.sqlite_errorcode == sqlite3.SQLITE_FULL
        raise OSError(ENOSPC if is_full else EIO, "No space left on device" if is_full else str(error)) from error


def metadata(tables: Sequence[Table], database: str) -> str:
    """What Datasette takes with `--metadata`: titles, meanings of the columns, how to search.

    Args:
        tables: the tables.
        database: name of the database: that of its file without ending.
    """
    whole: dict[str, Any] = {
        "title": "Figures of local-government work reports",
        "databases": {database: {"tables": {table.name: _described(table) for table in tables}}},
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _described(table: Table) -> dict[str, Any]:
    found: dict[str, Any] = {
        "title": f"{table.name} · {table.ko}",
        "description": table.en,
        "columns": {column.name: _meaning(column) for column in table.columns},
    }
    if table.name == "reports":
        found["label_column"] = "path"
    return found | ({"searchmode": "raw"} if table.searched else {})


def _meaning(column: Column) -> str:
    unit = f" ({column.unit})" if column.unit else ""
    return f"{column.ko}{unit}: {column.en}"

"""A question in SQL → its answer out of a store that is open to read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from auditreport.errors import StoreError
from auditreport.store.reading import Reader

_AT_ONCE = 1_000
# What DuckDB needs to hand over times with time zones; no column of a store has one, but `now()` gives one.
_ZONES = "pytz"
_TABLES = 'auditreport sql "SHOW TABLES" lists the tables, "DESCRIBE facts" the columns of one'


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query gives.

    Attributes:
        columns: names of the columns.
        rows: rows of values as Python has them, fetched as they are asked for.
    """

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def query(store: Reader, sql: str) -> Answer:
    """Ask a store; it cannot be changed that way, and no other file be reached.

    Raises:
        StoreError: it is not one statement, or none that can be answered.
    """
    import duckdb

    name = str(store.path)
    try:
        statements = store.connection.extract_statements(sql)
        if len(statements) != 1:
            raise StoreError(name, "a query is one statement", _TABLES)
        result = store.connection.execute(statements[0])
        columns = tuple(column[0] for column in result.description or ())
    except duckdb.Error as error:
        raise _refused(name, error) from error
    return Answer(columns, _fetch(name, result))


def _fetch(name: str, result: Any) -> Iterator[tuple[Any, ...]]:
    import duckdb

    try:
        while rows := result.fetchmany(_AT_ONCE):
            yield from rows
    except duckdb.Error as error:
        raise _refused(name, error) from error


def _refused(name: str, error: Exception) -> StoreError:
    if _ZONES in str(error):
        return StoreError(name, "the query answers with a time of some time zone", "add ::TIMESTAMP to it")
    said = str(error).strip().splitlines() or [type(error).__name__]
    return StoreError(name, f"the query cannot be answered ({said[0]})", _TABLES)

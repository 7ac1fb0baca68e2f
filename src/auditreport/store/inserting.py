"""Rows as JSON → a table, many at a time: DuckDB takes one row at a time a thousand times slower."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

# A list without rows: telling it costs less than to have it read.
_EMPTY = "[]"

if TYPE_CHECKING:
    import duckdb

    from auditreport.store.rows import Packed


def insert(connection: duckdb.DuckDBPyConnection, table: str, lists: Sequence[str]) -> None:
    """Put rows into a table.

    Args:
        connection: to the store.
        table: its name.
        lists: JSON lists of rows, whose keys are columns; a column that a row does not have is null. Many short lists
            are faster than a long one.
    """
    filled = [rows for rows in lists if rows != _EMPTY]
    if not filled:
        return
    form = json.dumps([_columns(connection, table)]).replace("'", "''")
    connection.execute(
        f"INSERT INTO {table} SELECT unnest(from_json(list, '{form}'), max_depth := 2)"
        " FROM (SELECT unnest(?::VARCHAR[]) AS list)",
        [filled],
    )


def _columns(connection: duckdb.DuckDBPyConnection, table: str) -> dict[str, str]:
    """The columns of a table with their types; `duckdb_columns` would look through those of all tables."""
    return dict(connection.execute("SELECT name, type FROM pragma_table_info(?)", [table]).fetchall())


def insert_kept(connection: duckdb.DuckDBPyConnection, reports: Sequence[Packed]) -> None:
    """Put what is taken out unchanged into its table."""
    connection.execute(
        "INSERT INTO kept SELECT unnest(?::VARCHAR[]), unnest(?::BLOB[]), unnest(?::BLOB[])",
        [
            [packed["sha256"] for packed in reports],
            [packed["material"] for packed in reports],
            [packed["checked"] for packed in reports],
        ],
    )

"""Rows as JSON → a table, many at a time: DuckDB takes one row at a time a thousand times slower."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

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
    columns = connection.execute(
        "SELECT column_name, data_type FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table]
    ).fetchall()
    form = json.dumps([dict(columns)]).replace("'", "''")
    connection.execute(
        f"INSERT INTO {table} SELECT unnest(from_json(list, '{form}'), max_depth := 2)"
        " FROM (SELECT unnest(?::VARCHAR[]) AS list)",
        [list(lists)],
    )


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

"""Numbered migrations → a store of this version, brought up to date in one transaction."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from auditreport.errors import StoreError

if TYPE_CHECKING:
    import duckdb

# Applied in this order; the version of a store is the number of those that it has seen. None is ever changed once
# released: what has to be different is a further one.
MIGRATIONS = ("0001_tables.sql", "0002_views.sql")
VERSION = len(MIGRATIONS)
# Of what a report says, rows by its hash: replaced together.
OF_REPORT = ("reports", "kept", "programmes", "facts", "equations", "discrepancies", "issues", "cells")


def version_of(connection: duckdb.DuckDBPyConnection, path: Path) -> int:
    """The version of a store.

    Raises:
        StoreError: the database is no store of ours, or of a version that is not known yet.
    """
    tables = connection.execute("SELECT table_name FROM duckdb_tables() WHERE table_name = 'store'").fetchall()
    columns = connection.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = 'store' ORDER BY column_index"
    ).fetchall()
    if not tables or [name for (name,) in columns][:1] != ["version"]:
        raise StoreError(str(path), "this database is no store of auditreport", "name another file with --store")
    row = connection.execute("SELECT max(version) FROM store").fetchone()
    version = row[0] if row is not None and row[0] is not None else 0
    if version > VERSION:
        raise StoreError(str(path), "the store is of a newer version", "update auditreport")
    return int(version)


def migrate(connection: duckdb.DuckDBPyConnection, since: int, until: int = VERSION) -> None:
    """Apply the migrations that a store has not seen, all or none.

    Args:
        connection: to the store.
        since: its version; 0 for an empty database.
        until: the version to bring it to.
    """
    if since == until:
        return
    connection.execute("BEGIN")
    try:
        for name in MIGRATIONS[since:until]:
            connection.execute(_script(name))
        if since == 0:
            connection.execute("INSERT INTO store VALUES (?, NULL)", [until])
        else:
            connection.execute("UPDATE store SET version = ?", [until])
        connection.execute("COMMIT")
    except BaseException:
        connection.execute("ROLLBACK")
        raise


@cache
def _script(name: str) -> str:
    return (files("auditreport.store") / "migrations" / name).read_text(encoding="utf-8")

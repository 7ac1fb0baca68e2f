"""A store → a hash that is equal for stores that hold the same, however and whenever it was written."""

from __future__ import annotations

import hashlib

from auditreport.store.reading import Reader

# What tells of runs and of times, and not of what was read.
_LEFT_OUT = frozenset(("runs", "changes"))
_TIMES = frozenset(("mtime_ns", "ctime_ns"))
_AT_ONCE = 1_000


def content_hash(store: Reader) -> str:
    """The hash of all that the store holds of files and reports, in any order of its rows."""
    found = hashlib.sha256()
    tables = store.connection.execute("SELECT table_name FROM duckdb_tables() ORDER BY table_name").fetchall()
    for (table,) in tables:
        if table not in _LEFT_OUT:
            found.update(f"{table}\n".encode())
            _add(found, store, table)
    return found.hexdigest()


def _add(found: hashlib._Hash, store: Reader, table: str) -> None:
    names = store.connection.execute(
        "SELECT column_name FROM duckdb_columns() WHERE table_name = ? ORDER BY column_index", [table]
    ).fetchall()
    columns = ", ".join(f'"{name}"' for (name,) in names if name not in _TIMES)
    rows = store.connection.execute(f"SELECT {columns} FROM {table} ORDER BY ALL")
    while some := rows.fetchmany(_AT_ONCE):
        for row in some:
            found.update(f"{row!r}\n".encode())

"""What was read ↔ a store that is written batch by batch, each whole or not at all."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditreport.errors import StoreError
from auditreport.store.asking import AT_ONCE, Asking
from auditreport.store.files import NO_MEMORY, PATIENCE, check_file, connect, meaning
from auditreport.store.inserting import insert, insert_kept
from auditreport.store.lock import held
from auditreport.store.records import SourceRow
from auditreport.store.rows import Packed
from auditreport.store.schema import OF_REPORT, VERSION, migrate, version_of
from auditreport.vocab.entities import entities

if TYPE_CHECKING:
    import duckdb

# Reports whose rows are handed over at a time, so that memory stays flat.
_AT_ONCE = 32
# Memory of DuckDB's own. It joins the small groups of rows of many batches to large ones, and would take more for that
# the more there are.
_LITTLE = "32MB"


@dataclass(slots=True)
class Batch:
    """What is written together.

    Attributes:
        sources: files, by absolute path; what was said of them before is replaced.
        reports: reports that were read, with the further columns of their rows, by hash; those that were there under
            the same hash are replaced.
        gone: absolute paths of files to be forgotten.
        changes: rows of the table `changes`.
    """

    sources: dict[str, SourceRow] = field(default_factory=dict)
    reports: dict[str, tuple[Packed, dict[str, object]]] = field(default_factory=dict)
    gone: set[str] = field(default_factory=set)
    changes: list[dict[str, Any]] = field(default_factory=list)


@contextmanager
def writing(path: Path, patience: float = PATIENCE, on_wait: Callable[[], None] = lambda: None) -> Iterator[Writer]:
    """Create a store, or open one to write; an older one is brought up to date.

    Args:
        path: the store.
        patience: seconds to wait where another process has it.
        on_wait: called when waiting begins.

    Raises:
        StoreError: it is busy, no store, of a newer version, or cannot be written.
    """
    check_file(path)
    with held(path, patience, on_wait):
        check_file(path)
        if not path.exists():
            _create(path)
        writer = Writer(path, patience, on_wait)
        try:
            yield writer
        finally:
            writer.release()


def _create(path: Path) -> None:
    """Make an empty store beside its place and move it there: whoever is killed over it leaves none, or a whole one."""
    part = path.with_name(f".{path.name}.part")
    log = part.with_name(f"{part.name}.wal")
    with meaning(path):
        for leftover in (part, log):
            leftover.unlink(missing_ok=True)
        try:
            with connect(part, to_write=True) as connection:
                migrate(connection, 0)
                # On closing it would be done in silence, and fail in silence on a full disk.
                connection.execute("CHECKPOINT")
            os.replace(part, path)
        except BaseException:
            for leftover in (part, log):
                with suppress(OSError):
                    leftover.unlink(missing_ok=True)
            raise


class Writer(Asking):
    """The one writer of a store. It has the file open from its first question to the end of a batch, or `release`."""

    def __init__(self, path: Path, patience: float, on_wait: Callable[[], None]) -> None:
        """Write to a store that is there; used by `writing`, which sees to it that there is one writer only."""
        self._path = path
        self._patience = patience
        self._on_wait = on_wait
        self._open: duckdb.DuckDBPyConnection | None = None
        self._is_current = False

    def release(self) -> None:
        """Let readers come in."""
        opened, self._open = self._open, None
        if opened is not None:
            with meaning(self._path):
                opened.close()

    def _connection(self) -> duckdb.DuckDBPyConnection:
        if self._open is None:
            connection = connect(self._path, to_write=True, patience=self._patience, on_wait=self._on_wait)
            try:
                self._bring_up_to_date(connection)
            except BaseException:
                connection.close()
                raise
            self._open = connection
        return self._open

    def _bring_up_to_date(self, connection: duckdb.DuckDBPyConnection) -> None:
        """Apply what the store has not seen, when it is opened first; then nobody else can write to it."""
        if not self._is_current:
            version = version_of(connection, self._path)
            if version < VERSION:
                migrate(connection, version)
            self._is_current = True

    def _ask(self, query: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        with meaning(self._path):
            answer = self._connection().execute(query, list(values))
            while rows := answer.fetchmany(AT_ONCE):
                yield from rows

    def begin_run(self, started: str, tool: str, options: str, words: Sequence[str]) -> int:
        """Note that a run begins, and take over the local governments of its vocabulary.

        Args:
            started: when, in UTC.
            tool: version of auditreport.
            options: limits that it reads under.
            words: what was named.

        Returns:
            The number of the run.
        """
        with self._transaction() as connection:
            [(number,)] = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM runs").fetchall()
            row = {"id": number, "started": started, "tool": tool, "options": options, "words": list(words)}
            insert(connection, "runs", [json.dumps([row])])
            [(written_by,)] = connection.execute("SELECT entities_by FROM store").fetchall()
            if written_by != tool:
                connection.execute("DELETE FROM entities")
                insert(connection, "entities", [_entities()])
                connection.execute("UPDATE store SET entities_by = ?", [tool])
        return int(number)

    def end_run(self, number: int, ended: str, counts: dict[str, int]) -> None:
        """Note that a run has ended, and the files by what became of them."""
        with self._transaction() as connection:
            connection.execute(
                "UPDATE runs SET ended = ?::TIMESTAMP, counts = ? WHERE id = ?", [ended, json.dumps(counts), number]
            )

    def forget_run(self, number: int) -> None:
        """Take back that a run began."""
        with self._transaction() as connection:
            connection.execute("DELETE FROM runs WHERE id = ?", [number])

    def write(self, batch: Batch) -> None:
        """Write a batch, and let readers come in.

        Raises:
            StoreError: it cannot be written; what was written before stays.
        """
        self._sparingly(partial(self._put, batch))
        self._sparingly(self._checkpoint)
        self.release()

    def _put(self, batch: Batch) -> None:
        with self._transaction() as connection:
            _write(connection, batch)

    def _checkpoint(self) -> None:
        """Move what was written into its place; on closing that would be done, and fail on a full disk, in silence."""
        with meaning(self._path):
            self._connection().execute("CHECKPOINT")

    def _sparingly(self, step: Callable[[], None]) -> None:
        """Take a step with little memory, and with all where that does not suffice."""
        try:
            with meaning(self._path):
                self._connection().execute(f"SET memory_limit = '{_LITTLE}'")
            step()
        except StoreError as error:
            if error.reason != NO_MEMORY:
                raise
            self.release()
            step()

    def forget_removed(self) -> int:
        """Take out the reports of which all files were removed.

        Returns:
            How many files were forgotten.
        """
        rows = list(self._ask("SELECT absolute FROM sources WHERE status = 'removed'", []))
        self.write(Batch(gone={absolute for (absolute,) in rows}))
        return len(rows)

    @contextmanager
    def _transaction(self) -> Iterator[duckdb.DuckDBPyConnection]:
        with meaning(self._path):
            connection = self._connection()
            try:
                connection.execute("BEGIN")
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                self._give_up()
                raise

    def _give_up(self) -> None:
        """Leave what was begun undone; a database that failed over a full disk may refuse even that."""
        opened, self._open = self._open, None
        if opened is not None:
            import duckdb

            with suppress(duckdb.Error):
                opened.execute("ROLLBACK")
            with suppress(duckdb.Error):
                opened.close()


def _write(connection: duckdb.DuckDBPyConnection, batch: Batch) -> None:
    replaced = sorted({*batch.sources, *batch.gone})
    old = _column(
        connection,
        "SELECT DISTINCT sha256 FROM sources WHERE sha256 IS NOT NULL AND absolute IN (SELECT unnest(?::VARCHAR[]))",
        replaced,
    )
    if replaced:
        connection.execute("DELETE FROM sources WHERE absolute IN (SELECT unnest(?::VARCHAR[]))", [replaced])
    insert(connection, "sources", [json.dumps([row._asdict() for row in batch.sources.values()])])
    still = _column(
        connection,
        "SELECT DISTINCT sha256 FROM sources WHERE status IN ('read', 'removed')"
        " AND sha256 IN (SELECT unnest(?::VARCHAR[]))",
        old,
    )
    orphans = set(old) - set(still)
    known = _column(
        connection, "SELECT sha256 FROM reports WHERE sha256 IN (SELECT unnest(?::VARCHAR[]))", list(batch.reports)
    )
    _drop(connection, orphans.union(known))
    reports = list(batch.reports.values())
    for begin in range(0, len(reports), _AT_ONCE):
        _insert_reports(connection, reports[begin : begin + _AT_ONCE])
    insert(connection, "changes", [json.dumps(batch.changes, ensure_ascii=False)])


def _column(connection: duckdb.DuckDBPyConnection, query: str, values: Sequence[str]) -> list[str]:
    return [row[0] for row in connection.execute(query, [list(values)]).fetchall()] if values else []


def _drop(connection: duckdb.DuckDBPyConnection, hashes: Collection[str]) -> None:
    if hashes:
        for table in OF_REPORT:
            connection.execute(f"DELETE FROM {table} WHERE sha256 IN (SELECT unnest(?::VARCHAR[]))", [sorted(hashes)])


def _insert_reports(connection: duckdb.DuckDBPyConnection, given: Sequence[tuple[Packed, dict[str, object]]]) -> None:
    insert(
        connection,
        "reports",
        [json.dumps([packed["report"] | more], ensure_ascii=False) for packed, more in given],
    )
    insert_kept(connection, [packed for packed, _ in given])
    for table in given[0][0]["rows"]:
        insert(connection, table, [packed["rows"][table] for packed, _ in given])


def _entities() -> str:
    return json.dumps(
        [
            {
                **entity._asdict(),
                "since": entity.since and entity.since.isoformat(),
                "until": entity.until and entity.until.isoformat(),
            }
            for entity in entities().values()
        ],
        ensure_ascii=False,
    )

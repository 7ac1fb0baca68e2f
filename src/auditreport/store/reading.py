"""A store → what was read of its reports, as it was read, report by report."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditreport.errors import StoreError
from auditreport.schemas.material import Material
from auditreport.store.asking import AT_ONCE, Asking
from auditreport.store.files import PATIENCE, check_file, connect, meaning
from auditreport.store.records import SourceRow
from auditreport.store.rows import CheckedPart, unpack_checked, unpack_material
from auditreport.store.schema import VERSION, version_of

if TYPE_CHECKING:
    import duckdb

# Reports taken out at a time, so that memory stays flat.
_REPORTS = 64
_AGAIN = "run auditreport ingest on it first"


@dataclass(frozen=True)
class Stored:
    """A file of the store, with its report where it was read.

    Attributes:
        source: the file.
        is_recognised: whether its report says what reports say.
        has_pictures: whether some of its pages are pictures without text.
    """

    source: SourceRow
    is_recognised: bool
    has_pictures: bool
    store: str
    kept: tuple[bytes, bytes] | None

    @property
    def has_report(self) -> bool:
        """Whether there is a report of it."""
        return self.kept is not None

    @cached_property
    def material(self) -> Material:
        """What comparing needs of the report, under the name of the file."""
        assert self.kept is not None
        with _known_form(self.store):
            return unpack_material(self.kept[0]).model_copy(update={"path": self.source.path})

    @cached_property
    def checked(self) -> CheckedPart:
        """What was checked of the report."""
        assert self.kept is not None
        with _known_form(self.store):
            return unpack_checked(self.kept[1])


@contextmanager
def _known_form(store: str) -> Iterator[None]:
    try:
        yield
    except ValueError as error:
        raise StoreError(store, "it holds reports that another version read", _AGAIN) from error


@contextmanager
def reading(path: Path, patience: float = PATIENCE, on_wait: Callable[[], None] = lambda: None) -> Iterator[Reader]:
    """Open a store to read.

    Args:
        path: the store.
        patience: seconds to wait while another process writes to it.
        on_wait: called when waiting begins.

    Raises:
        StoreError: there is none, it is busy, or of another version.
    """
    if not path.exists():
        raise StoreError(str(path), "there is no such store", "make one with auditreport ingest")
    check_file(path)
    connection = connect(path, to_write=False, patience=patience, on_wait=on_wait)
    try:
        if version_of(connection, path) < VERSION:
            raise StoreError(str(path), "the store is of an older version", _AGAIN)
        yield Reader(path, connection)
    finally:
        connection.close()


class Reader(Asking):
    """A store that is open to read; while it is, nobody writes to it."""

    def __init__(self, path: Path, connection: duckdb.DuckDBPyConnection) -> None:
        """Read from a connection; used by `reading`."""
        self.path = path
        self.connection = connection

    def sources(self) -> list[SourceRow]:
        """All files, in the order of their paths."""
        names = ", ".join(SourceRow._fields)
        rows = self._ask(f"SELECT {names} FROM sources ORDER BY string_split(absolute, '/')", [])
        return [SourceRow(*row) for row in rows]

    def stored(self) -> Iterator[Stored]:
        """All files with their reports, in the order of their paths; a report of several files comes several times."""
        sources = self.sources()
        for begin in range(0, len(sources), _REPORTS):
            yield from self._some(sources[begin : begin + _REPORTS])

    def _some(self, sources: Sequence[SourceRow]) -> Iterator[Stored]:
        rows = self._ask(
            "SELECT r.sha256, r.is_recognised, r.has_pictures, k.material, k.checked FROM reports r JOIN kept k"
            " USING (sha256) WHERE r.sha256 IN (SELECT unnest(?::VARCHAR[]))",
            [[source.sha256 for source in sources if source.status in ("read", "removed")]],
        )
        found = {row[0]: row[1:] for row in rows}
        for source in sources:
            row = found.get(source.sha256) if source.status in ("read", "removed") else None
            recognised, pictures, *kept = row if row is not None else (False, False)
            yield Stored(source, recognised, pictures, str(self.path), (kept[0], kept[1]) if kept else None)

    def materials(self) -> Iterator[Material]:
        """What `compare` takes: each report once, under the name of the first of its files."""
        seen: set[str] = set()
        for stored in self.stored():
            sha256 = stored.source.sha256
            if stored.has_report and sha256 is not None and sha256 not in seen:
                seen.add(sha256)
                yield stored.material

    def checked(self) -> Iterator[tuple[str, CheckedPart]]:
        """What `check` found in each report, with the name of its file."""
        return ((stored.source.path, stored.checked) for stored in self.stored() if stored.has_report)

    def _ask(self, query: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        with meaning(self.path):
            # A cursor of its own: another question may come before all rows are fetched.
            answer = self.connection.cursor().execute(query, list(values))
            while rows := answer.fetchmany(AT_ONCE):
                yield from rows

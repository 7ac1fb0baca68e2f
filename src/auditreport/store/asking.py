"""Files and hashes → what a store knows of them: what ingest asks before it reads anything."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from auditreport.store.records import Known, Reading, SourceRow

# Rows fetched at a time, so that memory stays flat.
AT_ONCE = 1_000
_SOURCE = ", ".join(SourceRow._fields)


class Asking:
    """Answers questions from the tables of a store."""

    def _ask(self, query: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        raise NotImplementedError

    def files(self, absolute: Sequence[str]) -> dict[str, SourceRow]:
        """Those of the files that the store knows, by absolute path."""
        query = f"SELECT {_SOURCE} FROM sources WHERE absolute IN (SELECT unnest(?::VARCHAR[]))"
        return {row[0]: SourceRow(*row) for row in self._ask(query, [list(absolute)])}

    def sizes(self, sizes: Collection[int]) -> set[int]:
        """Those of the sizes that a file has which was read: only such a file can be the same as another one."""
        query = "SELECT DISTINCT size FROM sources WHERE sha256 IS NOT NULL AND size IN (SELECT unnest(?::BIGINT[]))"
        return {size for (size,) in self._ask(query, [list(sizes)])}

    def reports(self, hashes: Collection[str]) -> dict[str, Known]:
        """Those of the reports that the store holds, by hash."""
        query = "SELECT sha256, tool, media_type FROM reports WHERE sha256 IN (SELECT unnest(?::VARCHAR[]))"
        return {sha256: Known(tool, kind) for sha256, tool, kind in self._ask(query, [list(hashes)])}

    def files_below(self, folder: str) -> Iterator[SourceRow]:
        """All files that the store knows in a folder and below it, by absolute path."""
        query = f"SELECT {_SOURCE} FROM sources WHERE starts_with(absolute, ?) ORDER BY absolute"
        return (SourceRow(*row) for row in self._ask(query, [folder.rstrip(os.sep) + os.sep]))

    def holders(self, hashes: Collection[str]) -> dict[str, list[SourceRow]]:
        """The files that hold a report and were not found removed, by its hash."""
        query = (
            f"SELECT {_SOURCE} FROM sources WHERE status = 'read'"
            " AND sha256 IN (SELECT unnest(?::VARCHAR[])) ORDER BY absolute"
        )
        out: dict[str, list[SourceRow]] = {}
        for row in map(SourceRow._make, self._ask(query, [list(hashes)])):
            out.setdefault(str(row.sha256), []).append(row)
        return out

    def readings(self, hashes: Collection[str]) -> dict[str, Reading]:
        """How reports were read, by hash: what another reading of the same bytes is held against."""
        query = (
            "SELECT sha256, tool, material FROM reports JOIN kept USING (sha256)"
            " WHERE sha256 IN (SELECT unnest(?::VARCHAR[]))"
        )
        found = self._ask(query, [list(hashes)]) if hashes else iter(())
        return {sha256: Reading(tool, material) for sha256, tool, material in found}


class Nothing(Asking):
    """A store that is not there yet: it knows nothing."""

    def _ask(self, query: str, values: Sequence[object]) -> Iterator[tuple[Any, ...]]:
        return iter(())

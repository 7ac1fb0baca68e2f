"""Where a piece stands in a structured file, as a path that a person can follow."""

from __future__ import annotations


class Place:
    """A path, and how many tables stand in it so far."""

    __slots__ = ("_tables", "path")

    def __init__(self, path: str) -> None:
        """Begin at `path`."""
        self.path = path
        self._tables = 0

    def table(self) -> str:
        """The path of the next table that stands here."""
        self._tables += 1
        return f"{self.path}, table {self._tables}" if self.path else f"table {self._tables}"

"""The contents list → the programmes that are still to come in the part at hand."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.parsers.similar import is_same
from auditreport.schemas import ContentsEntry


class Expected:
    """Entries of the contents list in order, and the one that comes next."""

    def __init__(self, printed: set[int]) -> None:
        """Begin with none.

        Args:
            printed: identities of the entries that a heading of the document prints, too.
        """
        self._printed = printed
        self._entries: list[ContentsEntry] = []
        self._next = 0
        self._is_stale = False

    def __bool__(self) -> bool:
        return bool(self._entries)

    def add(self, entries: list[ContentsEntry], anew: bool) -> None:
        """Wait for `entries`, too; alone where a list stands `anew` or behind the beginning of another part."""
        if anew or self._is_stale:
            self._entries, self._next = [], 0
        self._is_stale = False
        self._entries.extend(entries)

    def turn(self, entries: Sequence[ContentsEntry] = ()) -> None:
        """Another part begins: what came is behind us, and the next contents list counts alone.

        Args:
            entries: the programmes that the list on the cover names under this part.
        """
        self._entries, self._next, self._is_stale = self._entries[self._next :] or list(entries), 0, True

    def find(self, title: str) -> ContentsEntry | None:
        """The entry to come that a heading prints."""
        return next((e for e in self._entries[self._next :] if is_same(e.title, title)), None)

    def pass_to(self, entry: ContentsEntry) -> None:
        """Its heading came: the entries up to it are behind us."""
        self._next = self._entries.index(entry) + 1

    def is_next_lost(self) -> bool:
        """Whether the heading of the next entry is printed nowhere."""
        return self._next < len(self._entries) and id(self._entries[self._next]) not in self._printed

    def take(self) -> ContentsEntry:
        """The next entry, whose heading was lost."""
        self._next += 1
        return self._entries[self._next - 1]

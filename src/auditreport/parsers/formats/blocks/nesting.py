"""Marks of the bullets of one document → how deep each stands.

Ranks of vocab/marks.toml only start the order. A mark that is open already closes what stands below it, whatever its
rank; Markdown dashes are ordered by their indent; numbers in circles continue the innermost list that expects them.
"""

from __future__ import annotations

from dataclasses import dataclass

from auditreport import vocab


@dataclass(slots=True)
class _Level:
    key: str
    rank: float
    number: int = 0


class Nesting:
    """The open levels of bullets while a document is read from top to bottom."""

    def __init__(self) -> None:
        """Start with nothing open."""
        self._open: list[_Level] = []

    def reset(self) -> None:
        """Close all levels: a heading begins."""
        self._open.clear()

    def depth(self, mark: str, indent: int, rank: int | None = None, outer: bool = False) -> int:
        """Open the level of a bullet with `mark` at `indent` columns; its depth, 0 for the outermost.

        Args:
            mark: the mark as printed, empty where it was lost.
            indent: columns in front of it, where they count.
            rank: the mark's rank, if the document tells another than the vocabulary.
            outer: whether the outermost marks follow, so that a number in a circle stands above them.
        """
        marks = vocab.marks()
        for row in (marks.filled, marks.circled):
            if mark and mark in row:
                return self._numbered(row, row.index(mark) % 10 + 1, outer)
        order = float(rank if rank is not None else marks.rank.get(mark, marks.letter_rank if mark else 55))
        if mark == "-":
            order += min(indent, 18) / 2
        key = f"{mark}{indent if mark == '-' else ''}"
        while self._open and self._open[-1].rank >= order and self._open[-1].key != key:
            self._open.pop()
        if self._open and self._open[-1].key == key:
            return len(self._open) - 1
        self._open.append(_Level(key, order))
        return len(self._open) - 1

    def _numbered(self, row: str, number: int, outer: bool) -> int:
        key = row[0]
        for at in range(len(self._open) - 1, -1, -1):
            level = self._open[at]
            if level.key == key and level.number + 1 == number:
                del self._open[at + 1 :]
                level.number = number
                return at
        if number == 1 and self._open and self._open[-1].key == key:
            self._open.pop()
        if outer:
            self._open.clear()
        rank = self._open[-1].rank + 5 if self._open else (15.0 if outer else 28.0)
        self._open.append(_Level(key, rank, number))
        return len(self._open) - 1

"""What the solver is given: rows of figures in order, the columns they stand in, and the relations that must hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditreport.parsers.recovery.numerals import Numeral
from auditreport.parsers.recovery.relations import Relation


@dataclass(frozen=True, slots=True)
class Problem:
    """A table of `width` columns whose empty cells were lost.

    Attributes:
        width: number of columns.
        rows: the figures of each row, in their order; none has more than `width`.
        allowed: for each figure of each row the columns that it may stand in, by its unit.
        across: relations between columns, which hold in every row.
        down: relations between rows, which hold in every column of `summable`.
        summable: columns whose figures add up down the table: rates do not.
        bands: groups of rows that share their empty columns, each row in one band.
    """

    width: int
    rows: tuple[tuple[Numeral, ...], ...]
    allowed: tuple[tuple[frozenset[int], ...], ...]
    across: tuple[Relation, ...]
    down: tuple[Relation, ...]
    summable: frozenset[int]
    bands: tuple[tuple[int, ...], ...]

    def size(self, band: Sequence[int]) -> int:
        """Number of figures of the rows of a band."""
        return len(self.rows[band[0]])

    def is_open(self, band: Sequence[int]) -> bool:
        """Whether a band has fewer figures than there are columns."""
        return self.size(band) < self.width

    def components(self) -> list[tuple[tuple[int, ...], ...]]:
        """The open bands, grouped where relations between rows tie them together."""
        groups: list[tuple[set[int], list[tuple[int, ...]]]] = []
        for band in self.bands:
            if self.is_open(band):
                groups.append((set(band), [band]))
        for relation in self.down:
            tied = [group for group in groups if not group[0].isdisjoint(relation.entries)]
            for rows, bands in tied[1:]:
                tied[0][0].update(rows)
                tied[0][1].extend(bands)
                groups.remove((rows, bands))
        return [tuple(sorted(bands)) for _, bands in groups]

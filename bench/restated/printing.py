"""Lines of a report as they are written, with the place of each figure that is tested."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from typing import NamedTuple


class Mark(NamedTuple):
    """A figure of a document: its 1-based line, the numeral, and which it is of those that its line prints alike."""

    line: int
    raw: str
    nth: int = 0


@dataclass(slots=True)
class Sheet:
    """A report that is being written."""

    lines: list[str] = field(default_factory=list)

    def add(self, *lines: str) -> None:
        """Write lines."""
        self.lines += lines

    def row(self, *cells: str) -> int:
        """Write a row of a table, and say its line."""
        self.lines.append("\t".join(cells))
        return len(self.lines)

    @property
    def text(self) -> str:
        """The report."""
        return "\n".join(self.lines) + "\n"


class Money(NamedTuple):
    """How amounts are printed: the unit, its zeros, and whether what is smaller is cut off."""

    unit: str
    zeros: int
    cut: bool = False

    def text(self, won: int) -> str:
        """An amount as printed."""
        scaled = Decimal(won).scaleb(-self.zeros)
        return f"{int(scaled.quantize(Decimal(1), ROUND_DOWN if self.cut else ROUND_HALF_UP)):,}"


THOUSANDS = Money("천원", 3)
MILLIONS = (Money("백만원", 6), Money("백만원", 6, cut=True))


def head(sheet: Sheet, district: str, department: str, year: int, month: int) -> None:
    """The cover: a report of November on its year, or one of February that plans its year."""
    if month == 11:
        sheet.add(f"제2{year % 100}회 {district}의회 제2차 정례회", "", f"{year}. 11. 20. ~ 12. 18.", "")
        sheet.add(f"# {year}년 주요업무 보고", "", department, "")
    else:
        sheet.add(f"{year - 1}. 주요업무 추진실적 및", f"**{year}. 주요업무계획**", "", f"{year}. 02.", "")
        sheet.add(f"**{district} {department}**", "")


def table(sheet: Sheet, titles: Sequence[str], rows: Sequence[Sequence[str]]) -> list[int]:
    """A table with its lines."""
    sheet.row(*titles)
    return [sheet.row(*row) for row in rows]

"""All placings of a small table, found by trying every one: what the solver's answer is held to.

Written from the description of the problem alone, without anything of the solver: a row's figures keep their order, the
rows of a band stand in the same columns, a figure stands only where it is allowed, a relation across holds in every
row, a relation down in every column that adds up, and an empty cell is a zero.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple, Protocol

Band = Sequence[int]


class Figure(Protocol):
    """A printed figure: its value (`None` where it is no number) and its decimals."""

    @property
    def value(self) -> Decimal | None: ...
    @property
    def decimals(self) -> int: ...


class Relation(Protocol):
    """`result` is the sum of the parts of an option, the difference of two, or the per cent of two."""

    @property
    def rule(self) -> str: ...
    @property
    def result(self) -> int: ...
    @property
    def options(self) -> Sequence[Sequence[int]]: ...
    @property
    def is_complete(self) -> bool: ...


class Problem(Protocol):
    """Rows of figures in order, the columns each may stand in, bands of rows, and relations between columns or rows."""

    @property
    def width(self) -> int: ...
    @property
    def rows(self) -> Sequence[Sequence[Figure]]: ...
    @property
    def allowed(self) -> Sequence[Sequence[AbstractSet[int]]]: ...
    @property
    def summable(self) -> AbstractSet[int]: ...
    @property
    def bands(self) -> Sequence[Band]: ...


class TooMany(Exception):
    """There are more placings to try than was asked for."""


Uses = dict[tuple[int, int], Counter[int]]
# Figures have fewer decimals than the first and are smaller than the second by far, however many are added up.
_SHIFT, _PLACE = 10**6, 10**24
# The figures of some rows, each by its column.
Lines = dict[int, dict[int, Figure]]


def count_all(
    problem: Problem, bands: Sequence[Band], across: Sequence[Relation], down: Sequence[Relation], most: int = 2_000_000
) -> tuple[int, Uses]:
    """The number of placings of some bands, and for each (row, figure) how many have it in each column.

    Raises:
        TooMany: more than `most` had to be tried.
    """
    placed: Lines = {}
    for band in problem.bands:
        if len(problem.rows[band[0]]) == problem.width:
            placed.update({row: dict(enumerate(problem.rows[row])) for row in band})
    uses: Uses = {(row, k): Counter() for band in bands for row in band for k in range(len(problem.rows[row]))}
    count = 0
    for placing in _together(_steps(problem, bands, across, down, placed), placed, [most]):
        count += 1
        for band in bands:
            columns = list(placing[band[0]])
            for row in band:
                for k, column in enumerate(columns):
                    uses[row, k][column] += 1
    return count, uses


class _Step:
    """A band to be placed: its choices, and the relations between rows of which it is the last one to be placed."""

    def __init__(self, choices: list[Lines], due: list[Relation], summable: AbstractSet[int]) -> None:
        self.choices, self.due, self.summable = choices, due, sorted(summable)
        self.told = next((told for relation in due if (told := _told(relation, choices)) is not None), None)
        self.seen: dict[int, int] = {}
        self.by_values: dict[int, list[Lines]] = {}
        if self.told is not None:
            for choice in choices:
                self.by_values.setdefault(self._values(choice[self.told.row]), []).append(choice)

    def fitting(self, placed: Lines) -> list[Lines]:
        """The choices that may close the relations; all of them are asked for, but not each is tried by itself."""
        if self.told is None:
            return self.choices
        wanted = sum(sign * self._known(placed[row]) for row, sign in self.told.others)
        return self.by_values.get(wanted, [])

    def closes(self, lines: Lines) -> bool:
        """Whether what is due holds in each column that adds up."""
        return all(
            holds(relation, {row: lines[row][column] for row in entries(relation) if column in lines[row]})
            for relation in self.due
            for column in self.summable
        )

    def _known(self, line: dict[int, Figure]) -> int:
        """The values of a line, worked out once."""
        if id(line) not in self.seen:
            self.seen[id(line)] = self._values(line)
        return self.seen[id(line)]

    def _values(self, line: Mapping[int, Figure]) -> int:
        """The values of a line as one number, a column to each place, so that lines are added by adding numbers."""
        return sum(int((line[c].value or 0) * _SHIFT) * _PLACE**c for c in self.summable if c in line)


class _Told(NamedTuple):
    """A row whose values follow from others, each with a sign."""

    row: int
    others: tuple[tuple[int, int], ...]


def _told(relation: Relation, choices: list[Lines]) -> _Told | None:
    """The row of a band that a relation tells, if it speaks of just one there."""
    if relation.rule == "rate" or len(relation.options) != 1 or not relation.is_complete or not choices:
        return None
    signs = [1, -1] if relation.rule == "difference" else [1] * len(relation.options[0])
    terms = [(relation.result, -1), *zip(relation.options[0], signs, strict=True)]
    mine = [(row, sign) for row, sign in terms if row in choices[0]]
    plain = all(figure.value is not None for choice in choices for line in choice.values() for figure in line.values())
    if len(mine) != 1 or not plain:
        return None
    [(row, sign)] = mine
    return _Told(row, tuple((other, -sign * by) for other, by in terms if other != row))


def _steps(
    problem: Problem, bands: Sequence[Band], across: Sequence[Relation], down: Sequence[Relation], placed: Lines
) -> list[_Step]:
    """The bands in the order in which they are tried, those with the fewest choices first."""
    choices = sorted((list(_alone(problem, band, across)) for band in bands), key=len)
    out, known = [], set(placed)
    for those in choices:
        rows = set(those[0]) if those else set()
        known |= rows
        due = [r for r in down if entries(r) <= known and not entries(r).isdisjoint(rows)]
        out.append(_Step(those, due, problem.summable))
    return out


def _alone(problem: Problem, band: Band, across: Sequence[Relation]) -> Iterator[Lines]:
    """The placings of one band that keep what holds within its rows."""
    for columns in combinations(range(problem.width), len(problem.rows[band[0]])):
        lines = {row: dict(zip(columns, problem.rows[row], strict=True)) for row in band}
        if all(
            all(column in allowed for column, allowed in zip(columns, problem.allowed[row], strict=True))
            and all(holds(relation, lines[row]) for relation in across)
            for row in band
        ):
            yield lines


def _together(steps: Sequence[_Step], placed: Lines, left: list[int]) -> Iterator[Lines]:
    """The placings of several bands; a relation between rows is tried when the last of its rows is placed."""
    if not steps:
        yield placed
        return
    for choice in steps[0].fitting(placed):
        left[0] -= 1
        if left[0] < 0:
            raise TooMany
        now = placed | choice
        if steps[0].closes(now):
            yield from _together(steps[1:], now, left)


def entries(relation: Relation) -> set[int]:
    """All that a relation speaks of."""
    return {relation.result, *(entry for option in relation.options for entry in option)}


def holds(relation: Relation, line: Mapping[int, Figure]) -> bool:
    """Whether a relation holds on a row (figures by column) or in a column (figures by row).

    One option is enough. A result that is not printed is zero if it is always printed where there is one, else it says
    nothing; nor does a figure that is no number.
    """
    result = line.get(relation.result)
    if result is None and not relation.is_complete:
        return True
    return any(_fits(relation.rule, [line.get(part) for part in option], result) for option in relation.options)


def _fits(rule: str, parts: Sequence[Figure | None], result: Figure | None) -> bool:
    if any(figure is not None and figure.value is None for figure in (*parts, result)):
        return True
    values = [figure.value if figure is not None and figure.value is not None else Decimal(0) for figure in parts]
    stated = result.value if result is not None and result.value is not None else Decimal(0)
    if rule == "sum":
        return sum(values) == stated
    if rule == "difference":
        return values[0] - values[1] == stated
    if result is None:
        return True
    if parts[1] is None:
        return stated == 0
    return values[1] == 0 or abs(100 * values[0] / values[1] - stated) <= Decimal(5).scaleb(-result.decimals - 1)

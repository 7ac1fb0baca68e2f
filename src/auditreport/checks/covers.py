"""Lines of a budget and programmes with budgets → which of them are the same money (예산과 사업의 대응).

A cover is a set of lines and a set of programmes of the same amount in sum, and of the same executed sum where both
state it. Such sets are also met by chance. How likely is told by how many pairs of sets were tried and how many values
the sum could have had: amounts spread over their range as figures do, evenly in their logarithm, so that two of them
meet at v, in units of its last digit that is not zero, once in v · ln(largest / smallest) pairs.

A cover is torn where the one measure is the same and the other is not. What differs by one digit only is so near by
chance as seldom as there are few such values, so that amount and executed sum still tell a cover together.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain, combinations, product
from math import comb, log

from auditreport.arithmetic import Operand

# Covers that are likelier by chance than this say nothing; where the executed sums differ, it has to be rarer still.
_MOST_CHANCE = 0.01
_MOST_CHANCE_TORN = 0.001
# So many figures differ from one by a digit.
_SLIPS = 50
_DIGITS = 10
_MOST_ENTRIES = 4
# Of so many pairs of sets some meet by chance anyway.
_MOST_TRIED = 100_000
_SIZES = sorted(product(range(1, _MOST_ENTRIES + 1), repeat=2), key=lambda size: (sum(size), max(size)))


@dataclass(frozen=True, eq=False, slots=True)
class Entry:
    """A line of a budget, or the budget of a programme; `executed` is `None` where it is not stated."""

    title: str
    amount: Operand
    executed: Operand | None


@dataclass(frozen=True, slots=True)
class Cover:
    """Lines and programmes of the same sum; `amounts` and `executed` tell in which measure, `None` if not stated."""

    lines: tuple[Entry, ...]
    programmes: tuple[Entry, ...]
    amounts: bool
    executed: bool | None

    @classmethod
    def of(cls, lines: tuple[Entry, ...], programmes: tuple[Entry, ...]) -> Cover:
        """Compare lines and programmes."""
        one, other = _executed(lines), _executed(programmes)
        executed = None if one is None or other is None else one == other
        return cls(lines, programmes, _amount(lines) == _amount(programmes), executed)

    @property
    def is_torn(self) -> bool:
        """Whether they differ in a measure."""
        return not self.amounts or self.executed is False

    @property
    def is_titled(self) -> bool:
        """Whether it is one line and one programme of the same title."""
        return len(self.lines) == len(self.programmes) == 1 and self.lines[0].title == self.programmes[0].title

    @property
    def is_told_twice(self) -> bool:
        """Whether two measures tell it, so that one is left where a figure of the other is wrong."""
        return self.executed is True and _executed(self.lines) not in (0, _amount(self.lines))

    def is_made_of_smaller(self) -> bool:
        """Whether some of its lines are as much as some of its programmes, so that the others are too."""
        if min(len(self.lines), len(self.programmes)) == 1:
            return False
        measure = _amount if self.amounts else _executed
        some, others = ({measure(part) for part in _parts(side)} for side in (self.lines, self.programmes))
        return not some.isdisjoint(others)

    def is_alone(self, covers: Iterable[Cover]) -> bool:
        """Whether no other of the covers holds an entry of it; the same title goes before other titles."""
        rivals = [one for one in covers if one is not self and not set(one.entries).isdisjoint(self.entries)]
        return not any(one.is_titled or not self.is_titled for one in rivals)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All that stand in it."""
        return *self.lines, *self.programmes


def find_covers(lines: Sequence[Entry], programmes: Sequence[Entry]) -> list[Cover]:
    """The covers that are unique and rare by chance, the smallest first, no entry in two of them.

    Those whose executed sums differ are looked for among the entries that are left in the end.
    """
    search = _Search.of(lines, programmes)
    found: list[Cover] = []
    for is_torn in (False, True):
        while (cover := next(search.covers(is_torn), None)) is not None:
            found.append(cover)
            search = search.without(cover)
    return found


@dataclass(frozen=True, slots=True)
class _Search:
    lines: tuple[Entry, ...]
    programmes: tuple[Entry, ...]
    spread: float

    @classmethod
    def of(cls, lines: Iterable[Entry], programmes: Iterable[Entry]) -> _Search:
        left, right = (tuple(one for one in side if one.amount.value > 0) for side in (lines, programmes))
        amounts = [one.amount.value for one in (*left, *right)]
        spread = log(max(amounts) / min(amounts)) if amounts else 0.0
        return cls(left, right, max(1.0, spread))

    def without(self, cover: Cover) -> _Search:
        lines, programmes = (
            tuple(one for one in side if one not in cover.entries) for side in (self.lines, self.programmes)
        )
        return _Search(lines, programmes, self.spread)

    def covers(self, is_torn: bool) -> Iterator[Cover]:
        """The covers that count, by size; `is_torn`: those whose executed sums differ."""
        tried = 0
        for n, m in _SIZES:
            pairs = comb(len(self.lines), n) * comb(len(self.programmes), m)
            tried += pairs
            if tried > _MOST_TRIED:
                break
            if not pairs:
                continue
            met = [
                cover
                for cover in self._met(n, m, is_torn)
                if cover.is_torn == is_torn and self._is_rare(cover, tried) and not cover.is_made_of_smaller()
            ]
            yield from (cover for cover in met if cover.is_alone(met))

    def _met(self, n: int, m: int, is_torn: bool) -> Iterator[Cover]:
        """All sets of `n` lines and `m` programmes of the same amount; if `is_torn`, also of the same executed sum."""
        sums: dict[object, list[tuple[Entry, ...]]] = {}
        for programmes in combinations(self.programmes, m):
            for key in _keys(programmes, is_torn):
                sums.setdefault(key, []).append(programmes)
        for lines in combinations(self.lines, n):
            met = chain.from_iterable(sums.get(key, ()) for key in _keys(lines, is_torn))
            yield from (Cover.of(lines, programmes) for programmes in dict.fromkeys(met))

    def _is_rare(self, cover: Cover, tried: int) -> bool:
        if cover.is_titled:
            tried = sum(one.title == other.title for one in self.lines for other in self.programmes)
        amount, executed = _amount(cover.lines), _executed(cover.lines)
        chance = tried / (_steps(amount) * self.spread)
        if not cover.amounts:
            if not _is_near(amount, _amount(cover.programmes)):
                return False
            chance *= _SLIPS
        # What was spent may be any part of the amount; that all or nothing was spent twice tells little.
        used = _executed(cover.programmes)
        if executed and used and amount not in (executed, used):
            if cover.executed:
                chance /= _steps(executed)
            elif _is_near(executed, used):
                chance *= min(1, _SLIPS / min(_steps(executed), _steps(used)))
        # One title and one amount tell by themselves what is the same money.
        is_told = not cover.is_torn or (cover.is_titled and cover.amounts)
        return chance < (_MOST_CHANCE if is_told else _MOST_CHANCE_TORN)


def _keys(entries: Sequence[Entry], is_torn: bool) -> Iterator[object]:
    yield "amount", _amount(entries)
    if is_torn and (executed := _executed(entries)):
        yield "executed", executed


def _amount(entries: Iterable[Entry]) -> Decimal:
    return sum((one.amount.value for one in entries), Decimal(0))


def _executed(entries: Iterable[Entry]) -> Decimal | None:
    out = Decimal(0)
    for one in entries:
        if one.executed is None:
            return None
        out += one.executed.value
    return out


def _parts(entries: Sequence[Entry]) -> Iterator[tuple[Entry, ...]]:
    return chain.from_iterable(combinations(entries, size) for size in range(1, len(entries)))


def _is_near(one: Decimal, other: Decimal) -> bool:
    """Whether one other digit makes a sum of another: 2,330 and 2,340."""
    return 0 < _steps(abs(one - other)) < _DIGITS


def _steps(value: Decimal) -> int:
    """A value in units of its last digit that is not zero: 2,330,000 is 233 of them."""
    return int(format(value, "f").replace(".", "").strip("0"))

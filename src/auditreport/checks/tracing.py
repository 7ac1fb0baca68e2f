"""Claims that do not hold → their causes: the fewest figures that, were they others, would settle them (원인 추적)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditreport.arithmetic import Interval, Operand
from auditreport.checks.claims import Claim
from auditreport.checks.solving import both, printed_values, slips, solve

# Where contradictions share more figures than this, none of them can be told to be the one that is wrong.
_MOST_TRACED = 5_000
# Measures that may be negative.
_SIGNED = ("gap", "change", "change_rate", "balance")
# Figures of an equation this long are hardly the same by chance.
_LONG = 3

Strictly = Callable[[Claim], bool]


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A figure that alone would settle a contradiction.

    `instead` is the one value that would, if it is but one; `is_near`: a slip of the pen away, such as one digit.
    """

    operand: Operand
    instead: Decimal | None
    is_near: bool

    @property
    def is_negative(self) -> bool:
        """Whether a figure that is not negative would have to be so."""
        return self.instead is not None and self.instead < 0 <= self.operand.value


@dataclass(frozen=True, slots=True)
class Cause:
    """Claims that one figure would settle, and the figures that would, likeliest first."""

    claims: tuple[Claim, ...]
    suspicions: tuple[Suspicion, ...]


def trace(broken: Sequence[Claim], held: Iterable[Claim], strictly: Strictly) -> list[Cause]:
    """The causes of claims that do not hold, each claim under one of them.

    A figure is suspected where another value of it closes all that is broken around it, and breaks the least of what
    holds. Among equals those come first that one other digit would settle.

    Args:
        broken: claims that do not hold.
        held: claims that hold.
        strictly: whether a claim has to close in the figures as printed.
    """
    holding: dict[int, list[Claim]] = {}
    for claim in held:
        for operand in claim.operands:
            holding.setdefault(operand.index, []).append(claim)
    causes: list[Cause] = []
    for group in _connected(broken):
        if sum(len(claim.operands) for claim in group) > _MOST_TRACED:
            causes.extend(Cause((claim,), (_result_of(claim),)) for claim in group)
            continue
        remaining = list(group)
        while remaining:
            cause = _likeliest(remaining, holding, strictly)
            causes.append(cause)
            settled = set(map(id, cause.claims))
            remaining = [claim for claim in remaining if id(claim) not in settled]
    return _merged(causes)


def _merged(causes: Sequence[Cause]) -> list[Cause]:
    """Totals of one column, or row, of a table that all fail are one contradiction: how the total was made."""
    groups: dict[Hashable, list[Cause]] = {}
    for cause in causes:
        claim = cause.claims[0]
        alone = len(cause.claims) > 1 or claim.family is None or claim.relation != "sum"
        groups.setdefault(id(cause) if alone else (claim.family, claim.table), []).append(cause)
    out = []
    for group in groups.values():
        if len(group) == 1:
            out.append(group[0])
            continue
        claims = [cause.claims[0] for cause in group]
        out.append(Cause(tuple(claims), tuple(map(_result_of, claims))))
    return out


def _result_of(claim: Claim) -> Suspicion:
    """The figure that a claim computes, as what is computed."""
    return Suspicion(claim.result, claim.result.value - claim.off, is_near=False)


def _connected(claims: Sequence[Claim]) -> Iterator[list[Claim]]:
    """Groups of claims that share figures."""
    around: dict[int, list[Claim]] = {}
    for claim in claims:
        for operand in claim.operands:
            around.setdefault(operand.index, []).append(claim)
    seen: set[int] = set()
    for claim in claims:
        group, queue = [], [claim]
        while queue:
            one = queue.pop()
            if id(one) in seen:
                continue
            seen.add(id(one))
            group.append(one)
            queue.extend(other for operand in one.operands for other in around[operand.index])
        if group:
            yield group


@dataclass(slots=True)
class _Try:
    operand: Operand
    settled: list[Claim]
    bounds: Interval
    harm: int

    @property
    def score(self) -> tuple[int, int]:
        return len(self.settled) - self.harm, len(self.settled)


def _likeliest(claims: Sequence[Claim], holding: dict[int, list[Claim]], strictly: Strictly) -> Cause:
    operands = {operand.index: operand for claim in claims for operand in claim.operands}
    tries = [_try(operand, claims, holding.get(index, ()), strictly) for index, operand in operands.items()]
    best = max(tries, key=lambda one: one.score)
    settled = set(map(id, best.settled))
    equal = [one for one in tries if one.score == best.score and set(map(id, one.settled)) == settled]
    found = [_suspicion(one) for one in equal]
    # A slip of the pen is likelier than another figure altogether, and that likelier than a negative count.
    near = [one for one in found if one.is_near]
    possible = [one for one in found if not one.is_negative]
    return Cause(tuple(best.settled), tuple(_odd(near, best.settled) or near or possible or found))


def _odd(near: Sequence[Suspicion], claims: Sequence[Claim]) -> list[Suspicion]:
    """The figure that a slip made different from others of its equation: 48,940 beside 48,840 and 48,840."""
    [claim, *rest] = claims
    if rest or len(near) < 2:
        return []
    values = Counter(operand.value for operand in claim.operands[:-1])
    long = [one for one in near if one.operand.digits >= _LONG]
    return [one for one in long if one.instead is not None and values[one.instead] > 1]


def _try(operand: Operand, claims: Sequence[Claim], held: Sequence[Claim], strictly: Strictly) -> _Try:
    """The most of `claims` that one other value of a figure would settle."""
    # Rules look figures up for themselves: one figure is several operands with one number.
    own = [claim for claim in claims if any(other.index == operand.index for other in claim.operands)]
    ranges = [solve(claim, operand, strictly=strictly(claim)) for claim in own]
    best: list[Claim] = []
    bounds = Interval(Decimal(0), Decimal(0))
    for start in ranges:
        common, group = start, []
        for claim, interval in zip(own, ranges, strict=True):
            narrowed = both(common, interval)
            if narrowed.low <= narrowed.high:
                common = narrowed
                group.append(claim)
        if len(group) > len(best):
            best, bounds = group, common
    harm = 0
    for claim in held:
        interval = both(bounds, solve(claim, operand, strictly=strictly(claim)))
        harm += interval.low > interval.high
    return _Try(operand, best, bounds, harm)


def _suspicion(one: _Try) -> Suspicion:
    """What a figure would have to be; a dash that stands for zero is no figure with a wrong digit."""
    low, high = one.bounds
    has_digits = any(char.isdigit() for char in one.operand.fact.raw)
    # A table may hold changes; one whose figures are all positive hardly does.
    beside = any(other.value < 0 for claim in one.settled for other in claim.operands)
    signed = beside or one.operand.fact.concept.endswith(_SIGNED)
    near = [
        value
        for value in slips(one.operand)
        if has_digits and low <= value <= high and (signed or value * one.operand.value >= 0)
    ]
    chosen = near if len(near) == 1 else printed_values(one.operand, one.bounds)
    return Suspicion(one.operand, chosen[0] if len(chosen) == 1 else None, bool(near))

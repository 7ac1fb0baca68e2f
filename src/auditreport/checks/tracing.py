"""Claims that do not hold → their causes: the fewest figures that, were they others, would settle them (원인 추적)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from auditreport.arithmetic import Interval, Operand
from auditreport.checks.claims import Claim
from auditreport.checks.solving import both, is_one_digit, printed_values, solve

Strictly = Callable[[Claim], bool]


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A figure that alone would settle a contradiction; `instead`: the one value that would, if it is but one."""

    operand: Operand
    instead: Decimal | None
    is_near: bool


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
    causes = []
    for group in _connected(broken):
        remaining = list(group)
        while remaining:
            cause = _likeliest(remaining, holding, strictly)
            causes.append(cause)
            settled = set(map(id, cause.claims))
            remaining = [claim for claim in remaining if id(claim) not in settled]
    return causes


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
    # A figure that is stated as the result is as likely wrong as each of its parts; one other digit is likelier.
    near = [one for one in found if one.is_near]
    return Cause(tuple(best.settled), tuple(near or found))


def _try(operand: Operand, claims: Sequence[Claim], held: Sequence[Claim], strictly: Strictly) -> _Try:
    """The most of `claims` that one other value of a figure would settle."""
    own = [claim for claim in claims if operand in claim.operands]
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
    values = printed_values(one.operand, one.bounds)
    has_digits = any(char.isdigit() for char in one.operand.fact.raw)
    near = [value for value in values if has_digits and is_one_digit(one.operand, value)]
    chosen = near if len(near) == 1 else values
    return Suspicion(one.operand, chosen[0] if len(chosen) == 1 else None, bool(near))

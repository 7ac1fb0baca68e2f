"""Claims of one report → how it rounds (반올림 관행), told by its own equations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from auditreport.checks.claims import Claim
from auditreport.schemas.discrepancy import RoundingHabit

# So many figures have to tell one habit from the others, and so many times more than tell another.
_LEAST = 2
_CLEARLY = 4
# So many sums of one table that close in the figures as printed: chance seldom closes that many sums of rounded rows.
_STRICT = 8
_MODES: dict[RoundingHabit, str] = {
    "half_up": ROUND_HALF_UP,
    "half_even": ROUND_HALF_EVEN,
    "cut_off": ROUND_FLOOR,
}


@dataclass(frozen=True, slots=True)
class Habits:
    """How a report rounds.

    Attributes:
        rounding: its habit.
        strict: tables, by block and part, whose sums all close in the figures as printed.
    """

    rounding: RoundingHabit
    strict: frozenset[tuple[int, int]]

    def strictly(self, claim: Claim) -> bool:
        """Whether a claim has to close in the figures as printed."""
        return claim.table in self.strict or not any(operand.half for operand in claim.operands)

    def may_cut(self) -> bool:
        """Whether figures may be cut off instead of rounded."""
        return self.rounding in ("cut_off", "unknown", "summed_rounded")


def infer(claims: Iterable[Claim]) -> Habits:
    """The habits that the equations of a report show."""
    votes: Counter[RoundingHabit] = Counter()
    exact: Counter[tuple[int, int]] = Counter()
    rounded: Counter[tuple[int, int]] = Counter()
    for claim in claims:
        if claim.relation == "rate":
            votes.update(_votes(claim))
        elif claim.closes and claim.relation in ("sum", "difference") and claim.result.at.row is not None:
            (exact if claim.is_exact else rounded)[claim.table] += 1
    strict = frozenset(table for table, count in exact.items() if count >= _STRICT * (1 + 2 * rounded[table]))
    return Habits(_winner(votes) or ("summed_rounded" if strict and not rounded else "unknown"), strict)


def _votes(claim: Claim) -> list[RoundingHabit]:
    """The habits that give a printed rate, where not all of them do."""
    part, whole, rate = claim.operands
    if not whole.value:
        return []
    unit = Decimal(1).scaleb(-rate.fact.decimals)
    given = abs(part.value * 100 / whole.value)
    fitting = [name for name, mode in _MODES.items() if given.quantize(unit, mode) == abs(rate.value)]
    return fitting if len(fitting) < len(_MODES) else []


def _winner(votes: Counter[RoundingHabit]) -> RoundingHabit | None:
    """The habit that clearly more figures show than any other; half up where half even shows as often."""
    ranked = sorted(_MODES, key=lambda name: -votes[name])
    best = ranked[0]
    others = max(votes[name] for name in ranked[1:] if {name, best} != {"half_up", "half_even"})
    return best if votes[best] >= _LEAST and votes[best] >= _CLEARLY * others else None

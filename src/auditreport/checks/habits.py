"""Claims of one report → how it rounds (반올림 관행), told by its own equations."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal

from auditreport.checks.claims import Claim
from auditreport.checks.cutting import leaning
from auditreport.schemas.discrepancy import RoundingHabit

# So many figures have to tell one habit from the others, and so many times more than tell another.
_LEAST = 2
_CLEARLY = 4
# So many sums of one table that close in the figures as printed: chance seldom closes that many sums of rounded rows.
_STRICT = 8
# So many rounded sums and differences that all miss to the side to which cutting off makes them miss.
_LEANING = 6
# So many that miss to the other side are more than one wrong figure explains.
_ASTRAY = 4
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
        is_even: whether its sums miss to both sides, as no figures do that are cut off.
    """

    rounding: RoundingHabit
    strict: frozenset[tuple[int, int]]
    is_even: bool = False

    def strictly(self, claim: Claim) -> bool:
        """Whether a claim has to close in the figures as printed."""
        return claim.table in self.strict or not any(operand.half for operand in claim.operands)

    def may_cut(self) -> bool:
        """Whether figures may be cut off instead of rounded."""
        return self.rounding == "cut_off" or (self.rounding in ("unknown", "summed_rounded") and not self.is_even)


def infer(claims: Iterable[Claim]) -> Habits:
    """The habits that the equations of a report show."""
    votes: Counter[RoundingHabit] = Counter()
    exact: Counter[tuple[int, int]] = Counter()
    rounded: Counter[tuple[int, int]] = Counter()
    leanings: Counter[int] = Counter()
    for claim in claims:
        leanings[leaning(claim)] += 1
        if claim.relation == "rate":
            votes.update(_votes(claim))
        elif claim.closes and claim.relation in ("sum", "difference") and claim.result.at.row is not None:
            (exact if claim.is_exact else rounded)[claim.table] += 1
    strict = frozenset(table for table, count in exact.items() if count >= _STRICT * (1 + 2 * rounded[table]))
    told = _winner(votes)
    if told is None and leanings[1] >= _LEANING and not leanings[-1]:
        told = "cut_off"
    is_even = leanings[-1] >= _ASTRAY and leanings[-1] * _CLEARLY >= leanings[1]
    return Habits(told or ("summed_rounded" if strict and not rounded else "unknown"), strict, is_even)


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

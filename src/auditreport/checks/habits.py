"""Claims of one report → how it rounds (반올림 관행), told by its own equations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from math import log, pi

from auditreport.checks.claims import Claim
from auditreport.checks.cutting import is_cut, leaning
from auditreport.schemas.discrepancy import RoundingHabit

# So many figures have to tell one habit from the others, and so many times more than tell another.
_LEAST = 2
_CLEARLY = 4
# How unlikely it is, in powers of e, that all sums of rounded figures close as printed which do: so much shows that
# totals were added up as printed; so much more for each figure because of which some do not.
_STRICT = 2
_STRICT_FOR_ONE = 4
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
        strict: where sums close in the figures as printed, by table and precision.
        is_even: whether its sums miss to both sides, as no figures do that are cut off.
    """

    rounding: RoundingHabit
    strict: frozenset[Hashable]
    is_even: bool = False

    def strictly(self, claim: Claim) -> bool:
        """Whether a claim has to close in the figures as printed."""
        return _place(claim) in self.strict or not any(operand.half for operand in claim.operands)

    def may_round(self, claim: Claim) -> bool:
        """Whether a claim may close by rounding only.

        No sum may where all others close as printed, and none that misses to the wrong side where figures are cut off.
        """
        if claim.relation == "rate":
            return True
        return _place(claim) not in self.strict and (self.rounding != "cut_off" or is_cut(claim))

    def may_cut(self) -> bool:
        """Whether figures may be cut off instead of rounded."""
        return self.rounding == "cut_off" or (self.rounding in ("unknown", "summed_rounded") and not self.is_even)


def infer(claims: Sequence[Claim]) -> Habits:
    """The habits that the equations of a report show."""
    votes = Counter(vote for claim in claims if claim.relation == "rate" for vote in _votes(claim))
    leanings = Counter(map(leaning, claims))
    strict, is_rounded = _strict(claims)
    told = _winner(votes)
    if told is None and leanings[1] >= _LEANING and not leanings[-1]:
        told = "cut_off"
    is_even = leanings[-1] >= _ASTRAY and leanings[-1] * _CLEARLY >= leanings[1]
    return Habits(told or ("summed_rounded" if strict and not is_rounded else "unknown"), strict, is_even)


def _strict(claims: Iterable[Claim]) -> tuple[frozenset[Hashable], bool]:
    """Where totals are added up as printed, by table and precision, and whether any sum closes by rounding only.

    What a table shows by itself counts as well as what all figures of one precision show together.
    """
    evidence: dict[Hashable, float] = defaultdict(float)
    rounded: dict[Hashable, list[Claim]] = {}
    shared: dict[Hashable, Hashable] = {}
    for claim in claims:
        if claim.closes and claim.relation in ("sum", "difference") and claim.result.half:
            fact = claim.result.fact
            shared[_place(claim)] = (fact.unit, fact.decimals)
            for key in (_place(claim), shared[_place(claim)]):
                if claim.is_exact:
                    evidence[key] += _evidence(claim)
                else:
                    rounded.setdefault(key, []).append(claim)
    shown = {key for key in evidence if evidence[key] >= _STRICT + _STRICT_FOR_ONE * _figures(rounded.get(key, ()))}
    return frozenset(place for place, key in shared.items() if not shown.isdisjoint((place, key))), bool(rounded)


def _place(claim: Claim) -> Hashable:
    return claim.table, claim.result.fact.unit, claim.result.fact.decimals


def _evidence(claim: Claim) -> float:
    """How unlikely an exact sum of so many rounded figures is: about √(6 / π(n + 1)) for a sum of n of them."""
    parts = sum(bool(operand.value) for operand in claim.operands[:-1])
    return max(0.0, log(pi * (parts + 1) / 6) / 2)


def _figures(claims: Sequence[Claim]) -> int:
    """How many figures, if they alone were wrong, would explain that these claims close by rounding only."""
    left, count = list(claims), 0
    while left:
        found = Counter(operand.index for claim in left for operand in claim.operands)
        [(index, _)] = found.most_common(1)
        left = [claim for claim in left if all(operand.index != index for operand in claim.operands)]
        count += 1
    return count


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

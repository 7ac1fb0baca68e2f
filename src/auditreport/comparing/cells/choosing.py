"""All figures that fit an indicator → one for each year and phase, or a list of those that stand against each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from auditreport.arithmetic import Interval
from auditreport.comparing.cells.found import Found, find
from auditreport.comparing.cells.labels import Fit, describes
from auditreport.comparing.phases import Timed, timed
from auditreport.schemas.comparison import Phase, Undecided
from auditreport.schemas.indicator import Indicator
from auditreport.schemas.material import Material
from auditreport.vocab.comparing import comparing


class Place(NamedTuple):
    """A place of the table of one report: one figure belongs there."""

    indicator: str
    programme: str | None
    year: int
    phase: Phase | None
    as_of: str | None
    unit: str


class Chosen(NamedTuple):
    """The figure of a place.

    Attributes:
        place: where it belongs.
        found: all that state it, the most precise first.
        is_rate_date: whether its reference date is printed at the rate of its row only.
    """

    place: Place
    found: tuple[Found, ...]
    is_rate_date: bool


def choose(material: Material, indicators: Mapping[str, Indicator]) -> tuple[list[Chosen], list[Undecided]]:
    """The figures of a report for each place, and what cannot be decided."""
    chosen: list[Chosen] = []
    undecided: list[Undecided] = []
    found, several = _of_one_indicator(find(material, indicators), material)
    undecided += several
    open_ones = [one for one in found if one.fact.status == "ambiguous"]
    certain = [one for one in found if one.fact.status != "ambiguous"]
    times = {fact.id: time for fact, time in zip(material.facts, timed(material), strict=True)}
    for one in open_ones:
        if _may_be_whole(one):
            undecided.append(_undecided((one,), material, "ambiguous"))
    for group in _by_subject(certain).values():
        best = _best(group)
        if best:
            settled, against = _settle(best, times, material)
            chosen += settled
            undecided += against
        elif len({one.fact.value for one in group}) > 1:
            undecided.append(_undecided(group, material, "parts"))
    return _with_untold(chosen), undecided


def _of_one_indicator(found: Iterable[Found], material: Material) -> tuple[list[Found], list[Undecided]]:
    """Those that fit one indicator only; the others are listed."""
    by_fact: dict[str, list[Found]] = {}
    for one in found:
        by_fact.setdefault(one.fact.id, []).append(one)
    out: list[Found] = []
    several: list[Undecided] = []
    for group in by_fact.values():
        whole = [one for one in group if one.fit is not Fit.PART] or group
        if len(whole) == 1:
            out += whole
        elif whole[0].fit is not Fit.PART:
            several.append(_undecided(whole, material, "indicators"))
    return out, several


def _by_subject(found: Iterable[Found]) -> dict[tuple[object, ...], list[Found]]:
    """By indicator, programme, year and kind of unit; a figure of no single year belongs nowhere."""
    out: dict[tuple[object, ...], list[Found]] = {}
    for one in found:
        if one.fact.period.year is not None:
            key = (one.indicator.id, one.programme, one.fact.period.year, one.fact.unit)
            out.setdefault(key, []).append(one)
    return out


def _best(group: Sequence[Found]) -> list[Found]:
    """Those that the labels fit best; of parts, the only one, if it describes the whole."""
    group = _of_all_funds(group)
    for how in (Fit.CLOSE, Fit.LOOSE):
        best = [one for one in group if one.fit is how]
        if best:
            return best
    if len(group) != 1:
        return []
    [only] = group
    finding = only.indicator.find
    return [only] if finding is not None and describes(only.fact, finding) else []


def _of_all_funds(group: Sequence[Found]) -> Sequence[Found]:
    """Without the sources of funds where the whole is stated beside them; the only source is the whole."""
    whole = [one for one in group if "fund" not in one.fact.dims]
    funds = {one.fact.dims.get("fund") for one in group}
    if whole:
        return whole
    return group if len(funds) == 1 else []


def _settle(
    best: Sequence[Found], times: Mapping[str, Timed], material: Material
) -> tuple[list[Chosen], list[Undecided]]:
    """One figure for each phase and date, if all that state it agree."""
    by_place: dict[Place, list[Found]] = {}
    for one in best:
        fact, time = one.fact, times[one.fact.id]
        if fact.period.year is not None:
            place = Place(one.indicator.id, one.programme, fact.period.year, time.phase, time.as_of, fact.unit)
            by_place.setdefault(place, []).append(one)
    chosen: list[Chosen] = []
    against: list[Undecided] = []
    for place, group in by_place.items():
        group.sort(key=lambda one: -one.fact.decimals)
        if all(_agree(group[0], one) for one in group[1:]):
            chosen.append(Chosen(place, tuple(group), times[group[0].fact.id].note is not None))
        else:
            against.append(_undecided(group, material, "several"))
    return chosen, against


def _agree(fine: Found, coarse: Found) -> bool:
    """Whether a figure prints the same value as a finer one: rounded, or cut off."""
    value, other = Decimal(fine.fact.value), Decimal(coarse.fact.value)
    unit = Decimal(1).scaleb(-coarse.fact.decimals)
    printed = Interval.printed(other, coarse.fact.decimals)
    return printed.meets(Interval.printed(value, fine.fact.decimals)) or 0 <= abs(value) - abs(other) < unit


def _with_untold(chosen: Sequence[Chosen]) -> list[Chosen]:
    """A figure without a phase or a date joins the one that has it, where only one does and says the same."""
    out: list[Chosen] = []
    joined: dict[Place, list[Found]] = {}
    for one in chosen:
        twins = [
            other.place
            for other in chosen
            if other is not one and _tells_more(other.place, one.place) and _same(other.found[0], one.found[0])
        ]
        if len(twins) == 1:
            joined.setdefault(twins[0], []).extend(one.found)
        else:
            out.append(one)
    return [_joined(one, joined.get(one.place, ())) for one in out]


def _joined(one: Chosen, more: Sequence[Found]) -> Chosen:
    found = sorted((*one.found, *more), key=lambda found: -found.fact.decimals)
    return one._replace(found=tuple(found))


def _tells_more(place: Place, other: Place) -> bool:
    """Whether a place is the other with a phase or a date that this one does not have."""
    if (place.phase, place.as_of) == (other.phase, other.as_of):
        return False
    phase = other.phase in (None, place.phase)
    return phase and other.as_of in (None, place.as_of) and place[:3] == other[:3] and place.unit == other.unit


def _same(one: Found, other: Found) -> bool:
    fine, coarse = sorted((one, other), key=lambda found: -found.fact.decimals)
    return _agree(fine, coarse)


def _may_be_whole(one: Found) -> bool:
    """Whether a figure of uncertain column may be the whole."""
    return one.fit is not Fit.PART and (one.indicator.concept is None or {} in one.fact.candidates)


def _undecided(group: Sequence[Found], material: Material, code: str) -> Undecided:
    reason = comparing().say("undecided", code)
    return Undecided(
        indicators=tuple(dict.fromkeys(one.indicator.id for one in group)),
        facts=tuple(dict.fromkeys(one.fact.id for one in group)),
        year=group[0].fact.period.year,
        programme=group[0].programme or group[0].fact.programme,
        path=material.path,
        reason=reason.en,
        reason_ko=reason.ko,
    )

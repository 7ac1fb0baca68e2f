"""Reports of one department in the order of time → each figure that a later one prints again, same or changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from auditreport import vocab
from auditreport.comparing.made import Made, made
from auditreport.comparing.phases import Timed, timed
from auditreport.comparing.restatements.agreement import agree
from auditreport.comparing.restatements.subjects import ProgrammeKey, Stated, Subject, same_title, stated
from auditreport.schemas import Fact, Meta
from auditreport.schemas.comparison import OtherPhase, Restatement
from auditreport.schemas.material import Material

SameDepartment = Callable[[Meta, Meta], bool]
_TO_DATE = "executed_to_date"


class _Place(NamedTuple):
    """A figure of a report, with its phase and the topic of its table."""

    fact: Fact
    timed: Timed
    topic: str | None


class _Told(NamedTuple):
    """A report with its figures by what they are about."""

    material: Material
    made: Made
    places: dict[Subject, list[_Place]]


def same_department(one: Meta, other: Meta) -> bool:
    """Whether two reports name the same district and the same department."""
    named = (one.district, one.department)
    return None not in named and named == (other.district, other.department)


def find_restatements(
    materials: Sequence[Material],
    same: SameDepartment = same_department,
    programme_key: ProgrammeKey = same_title,
) -> tuple[tuple[Restatement, ...], tuple[OtherPhase, ...]]:
    """Figures about a year that a later report prints again: the same or changed, and those of another phase.

    Figures are compared where each report has one that can be meant, or several that say the same. What a report says
    of its own year is what it was then, not a restatement, unless both name one phase, or one day up to which they
    count. A figure is held against the latest report before that has it in the same phase.

    Args:
        materials: the reports, in any order.
        same: whether two reports are of one department.
        programme_key: what a programme is called in other reports.
    """
    told = sorted((_tell(material, programme_key) for material in materials), key=_when)
    again: list[Restatement] = []
    other: list[OtherPhase] = []
    for at, now in enumerate(told):
        before = [then for then in reversed(told[:at]) if _is_before(then, now) and _may_meet(then, now, same)]
        for subject in now.places:
            for place in _distinct(now.places[subject]):
                _hold(subject, place, now, before, (again, other))
    return tuple(again), tuple(other)


def _tell(material: Material, programme_key: ProgrammeKey) -> _Told:
    phases = timed(material)
    places: dict[Subject, list[_Place]] = defaultdict(list)
    for one in stated(material, programme_key):
        places[one.subject].append(_place(material, one, phases))
    return _Told(material, made(material.meta, material.facts), dict(places))


def _place(material: Material, one: Stated, phases: Sequence[Timed]) -> _Place:
    return _Place(material.facts[one.at], phases[one.at], one.topic)


def _when(told: _Told) -> date:
    """When a report was made; without a day, the end of a year that it closes, or the beginning of one it plans."""
    when = told.made
    if when.day is not None:
        return when.day
    if when.year is None:
        return date.min
    return date(when.year, 12, 31) if when.closes else date(when.year, 1, 1)


def _is_before(then: _Told, now: _Told) -> bool:
    return then.made.text is not None and now.made.text is not None and _when(then) < _when(now)


def _may_meet(then: _Told, now: _Told, same: SameDepartment) -> bool:
    return then.material.sha256 != now.material.sha256 and same(then.material.meta, now.material.meta)


def _distinct(places: Sequence[_Place]) -> Iterator[_Place]:
    """One place for each topic and phase, the finest printed; none where a report says two different things."""
    groups: dict[tuple[str | None, str | None, str | None], list[_Place]] = defaultdict(list)
    for place in places:
        groups[place.topic, place.timed.phase, place.timed.as_of].append(place)
    for group in groups.values():
        one = _one(group)
        if one is not None:
            yield one


def _one(places: Sequence[_Place]) -> _Place | None:
    """The figure that several places print, in the finest unit; `None` where they differ, or there is none."""
    finest = max(places, key=lambda place: place.fact.decimals, default=None)
    if finest is None or any(agree(finest.fact, place.fact) == "different" for place in places):
        return None
    return finest


def _hold(
    subject: Subject,
    now: _Place,
    report: _Told,
    before: Sequence[_Told],
    found: tuple[list[Restatement], list[OtherPhase]],
) -> None:
    """Hold a figure against the reports before, the latest first."""
    again, other = found
    is_noted = False
    for earlier in before:
        then, note = _counterpart(subject, now, earlier, report)
        if then is None:
            continue
        if note is None:
            again.append(_restatement(subject, (then, earlier), (now, report)))
            return
        if not is_noted:
            other.append(_other_phase(subject, (then, earlier), (now, report), note))
            is_noted = True


def _counterpart(subject: Subject, now: _Place, earlier: _Told, report: _Told) -> tuple[_Place | None, str | None]:
    """The figure of an earlier report about the same, and why they are not compared, if they are not."""
    fit = [place for place in earlier.places.get(subject, ()) if _topics_meet(place.topic, now.topic)]
    comparable = [place for place in fit if _obstacle(place, now, report) is None]
    if comparable:
        return _one(comparable), None
    then = _one(fit)
    return then, (_obstacle(then, now, report) if then is not None else None)


def _topics_meet(one: str | None, other: str | None) -> bool:
    return one is None or other is None or one == other


def _obstacle(then: _Place, now: _Place, report: _Told) -> str | None:
    """Why two figures about the same are no restatement of each other: the name of a note, empty if phases tell all."""
    one, other = then.timed, now.timed
    if one.phase is not None and other.phase is not None:
        if one.phase != other.phase:
            return ""
        is_dated = one.as_of is not None and one.as_of == other.as_of
        return None if one.phase != _TO_DATE or is_dated else "days"
    if one.phase is not None or other.phase is not None:
        return None if agree(then.fact, now.fact) != "different" else "one_untold"
    if one.as_of is not None and other.as_of is not None:
        return None if one.as_of == other.as_of else "days"
    looks_back = report.made.year is not None and (now.fact.period.year or 0) < report.made.year
    return None if looks_back else "days"


_Sided = tuple[_Place, _Told]


def _restatement(subject: Subject, then: _Sided, now: _Sided) -> Restatement:
    how = agree(then[0].fact, now[0].fact)
    note: str | None = how if how in ("coarser", "cut") else None
    if how == "different" and subject.concept == "budget.amount" and now[0].timed.phase is None:
        note = "untold"
    return Restatement(
        fact_then=then[0].fact.id,
        fact_now=now[0].fact.id,
        value_then=then[0].fact.value,
        value_now=now[0].fact.value,
        same=how != "different",
        note=_note(note, "en"),
        note_ko=_note(note, "ko"),
        unit=subject.unit,
        label=label_of(now[0].fact),
        year=subject.year,
        date_then=then[1].made.text,
        date_now=now[1].made.text,
        path_then=then[1].material.path,
        path_now=now[1].material.path,
    )


def _other_phase(subject: Subject, then: _Sided, now: _Sided, note: str) -> OtherPhase:
    return OtherPhase(
        fact_then=then[0].fact.id,
        fact_now=now[0].fact.id,
        value_then=then[0].fact.value,
        value_now=now[0].fact.value,
        phase_then=then[0].timed.phase,
        phase_now=now[0].timed.phase,
        note=_note(note, "en"),
        note_ko=_note(note, "ko"),
        unit=subject.unit,
        label=label_of(now[0].fact),
        year=subject.year,
        date_then=then[1].made.text,
        date_now=now[1].made.text,
        path_then=then[1].material.path,
        path_now=now[1].material.path,
    )


def _note(name: str | None, lang: str) -> str | None:
    return vocab.statements().notes[name][lang] if name else None


def label_of(fact: Fact) -> str:
    """What a figure is stated for, in one line: programme, labels, further dimensions."""
    words = dict.fromkeys((fact.programme or "", fact.item or "", *fact.dims.values()))
    return " · ".join(word for word in words if word) or fact.concept

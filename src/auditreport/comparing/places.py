"""The district that a report names → the one local government it is, or all that it may be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache

from auditreport import vocab
from auditreport.schemas.material import Material
from auditreport.vocab import Entity

# In the body a province counts once for each time it is named and for each district that only it has, and this much
# more where it stands before the name itself: once alone may be a visit to a namesake.
_BESIDE = 2
# It settles a district from this count on, …
_ENOUGH = 6
# … and if all the other provinces that it may lie in have a fourth of it at most.
_AHEAD = 4
# Names are known as of this year and later.
_OLDEST = 2000


def settle_district(material: Material) -> Entity | None:
    """The local government (자치단체) that reports; none where several have its name and the report tells not which.

    중구 lies in six cities: which one it is, is told by the province beside its name (on the cover before the body), by
    the province that the body names, and by other districts that it names whose name only one province has.
    """
    candidates = district_candidates(material)
    return candidates[0] if len(candidates) == 1 else None


def district_candidates(material: Material) -> tuple[Entity, ...]:
    """The local governments that a report may be of, by code: one where it is settled, none where no name is known."""
    found = _without_gone(_named(material), material.text)
    if len(found) > 1:
        found = _chosen(found, _beside(found, _cover(material)), 1)
    if len(found) > 1:
        found = _chosen(found, _around(found, material.text, material.meta.report_year), _ENOUGH)
    return found


def _named(material: Material) -> tuple[Entity, ...]:
    """Who has the name, in the year of the report if anyone then had; on its day if that is known."""
    name = material.meta.district
    if name is None:
        return ()
    everyone = vocab.entities_named(name) or vocab.entities_named(name.split()[-1])
    # A ward reports under the name of its city, too.
    everyone = tuple(entity for entity in everyone if entity.level != "ward" or " " in name) or everyone
    year = material.meta.report_year
    then = tuple(entity for entity in everyone if year is None or entity.in_force(year)) or everyone
    day = _day(material)
    on_day = tuple(entity for entity in then if day is not None and _in_force(entity, day))
    return on_day or then


def _without_gone(candidates: Sequence[Entity], text: str) -> tuple[Entity, ...]:
    """Without those whose province ended, where the text names the one that took its place (전북특별자치도)."""
    begun = {
        entity.code
        for entity in candidates
        if (province := vocab.province_of(entity)).since is not None
        and province.since == entity.since
        and province.ko in text
    }
    return tuple(entity for entity in candidates if not begun.intersection(entity.successors))


def _day(material: Material) -> date | None:
    """When it was presented or published; the end of its year, if it looks back on that and plans the next."""
    meta = material.meta
    printed = meta.session_start or meta.published
    if printed is not None:
        return date.fromisoformat(printed)
    if meta.report_year is not None and meta.plan_year is not None and meta.plan_year > meta.report_year:
        return date(meta.report_year, 12, 31)
    return None


def _in_force(entity: Entity, day: date) -> bool:
    return (entity.since is None or entity.since <= day) and (entity.until is None or day < entity.until)


def _cover(material: Material) -> str:
    meta = material.meta
    return " ".join(filter(None, (meta.district, meta.council, meta.session_name, meta.title)))


def _beside(candidates: Sequence[Entity], text: str) -> Counter[str]:
    """How often each province stands before the name (부산광역시 중구)."""
    own = _any({entity.ko.split()[-1] for entity in candidates})
    counts: Counter[str] = Counter()
    for code, province in _provinces(candidates).items():
        names = _any((*_names(province), *_shorts(province)))
        counts[code] = len(re.findall(rf"(?<![가-힣])(?:{names})\s?(?:{own})", text))
    return counts


def _around(candidates: Sequence[Entity], text: str, year: int | None) -> Counter[str]:
    """How much the text names each province: itself, before the name, and by districts that only it has."""
    counts = _beside(candidates, text)
    for code, province in _provinces(candidates).items():
        counts[code] *= _BESIDE
        counts[code] += len(re.findall(rf"(?<![가-힣])(?:{_any(_names(province))})", text))
        counts[code] += sum(name in text for name in _only_in(code, year))
    return counts


def _chosen(candidates: Sequence[Entity], counts: Counter[str], enough: int) -> tuple[Entity, ...]:
    """Those of the province that has enough and is far ahead, with their successors; else all.

    An old name of a province tells nothing about the day of the report: it lives on in what the report looks back on.
    """
    [(best, most), *_] = counts.most_common(1)
    if most < enough or most < _AHEAD * (counts.total() - most):
        return tuple(candidates)
    chosen = [entity for entity in candidates if vocab.province_of(entity).code == best]
    after = {code for entity in chosen for code in entity.successors}
    return tuple(entity for entity in candidates if entity in chosen or entity.code in after)


def _provinces(candidates: Iterable[Entity]) -> dict[str, Entity]:
    return {province.code: province for province in map(vocab.province_of, candidates)}


@cache
def _shorts(province: Entity) -> tuple[str, ...]:
    """Short names of a province (부산), as of the year in which it began."""
    year = max(province.since.year, _OLDEST) if province.since else _OLDEST
    return tuple(short for short, full in vocab.districts(year).shorts.items() if full == province.ko)


@cache
def _names(province: Entity) -> tuple[str, ...]:
    """The official name, and the short one as of a city (부산시) unless that is a city of its own (광주시)."""
    cities = (short + province.ko[-1] for short in _shorts(province))
    return (province.ko, *(city for city in cities if not vocab.entities_named(city)))


@cache
def _only_in(province: str, year: int | None) -> tuple[str, ...]:
    """Names of districts that no other province then has, of three letters or more."""
    return tuple(
        entity.ko
        for entity in vocab.entities().values()
        if entity.level == "district"
        and len(entity.ko) > 2
        and {vocab.province_of(other).code for other in vocab.entities_named(entity.ko, year)} == {province}
    )


def _any(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))

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

# Names in the body settle a district only if there are as many as this of one province, …
_ENOUGH = 3
# … and this many times as many as of all the others it may lie in: a report tells of a visit elsewhere, too.
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
    found = _named(material)
    for texts in ((_cover(material),), (material.text,)):
        if len(found) > 1:
            found = _beside(found, " ".join(texts))
    if len(found) > 1:
        found = _around(found, material.text)
    return found


def _named(material: Material) -> tuple[Entity, ...]:
    """Who has the name, in the year of the report if anyone then had; on its day if that is known."""
    name = material.meta.district
    if name is None:
        return ()
    everyone = vocab.entities_named(name) or vocab.entities_named(name.split()[-1])
    year = material.meta.report_year
    then = tuple(entity for entity in everyone if year is None or entity.in_force(year)) or everyone
    day = _day(material)
    on_day = tuple(entity for entity in then if day is not None and _in_force(entity, day))
    return on_day or then


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


def _beside(candidates: Sequence[Entity], text: str) -> tuple[Entity, ...]:
    """Those whose province stands in front of their name (부산광역시 중구), if that is so of one province only."""
    counts: Counter[str] = Counter()
    own = _any({entity.ko.split()[-1] for entity in candidates})
    for code, province in _provinces(candidates).items():
        names = _any((*_names(province), *_shorts(province)))
        counts[code] = len(re.findall(rf"(?<![가-힣])(?:{names})\s?(?:{own})", text))
    return _chosen(candidates, counts, 1)


def _around(candidates: Sequence[Entity], text: str) -> tuple[Entity, ...]:
    """Those of the province that the text names most, itself or by districts that only it has."""
    counts: Counter[str] = Counter()
    for code, province in _provinces(candidates).items():
        counts[code] = len(re.findall(rf"(?<![가-힣])(?:{_any(_names(province))})", text))
        counts[code] += sum(name in text for name in _only_in(code))
    return _chosen(candidates, counts, _ENOUGH)


def _chosen(candidates: Sequence[Entity], counts: Counter[str], enough: int) -> tuple[Entity, ...]:
    """Those of the province that has enough and is far ahead; else all."""
    [(best, most), *_] = counts.most_common(1)
    if most < enough or most < _AHEAD * (counts.total() - most):
        return tuple(candidates)
    return tuple(entity for entity in candidates if vocab.province_of(entity).code == best)


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
def _only_in(province: str) -> tuple[str, ...]:
    """Names of districts that no other province has, of three letters or more."""
    return tuple(
        entity.ko
        for entity in vocab.entities().values()
        if entity.level == "district"
        and len(entity.ko) > 2
        and {vocab.province_of(other).code for other in vocab.entities_named(entity.ko)} == {province}
    )


def _any(names: Iterable[str]) -> str:
    return "|".join(map(re.escape, sorted(names, key=len, reverse=True)))

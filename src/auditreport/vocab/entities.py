"""districts.toml → local governments (지방자치단체) by code and by name, each with the time it was in force."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, Literal, NamedTuple

from auditreport.vocab.departments import departments
from auditreport.vocab.own import tables_of

Level = Literal["province", "district", "administrative_city", "ward"]


class Entity(NamedTuple):
    """A province (시·도), a district (시·군·자치구), or one without council: ward (일반구), city of Jeju (행정시).

    Attributes:
        code: five digits; those of a province end in 000, but for Sejong's.
        parent: the city of a ward, the province of others; none for a province.
        since: the first day in force; none where it is as old as the official lists of codes (1988).
        until: the first day no longer in force; none while it is.
        successors: codes of those who took over its areas on that day.
    """

    code: str
    level: Level
    ko: str
    en: str
    parent: str | None
    since: date | None
    until: date | None
    successors: tuple[str, ...]

    def in_force(self, year: int) -> bool:
        """Whether it was in force on any day of a year."""
        begun = self.since is None or self.since.year <= year
        return begun and (self.until is None or self.until > date(year, 1, 1))

    @property
    def council(self) -> dict[str, str] | None:
        """The name of its council (의회) in both languages; wards and administrative cities have none."""
        if self.level in ("ward", "administrative_city"):
            return None
        return {"ko": f"{self.ko}{departments().council}", "en": f"{self.en} Council"}


@cache
def entities() -> dict[str, Entity]:
    """All that are known, by code: those in force, and those that ended in 2000 or later."""
    return {entity.code: entity for row in tables_of("districts")["province"] for entity in _province(row)}


def entities_named(name: str, year: int | None = None) -> tuple[Entity, ...]:
    """Those that have a name, in a year or at any time, by code: several where several share it (중구), never a guess.

    A ward is found by its full name (수원시 장안구, with or without the space) and by its own.
    """
    found = _by_name().get(name.replace(" ", ""), ())
    return tuple(entity for entity in found if year is None or entity.in_force(year))


def province_of(entity: Entity) -> Entity:
    """The province that an entity is part of, or is."""
    while entity.parent is not None:
        entity = entities()[entity.parent]
    return entity


@cache
def _by_name() -> dict[str, tuple[Entity, ...]]:
    out: dict[str, tuple[Entity, ...]] = {}
    for entity in entities().values():
        for name in {entity.ko.replace(" ", ""), entity.ko.split()[-1]}:
            out[name] = (*out.get(name, ()), entity)
    for name, code in tables_of("districts")["aliases"].items():
        out[name] = (*out.get(name, ()), entities()[code])
    return out


def _province(row: dict[str, Any]) -> Iterator[Entity]:
    yield _entity(row, "province", None)
    for district in row.get("districts", ()):
        yield _entity(district, "district", row["code"])


def _entity(row: dict[str, Any], level: Level, parent: str | None) -> Entity:
    return Entity(
        code=row["code"],
        level=row.get("level", level),
        ko=row["ko"],
        en=row["en"],
        parent=row.get("parent", parent),
        since=row.get("since"),
        until=row.get("until"),
        successors=tuple(row.get("successors", ())),
    )

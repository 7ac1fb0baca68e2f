"""Local governments → how a report names them: full names, stems and short names, as of the year of the report."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from auditreport.vocab.entities import Entity, entities, entities_named, province_of
from auditreport.vocab.own import tables_of


class Districts(NamedTuple):
    """Names of local governments; a full name counts whenever it was in force, what is short of one in the year only.

    Attributes:
        provinces: full names of provinces.
        shorts: the name a province has in the year, by its short one (전북 → 전라북도 or 전북특별자치도).
        codes: codes of districts by name, of all times.
        provinces_of: the provinces that have a district of a name in the year; of all times where none has.
        stems: names of districts in the year by stem (영등포 → 영등포구), without stems that are words of their own.
        wards: full names of wards by the joined one (수원시장안구 → 수원시 장안구), and by their own if it is unique.
        ordinary: stems that are words of their own.
    """

    provinces: frozenset[str]
    shorts: dict[str, str]
    codes: dict[str, tuple[str, ...]]
    provinces_of: dict[str, tuple[str, ...]]
    stems: dict[str, str]
    wards: dict[str, str]
    ordinary: frozenset[str]


@cache
def districts(year: int | None = None) -> Districts:
    """How governments are named in a year; without one as of the last change that districts.toml knows."""
    data = tables_of("districts")
    known = sorted(entities().values(), key=lambda entity: (str(entity.since or ""), entity.code))
    year = year or max(entity.since.year for entity in known if entity.since)
    names = [entity.ko for entity in known if entity.level in ("district", "administrative_city")]
    names.extend(data["aliases"])
    codes = {name: tuple(entity.code for entity in entities_named(name) if entity.level != "ward") for name in names}
    ordinary = frozenset(data["ordinary"]["stems"])
    return Districts(
        provinces=frozenset(entity.ko for entity in known if entity.level == "province"),
        shorts=_shorts(year),
        codes=codes,
        provinces_of={name: _provinces_of(name, year) for name in codes},
        stems={
            name[:-1]: name
            for name in names
            if len(name) > 2 and name[:-1] not in ordinary and any(e.in_force(year) for e in entities_named(name))
        },
        wards=_wards(known, set(codes)),
        ordinary=ordinary,
    )


def _shorts(year: int) -> dict[str, str]:
    """Of two names in one year the later one; a province that ended before, or begins later, has no short name."""
    rows = sorted(tables_of("districts")["province"], key=lambda row: str(row.get("since", "")))
    return {row["short"]: row["ko"] for row in rows if entities()[row["code"]].in_force(year)}


def _provinces_of(name: str, year: int) -> tuple[str, ...]:
    owners = [entity for entity in entities_named(name) if entity.level != "ward"]
    now = [entity for entity in owners if entity.in_force(year)]
    return tuple(dict.fromkeys(province_of(entity).ko for entity in now or owners))


def _wards(known: list[Entity], taken: set[str]) -> dict[str, str]:
    full = {entity.ko for entity in known if entity.level == "ward"}
    own = [name.split()[-1] for name in full]
    short = {name.split()[-1]: name for name in full if own.count(name.split()[-1]) == 1}
    return {name.replace(" ", ""): name for name in sorted(full)} | {
        ward: name for ward, name in sorted(short.items()) if ward not in taken
    }

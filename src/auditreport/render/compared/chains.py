"""Edges of the lineage (사업 연혁) → chains of programmes that became one another, and what is not decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple, get_args

from auditreport.render.compared.grid import Place
from auditreport.schemas.comparison import Edge, ProgrammeAt
from auditreport.schemas.fact import Part

_PARTS: tuple[Part, ...] = get_args(Part)


class Stage(NamedTuple):
    """A part of a report that speaks about a year: results of 2015, plan of 2016."""

    year: int | None
    part: Part


@dataclass(frozen=True, slots=True)
class Chain:
    """Programmes that certain edges join, or one that an edge calls new or ended."""

    members: tuple[ProgrammeAt, ...]
    edges: tuple[Edge, ...]

    @property
    def place(self) -> Place:
        """The department of its first programme."""
        return place_of(self.members[0])

    def at(self, stage: Stage) -> list[ProgrammeAt]:
        """Its programmes in one part of one year."""
        return [one for one in self.members if stage_of(one) == stage]


def place_of(programme: ProgrammeAt) -> Place:
    """The department of a programme."""
    return Place(programme.district, programme.department)


def stage_of(programme: ProgrammeAt) -> Stage:
    """The part and the year in which a programme stands."""
    return Stage(programme.year, programme.part)


def ends(edge: Edge) -> list[ProgrammeAt]:
    """The programmes of an edge that are known, the earlier one first."""
    return [end for end in (edge.before, edge.to) if end is not None]


def title_of(programme: ProgrammeAt) -> str:
    """A programme with its own part, if it is one."""
    return " > ".join(title for title in (programme.programme, programme.subprogramme) if title)


def stages(chains: Iterable[Chain]) -> list[Stage]:
    """All parts and years of some chains, in the order of time."""
    found = {stage_of(one) for chain in chains for one in chain.members}
    return sorted(found, key=lambda stage: (stage.year is None, stage.year or 0, _PARTS.index(stage.part)))


def open_edges(edges: Iterable[Edge]) -> list[Edge]:
    """What is not decided: candidates stand in the evidence of each."""
    return [edge for edge in edges if edge.event == "unknown"]


def make_chains(edges: Sequence[Edge]) -> list[Chain]:
    """Join what is certain; chains stand in the order of their first edge."""
    certain = [edge for edge in edges if edge.event != "unknown" and ends(edge)]
    chain_of: dict[ProgrammeAt, int] = {}
    for number, edge in enumerate(certain):
        touched = {chain_of[end] for end in ends(edge) if end in chain_of} | {number}
        kept = min(touched)
        chain_of.update({one: kept for one, chain in chain_of.items() if chain in touched})
        chain_of.update(dict.fromkeys(ends(edge), kept))
    chains = []
    for number in dict.fromkeys(sorted(chain_of.values())):
        members = tuple(one for one, chain in chain_of.items() if chain == number)
        own = tuple(edge for edge in certain if ends(edge)[0] in members)
        chains.append(
            Chain(tuple(sorted(members, key=_time)), tuple(sorted(own, key=lambda edge: _time(ends(edge)[0]))))
        )
    return chains


def _begins(edge: Edge) -> tuple[bool, int, int]:
    return _time(ends(edge)[0])


def _time(programme: ProgrammeAt) -> tuple[bool, int, int]:
    return programme.year is None, programme.year or 0, _PARTS.index(programme.part)

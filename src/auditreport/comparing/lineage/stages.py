"""Reports → the stages of each department in order of time: what it planned for a year, what it did in it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from auditreport import vocab
from auditreport.comparing.lineage.nodes import Node, budget_lines, programmes
from auditreport.comparing.lineage.terms import split, telling_words
from auditreport.schemas.material import Material, Outline

SameDepartment = Callable[[Material, Material], bool]


class When(NamedTuple):
    """A year, and of it the plan before the results."""

    year: int
    is_results: bool


@dataclass(frozen=True, eq=False)
class Stage:
    """What one department planned for a year, or did in it.

    Attributes:
        nodes: its programmes, in the order of the report.
        teams: all teams that the report names, squashed.
        budget_lines: names of the lines of its budget for that year.
    """

    when: When
    nodes: tuple[Node, ...]
    teams: frozenset[str]
    budget_lines: tuple[str, ...]


def same_names(one: Material, other: Material) -> bool:
    """Whether two reports give the same district and department (부서); a report that does not say is of none."""
    mine, theirs = ((found.meta.district, found.meta.department) for found in (one, other))
    return None not in mine and [vocab.squash(n or "") for n in mine] == [vocab.squash(n or "") for n in theirs]


def departments(
    materials: Sequence[Material], same_department: SameDepartment = same_names
) -> tuple[tuple[Stage, ...], ...]:
    """The stages of each department, the earliest first; each report counts once."""
    groups: list[list[Material]] = []
    for material in {material.sha256: material for material in materials}.values():
        group = next((group for group in groups if any(same_department(material, other) for other in group)), None)
        if group is None:
            groups.append([material])
        else:
            group.append(material)
    return tuple(_in_order(group) for group in groups)


def _in_order(materials: Sequence[Material]) -> tuple[Stage, ...]:
    stages: dict[When, list[Stage]] = {}
    for material in materials:
        for stage in _stages(material):
            stages.setdefault(stage.when, []).append(stage)
    return tuple(_one(stages[when]) for when in sorted(stages))


def _stages(material: Material) -> Iterator[Stage]:
    placed: dict[When, list[Outline]] = {}
    for outline in material.outlines:
        when = _when(outline, material)
        if when is not None:
            placed.setdefault(when, []).append(outline)
    for when, outlines in placed.items():
        nodes = programmes(material, outlines, when.year)
        if nodes:
            named = (*(team.name for team in material.teams), *(team for one in outlines for team in one.teams))
            teams = frozenset(vocab.squash(team) for team in named)
            yield Stage(when, nodes, teams, tuple(budget_lines(material, when.year)))


def _when(outline: Outline, material: Material) -> When | None:
    is_results = outline.part == "results"
    if not is_results and outline.part not in ("plan", "new_plan"):
        return None
    year = outline.year or (material.meta.report_year if is_results else material.meta.plan_year)
    return None if year is None else When(year, is_results)


def _one(stages: Sequence[Stage]) -> Stage:
    """One stage of all reports about it: the fullest, with what others have that is like none of its programmes.

    Two reports about one year may word a title differently, and a programme that stood there twice would look as if it
    had split.
    """
    first, *others = sorted(stages, key=_fullness, reverse=True)
    nodes = list(first.nodes)
    for other in others:
        known = {word for node in nodes for name in node.names for word in split(name)}
        nodes += [node for node in other.nodes if known.isdisjoint(telling_words(node.title) or split(node.title))]
    return replace(first, nodes=tuple(nodes), teams=first.teams.union(*(other.teams for other in others)))


def _fullness(stage: Stage) -> tuple[int, int]:
    return len(stage.nodes), sum(len(node.lines) for node in stage.nodes)

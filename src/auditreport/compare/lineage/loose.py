"""A programme without successor or predecessor → an edge: ended, new, or unknown where anything comes near."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.compare.lineage import wording
from auditreport.compare.lineage.lines import common_line, naming_line
from auditreport.compare.lineage.matching import NEAR, Pair
from auditreport.compare.lineage.nodes import Node, fold
from auditreport.compare.lineage.stages import Stage
from auditreport.compare.lineage.terms import telling_lines
from auditreport.schemas.comparison import Edge, Event

_CANDIDATES = 3
# Where less is said of a programme, nothing comes near whatever became of it.
_LINES = 6

Near = Sequence[tuple[Node, Pair]]


def beginning(node: Node, earlier: Sequence[Stage], near: Near) -> Edge:
    """A programme that nothing became.

    Args:
        node: the programme, with what is said of it later.
        earlier: the stages before it.
        near: what it may have come from.
    """
    doubts = _doubts(node, earlier[-1], near)
    said = doubts or [wording.nothing_near(later=False)]
    event: Event = "unknown" if doubts else "new"
    return Edge(before=None, to=node.at, event=event, score=_score(near, doubts), evidence=tuple(said))


def end(node: Node, later: Sequence[Stage], near: Near) -> Edge:
    """A programme that became nothing; unknown, too, where a later budget still has a line of its name."""
    names = {fold(name) for name in node.names}
    lines = dict.fromkeys(line for stage in later for line in stage.budget_lines if fold(line) in names)
    doubts = [*_doubts(node, later[0], near), *map(wording.same_budget_line, lines)]
    said = doubts or [wording.nothing_near(later=True)]
    event: Event = "unknown" if doubts else "ended"
    return Edge(before=node.at, to=None, event=event, score=_score(near, doubts), evidence=tuple(said))


def _score(near: Near, doubts: Sequence[str]) -> float:
    """How likely the best candidate is; where there is none, how unlikely one is that was not seen."""
    best = max((pair.score for _, pair in near), default=0.0)
    return round(best if doubts else 1 - NEAR, 3)


def _doubts(node: Node, next_to_it: Stage, near: Near) -> list[str]:
    """What it may have become or come from: the likeliest, then those that share a line with it, or name it."""
    best = sorted(near, key=lambda one: (-one[1].score, one[0].at.programme))[:_CANDIDATES]
    said = [wording.candidate(other.at, pair.score) for other, pair in best]
    known = {other.at for other, _ in best}
    for other in next_to_it.nodes:
        if other.at not in known:
            line = common_line(node, other, [third for third in next_to_it.nodes if third is not other])
            line = line or naming_line(node, other) or naming_line(other, node)
            said += [wording.common_line(line, other.at)] if line else []
    if not said and telling_lines(node.lines) < _LINES:
        said.append(wording.too_little())
    return said[: 2 * _CANDIDATES]

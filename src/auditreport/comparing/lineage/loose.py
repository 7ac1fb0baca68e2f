"""A programme without successor or predecessor → an edge: ended, new, or unknown where anything comes near."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.comparing.lineage import wording
from auditreport.comparing.lineage.edges import make_edge
from auditreport.comparing.lineage.lines import alike_titles, common_line, naming_line
from auditreport.comparing.lineage.matching import NEAR, Pair
from auditreport.comparing.lineage.nodes import Node, fold
from auditreport.comparing.lineage.stages import Stage
from auditreport.comparing.lineage.terms import telling_lines, tells
from auditreport.schemas.comparison import Edge
from auditreport.schemas.indicator import Wording

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
    return make_edge(
        None, node, "unknown" if doubts else "new", _score(near, doubts), doubts or [wording.nothing_near(later=False)]
    )


def end(node: Node, later: Sequence[Stage], near: Near) -> Edge:
    """A programme that became nothing; unknown, too, where a later budget still has a line of its name."""
    names = {fold(name) for name in node.names}
    lines = dict.fromkeys(line for stage in later for line in stage.budget_lines if fold(line) in names)
    doubts = [*_doubts(node, later[0], near), *map(wording.budget_line, lines)]
    return make_edge(
        node, None, "unknown" if doubts else "ended", _score(near, doubts), doubts or [wording.nothing_near(later=True)]
    )


def _score(near: Near, doubts: Sequence[Wording]) -> float:
    """How likely the best candidate is; where there is none, how unlikely one is that was not seen."""
    best = max((pair.score for _, pair in near), default=0.0)
    return best if doubts else 1 - NEAR


def _doubts(node: Node, next_to_it: Stage, near: Near) -> list[Wording]:
    """What it may have become or come from: the likeliest, then those that share a line, name it, or sound like it."""
    best = sorted(near, key=lambda one: (-one[1].score, one[0].at.programme))[:_CANDIDATES]
    said = [wording.candidate(other.at, pair.score) for other, pair in best]
    known = {other.at for other, _ in best}
    for other in next_to_it.nodes:
        if other.at not in known:
            thirds = [third for third in next_to_it.nodes if third is not other]
            line = common_line(node, other, thirds) or naming_line(node, other) or naming_line(other, node)
            said += [wording.common_line(line, other.at)] if line else []
            said += [wording.alike(other.at)] if not line and alike_titles(node, other, thirds) else []
    if not said and not (tells(node.title) and telling_lines(node.lines) >= _LINES):
        said.append(wording.too_little())
    return said[: 2 * _CANDIDATES]

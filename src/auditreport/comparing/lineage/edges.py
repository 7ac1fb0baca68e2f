"""Two programmes, what happened and what speaks for it → an edge."""

from __future__ import annotations

from collections.abc import Sequence

from auditreport.comparing.lineage.nodes import Node
from auditreport.schemas.comparison import Edge, Event
from auditreport.schemas.indicator import Wording


def make_edge(before: Node | None, after: Node | None, event: Event, score: float, said: Sequence[Wording]) -> Edge:
    """The edge from one programme to another, or from or to nothing."""
    return Edge(
        before=before.at if before else None,
        to=after.at if after else None,
        event=event,
        score=round(score, 3),
        evidence=tuple(text.en for text in said),
        evidence_ko=tuple(text.ko for text in said),
    )

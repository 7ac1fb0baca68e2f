"""The stages of a department → edges between their programmes, with what speaks for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from auditreport.comparing.lineage import loose, wording
from auditreport.comparing.lineage.chains import find_chains
from auditreport.comparing.lineage.decisions import Decisions, Found, find
from auditreport.comparing.lineage.edges import make_edge
from auditreport.comparing.lineage.evidence import evidence
from auditreport.comparing.lineage.likeness import Likeness
from auditreport.comparing.lineage.matching import CERTAIN, Pair, match
from auditreport.comparing.lineage.nodes import Node
from auditreport.comparing.lineage.stages import Stage
from auditreport.schemas.comparison import Edge, Event

# What is more likely than not counts when the event of a certain edge is named: a second source makes it a merger.
_LIKELY = 0.5


def trace(stages: Sequence[Stage], seen: Sequence[Node], decisions: Decisions) -> tuple[Edge, ...]:
    """The edges of one department, in order of time.

    Args:
        stages: the earliest first.
        seen: programmes of this and other departments, from which to learn what words tell.
        decisions: what a person has settled.
    """
    nodes = [node for stage in stages for node in stage.nodes]
    settled = find(decisions, nodes)
    return tuple(_Trace(stages, seen, settled, decisions.name).edges()) if len(stages) > 1 else ()


class _Trace:
    """The chains of one department as edges."""

    def __init__(self, stages: Sequence[Stage], seen: Sequence[Node], settled: Sequence[Found], name: str) -> None:
        self._stages = stages
        self._stage_of = [i for i, stage in enumerate(stages) for _ in stage.nodes]
        self._nodes = [node for stage in stages for node in stage.nodes]
        self._settled = {(one.before, one.after): one for one in settled}
        self._name = name
        self._likeness, self._certain, self._near, self._known, self._coming = find_chains(stages, seen, settled)
        likely = [*self._certain, *(pair for pair in self._near if pair.score >= _LIKELY)]
        self._into = Counter(pair.after for pair in likely)
        self._out_of = Counter(pair.before for pair in likely)

    def edges(self) -> Iterator[Edge]:
        """What became of each programme, and where each that is not in the first stage came from."""
        begun, gone_on = {pair.after for pair in self._certain}, {pair.before for pair in self._certain}
        for number, stage in enumerate(self._stage_of):
            if stage and number not in begun:
                yield self._beginning(number)
            for pair in self._certain:
                if pair.before == number:
                    yield self._edge(pair)
                    yield from self._edges_of_parts(pair)
            if stage < len(self._stages) - 1 and number not in gone_on:
                yield self._end(number)

    def _edge(self, pair: Pair) -> Edge:
        before, after = self._nodes[pair.before], self._nodes[pair.after]
        settled = self._settled.get(pair[:2])
        said = tuple(evidence(self._likeness, pair))
        if settled is not None and settled.event != "unrelated":
            return make_edge(before, after, settled.event, 1.0, (*wording.settled(self._name, settled.note), *said))
        return make_edge(before, after, self._event(pair), pair.score, said)

    def _event(self, pair: Pair) -> Event:
        before, after = self._nodes[pair.before], self._nodes[pair.after]
        if before.key == after.key:
            return "moved_team" if self._moved(pair) else "continued"
        return "merged" if self._into[pair.after] > 1 else "split" if self._out_of[pair.before] > 1 else "renamed"

    def _moved(self, pair: Pair) -> bool:
        """Whether it is another team's now; not where the team itself has another name."""
        before, after = self._nodes[pair.before], self._nodes[pair.after]
        if not (before.teams and after.teams) or before.teams & after.teams:
            return False
        then, now = (self._stages[self._stage_of[number]].teams for number in pair[:2])
        return bool(before.teams & now or after.teams & then)

    def _edges_of_parts(self, pair: Pair) -> Iterator[Edge]:
        """The parts of two linked programmes, where both have some: those edges that are certain."""
        before, after = self._nodes[pair.before].parts, self._nodes[pair.after].parts
        if not (before and after):
            return
        parts = [*before, *after]
        likeness = Likeness(parts, parts)
        for found in match(likeness, range(len(before)), range(len(before), len(parts))):
            one, other = parts[found.before], parts[found.after]
            if found.score >= CERTAIN:
                event: Event = "continued" if one.key == other.key else "renamed"
                yield make_edge(one, other, event, found.score, tuple(evidence(likeness, found)))

    def _beginning(self, number: int) -> Edge:
        node, stage = self._nodes[number], self._stage_of[number]
        if (None, number) in self._settled:
            return make_edge(None, node, "new", 1.0, wording.settled(self._name, self._settled[None, number].note))
        near = [(self._nodes[pair.before], pair) for pair in self._near if pair.after == number]
        return loose.beginning(self._coming[number], self._stages[:stage], near)

    def _end(self, number: int) -> Edge:
        node, stage = self._nodes[number], self._stage_of[number]
        if (number, None) in self._settled:
            return make_edge(node, None, "ended", 1.0, wording.settled(self._name, self._settled[number, None].note))
        near = [(self._nodes[pair.after], pair) for pair in self._near if pair.before == number]
        return loose.end(self._known[number], self._stages[stage + 1 :], near)

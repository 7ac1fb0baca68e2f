"""Edges that were found, and what truly happened → how many are right, and how well the clusters agree."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from typing import NamedTuple

from auditreport.schemas.comparison import Edge, ProgrammeAt
from bench.lineages.history import History
from bench.lineages.report import part_of

Node = tuple[int, str, str]
Link = tuple[Node, Node]


class Truth(NamedTuple):
    """What truly happened: links by event, and programmes that began or ended."""

    nodes: frozenset[Node]
    links: dict[Link, str]
    new: frozenset[Node]
    ended: frozenset[Node]


class Wrong(NamedTuple):
    """An edge stated as certain that is not so."""

    kind: str
    edge: Edge


def truth_of(history: History) -> Truth:
    """The truth of a history, in the words of edges."""

    def node(place: tuple[int, int]) -> Node:
        stage = history.stages[place[0]]
        return stage.year, part_of(stage), stage.programmes[place[1]].title

    nodes = frozenset(node((i, j)) for i, stage in enumerate(history.stages) for j in range(len(stage.programmes)))
    links = {(node(s.before), node(s.after)): s.event for s in history.steps if s.before and s.after}
    stages = [(stage.year, part_of(stage)) for stage in history.stages]
    come_from, gone_on = {after for _, after in links}, {before for before, _ in links}
    new = frozenset(one for one in nodes if one[:2] != stages[0] and one not in come_from)
    ended = frozenset(one for one in nodes if one[:2] != stages[-1] and one not in gone_on)
    return Truth(nodes, links, new, ended)


def stated(edges: Iterable[Edge]) -> list[Edge]:
    """Those that are said to be certain."""
    return [edge for edge in edges if edge.event != "unknown"]


def node_of(at: ProgrammeAt) -> Node:
    """The programme of one end of an edge."""
    assert at.year is not None
    return at.year, at.part, at.programme


def judge(edges: Iterable[Edge], truth: Truth, counts: Counter[str]) -> list[Wrong]:
    """Count what is right, and list what is stated and wrong."""
    wrong = []
    found: set[Link] = set()
    shortcuts = _shortcuts(truth.links)
    for edge in stated(edges):
        if edge.before and edge.to:
            link = node_of(edge.before), node_of(edge.to)
            found.add(link)
            counts["edges"] += 1
            if link in shortcuts:
                counts["shortcuts"] += 1
            elif link not in truth.links:
                wrong.append(Wrong("link", edge))
            elif truth.links[link] == edge.event:
                counts["event right"] += 1
            else:
                counts[f"{truth.links[link]} called {edge.event}"] += 1
        elif edge.to:
            counts["new stated"] += 1
            if node_of(edge.to) not in truth.new:
                wrong.append(Wrong("new", edge))
        elif edge.before:
            counts["ended stated"] += 1
            if node_of(edge.before) not in truth.ended:
                wrong.append(Wrong("ended", edge))
    for link, event in truth.links.items():
        counts[f"true {event}"] += 1
        counts[f"found {event}"] += link in found
    counts["true new"] += len(truth.new)
    counts["true ended"] += len(truth.ended)
    counts["wrong links"] += sum(one.kind == "link" for one in wrong)
    counts["wrong ends"] += sum(one.kind != "link" for one in wrong)
    return wrong


def _shortcuts(links: Iterable[Link]) -> set[Link]:
    """Pairs that are one programme, with stages between them that name it otherwise."""
    onwards: dict[Node, set[Node]] = defaultdict(set)
    for before, after in links:
        onwards[before].add(after)
    out: set[Link] = set()
    for start in list(onwards):
        front = {far for near in onwards[start] for far in onwards.get(near, ())}
        while front:
            out.update((start, far) for far in front)
            front = {further for far in front for further in onwards.get(far, ())}
    return out


def b_cubed(nodes: Iterable[Node], found: Iterable[Link], true: Iterable[Link]) -> tuple[float, float, int]:
    """Sums of B-cubed precision and recall over the nodes, and how many they are (Bagga and Baldwin 1998)."""
    nodes = list(nodes)
    mine, theirs = _clusters(nodes, found), _clusters(nodes, true)
    precision = recall = 0.0
    for node in nodes:
        both = len(mine[node] & theirs[node])
        precision += both / len(mine[node])
        recall += both / len(theirs[node])
    return precision, recall, len(nodes)


def _clusters(nodes: list[Node], links: Iterable[Link]) -> Mapping[Node, frozenset[Hashable]]:
    into = {node: node for node in nodes}

    def top(node: Node) -> Node:
        while into[node] != node:
            node = into[node]
        return node

    for one, other in links:
        into[top(one)] = top(other)
    groups: dict[Node, set[Node]] = defaultdict(set)
    for node in nodes:
        groups[top(node)].add(node)
    return {node: frozenset(groups[top(node)]) for node in nodes}

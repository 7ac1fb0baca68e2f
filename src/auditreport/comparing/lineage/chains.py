"""Programmes of all stages of a department → what became of which, by what is known of each through the years."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from math import inf
from typing import NamedTuple

from auditreport.comparing.lineage.branching import branches
from auditreport.comparing.lineage.decisions import Found
from auditreport.comparing.lineage.likeness import Likeness
from auditreport.comparing.lineage.matching import CERTAIN, CERTAIN_NEXT, Pair, match
from auditreport.comparing.lineage.nodes import Node, fold
from auditreport.comparing.lineage.stages import Stage

# Seldom does a programme come back that the stage between did not name.
_LEFT_OUT = -2.0


# Other years say more of a programme, but what it became later may be more than it was.
_KNOWN_MORE = 2.2


class Chains(NamedTuple):
    """What was found.

    Attributes:
        likeness: of the programmes of all stages, in their order.
        certain, near: pairs of their numbers.
        known, coming: each programme with the titles and lines that it had, and that it will have.
    """

    likeness: Likeness
    certain: tuple[Pair, ...]
    near: tuple[Pair, ...]
    known: tuple[Node, ...]
    coming: tuple[Node, ...]


def find_chains(stages: Sequence[Stage], seen: Sequence[Node], settled: Sequence[Found] = ()) -> Chains:
    """Match all stages: by what each programme says, then by what is known of it through the years, then its branches.

    After seven years a programme has few words in common with itself; its results and its plan together have more. Only
    what the first step leaves open is asked of the second: what a programme took over later blurs how it began.

    Args:
        stages: of one department, the earliest first.
        seen: programmes from which to learn what words tell.
        settled: what a person has decided; nothing is added to it.
    """
    return _Finder(stages, seen, settled).find()


class _Finder:
    def __init__(self, stages: Sequence[Stage], seen: Sequence[Node], settled: Sequence[Found]) -> None:
        self._stages = stages
        self._nodes = [node for stage in stages for node in stage.nodes]
        numbers = iter(range(len(self._nodes)))
        self._by_stage = [[next(numbers) for _ in stage.nodes] for stage in stages]
        self._seen = seen
        self._never = frozenset(
            (self._nodes[one.before].at, self._nodes[one.after].at)
            for one in settled
            if one.event == "unrelated" and one.before is not None and one.after is not None
        )
        kept = [one for one in settled if one.event != "unrelated"]
        # Who has a successor or a predecessor; of a merger or a split, a person may have named one of several.
        self._gone_on = {one.before for one in kept if one.event != "split"}
        self._come_from = {one.after for one in kept if one.event != "merged"}
        self._closed = frozenset(self._gone_on), frozenset(self._come_from)
        self._mains = [
            Pair(one.before, one.after, 1.0) for one in kept if one.before is not None and one.after is not None
        ]

    def find(self) -> Chains:
        likeness = Likeness(self._nodes, self._seen, self._never)
        steps = list(pairwise(self._by_stage))
        for before, here in steps:
            self._keep(match(likeness, self._open(before), self._left(here)))
        found = list(self._match_known(likeness))
        forks: list[Pair] = []
        for (before, here), stage in zip(steps, self._stages[1:], strict=True):
            sources = [i for i in before if i not in self._closed[0]]
            targets = [i for i in here if i not in self._closed[1]]
            lines = frozenset(map(fold, stage.budget_lines))
            forks += branches(likeness, sources, targets, self._mains, lines)
        stated = [*filter(self._is_certain, found), *(fork for fork in forks if fork.score >= CERTAIN)]
        certain = {pair[:2]: pair for pair in (*stated, *self._mains)}
        near = {pair[:2]: pair for pair in (*found, *forks) if pair[:2] not in certain}
        return Chains(likeness, tuple(certain.values()), tuple(near.values()), *self._views())

    def _views(self) -> tuple[tuple[Node, ...], tuple[Node, ...]]:
        """Each programme with what it had, and with what it will have."""
        onwards = _one_to_one(self._mains)
        backwards = {after: before for before, after in onwards.items()}
        numbers = range(len(self._nodes))
        known = tuple(_known(self._nodes, i, backwards) for i in numbers)
        return known, tuple(_known(self._nodes, i, onwards) for i in numbers)

    def _open(self, sources: Sequence[int]) -> list[int]:
        return [i for i in sources if i not in self._gone_on]

    def _left(self, targets: Sequence[int]) -> list[int]:
        return [i for i in targets if i not in self._come_from]

    def _keep(self, pairs: Sequence[Pair]) -> None:
        for pair in filter(self._is_certain, pairs):
            self._mains.append(pair)
            self._gone_on.add(pair.before)
            self._come_from.add(pair.after)

    def _is_certain(self, pair: Pair) -> bool:
        """Whether a pair is stated.

        From one year to the next a programme mostly says what it said before, so that what is only likely is mostly
        another one that took its place.
        """
        before, after = (self._nodes[number].at.year or 0 for number in (pair.before, pair.after))
        return pair.score >= (CERTAIN_NEXT if after - before <= 1 else CERTAIN)

    def _match_known(self, plain: Likeness) -> Iterator[Pair]:
        """Match what is left, each programme with the titles and lines that it had, or will have.

        A programme that a stage leaves out stays open: a plan names what is new, and the results of its year name it
        again.
        """
        known, coming = self._views()
        count = len(self._nodes)
        likeness = Likeness([*known, *coming], self._seen, self._never)
        open_ends: list[int] = []
        for before, here in pairwise(self._by_stage):
            for sources, bonus in ((self._open(before), _KNOWN_MORE), (open_ends, _LEFT_OUT)):
                targets = self._left(here)
                most = plain.odds(sources, targets) + bonus if sources and targets else inf
                found = match(likeness, sources, [count + i for i in targets], most)
                pairs = [pair._replace(after=pair.after - count) for pair in found]
                self._keep(pairs)
                yield from pairs
            open_ends = self._open([*open_ends, *before])


def _one_to_one(pairs: Sequence[Pair]) -> dict[int, int]:
    sources, targets = [pair.before for pair in pairs], [pair.after for pair in pairs]
    return {p.before: p.after for p in pairs if sources.count(p.before) == 1 and targets.count(p.after) == 1}


def _known(nodes: Sequence[Node], number: int, onwards: Mapping[int, int]) -> Node:
    """A programme with the titles and lines of those that it is one with, in one direction of time."""
    chain = [number]
    while chain[-1] in onwards:
        chain.append(onwards[chain[-1]])
    all_of = [nodes[i] for i in chain]
    return replace(
        nodes[number],
        names=tuple(dict.fromkeys(name for node in all_of for name in node.names)),
        lines=tuple(line for node in all_of for line in node.lines),
        teams=next((node.teams for node in all_of if node.teams), frozenset()),
    )

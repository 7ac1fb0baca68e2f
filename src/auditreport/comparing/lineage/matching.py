"""Log-odds of all pairs of two stages → which programme is which, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

import numpy as np

from auditreport.comparing.lineage.likeness import Likeness, probability
from auditreport.comparing.lineage.profiles import Matrix

# An edge is stated from here on, and mentioned as a candidate from here on.
CERTAIN = 0.8
CERTAIN_NEXT = 0.9
NEAR = 0.1


class Pair(NamedTuple):
    """A programme and what may have become of it.

    Attributes:
        before, after: numbers of nodes.
        score: 0 to 1; stated from CERTAIN on.
        line: a line of one that names the other, where that carries the pair.
    """

    before: int
    after: int
    score: float
    line: str | None = None


def match(
    likeness: Likeness, sources: Sequence[int], targets: Sequence[int], most: Matrix | float = inf
) -> tuple[Pair, ...]:
    """The pairs of two stages that are certain or near.

    A programme is in one certain pair at most: the one that the best assignment of all programmes puts it in.

    Args:
        likeness: of the programmes.
        sources, targets: numbers of those of two stages.
        most: log-odds that a pair has at most.
    """
    if not (sources and targets):
        return ()
    odds: Matrix = np.minimum(likeness.odds(sources, targets), most)
    chosen = assign(odds)
    best = {(i, None): odds[i, j] for i, j in chosen} | {(None, j): odds[i, j] for i, j in chosen}
    pairs = {}
    for i, j in _near(odds):
        # As a candidate it is worth what it lacks to the pairs that were preferred to it.
        preferred = max(best.get((i, None), 0.0), best.get((None, j), 0.0))
        pairs[sources[i], targets[j]] = Pair(sources[i], targets[j], probability(odds[i, j] - preferred))
    for i, j in chosen:
        own = likeness.own_odds(sources[i], targets[j], _rivals(odds, sources, targets, i, j))
        surest = max(regret(odds, (i, j)), own)
        pairs[sources[i], targets[j]] = Pair(sources[i], targets[j], probability(min(surest, odds[i, j])))
    return tuple(pairs.values())


def assign(odds: Matrix) -> tuple[tuple[int, int], ...]:
    """The pairs of rows and columns, each in one pair at most, that are most likely together.

    Solved exactly as a linear assignment (Jonker and Volgenant 1987); pairs that are less likely than not are left out.
    """
    import lap

    _, columns, _ = lap.lapjv(-odds.clip(0), extend_cost=True)
    return tuple((i, int(j)) for i, j in enumerate(columns) if j >= 0 and odds[i, j] > 0)


def regret(odds: Matrix, pair: tuple[int, int]) -> float:
    """How much less likely the best assignment is without a pair of the best one: little, where a rival is as good."""
    without = odds.copy()
    without[pair] = -np.inf
    return _worth(odds, assign(odds)) - _worth(without, assign(without))


def _worth(odds: Matrix, pairs: Sequence[tuple[int, int]]) -> float:
    return float(sum(odds[pair] for pair in pairs))


def _near(odds: Matrix) -> list[tuple[int, int]]:
    return [(int(i), int(j)) for i, j in np.argwhere(odds > float(np.log(NEAR / (1 - NEAR))))]


def _rivals(odds: Matrix, sources: Sequence[int], targets: Sequence[int], i: int, j: int) -> list[int]:
    """Who else may have become the target, and what else the source may have become."""
    near = set(_near(odds))
    return [sources[k] for k in range(len(sources)) if k != i and (k, j) in near] + [
        targets[k] for k in range(len(targets)) if k != j and (i, k) in near
    ]

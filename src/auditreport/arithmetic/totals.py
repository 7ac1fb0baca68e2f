"""Labels of rows, or titles of columns → which entries a total (계, 소계, 합계) may be the sum of."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from auditreport import vocab

_BRACKET = re.compile(r"\([^)]*\)")


class Whole(NamedTuple):
    """An entry that is the sum of others, and the sets of entries that it may be the sum of, the likeliest first."""

    entry: int
    sets: tuple[tuple[int, ...], ...]


class _Level(NamedTuple):
    """The entries beside a total: those that stand for a group each, and other totals."""

    parts: list[int]
    totals: list[int]


@lru_cache(maxsize=4096)
def is_total(label: str) -> bool:
    """Whether a label or title is a total (계, 합계)."""
    return vocab.squash(_BRACKET.sub("", label)) in vocab.columns().totals


@lru_cache(maxsize=4096)
def is_decrease(label: str) -> bool:
    """Whether a label or title is what one amount is less than another (절감액, 감액)."""
    return any(word in vocab.squash(label) for word in vocab.columns().decrease)


@lru_cache(maxsize=512)
def find_wholes(paths: tuple[tuple[str, ...], ...], least: int = 2) -> tuple[Whole, ...]:
    """The wholes among the entries of one axis of a table.

    A total covers what shares the labels in front of it: (`기본교육`, `소계`) the rows of 기본교육, (`계`, `건수`)
    every other column that ends in 건수. A group is counted once: by its own entry, else by its subtotal, else by its
    members. An entry with entries below it and no total word (예산액, 예산액 > 국비) is a whole too.

    Args:
        paths: labels of each entry from the outermost to the innermost, in order.
        least: how many entries a whole covers at least; one alone equals it.
    """
    out = []
    # A table of thousands of columns has to be looked through once, not once for each.
    inner = {path[:k] for path in paths for k in range(1, len(path))}
    for i, path in enumerate(paths):
        at = next((k for k, label in enumerate(path) if is_total(label)), None)
        if at is None and len(path) == 1 and vocab.columns().covers_all(path[0]):
            at = 0
        if at is None:
            below = (
                [j for j, other in enumerate(paths) if len(other) > len(path) and other[: len(path)] == path]
                if path in inner
                else []
            )
            sets: tuple[tuple[int, ...], ...] = (
                (tuple(_level(below, paths, len(path), 0).parts),) if path and below else ()
            )
        else:
            sets = _sets(i, paths, at)
        sets = tuple(dict.fromkeys(sets))
        alone = at is not None and is_total(path[at]) and len(sets) == 1
        sets = tuple(chosen for chosen in sets if len(chosen) >= (least if alone else 2))
        if sets:
            out.append(Whole(i, sets))
    return tuple(out)


def _sets(i: int, paths: Sequence[tuple[str, ...]], at: int) -> tuple[tuple[int, ...], ...]:
    """What the total `i` may be the sum of; its total word is label number `at`."""
    tail = tuple(label for label in paths[i][at + 1 :] if not is_total(label))
    members = [
        j
        for j, other in enumerate(paths)
        if j != i and len(other) > at + len(tail) and other[:at] == paths[i][:at] and _ends(other, tail)
    ]
    level = _level(members, paths, at, len(tail))
    everything = tuple(level.parts)
    if not level.totals:
        return (*_by_measure(everything, paths), everything)
    # 계 · 소계 · a · b · 소계 · c · d, with nothing but the order to tell which rows a 소계 covers.
    after = min((j for j in level.totals if j > i), default=len(paths))
    before = max((j for j in level.totals if j < i), default=-1)
    runs = (tuple(j for j in everything if i < j < after), tuple(j for j in everything if before < j < i))
    return (everything, *runs, tuple(level.totals))


def _by_measure(entries: Sequence[int], paths: Sequence[tuple[str, ...]]) -> tuple[tuple[int, ...], ...]:
    """Groups of two measures are counted by one of them: 총사업비 of ('24년, 예산), ('24년, 집행), ('25년)."""
    grouped = [i for i in entries if len(paths[i]) > 1]
    measures = dict.fromkeys(paths[i][-1] for i in grouped)
    if len(measures) < 2 or any(vocab.columns().measure(name) is None for name in measures):
        return ()
    return tuple(tuple(i for i in entries if i not in grouped or paths[i][-1] == name) for name in measures)


def _ends(path: tuple[str, ...], tail: tuple[str, ...]) -> bool:
    return not tail or path[-len(tail) :] == tail


def _level(members: Sequence[int], paths: Sequence[tuple[str, ...]], depth: int, tail: int) -> _Level:
    """The entries among `members` that stand side by side at label number `depth`."""
    groups: dict[str, list[int]] = {}
    for j in members:
        groups.setdefault(paths[j][depth], []).append(j)
    level = _Level([], [])
    for label, group in groups.items():
        if is_total(label):
            level.totals.extend(group)
            continue
        own = [j for j in group if len(paths[j]) - tail == depth + 1]
        if own:
            level.parts.extend(own)
            continue
        below = _level(group, paths, depth + 1, tail)
        level.parts.extend(below.totals if len(below.totals) == 1 else below.parts)
    level.parts.sort()
    return level

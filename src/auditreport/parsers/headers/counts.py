"""How many pieces stand on each line → whether a layout can use them up, and how many columns it then has."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from auditreport.parsers.headers.heights import Layout, Lines


@lru_cache(maxsize=4096)
def widths(counts: tuple[int, ...], layout: Layout) -> frozenset[int]:
    """The numbers of columns that a layout may have, each kind of title used; empty where the pieces do not come out.

    >>> sorted(widths((2, 3, 2), Layout(((0, 2), (1,)))))
    [5]
    """
    kinds = list(_kinds(layout))
    return frozenset(
        sum(number for number, (_, is_leaf, _) in zip(numbers, kinds, strict=True) if is_leaf)
        for numbers in _numbers(counts, kinds)
        if _owned(numbers, kinds)
    )


def _kinds(layout: Layout, depth: int = 0) -> Iterator[tuple[Lines, bool, int]]:
    """Each kind of title: its lines, whether it is a column, its depth."""
    yield from ((shape, True, depth) for shape in layout.leaves)
    yield from ((shape, False, depth) for shape in layout.groups)
    if layout.inner is not None:
        yield from _kinds(layout.inner, depth + 1)


def _numbers(counts: tuple[int, ...], kinds: list[tuple[Lines, bool, int]]) -> Iterator[tuple[int, ...]]:
    """How many titles of each kind use up the pieces, one of each at least."""
    if not kinds:
        if not any(counts):
            yield ()
        return
    (shape, _, _), *rest = kinds
    alone = [i for i in shape if not any(i in other for other, _, _ in rest)]
    for number in range(1, min(counts[i] for i in shape) + 1):
        if all(counts[i] == number for i in alone):
            left = tuple(count - number * (i in shape) for i, count in enumerate(counts))
            yield from ((number, *more) for more in _numbers(left, rest))


def _owned(numbers: tuple[int, ...], kinds: list[tuple[Lines, bool, int]]) -> bool:
    """Whether each group has two titles under it."""
    deepest = max(depth for _, _, depth in kinds)
    at = [[0, 0] for _ in range(deepest + 1)]
    for number, (_, is_leaf, depth) in zip(numbers, kinds, strict=True):
        at[depth][0] += number
        at[depth][1] += 0 if is_leaf else number
    return all(at[depth + 1][0] >= 2 * at[depth][1] for depth in range(deepest))

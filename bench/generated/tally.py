"""Verdicts on many tables → the lines of a report: shares of figures by variant, and times."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from bench.generated.verdicts import VERDICTS, Verdict

HEAD = f"{'tables':>7} {'figures':>8} {'unique':>8} " + " ".join(f"{name:>9}" for name in VERDICTS) + f" {'first':>8}"


def report(judged: Iterable[tuple[Iterable[str], Verdict]]) -> Iterator[str]:
    """A heading, one line for each variant, and how long it took."""
    kept = [(tuple(names), verdict) for names, verdict in judged]
    if not kept:
        yield "no tables"
        return
    yield HEAD
    yield from lines(kept)
    yield times([verdict.seconds for _, verdict in kept])


def lines(judged: Iterable[tuple[Iterable[str], Verdict]]) -> Iterator[str]:
    """One line for each variant in the order of their names, `all` first."""
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for names, verdict in judged:
        for name in names:
            groups[name].append(verdict)
    for name in sorted(groups, key=lambda name: (name != "all", name)):
        yield line(groups[name], name)


def line(verdicts: list[Verdict], name: str) -> str:
    """The shares of one group of tables.

    `unique` are the tables of which every figure is proved; `first` the open figures whose first candidate is right.
    """
    figures = summed(verdicts)
    size = sum(figures[verdict] for verdict in VERDICTS)
    unique = sum(verdict.is_unique for verdict in verdicts)
    shares = " ".join(f"{share(figures[verdict], size):>9}" for verdict in VERDICTS)
    first = share(figures["first"], figures["open"])
    return f"{len(verdicts):>7} {size:>8} {share(unique, len(verdicts)):>8} {shares} {first:>8}  {name}"


def share(part: int, whole: int) -> str:
    """Per cent; a share that is not nothing never prints as nothing, nor one that is not all as all.

    >>> share(1, 100_000), share(2399, 2400), share(0, 0)
    ('0.01 %', '99.96 %', '-')
    """
    if not whole:
        return "-"
    if part in (0, whole):
        return f"{100 if part else 0} %"
    return f"{min(max(100 * part / whole, 0.01), 99.99):.2f} %"


def summed(verdicts: Iterable[Verdict]) -> Counter[str]:
    """All figures of some tables by what became of them."""
    total: Counter[str] = Counter()
    for verdict in verdicts:
        total.update(verdict.figures)
    return total


def times(seconds: list[float]) -> str:
    """Median, 95th of a hundred, and most, in milliseconds."""
    ordered = sorted(seconds)
    middle, late = ordered[len(ordered) // 2], ordered[min(len(ordered) * 95 // 100, len(ordered) - 1)]
    return f"ms for a table: median {middle * 1000:.1f}, 95th {late * 1000:.1f}, most {ordered[-1] * 1000:.1f}"

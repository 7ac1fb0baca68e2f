"""Generated tables whose layout was lost → how often their columns are found: `python -m bench.recovery`.

Exit code 1 if a figure is certain and wrong, if the truth is not among the candidates, or if a table that marks its
cells is read otherwise than marked.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from bench.generated.make import Made, make
from bench.generated.verdicts import VERDICTS, Verdict, judge, judge_clean


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Measure the recovery of tables whose layout was lost.")
    parser.add_argument("--count", type=int, default=2400, help="how many tables to make")
    parser.add_argument("--seed", type=int, default=0, help="the seed of the first table; the others follow")
    parser.add_argument("--show", type=int, default=3, help="how many faults to list")
    options = parser.parse_args(argv)
    tables = [make(seed) for seed in range(options.seed, options.seed + options.count)]
    judged = [(made, judge(made.example, made.flat, made.style.caption)) for made in tables]
    total = _print_flattened(judged)
    faults = [
        f"seed {made.seed}: {verdict.faults[0]}, and {len(verdict.faults) - 1} more"
        for made, verdict in judged
        if verdict.faults
    ]
    clean = [f"seed {made.seed}: {fault}" for made in tables for fault in judge_clean(made.example)]
    print(f"marked: {2 * len(tables) - len(clean)} of {2 * len(tables)} documents with marked cells read as marked")
    print(f"faults: in {len(faults)} flattened tables")
    for fault in [*faults[: options.show], *clean[: options.show]]:
        print(f"  {fault[:300]}")
    return 1 if clean or total["wrong"] or total["outside"] else 0


def _print_flattened(judged: list[tuple[Made, Verdict]]) -> Counter[str]:
    """Print one line for all tables and one for each variant."""
    groups: dict[str, list[Verdict]] = defaultdict(list)
    for made, verdict in judged:
        for name in ("all", *made.variants):
            groups[name].append(verdict)
    print(f"{'tables':>7} {'figures':>8} {'unique':>7} " + " ".join(f"{name:>9}" for name in VERDICTS))
    for name in sorted(groups, key=lambda name: (name != "all", name)):
        print(_line(groups[name], name))
    print(_times([verdict.seconds for _, verdict in judged]))
    return _summed(groups["all"])


def _line(verdicts: list[Verdict], name: str) -> str:
    """The shares of one group of tables; `unique` are the tables of which every figure is proved."""
    figures = _summed(verdicts)
    size = figures.total()
    unique = sum(set(verdict.figures) <= {"proved"} for verdict in verdicts)
    shares = " ".join(f"{_share(figures[verdict], size):>9}" for verdict in VERDICTS)
    return f"{len(verdicts):>7} {size:>8} {_share(unique, len(verdicts)):>7} {shares}  {name}"


def _share(part: int, whole: int) -> str:
    """Per cent; a share that is not nothing never prints as nothing, nor one that is not all as all."""
    if part in (0, whole):
        return f"{100 if part else 0} %"
    return f"{min(max(100 * part / whole, 0.01), 99.99):.2f} %"


def _summed(verdicts: Iterable[Verdict]) -> Counter[str]:
    total: Counter[str] = Counter()
    for verdict in verdicts:
        total.update(verdict.figures)
    return total


def _times(seconds: list[float]) -> str:
    ordered = sorted(seconds)
    middle, late = ordered[len(ordered) // 2], ordered[min(len(ordered) * 95 // 100, len(ordered) - 1)]
    return f"ms for a table: median {middle * 1000:.1f}, 95th {late * 1000:.1f}, most {ordered[-1] * 1000:.1f}"


if __name__ == "__main__":
    sys.exit(main())

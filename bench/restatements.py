"""`make bench-restatements`: pairs of reports → which figures that are printed again are found, and which wrongly.

Each pair of reports is generated as text, read as any report, and compared. A figure of the later report that prints
one of the earlier again is the same, changed, or of another phase; others only look alike. *missed*: changed ones that
were not told; *flagged*: figures told as changed that are not; *paired*: figures held against each other that have
nothing to do with each other. Seeds from 10000 on are held out: no rule was made on them.
"""

from __future__ import annotations

import argparse
from collections import Counter

from auditreport import read
from auditreport.comparing.restatements import find_restatements
from auditreport.pipeline.material import material_part
from auditreport.schemas.material import Material
from bench.restated.pairs import Item, Mark, Pair, make
from bench.restated.printing import Sheet

_HELD_OUT = 10_000
_TITLES = ("figures", "unread", "same", "changed", "phase", "silent", "missed", "flagged")


def main() -> None:
    """Measure and print, on the seeds that rules were made on and on those held out."""
    parser = argparse.ArgumentParser(prog="python -m bench.restatements", description="Measure restatements.")
    parser.add_argument("--count", type=int, default=150, help="pairs of each set (default: 150)")
    parser.add_argument("--show", type=int, default=0, help="how many misses to list")
    options = parser.parse_args()
    for name, first in (("known seeds", 0), ("held-out seeds", _HELD_OUT)):
        counts: dict[str, Counter[str]] = {}
        shown = [options.show]
        for seed in range(first, first + options.count):
            measure(make(seed), counts, shown)
        _print(name, counts)


def measure(pair: Pair, counts: dict[str, Counter[str]], shown: list[int]) -> None:
    """Count what is found of a pair, case by case."""
    then, now = _material(pair.then, "then.txt"), _material(pair.now, "now.txt")
    again, other = find_restatements([now, then])
    told = {(one.fact_then, one.fact_now): "same" if one.same else "changed" for one in again}
    told |= {(one.fact_then, one.fact_now): "phase" for one in other}
    rest = dict(told)
    for item in pair.items:
        key = _fact_at(then, item.then), _fact_at(now, item.now)
        found = told.get(key, "silent") if None not in key else "unread"
        rest.pop(key, None)
        count = counts.setdefault(f"{item.case}: {item.expected}", Counter())
        count.update(("figures", found))
        if item.expected == "changed" and found not in ("changed", "unread"):
            count["missed"] += 1
        if item.expected != "changed" and found == "changed":
            count["flagged"] += 1
        _show(pair, item, found, shown)
    for (_, fact), verdict in rest.items():
        count = counts.setdefault("no pair", Counter())
        count.update(("figures", verdict))
        count["flagged"] += verdict == "changed"
        if shown[0] > 0 and verdict == "changed":
            shown[0] -= 1
            print("   ", pair.seed, "no pair", next(one for one in now.facts if one.id == fact))


def _show(pair: Pair, item: Item, found: str, shown: list[int]) -> None:
    wanted = {"apart": "silent"}.get(item.expected, item.expected)
    if found != wanted and shown[0] > 0:
        shown[0] -= 1
        print("   ", pair.seed, item, found)


def _material(sheet: Sheet, name: str) -> Material:
    done = read(sheet.text.encode(), name)
    return material_part(done.document, done.report, done.facts).model_copy(update={"path": name})


def _fact_at(material: Material, mark: Mark) -> str | None:
    """The fact of a figure, if it was read."""
    facts = [
        fact
        for fact in material.facts
        if fact.source.line == mark.line and fact.raw == mark.raw and fact.status != "ambiguous"
    ]
    return facts[mark.nth].id if mark.nth < len(facts) else None


def _print(name: str, counts: dict[str, Counter[str]]) -> None:
    print(f"{name:<44}" + "".join(f"{title:>9}" for title in _TITLES))
    whole: Counter[str] = Counter()
    for case, count in sorted(counts.items()):
        whole.update(count)
        print(f"{case:<44}" + "".join(f"{count[title]:>9}" for title in _TITLES))
    print(f"{'all':<44}" + "".join(f"{whole[title]:>9}" for title in _TITLES) + "\n")


if __name__ == "__main__":
    main()

"""`make bench-mutation`: reports with one digit changed → how many of the changes the checks find.

A digit of a figure that stands in an equation that closes is changed, the report is read and checked again. A change
is *found* if there is a discrepancy that was not there before and the changed figure stands in its equations; *graver*
if it is a warning or an error; *traced* if it names the changed figure among at most three. It is *traceable* if with
another digit in one of at most three figures all equations would hold again: where four parts and their sum stand in
nothing else, any of them may be the one that is wrong. *of these* are the traceable ones that are traced.

Changes after which all equations of the figure still hold for values that print so are counted apart: no arithmetic can
see them. So are those that break nothing but equations which the figures alone tell (`announced` is false): a plan that
differs from the results, or a list of other things than those counted, is as consistent as before. The last lines show
them, and all changes together.

Also printed: what the checks say of the unchanged reports, and how many figures of tables stand in an equation.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path

from auditreport.normalise import positions
from bench.documents import all_documents
from bench.mutated.outcomes import Outcome, Subject, read_subject, try_change

_COLUMNS = ("tried", "unseen", "broken", "found", "graver", "traced", "traceable", "of these")


def main() -> None:
    """Measure and print."""
    options = _options()
    chosen = [path for path in all_documents() if options.only in str(path)]
    subjects = [read_subject(_name(path), path.read_bytes()) for path in options.files or chosen]
    _print_unchanged(subjects)
    print(f"\n{'':<34}" + "".join(f"{title:>10}" for title in _COLUMNS))
    outcomes: list[Outcome] = []
    with ProcessPoolExecutor(options.jobs) as pool:
        measure = partial(_measure, count=None if options.all else options.per_document, seed=options.seed)
        for subject, found in zip(subjects, pool.map(measure, subjects), strict=True):
            outcomes += found
            if found:
                _print_line(subject.name, _claimed(found))
    claimed = _claimed(outcomes)
    _print_line("all", claimed)
    for rule in sorted({equation.rule for outcome in claimed for equation in outcome.broken}):
        _print_line(rule, [one for one in claimed if rule in {equation.rule for equation in one.broken}])
    _print_line("told by the figures alone", [one for one in outcomes if one not in claimed])
    _print_line("all, those included", outcomes)
    _print_missed(claimed, options.show)


def _claimed(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The changes but for those that break nothing that words or layout announce."""
    return [one for one in outcomes if one.is_announced or not one.broken]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench.mutation", description="Measure what the checks find.")
    parser.add_argument("files", nargs="*", type=Path, help="text reports; those beside the project and of the tests")
    parser.add_argument("--per-document", type=int, default=120, help="changes of each report (default: 120)")
    parser.add_argument("--seed", type=int, default=0, help="which changes are drawn (default: 0)")
    parser.add_argument("--all", action="store_true", help="every change of every digit: takes hours")
    parser.add_argument("--only", default="", help="only the reports whose paths hold this word")
    parser.add_argument("--jobs", type=int, default=1, help="processes (default: 1)")
    parser.add_argument("--show", type=int, default=20, help="how many of the changes to list that are missed")
    return parser.parse_args()


def _name(path: Path) -> str:
    return (path.stem if path.stem != "source" else path.parent.name)[:32]


def _measure(subject: Subject, count: int | None, seed: int) -> list[Outcome]:
    """What becomes of some changes of a report, drawn in the same way each time; of all if `count` is `None`."""
    drawn = list(subject.changes())
    if count is not None and count < len(drawn):
        drawn = random.Random(f"{seed}:{subject.name}").sample(drawn, count)
    return [try_change(subject, change) for change in drawn]


def _print_unchanged(subjects: Sequence[Subject]) -> None:
    print(f"{'unchanged':<34}{'error':>9}{'warning':>9}{'info':>9}{'in tables':>11}{'in equations':>14}{'':>8}")
    whole: Counter[str] = Counter()
    for subject in subjects:
        counts = Counter(one.severity for one in subject.checked.discrepancies)
        cells = [fact.id in subject.closed for fact in _cells(subject)]
        counts.update({"cells": len(cells), "proved": sum(cells)})
        whole.update(counts)
        _print_counts(subject.name, counts)
    _print_counts("all", whole)


def _print_counts(name: str, counts: Counter[str]) -> None:
    flags = "".join(f"{counts[severity]:>9}" for severity in ("error", "warning", "info"))
    print(f"{name:<34}{flags}{counts['cells']:>11}{counts['proved']:>14}{_share(counts['proved'], counts['cells']):>8}")


def _cells(subject: Subject) -> Iterator[object]:
    for fact, at in zip(subject.read.facts, positions(subject.read.report), strict=True):
        if at is not None and at.row is not None:
            yield fact


def _print_line(name: str, outcomes: Sequence[Outcome]) -> None:
    seen = [one for one in outcomes if one.broken]
    found = [bool(one.new) for one in seen]
    graver = [one.is_grave for one in seen]
    traced = [one.is_traced for one in seen]
    counts = (len(outcomes), len(outcomes) - len(seen), len(seen))
    traceable = [one.is_traceable for one in seen]
    told = [one.is_traced for one in seen if one.is_traceable]
    shares = "".join(f"{_share(sum(hits), len(hits)):>10}" for hits in (found, graver, traced, traceable, told))
    print(f"{name:<34}" + "".join(f"{count:>10}" for count in counts) + shares, flush=True)


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%}" if whole else "-"


def _print_missed(outcomes: Iterable[Outcome], show: int) -> None:
    kinds = {
        "missed": lambda one: not one.new,
        "traceable, but not traced": lambda one: one.new and one.is_traceable and not one.is_traced,
        "found, but not traced, and not traceable": lambda one: one.new and not (one.is_traceable or one.is_traced),
        "worth a look only": lambda one: one.is_traced and not one.is_grave,
    }
    for title, is_so in kinds.items():
        found = [one for one in outcomes if one.broken and is_so(one)]
        elsewhere = sum(bool(one.elsewhere) for one in found)
        print(f"\n{title}: {len(found)}; with a flag elsewhere: {elsewhere}")
        for one in found[:show]:
            print(f"  {_told(one)}")
            for flag in one.new[:2]:
                print(f"      {flag.severity} {flag.equation.formula}, {len(flag.facts)} figures")


def _told(one: Outcome) -> str:
    fact, equation = one.change.fact, one.broken[0]
    place = f"{one.subject.name[:24]}:{fact.source.line}"
    return f"{place:<30} {fact.raw} → {one.change.raw}: {equation.rule} {equation.formula} ({len(one.broken)} broken)"


if __name__ == "__main__":
    main()

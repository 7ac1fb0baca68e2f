"""A generated table → what the solver says where header and labels are read right, and whether brute force agrees."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Iterable

from auditreport.parsers.grids import Column
from auditreport.parsers.recovery import Placing, judge, place, proposals
from auditreport.parsers.recovery.problem import Problem
from auditreport.parsers.recovery.search import Cut, count
from auditreport.parsers.recovery.strands import Strand
from bench.brute import TooMany, count_all
from bench.generated.example import Example, Path, Rate
from bench.generated.limit import TooSlow, at_most
from bench.generated.noise import Wrong
from bench.generated.verdicts import Verdict, too_slow
from bench.generated.words import words

WIDEST = 14


def judge_solver(example: Example, remarks: bool = False) -> tuple[Verdict, Placing | None]:
    """Give the solver the true titles and labels, and judge each figure by the columns that it leaves."""
    columns = columns_of(example) + [Column((words()["stub"]["remarks"],), None, True)] * remarks
    tokens = [[(c, text) for c, text in enumerate(row) if text] for row in example.printed]
    kept = [i for i, row in enumerate(tokens) if row]
    labels = [example.rows[i] for i in kept]
    begin = time.perf_counter()
    rows = [[text for _, text in tokens[i]] for i in kept]
    try:
        placing = at_most(lambda: place(columns, labels, rows))
    except TooSlow:
        return too_slow(example), None
    seconds = time.perf_counter() - begin
    figures: Counter[str] = Counter()
    faults = []
    for i, places in zip(kept, placing.places, strict=True):
        for (c, text), found in zip(tokens[i], places, strict=True):
            verdict = (
                ("proved" if c in found else "wrong") if len(found) == 1 else ("open" if c in found else "outside")
            )
            figures[verdict] += 1
            figures["first"] += verdict == "open" and found[0] == c
            if verdict in ("wrong", "outside"):
                read = [" > ".join(columns[at].path) for at in found]
                where = f"{' > '.join(example.rows[i])}, {' > '.join(example.columns[c])}"
                faults.append(f"{verdict}: {text} of {where}: read {read}")
    return Verdict(figures, tuple(faults), seconds, ()), placing


def columns_of(example: Example) -> list[Column]:
    """The true columns, as a header that is read right gives them."""
    rates = {law.total for law in example.laws if isinstance(law, Rate)}
    return [Column(_bare(path), "%" if i in rates else None) for i, path in enumerate(example.columns)]


def _bare(path: Path) -> Path:
    return tuple(re.sub(r"\([^)]*\)", "", title) for title in path)


def compare(problem: Problem) -> str:
    """Whether the solver counts the same placings as brute force, with sums as printed: `agrees`, or why not."""
    if problem.width > WIDEST:
        return "too wide to try"
    for bands in problem.components():
        down = [relation for relation in problem.down if not {r for b in bands for r in b}.isdisjoint(relation.entries)]
        try:
            found = count(problem, [Strand(problem, band, problem.across) for band in bands], down)
            number, uses = count_all(problem, bands, problem.across, down)
        except Cut:
            return "the solver gives up"
        except TooMany:
            return "too many to try"
        if found.number != number or (number and uses != found.uses):
            return f"differs: {found.number} placings, {number} by brute force"
    return "agrees" if problem.components() else "nothing is open"


def is_noticed(placings: Iterable[Placing | None]) -> bool:
    """Whether some sum, difference or rate that is announced does not close, however the figures are placed."""
    found = [placing for placing in placings if placing is not None]
    return bool(found) and all(judge(placing).broken or any(part.broken for part in placing.found) for placing in found)


def rank(example: Example, wrong: Wrong, placing: Placing) -> str:
    """Where the true digit stands among the changes that the solver proposes."""
    row = [i for i, printed in enumerate(example.printed) if any(printed)].index(wrong.row)
    figure = sum(bool(text) for text in example.printed[wrong.row][: wrong.column])
    try:
        found = at_most(lambda: proposals(placing))
    except TooSlow:
        return "proposals too slow"
    true = [(c.row, c.figure, c.becomes) == (row, figure, (wrong.truth,)) for c in found]
    if not any(true):
        return "other proposals only" if found else "no proposals"
    return "the true digit proposed first" if true[0] else "the true digit proposed later"

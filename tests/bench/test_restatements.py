from __future__ import annotations

from collections import Counter

from bench.restated.pairs import make
from bench.restatements import measure


def test_marks_of_a_pair_stand_where_they_say():
    for seed in range(12):
        pair = make(seed)
        for item in pair.items:
            assert item.then.raw in pair.then.lines[item.then.line - 1]
            assert item.now.raw in pair.now.lines[item.now.line - 1]


def test_changed_restatements_of_a_few_pairs_are_found_and_no_others_flagged():
    counts: dict[str, Counter[str]] = {}
    for seed in (2, 5, 8):
        measure(make(seed), counts, [0])
    total = sum(counts.values(), Counter())
    assert total["changed"] > 5
    assert (total["missed"], total["flagged"]) == (0, 0)

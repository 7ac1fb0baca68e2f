"""The measurement of lineage: how it counts, and that nothing wrong is stated as certain in what it makes."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from auditreport.comparing.lineage import trace_lineage
from bench.lineages.history import make
from bench.lineages.measure import b_cubed, judge, truth_of
from bench.lineages.report import reports

A, B, C = (2015, "results", "가"), (2016, "plan", "나"), (2016, "plan", "다")


def test_b_cubed_of_one_cluster_that_was_cut_in_two() -> None:
    precision, recall, nodes = b_cubed([A, B, C], [(A, B)], [(A, B), (A, C)])
    assert (precision, nodes) == (3.0, 3)
    assert recall == pytest.approx(2 / 3 + 2 / 3 + 1 / 3)


@pytest.mark.parametrize("held_out", [False, True])
def test_no_edge_of_made_departments_is_certain_and_wrong(held_out: bool) -> None:
    counts: Counter[str] = Counter()
    for number in range(12):
        rng = Random(f"test:{held_out}:{number}")
        history = make(rng, held_out)
        assert judge(trace_lineage(reports(history, rng)), truth_of(history), counts) == []
    assert counts["edges"] > 80


def test_same_seed_makes_the_same_history() -> None:
    assert make(Random("one")).steps == make(Random("one")).steps

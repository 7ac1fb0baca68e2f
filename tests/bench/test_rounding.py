"""Rounded tables: printed as their habit has it, and checked as a report would be."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from random import Random

import pytest

from bench.rounded.chains import HABITS, SCALES, make
from bench.rounded.checking import check_chains, is_possible


@pytest.mark.parametrize("habit", HABITS)
@pytest.mark.parametrize("scale", SCALES)
def test_relations_hold_for_the_true_amounts_of_the_habit(habit, scale):
    chains = [make(Random(seed), habit, scale) for seed in range(20)]
    sums = [(chain, one) for chain in chains for one in chain.relations if one.name != "rate"]
    assert all(is_possible(chain, one) for chain, one in sums)


def test_totals_of_rounded_rows_add_up_as_printed():
    chain = make(Random(1), "summed_rounded", 3)
    for name, (*parts, whole) in chain.relations:
        if name == "sum":
            assert sum((chain.cells[part] for part in parts), Decimal(0)) == chain.cells[whole]


def test_sum_that_is_two_units_off_is_not_possible_where_totals_are_added_up():
    chain = make(Random(1), "summed_rounded", 3)
    relation = next(one for one in chain.relations if one.name == "sum")
    whole = relation.cells[-1]
    wrong = replace(chain, cells={**chain.cells, whole: chain.cells[whole] + 2000})
    assert not is_possible(wrong, relation)


def test_rounded_table_is_checked_without_a_discrepancy():
    checked = check_chains([make(Random(3), "half_up", 6)])
    assert checked.input.status == "checked"
    assert [flag for flag in checked.discrepancies if flag.severity != "info"] == []

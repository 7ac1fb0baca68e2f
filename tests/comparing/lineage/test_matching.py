"""Log-odds of pairs → the best assignment, and how sure each pair of it is."""

from __future__ import annotations

import numpy as np
import pytest

from auditreport.comparing.lineage.matching import assign, regret


def test_assignment_is_global_not_greedy() -> None:
    odds = np.array([[5.0, 4.5], [4.8, 0.5]])
    assert assign(odds) == ((0, 1), (1, 0))


def test_pairs_that_are_less_likely_than_not_are_left_out() -> None:
    odds = np.array([[3.0, -2.0, -2.0], [-2.0, -1.0, -3.0]])
    assert assign(odds) == ((0, 0),)


def test_regret_is_what_the_assignment_loses_without_the_pair() -> None:
    odds = np.array([[5.0, 4.5], [4.8, 0.5]])
    assert regret(odds, (0, 1)) == pytest.approx(9.3 - 5.5)


def test_regret_is_nothing_where_a_rival_is_as_good() -> None:
    odds = np.array([[4.0, 4.0]])
    assert regret(odds, assign(odds)[0]) == 0

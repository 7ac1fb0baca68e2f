"""Shares and times as the report prints them."""

from __future__ import annotations

from collections import Counter

from bench.generated.tally import line, lines, share, times
from bench.generated.verdicts import Verdict


def verdict(**figures: int) -> Verdict:
    return Verdict(Counter(figures), (), 0.001, ())


def test_share_of_one_in_many_is_not_nothing_and_all_but_one_not_all() -> None:
    assert [share(1, 100_000), share(99_999, 100_000), share(0, 5), share(5, 5), share(0, 0)] == [
        "0.01 %",
        "99.99 %",
        "0 %",
        "100 %",
        "-",
    ]


def test_line_counts_tables_figures_and_unique_tables() -> None:
    words = line([verdict(proved=3), verdict(proved=1, open=4, first=1)], "all").split()
    assert words[:4] == ["2", "8", "50.00", "%"]
    assert words[-3:] == ["25.00", "%", "all"]


def test_all_tables_come_before_the_variants() -> None:
    found = [line.split("  ")[-1] for line in lines([(("all", "b", "a"), verdict(proved=1))])]
    assert found == ["all", "a", "b"]


def test_times_are_the_median_the_late_and_the_last() -> None:
    assert times([n / 1000 for n in range(1, 101)]) == "ms for a table: median 51.0, 95th 96.0, most 100.0"

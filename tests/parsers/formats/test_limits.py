"""Limits of one file."""

from __future__ import annotations

from auditreport.parsers.formats.limits import Limits


def test_larger_files_may_take_longer() -> None:
    limits = Limits(seconds=10, seconds_per_mb=5)
    assert limits.time_for(0) == limits.time_for(250_000) == 10
    assert limits.time_for(3_250_000) == 25

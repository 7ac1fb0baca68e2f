"""The plan for a corpus, by the formula that the manual names."""

from __future__ import annotations

from pathlib import Path

import pytest

from bench.scale import Cost, Overhead, _shares, _spread, plan

SMALL = Overhead(command=0.005, scheduler=0.005, worker=0.01)
LARGE = Overhead(command=0.005, scheduler=0.015, worker=0.03)
NONE = Overhead(0, 0, 0)


def hours(capsys: pytest.CaptureFixture[str]) -> dict[int, float]:
    lines = [line.split() for line in capsys.readouterr().out.splitlines() if " workers " in line]
    return {int(words[0]): float(words[2]) for words in lines}


def test_time_is_shared_by_the_workers_until_the_scheduler_has_no_more_to_give(
    capsys: pytest.CaptureFixture[str],
) -> None:
    plan({"text": Cost(0.46, 0.5), "pdf": Cost(4.0, 1.0)}, SMALL, LARGE, 360_000, {"text": 1.0})
    found = hours(capsys)
    assert (found[1], found[2], found[16]) == (48.0, 24.0, 3.0)
    assert found[64] == found[128] == 1.0


def test_cost_is_the_mean_over_the_mix(capsys: pytest.CaptureFixture[str]) -> None:
    plan({"text": Cost(0.5, 0), "pdf": Cost(3.5, 0)}, NONE, NONE, 3600, _shares("text=1,pdf=1"))
    assert hours(capsys)[1] == 2.0


def test_sample_reaches_from_small_files_to_large_ones(tmp_path: Path) -> None:
    for size in range(10):
        (tmp_path / f"{9 - size}.txt").write_bytes(b"0" * size)
    assert [path.stat().st_size for path in _spread(list(tmp_path.iterdir()), 3)] == [1, 5, 8]

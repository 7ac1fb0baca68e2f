"""What the search of `make fuzz` found once, and what was made up by hand: every promise holds for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz.targets import NAMES, load

KEPT = sorted((Path(__file__).parent / "fixtures" / "hostile").glob("*/*"))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_what_once_broke_a_promise_keeps_it(path: Path) -> None:
    load(path.parent.name).run(path.read_bytes())


@pytest.mark.parametrize("name", [name for name in NAMES if name not in ("store", "query", "outputs")])
def test_search_begins_with_bytes_that_break_nothing(name: str) -> None:
    target = load(name)
    for seed in list(target.seeds())[:4]:
        target.run(seed)

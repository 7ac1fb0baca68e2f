from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest

from auditreport.pipeline import Done, InTurn, SideBySide, Unreadable, find_places, make_executor, read_places
from tests.parsers.formats.pdf.samples import Page, write


def test_results_come_in_the_order_of_the_items_whatever_ends_first() -> None:
    last_is_done = Event()

    def task(item: int) -> int:
        if item == 0:
            assert last_is_done.wait(20)
        if item == 3:
            last_is_done.set()
        return item * 10

    assert list(SideBySide(2).map(task, range(4))) == [0, 10, 20, 30]


def test_items_are_taken_only_a_little_ahead() -> None:
    taken = []

    def items() -> Iterator[int]:
        for item in range(1_000):
            taken.append(item)
            yield item

    results = SideBySide(2).map(str, items())
    assert next(results) == "0"
    assert len(taken) <= 6
    results.close()  # type: ignore[attr-defined]


def test_failure_of_a_task_is_raised_in_its_turn() -> None:
    results = SideBySide(2).map(lambda item: 1 // item, [1, 0, 1])
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)


@pytest.mark.parametrize(("workers", "items", "kind"), [(4, 1, InTurn), (1, 9, InTurn), (2, 9, SideBySide)])
def test_threads_are_used_only_where_they_can_help(workers: int, items: int, kind: type) -> None:
    assert isinstance(make_executor(workers, items), kind)


def test_batch_of_files_is_the_same_with_one_worker_and_with_two(tmp_path: Path) -> None:
    for number in range(5):
        data = write(Page().text(60, 60, f"□ 정원 {number + 20}명", 12))
        (tmp_path / f"{number}.pdf").write_bytes(data if number != 2 else data[: len(data) // 2])
    places = find_places([str(tmp_path)], bytes)
    one = list(read_places(places))
    two = list(read_places(places, executor=SideBySide(2)))
    assert [type(outcome) for outcome in two] == [Done, Done, Unreadable, Done, Done]
    for before, after in zip(one, two, strict=True):
        if isinstance(before, Done):
            assert isinstance(after, Done)
            assert (after.input.name, after.read) == (before.input.name, before.read)
        else:
            assert after == before

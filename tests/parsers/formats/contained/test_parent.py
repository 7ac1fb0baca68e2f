"""Readers in a process of their own."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats import text
from auditreport.parsers.formats.contained import close, read_contained
from auditreport.parsers.formats.contained.parent import POOL
from auditreport.parsers.formats.limits import MIB, Limits
from auditreport.schemas import Document

READERS = "tests.parsers.formats.contained.readers"
REPORT = "Ⅰ. 일반현황\n1. 인 력\n(단위 : 명)\n구분\t계\t5급\n정원\t22\t2\n".encode()
LIMITS = Limits(seconds=20, memory=1_000 * MIB)


@pytest.fixture(autouse=True)
def _no_process_left() -> Iterator[None]:
    close()
    yield
    close()


def ask(reader: str, data: bytes = REPORT, limits: Limits = LIMITS) -> Document:
    return read_contained(f"{READERS}.{reader}", data, "a.hwp", limits)


def test_document_comes_back_as_it_was_read() -> None:
    assert ask("prints") == text.read(REPORT, "a.hwp")


def test_one_process_reads_one_file_after_the_other() -> None:
    ask("prints")
    [first] = POOL.idle
    ask("prints")
    assert POOL.idle == [first]


def test_files_asked_for_at_once_are_read_by_a_process_each() -> None:
    with ThreadPoolExecutor(2) as threads:
        [*found] = threads.map(ask, ["prints"] * 6)
    assert {document.text for document in found} == {REPORT.decode()}
    assert 1 <= len(POOL.idle) <= 2
    assert POOL.busy == []


def test_process_that_was_ended_from_outside_costs_no_file() -> None:
    ask("prints")
    [worker] = POOL.idle
    worker.kill()
    worker._process.wait()
    assert ask("prints").text == REPORT.decode()


def test_closing_gives_up_what_is_being_read() -> None:
    with ThreadPoolExecutor(1) as threads:
        asked = threads.submit(ask, "hangs")
        while not POOL.busy:
            pass
        close()
        with pytest.raises(UnreadableInput, match="crashed its reader"):
            asked.result()


def test_library_that_cannot_be_loaded_is_no_fault_of_the_file() -> None:
    with pytest.raises(UnreadableInput, match="a library that reads it cannot be loaded; run auditreport doctor"):
        ask("none")


def test_refusal_of_a_reader_comes_back_in_its_words() -> None:
    with pytest.raises(UnreadableInput, match=r"^a\.hwp: it is locked; unlock it$"):
        ask("refuses")


@pytest.mark.parametrize(
    ("reader", "limits", "reason"),
    [
        ("hangs", Limits(seconds=1.5, memory=0), "reading it took longer than 2 seconds"),
        ("dies", LIMITS, "the file crashed its reader"),
        ("grows", LIMITS, "reading it needs more than 1000 MiB of memory"),
        ("fails", LIMITS, r"the file is damaged \(ZeroDivisionError\)"),
    ],
)
def test_file_that_harms_its_reader_costs_itself_only(reader: str, limits: Limits, reason: str) -> None:
    ask("prints")
    with pytest.raises(UnreadableInput, match=reason):
        ask(reader, limits=limits)
    assert ask("prints").text == REPORT.decode()


def test_fork_does_not_share_the_process_of_its_parent() -> None:
    ask("prints")
    [before] = POOL.idle
    before.owner = os.getpid() + 1
    assert ask("prints").text == REPORT.decode()
    assert before not in POOL.idle
    before.owner = os.getpid()
    before.end()

"""Limits of one file."""

from __future__ import annotations

from auditreport.parsers.formats.limits import Limits, count_scans


def test_larger_files_may_take_longer() -> None:
    limits = Limits(seconds=10, seconds_per_mb=5)
    assert limits.time_for(0) == limits.time_for(250_000) == 10
    assert limits.time_for(3_250_000) == 25


def test_pictures_of_pages_may_take_longer() -> None:
    picture = b"9 0 obj\n<< /Type /XObject /Subtype /Image /Width 2480 /Height 3508 /Filter /DCTDecode >>\nstream\n"
    data = b"%PDF-1.4\n" + 2 * picture + picture.replace(b"3508", b"40")
    assert count_scans(data) == 2
    assert Limits(seconds=10, seconds_per_scan=3).time_for(0, count_scans(data)) == 16


def test_pictures_are_not_counted_without_end() -> None:
    assert count_scans(b"1 0 obj /Subtype /Image /Width 900 /Height 900 stream " * 30_000) == 20_000


def test_dictionary_without_a_beginning_is_looked_for_nearby() -> None:
    assert count_scans(b"/Width 900 /Height 900" + b" " * 5_000 + b"/Subtype /Image stream") == 0

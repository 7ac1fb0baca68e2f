"""The reader of each format."""

from __future__ import annotations

import subprocess
import sys

import pytest

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats import read_document
from auditreport.parsers.formats.limits import Limits
from auditreport.parsers.formats.registry import CONTAINED, READERS
from tests.environments import unmeasured

# What a text must not pay for.
HEAVY = ("lxml", "hwp5", "hwpx", "pdfplumber", "subprocess", "multiprocessing")


def test_all_formats_but_text_are_contained() -> None:
    from auditreport.parsers.formats.detect import Format

    assert set(READERS) - {Format.TEXT} == CONTAINED


def test_format_that_is_not_read_is_named_with_the_next_step() -> None:
    with pytest.raises(UnreadableInput) as caught:
        read_document(b"HWP Document File V3.00 \x1a\x01\x02\x03", "old.hwp")
    assert str(caught.value) == (
        "old.hwp: this is an HWP 3 file, which is not read; open it in Hangul and save it as HWPX, HWP 5 or PDF"
    )


def test_file_beyond_the_limit_is_refused_before_it_is_read() -> None:
    with pytest.raises(UnreadableInput, match="larger than 1 MB"):
        read_document("가나다\n".encode() * 200_000, "large.txt", Limits(size=1_000_000))


def test_text_is_read_without_libraries_of_other_formats() -> None:
    code = (
        "import sys; from auditreport.parsers.formats import read_document;"
        "read_document('Ⅰ. 일반현황'.encode(), 'x');"
        f"print(sorted(set(sys.modules) & set({HEAVY!r})))"
    )
    out = subprocess.run(
        [sys.executable, "-c", code], env=unmeasured(), capture_output=True, text=True, check=True
    ).stdout
    assert out == "[]\n"


@pytest.mark.parametrize("mark", ["\n", "\t", "|", "1 "])
def test_text_of_more_than_memory_would_hold_is_refused_before_it_is_read(mark: str) -> None:
    limits = Limits(memory=10 << 20)
    with pytest.raises(UnreadableInput, match=r"reading it needs more than 10 MiB of memory; .* --max-memory"):
        read_document(("가나다 " + mark * 3_000).encode(), "wide.txt", limits)
    assert read_document(("가나다 " + mark * 2_000).encode(), "wide.txt", limits).blocks
    assert read_document(("가나다 " + mark * 3_000).encode(), "wide.txt", Limits(memory=0)).blocks

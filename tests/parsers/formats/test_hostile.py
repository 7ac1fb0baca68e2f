"""Files made by hand to harm their reader: one sentence for each, nothing written, nothing else read."""

from __future__ import annotations

import struct
import warnings
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats import read_document
from auditreport.parsers.formats.limits import MIB, Limits
from auditreport.schemas import Document
from fuzz import seeds
from fuzz.promise import read_whole
from tests.parsers.formats.hwpx.samples import changed
from tests.parsers.formats.pdf.samples import assemble, stream

SECRET = "words of another file"
LIMITS = Limits(seconds=8, seconds_per_mb=0, memory=1_000 * MIB)
HEAD = "2024년 주요업무 보고\n강동구 감사담당관\n\n1. 일반현황\n"


def refused(data: bytes, name: str = "x") -> str:
    """Why bytes are refused in the process of their own."""
    with pytest.raises(UnreadableInput) as caught:
        read_document(data, name, LIMITS)
    return caught.value.reason


def read_or_refused(data: bytes) -> Document | str:
    try:
        return read_document(data, "x", LIMITS)
    except UnreadableInput as error:
        return error.reason


# --- XML ---------------------------------------------------------------------------------------------------


def laughs() -> str:
    levels = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY l0 "ha">{levels}]>'


def outside(path: Path) -> str:
    path.write_text(SECRET, encoding="utf-8")
    return f'<!DOCTYPE x [<!ENTITY l9 SYSTEM "file://{path}">]>'


def in_hwpml(doctype: str) -> bytes:
    return seeds.markup().replace(b"?><HWPML", f"?>{doctype}<HWPML".encode()).replace("402건".encode(), b"&l9;")


def in_hwpx(doctype: str) -> bytes:
    def change(body: bytes) -> bytes:
        start, end = body.split(b"?>", 1) if body.startswith(b"<?xml") else (b"<?xml version='1.0'", body)
        return start + b"?>" + doctype.encode() + end.replace("정원".encode(), b"&l9;")

    return changed(seeds.package(), "Contents/section0.xml", change)


def in_html(doctype: str) -> bytes:
    return (
        seeds.PAGE.replace("<!DOCTYPE html>", doctype.replace("DOCTYPE x", "DOCTYPE html"))
        .replace("402건", "&l9;")
        .encode()
    )


@pytest.mark.parametrize("make", [in_hwpml, in_hwpx])
def test_entities_that_multiply_are_refused(make: Callable[[str], bytes]) -> None:
    assert refused(make(laughs())) in (
        "the file is built to harm its reader and was not opened",
        "the HWPML file is damaged",
        "the HWPX file is damaged",
    )


@pytest.mark.parametrize("make", [in_hwpml, in_hwpx, in_html])
def test_entity_of_another_file_is_never_read(make: Callable[[str], bytes], tmp_path: Path) -> None:
    found = read_or_refused(make(outside(tmp_path / "secret.txt")))
    assert isinstance(found, str) or SECRET not in found.text


def test_entities_that_multiply_in_a_page_stay_few() -> None:
    found = read_or_refused(in_html(laughs()))
    assert isinstance(found, str) or len(found.text) < 10_000


# --- archives ----------------------------------------------------------------------------------------------


def test_archive_that_unpacks_without_end_is_refused_by_what_it_claims() -> None:
    data = bytearray(seeds.package())
    struct.pack_into("<I", data, data.rindex(b"PK\x01\x02") + 24, 300 << 20)
    assert refused(bytes(data)) == "the file unpacks to more than 256 MiB"


def test_parts_that_lie_over_each_other_are_refused() -> None:
    data = bytearray(seeds.package())
    places = [at for at in range(len(data) - 4) if data[at : at + 4] == b"PK\x01\x02"]
    for at in places:
        data[at + 42 : at + 46] = struct.pack("<I", 0)
    assert refused(bytes(data)) in ("the HWPX file is damaged", "this is a ZIP archive, which is not read")


def test_names_that_lead_out_of_an_archive_write_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "a" / "b"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    data = BytesIO(seeds.package())
    with warnings.catch_warnings(), zipfile.ZipFile(data, "a") as archive:
        warnings.simplefilter("ignore")
        for name in ("../evil.xml", "../../evil.xml", str(tmp_path / "evil.xml"), "..\\evil.xml"):
            archive.writestr(name, "<a/>")
    read_or_refused(data.getvalue())
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


# --- depth and size ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "data",
    [
        b"<html><body>" + b"<div>" * 50_000 + "○ 점검 7회".encode(),
        b"<html><body>" + b"<table><tr><td>" * 3_000 + "○ 점검 7회".encode(),
        seeds.HWPML.encode().replace(b"{rows}", b"<ROW>" * 20_000),
        b"<html><body><table>" + b"<tr><td colspan=1000 rowspan=65000>1</td></tr>" * 3_000,
    ],
    ids=["blocks", "tables", "rows", "spans"],
)
def test_what_nests_or_spans_without_end_is_read_or_refused(data: bytes) -> None:
    read_or_refused(data)


@pytest.mark.parametrize("sign", ["|", "\t"])
def test_table_of_many_columns_is_read(sign: str) -> None:
    row = sign + sign.join(["1"] * 1_200) + sign
    assert read_whole(f"{HEAD}2. 예산현황 (단위 : 천원)\n{row}\n{row}\n".encode()) is not None


@pytest.mark.parametrize("line", ["○ 점검 7회", "|계|100|50|", "계 100 50", "1. 제목", "(" * 20, "제목 ····· 3"])
def test_many_lines_of_one_kind_are_read(line: str) -> None:
    assert read_whole((HEAD + f"{line}\n" * 80).encode()) is not None


@pytest.mark.parametrize(
    "text",
    ["1e999999", "٣٤٥", "３，４５６천원", "²", "①명", "1,2,3,4,,,,", "9" * 400, "0." + "0" * 400 + "1"],
)
def test_odd_numbers_break_nothing(text: str) -> None:
    assert read_whole(f"{HEAD}○ 정원 {text}명, 예산 {text} 천원({text}%)\n".encode()) is not None


def test_full_width_digits_are_read_as_digits() -> None:
    read = read_whole(f"{HEAD}○ 정원 ３４명\n".encode())
    assert read is not None
    assert [fact.value for fact in read.facts] == ["34"]


# --- PDF ---------------------------------------------------------------------------------------------------


def pdf(*objects: bytes) -> bytes:
    return assemble([b"<< /Type /Catalog /Pages 2 0 R >>", *objects])


KIDS = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
BOX = b"/MediaBox [0 0 595 842]"


@pytest.mark.parametrize(
    "data",
    [
        pdf(b"<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>"),
        pdf(KIDS, b"<< /Type /Page /Parent 3 0 R " + BOX + b" >>"),
        pdf(KIDS, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e30 1e30] >>"),
        pdf(KIDS, b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 0 0] >>"),
        pdf(
            KIDS,
            b"<< /Type /Page /Parent 2 0 R " + BOX + b" /Contents 4 0 R /Resources << /XObject << /X 5 0 R >> >> >>",
            stream(b"/X Do"),
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >> /Length 11 >>\n"
            b"stream\n/X Do /X Do\nendstream",
        ),
        pdf(KIDS, b"<< /Type /Page /Parent 2 0 R " + BOX + b" /Contents 4 0 R >>", stream(b"q " * 100_000)),
        pdf(KIDS, b"<< /Type /Page /Parent 2 0 R " + BOX + b" /Contents 4 0 R >>", stream(b"[" * 30_000)),
    ],
    ids=["pages-in-pages", "own-parent", "huge", "nothing", "form-in-itself", "states", "brackets"],
)
def test_page_that_leads_to_itself_or_nowhere_is_read_or_refused(data: bytes) -> None:
    read_or_refused(data)


def test_stream_that_unfolds_without_end_is_refused() -> None:
    bomb = pdf(KIDS, b"<< /Type /Page /Parent 2 0 R " + BOX + b" /Contents 4 0 R >>", stream(bytes(40 << 20)))
    assert "unfolds to more than" in refused(bomb)


# --- HWP 5 -------------------------------------------------------------------------------------------------


def test_chain_of_sectors_that_leads_to_itself_is_read_or_refused() -> None:
    data = bytearray(seeds.document())
    (first,) = struct.unpack_from("<I", data, 76)
    at = 512 * (first + 1)
    for sector in range(128):
        struct.pack_into("<I", data, at + 4 * sector, sector // 2)
    read_or_refused(bytes(data))


def test_bytes_that_say_nothing_are_one_sentence() -> None:
    assert refused(bytes(10)) == "the file is empty"
    assert "binary data" in refused(b"\x01" * 1_000)

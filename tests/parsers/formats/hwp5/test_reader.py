"""HWP 5 files; only Hangul writes them, so these tests read the real ones beside the project."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from pathlib import Path

import olefile
import pytest

from auditreport.errors import UnreadableInput
from auditreport.parsers.formats import hwp5, hwpx
from auditreport.parsers.formats.flow.pieces import Piece, grids
from auditreport.parsers.formats.hwp5 import reader
from auditreport.parsers.places import Places
from auditreport.schemas import Bullet, Document, Heading, Table

Find = Callable[[str], bytes]


@pytest.fixture(scope="module")
def find(shared: Path) -> Find:
    def found(pattern: str) -> bytes:
        [path] = sorted((shared / "corpus").glob(pattern))
        return path.read_bytes()

    return found


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def rows(table: Table) -> list[list[str]]:
    return [[cell.text.value for cell in row.cells] for row in (*table.header, *table.rows)]


def test_staffing_table_with_merged_labels_is_read_cell_by_cell(find: Find) -> None:
    found = hwp5.read(find("hwp/moel_multi-table-001*.hwp"), "a.hwp")
    table = next(table for table in tables(found) if "정무직" in rows(table)[0])
    assert rows(table)[:3] == [
        ["직급별\n구 분", "", "", "계", "정무직", "고공단", "3․4급", "4급", "4․5급", "5급", "6급이하", "기타*"],
        ["합계", "", "정 원", "8,491", "4", "51", "16", "91", "78", "651", "7,427", "173"],
        ["", "", "현 원", "8,667", "3", "41", "16", "113", "55", "659", "7,625", "155"],
    ]
    assert len(table.header) == 1
    first = table.rows[0].cells[0]
    assert (first.row_span, first.column_span) == (2, 2)
    start, end = table.rows[0].cells[10].text.span(0, 5)
    assert found.text[start:end] == "7,427"
    path = Places(found).anchor(start, end).path
    assert path is not None
    assert path.endswith("table 1, row 2, column 11")


def test_both_libraries_read_the_same_tables(find: Find, shared: Path) -> None:
    for path in sorted((shared / "corpus/hwp").glob("*.hwp")):
        issues = hwp5.read(path.read_bytes(), path.name).issues
        assert [issue.code for issue in issues] == [], path.name


@pytest.mark.parametrize("name", ["moel2025_*", "moef_2025Q2_*", "lh_*", "keit_*", "ev_*", "sen_*"])
def test_hwp_and_hwpx_of_one_document_give_the_same_blocks(find: Find, name: str) -> None:
    one, other = hwp5.read(find(f"hwp/{name}.hwp"), "a"), hwpx.read(find(f"hwpx/{name}.hwpx"), "a")
    assert one.text.split() == other.text.split()
    assert [rows(table) for table in tables(one)] == [rows(table) for table in tables(other)]
    assert [type(block) for block in one.blocks] == [type(block) for block in other.blocks]


def test_numbered_boxes_are_headings(find: Find) -> None:
    blocks = hwp5.read(find("hwp/nikl2022_*.hwp"), "a").blocks
    headings = [(block.number, block.text.value) for block in blocks if isinstance(block, Heading)]
    assert {("Ⅰ", "2021년 평가"), ("1", "성 과"), ("2", "한계"), ("Ⅱ", "2022년 정책 방향")} <= set(headings)


def test_distribution_document_gives_its_text_and_not_the_placeholder(find: Find) -> None:
    found = hwp5.read(find("hwp/*배포용.hwp"), "a")
    assert "상위 버전의 배포용 문서" not in found.text
    assert sum(isinstance(block, Bullet) for block in found.blocks) > 5


def test_nested_table_is_a_table_of_its_own(find: Find) -> None:
    found = hwp5.read(find("robust/hwpforge_table_08_nested.hwp"), "a")
    twin = hwpx.read(find("robust/hwpforge_table_08_nested.hwpx"), "a")
    assert [rows(table) for table in tables(found)] == [rows(table) for table in tables(twin)]


def test_password_is_named_and_no_traceback(find: Find) -> None:
    with pytest.raises(UnreadableInput, match="this HWP file is locked with a password"):
        hwp5.read(find("robust/pyhwp_password-12345.hwp"), "a")


def test_file_that_pyhwp_cannot_read_comes_from_the_second_reader(find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(data: bytes, name: str) -> list[Piece]:
        raise AssertionError("invalid level")

    data = find("hwp/moel_multi-table-001*.hwp")
    whole = hwp5.read(data, "a")
    monkeypatch.setattr(reader, "pieces", fail)
    found = hwp5.read(data, "a")
    assert [issue.code for issue in found.issues] == ["second-reader"]
    assert found.blocks == whole.blocks


def test_tables_that_a_library_wrote_with_wrong_columns_are_read(find: Find) -> None:
    assert len(tables(hwp5.read(find("robust/hwp_table_test_saved_badcolumns.hwp"), "a"))) == 10


def test_figure_that_the_second_reader_reads_otherwise_is_an_issue(find: Find, monkeypatch: pytest.MonkeyPatch) -> None:
    data = find("hwp/moel_multi-table-001*.hwp")
    second = hwpx.pieces(data, "a")
    grid = next(grids(second))
    grid.boxes.pop()
    monkeypatch.setattr(reader.hwpx, "pieces", lambda data, name: second)
    assert [issue.code for issue in hwp5.read(data, "a").issues] == ["readers-disagree"]


def test_section_that_unpacks_without_end_is_refused(find: Find, tmp_path: Path) -> None:
    path = tmp_path / "flood.hwp"
    path.write_bytes(find("hwp/moel2025_*.hwp"))
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    flood = packer.compress(bytes(40 << 20)) + packer.flush()
    with olefile.OleFileIO(path, write_mode=True) as file:
        size = file.get_size("BodyText/Section0")
        assert len(flood) < size
        file.write_stream("BodyText/Section0", flood.ljust(size, b"\0"))
    with pytest.raises(UnreadableInput, match="unpacks to more than 32 MiB"):
        hwp5.read(path.read_bytes(), "flood.hwp")


@pytest.mark.parametrize("size", [600, 3_000])
def test_file_that_was_cut_off_is_damaged(find: Find, size: int) -> None:
    data = find("hwp/moel_multi-table-001*.hwp")[:size]
    with pytest.raises(UnreadableInput, match="the HWP file is damaged"):
        hwp5.read(data, "a")

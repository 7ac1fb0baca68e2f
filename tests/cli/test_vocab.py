"""--vocab: a file of the user's own words, in every command that reads."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran
from tests.parsers.formats.hwpx.samples import written

REPORT = """2024년 주요업무 보고

감사과

Ⅰ. 일반현황
1. 조직
감사과 - 2개팀
2. 인력
| 구분 | 계 | 5급 | 6급 |
|---|---|---|---|
| 법정정원 | 9 | 4 | 5 |
| 현원 | 8 | 4 | 4 |
"""
WORDS = '[columns.staffing]\nquota = ["법정 정원"]\n'


@pytest.fixture
def report(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    path = tmp_path / "reports" / "a.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "words.toml"
    path.write_text(WORDS, encoding="utf-8")
    return path


def quotas(ran: Ran) -> list[str]:
    assert ran.err == ""
    return [row["raw"] for row in ran.rows if row["concept"] == "staffing.quota"]


def test_environment_names_words_for_all_runs(process: Callable[..., Ran], report: Path, words: Path) -> None:
    assert quotas(process("facts", report, env={"AUDITREPORT_VOCAB": str(words)})) == ["9", "4", "5"]


def test_workers_know_the_words(process: Callable[..., Ran], report: Path, words: Path) -> None:
    report.with_name("b.txt").write_text(f"{REPORT}\n", encoding="utf-8")
    ran = process("facts", report.parent, "--vocab", words, "--workers", 2)
    assert quotas(ran) == ["9", "4", "5"] * 2


def test_workers_of_a_cluster_know_the_words(
    process: Callable[..., Ran], report: Path, words: Path, cluster: str
) -> None:
    assert quotas(process("facts", report, "--vocab", words, "--scheduler", cluster)) == ["9", "4", "5"]
    assert quotas(process("facts", report, "--scheduler", cluster)) == []


def test_reader_of_a_binary_file_knows_the_words(process: Callable[..., Ran], tmp_path: Path, words: Path) -> None:
    def fill(document: Any) -> None:
        for line in ("감사과", "Ⅰ. 일반현황", "1. 조직", "감사과 - 2개팀", "2. 인력"):
            document.add_paragraph(line)
        table = document.add_table(3, 3)
        for y, row in enumerate((("구분", "계", "5급"), ("법정정원", "9", "9"), ("현원", "8", "8"))):
            for x, text in enumerate(row):
                table.set_cell_text(y, x, text)

    path = tmp_path / "a.hwpx"
    path.write_bytes(written(fill))
    assert quotas(process("facts", path, "--vocab", words)) == ["9", "9"]


def test_store_reads_again_what_other_words_read(
    process: Callable[..., Ran], report: Path, words: Path, tmp_path: Path
) -> None:
    store = tmp_path / "s.duckdb"
    ingest = ("ingest", report.parent, "--store", store)
    assert process(*ingest).err.startswith("Read: 1 new, 0 changed, 0 again;")
    assert process(*ingest, "--vocab", words).err.startswith("Read: 0 new, 0 changed, 1 again;")
    assert quotas(process("facts", store)) == ["9", "4", "5"]
    # A remark or another order is no other word.
    words.write_text(f"# ours\n{WORDS}", encoding="utf-8")
    assert process(*ingest, "--vocab", words).err.startswith("Read: 0 new, 0 changed, 0 again;")


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        (None, "words.toml: No such file or directory; check the path.\n"),
        ('[districts.aliases]\n"새빛" = "99999"', "words.toml: districts.aliases.새빛: 99999 is the code of no local"),
    ],
)
def test_file_that_cannot_be_used_is_told_in_one_sentence(
    process: Callable[..., Ran], report: Path, tmp_path: Path, text: str | None, sentence: str
) -> None:
    if text is not None:
        (tmp_path / "words.toml").write_text(text, encoding="utf-8")
    ran = process("facts", report, "--vocab", "words.toml", cwd=tmp_path)
    assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert ran.err.startswith(sentence)

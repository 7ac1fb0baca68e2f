from __future__ import annotations

from pathlib import Path

from tests.cli.conftest import Run

# As facts are listed in the contract.
KEYS = [
    *("id", "kind", "part", "programme", "subprogramme", "item", "concept", "dims", "period", "entity"),
    *("value", "unit", "decimals", "raw", "source", "status", "reading", "candidates"),
]


def test_each_line_is_a_fact_with_the_keys_of_the_contract_in_their_order(run: Run, report: Path) -> None:
    ran = run("facts", report)
    assert (ran.code, ran.err) == (0, "")
    assert len(ran.rows) > 50
    for row in ran.rows:
        assert list(row) == KEYS
        assert list(row["period"]) == ["year", "as_of", "start", "end"]
        assert list(row["entity"]) == ["district", "department"]
        assert list(row["source"]) == ["line", "page", "start", "end"]
        assert list(row["reading"]) == ["method", "confirmed"]
        assert row["candidates"] == [] or row["status"] == "ambiguous"


def test_korean_stands_as_it_is_in_utf_8(run: Run, report: Path) -> None:
    ran = run("facts", report)
    assert '"district":"강동구","department":"주민자치과"'.encode() in ran.bytes_out
    assert b"\\u" not in ran.bytes_out


def test_figures_come_out_with_their_place(run: Run, report: Path) -> None:
    text = report.read_text(encoding="utf-8")
    rows = run("facts", report).rows
    for row in rows:
        assert text[row["source"]["start"] : row["source"]["end"]] == row["raw"]
    [quota] = [row for row in rows if row["concept"] == "staffing.quota" and not row["dims"]]
    assert (quota["value"], quota["unit"], quota["source"]["line"]) == ("24", "명", 35)


def test_facts_of_several_files_follow_each_other_in_the_order_given(run: Run, report: Path, other: Path) -> None:
    first, second = run("facts", report), run("facts", other)
    assert run("facts", report, other).out == first.out + second.out
    assert run("facts", other, report).out == second.out + first.out
    ids = [row["id"] for row in (*first.rows, *second.rows)]
    assert len(ids) == len(set(ids))


def test_dash_reads_standard_input(run: Run, report: Path) -> None:
    ran = run("facts", "-", stdin=report.read_bytes())
    assert (ran.code, ran.out) == (0, run("facts", report).out)


def test_output_goes_into_the_file_that_is_named(run: Run, report: Path, tmp_path: Path) -> None:
    target = tmp_path / "facts.jsonl"
    ran = run("facts", report, "-o", target)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert target.read_bytes() == run("facts", report).bytes_out


def test_several_files_with_a_folder_as_output_give_a_file_each(
    run: Run, report: Path, other: Path, tmp_path: Path
) -> None:
    ran = run("facts", report, other, "-o", f"{tmp_path}/out/")
    assert (ran.code, ran.out) == (0, "")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["source-2.jsonl", "source.jsonl"]
    assert (tmp_path / "out" / "source.jsonl").read_bytes() == run("facts", report).bytes_out
    assert (tmp_path / "out" / "source-2.jsonl").read_bytes() == run("facts", other).bytes_out

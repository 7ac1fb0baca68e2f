from __future__ import annotations

import csv
import io

from auditreport.render.flat import csv_row
from auditreport.render.flat import csv_table as table_of_rows
from auditreport.schemas import Fact
from tests.render.making import doubtful, fact


def csv_table(facts: list[Fact]) -> str:
    return table_of_rows([csv_row(one) for one in facts])


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text)))


def test_nested_fields_become_columns() -> None:
    one = fact(
        "-18040000",
        "KRW",
        kind="budget",
        part="overview",
        item="계",
        concept="budget.change",
        dims={"side": "세출"},
        as_of="2024-10-31",
        raw="△18,040",
        line=61,
    )
    [row] = rows(csv_table([one]))
    assert row["value"] == "-18040000"
    assert row["raw"] == "△18,040"
    assert (row["dims.side"], row["dims.fund"]) == ("세출", "")
    assert (row["period.year"], row["period.as_of"], row["period.start"]) == ("2024", "2024-10-31", "")
    assert (row["entity.district"], row["entity.department"]) == ("강동구", "감사담당관")
    assert (row["source.line"], row["source.page"]) == ("61", "")
    assert (row["status"], row["reading.method"], row["reading.confirmed"]) == ("stated", "text", "false")


def test_columns_are_the_same_for_every_report_until_a_new_dimension_comes() -> None:
    usual = csv_table([]).splitlines()[0]
    assert csv_table([fact(dims={"grade": "4급"})]).splitlines()[0] == usual
    [row] = rows(csv_table([fact(dims={"zone": "북부"})]))
    assert row["dims.zone"] == "북부"


def test_candidates_are_json_in_one_cell() -> None:
    [row] = rows(csv_table([doubtful("7", 2)]))
    assert row["candidates"] == '[{"column": "0"}, {"column": "1"}]'


def test_dash_cell_is_words_and_its_value_a_number() -> None:
    [row] = rows(csv_table([fact("0", raw="-")]))
    assert (row["raw"], row["value"]) == ("-", "0")


def test_lines_end_as_text_files_do_and_commas_are_quoted() -> None:
    text = csv_table([fact(item="가,나")])
    assert "\r" not in text
    assert text.endswith("\n")
    assert '"가,나"' in text

from __future__ import annotations

import io

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from auditreport.render.compared.sheets import compare_xlsx
from auditreport.render.messages import translator
from auditreport.schemas.comparison import Comparison
from tests.render.compared.making import HOSTILE_LINK, INDICATORS, comparison


def made(lang: str = "en") -> bytes:
    return compare_xlsx(comparison(), INDICATORS, translate=translator(lang), lang=lang)


@pytest.fixture(scope="module")
def book() -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(made()))


def rows(book: Workbook, name: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in book[name].iter_rows(min_row=2)]


def test_there_is_a_sheet_for_each_view_and_one_of_sources(book: Workbook) -> None:
    assert book.sheetnames == [
        *("By year", "By district", "Figures of programmes", "Changes", "Programmes", "Restatements", "Peers"),
        *("Undecided", "Notes", "Indicators", "Sources"),
    ]


def test_figures_are_numbers_in_the_unit_of_their_row(book: Workbook) -> None:
    [budget] = [row for row in rows(book, "By year") if row[1] == "Budget" and row[3] == "revised"]
    assert budget[:9] == [
        "영등포구 감사담당관\n(Audit)",
        "Budget",
        None,
        "revised",
        "thousand won",
        287494,
        None,
        325778,
        None,
    ]
    [rate] = [row for row in rows(book, "By year") if row[1] == "Execution rate"]
    assert rate[5] == pytest.approx(77.74492685064732)


def test_each_figure_leads_to_its_passage(book: Workbook) -> None:
    cells = [
        cell for row in book["By year"].iter_rows(min_row=2) for cell in row if isinstance(cell.value, int | float)
    ]
    assert len(cells) == len(comparison().cells)
    for cell in cells:
        assert cell.hyperlink.location.startswith("'Sources'!A")
    [budget] = [cell for cell in cells if cell.value == 325778]
    source = book["Sources"][int(budget.hyperlink.location.partition("!A")[2])]
    assert [cell.value for cell in source[:6]] == ["f04", "reports/ydp_2023.txt", 53, None, "325,778", "예산 > 계"]
    assert source[6].value == "계\t【325,778】\t215,040\t66"


def test_by_district_sets_departments_beside_each_other(book: Workbook) -> None:
    titles = [cell.value for cell in book["By district"][1]]
    assert titles[5:7] == ["영등포구 감사담당관\n(Audit)", "금천구 민원감사담당관\n(Audit)"]
    assert [row[:7] for row in rows(book, "By district") if row[0] == "2023" and row[1] == "Quota"] == [
        ["2023", "Quota", None, None, "people", 23, 22]
    ]


def test_remarks_say_which_figure_they_are_about(book: Workbook) -> None:
    [budget] = [row for row in rows(book, "By year") if row[3] == "original budget"]
    assert str(budget[-1]).split("\n") == [
        "2022: printed in units of million won",
        "2022: printed a year later",
        "2023: printed in units of million won",
    ]


def test_words_of_reports_are_never_formulas(book: Workbook) -> None:
    assert [
        cell.coordinate for sheet in book for row in sheet.iter_rows() for cell in row if cell.data_type == "f"
    ] == []
    assert HOSTILE_LINK in [row[2] for row in rows(book, "By year")]


def test_titles_and_labels_stay_in_sight(book: Workbook) -> None:
    assert [book[name].freeze_panes for name in ("By year", "Sources")] == ["F2", "B2"]


def test_korean_sheets_have_korean_names() -> None:
    book = openpyxl.load_workbook(io.BytesIO(made("ko")))
    assert book.sheetnames[:2] == ["연도별", "지역별"]
    assert book["연도별"]["B1"].value == "지표"


def test_the_same_comparison_gives_the_same_bytes() -> None:
    assert made() == made()


def test_an_empty_comparison_is_a_workbook_all_the_same() -> None:
    empty = Comparison(cells=(), lineage=(), peers=(), restatements=())
    content = compare_xlsx(empty, INDICATORS, translate=translator("en"), lang="en")
    assert openpyxl.load_workbook(io.BytesIO(content)).sheetnames == ["By year", "By district"]

"""What a reader is told before comparing."""

from __future__ import annotations

from auditreport.comparing.cautions import cautions_of
from auditreport.schemas.comparison import ComparedCell, ComparedInput
from auditreport.vocab.indicators import indicators
from tests.comparing.cells.test_derived import cell


def codes(*cells: ComparedCell) -> list[str]:
    return [one.code for one in cautions_of(cells, indicators(), ())]


def text(*cells: ComparedCell) -> list[str]:
    return [one.text_ko for one in cautions_of(cells, indicators(), ())]


def test_one_cell_needs_no_caution() -> None:
    assert codes(cell("grievances.received", "5", unit="건")) == []


def test_phases_that_differ_are_named() -> None:
    cells = (
        cell("grievances.received", "5", unit="건", phase="full_year"),
        cell("grievances.received", "6", unit="건", phase="executed_to_date", year=2024),
    )
    assert text(*cells) == ["고충민원 건수: 단계가 다른 수치(기준일까지, 연간)는 서로 비교하지 마십시오."]


def test_budgets_of_no_stated_phase_are_said_to_be_so() -> None:
    cells = (cell("budget.amount", "5", unit="KRW"), cell("budget.amount", "6", unit="KRW", year=2024))
    assert codes(*cells) == ["unstated-phase"]


def test_same_day_of_two_years_is_no_other_date() -> None:
    first = cell("staffing.headcount", "5", as_of="2023-12-31")
    assert codes(first, cell("staffing.headcount", "6", year=2024, as_of="2024-12-31")) == []
    assert codes(first, cell("staffing.headcount", "6", year=2024, as_of="2024-10-31")) == ["different-date"]


def test_date_that_only_one_report_prints_is_a_caution() -> None:
    cells = (cell("staffing.headcount", "5", as_of="2023-12-31"), cell("staffing.headcount", "6", path="other.txt"))
    assert text(*cells) == ["현원: 기준일이 다릅니다 (2023-12-31, 밝히지 않음)."]


def test_names_that_two_reports_give_are_shown_by_their_innermost_label() -> None:
    cells = (
        cell("grievances.received", "5", unit="건", label="민원 > 고충민원 접수"),
        cell("grievances.received", "6", unit="건", label="2023년 고충민원 처리", path="other.txt"),
    )
    [told] = text(*cells)
    assert "(고충민원 접수 / 2023년 고충민원 처리)" in told


def test_departments_that_do_other_work_are_no_peers() -> None:
    inputs = [
        ComparedInput(path="a.txt", sha256="a", district="영등포구", department="감사담당관", function="audit"),
        ComparedInput(path="b.txt", sha256="b", district="영등포구", department="기획예산과", function="planning"),
    ]
    [caution] = cautions_of((), indicators(), inputs)
    assert caution.code == "different-function"
    assert caution.paths == ("a.txt", "b.txt")
    assert list(cautions_of((), indicators(), inputs[:1])) == []

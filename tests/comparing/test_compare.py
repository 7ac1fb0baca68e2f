"""Reports as text → what of them may be compared, from end to end."""

from __future__ import annotations

from auditreport.comparing.compare import compare
from auditreport.comparing.normalising import Normalising
from auditreport.pipeline import read_bytes
from auditreport.pipeline.material import material_part
from auditreport.schemas.comparison import Comparison
from auditreport.schemas.material import Material
from auditreport.vocab.indicators import indicators

EARLIER = """
제210회 구의회 정례회
2018. 11. 20.

# 2018년 주요업무 보고

노원구 감사담당관

# Ⅰ. 일반현황

## 1 인력

구 분	계	5급	6급	7급
정 원	20	1	9	10
현 원	18	1	8	9
과부족	△2	-	△1	△1

## 2 예산현황
(단위: 천원)

단위사업명	예산액	집행액	집행률(%) (10.31.기준)
계	200,000	120,000	60
감사 운영	150,000	90,000	60
기본경비	50,000	30,000	60

# Ⅱ. 주요업무 추진실적

### 1 바르고 깨끗한 감사
감사팀

#### □ 추진실적
- 고충민원 접수 및 처리: 900건
- 일상감사 실시: 120건
"""
LATER = (
    EARLIER.replace("2018", "2019")
    .replace("제210회", "제220회")
    .replace("200,000	120,000	60", "240,000	180,000	75")
    .replace("150,000	90,000	60", "190,000	150,000	79")
    .replace("900건", "1,000건")
    .replace("일상감사 실시: 120건", "일상감사 실시: 130회")
)


def material(text: str, path: str) -> Material:
    read = read_bytes(text.encode(), path)
    return material_part(read.document, read.report, read.facts).model_copy(update={"path": path})


def compared(*wanted: str, how: Normalising | None = None) -> Comparison:
    reports = [material(LATER, "later.txt"), material(EARLIER, "earlier.txt")]
    return compare(reports, indicators(), wanted, how or Normalising())


def rows(comparison: Comparison) -> list[tuple[str, int | None, str | None, str | None, str, str]]:
    return [(one.indicator, one.year, one.phase, one.as_of, one.value, one.unit) for one in comparison.cells]


def test_indicators_of_two_years_stand_side_by_side() -> None:
    date = "executed_to_date"
    wanted = ("staffing.quota", "staffing.vacancy_rate", "budget.amount", "budget.executed", "grievances.received")
    assert rows(compared(*wanted)) == [
        ("staffing.quota", 2018, None, None, "20", "명"),
        ("staffing.quota", 2019, None, None, "20", "명"),
        ("staffing.vacancy_rate", 2018, None, None, "10", "%"),
        ("staffing.vacancy_rate", 2019, None, None, "10", "%"),
        ("budget.amount", 2018, None, None, "200000000", "KRW"),
        ("budget.amount", 2019, None, None, "240000000", "KRW"),
        ("budget.executed", 2018, date, "2018-10-31", "120000000", "KRW"),
        ("budget.executed", 2019, date, "2019-10-31", "180000000", "KRW"),
        ("grievances.received", 2018, date, None, "900", "건"),
        ("grievances.received", 2019, date, None, "1000", "건"),
    ]


def test_change_is_told_of_the_same_phase_and_day() -> None:
    found = {one.indicator: (one.change, one.rate) for one in compared().growth}
    assert found["budget.executed"] == ("60000000", "50")
    assert found["grievances.received"] == ("100", "11.11")
    assert "routine_audit.cases" not in found


def test_units_that_differ_are_warned_of() -> None:
    [caution] = [one for one in compared().cautions if one.code == "different-unit"]
    assert (caution.indicator, caution.paths) == ("routine_audit.cases", ("earlier.txt", "later.txt"))
    assert caution.text == "Routine audits: counted in different units (건, 회)."


def test_every_figure_has_its_passage_with_the_figure_in_the_middle() -> None:
    comparison = compared("grievances.received")
    assert [(one.path, one.line, one.raw) for one in comparison.sources] == [
        ("earlier.txt", 32, "900"),
        ("later.txt", 32, "1,000"),
    ]
    [first, _] = comparison.sources
    assert first.before.endswith("- 고충민원 접수 및 처리: ")
    assert first.after.startswith("건")
    assert {fact for cell in comparison.cells for fact in cell.facts} == {one.fact for one in comparison.sources}


def test_order_and_repetition_of_the_inputs_change_nothing() -> None:
    one, other = material(EARLIER, "a.txt"), material(LATER, "b.txt")
    assert compare([one, other], indicators()) == compare([other, one, other], indicators())


def test_figures_per_post_rest_on_the_quota_of_their_own_report() -> None:
    found = rows(compared("budget.amount", how=Normalising(per="staff")))
    assert [(year, value, unit) for _, year, _, _, value, unit in found] == [
        (2018, "10000000", "KRW/명"),
        (2019, "12000000", "KRW/명"),
    ]

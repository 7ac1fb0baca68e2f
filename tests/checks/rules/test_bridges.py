"""Lines of the department's budget and the programmes that they pay for."""

from __future__ import annotations

import pytest

from tests.checks.making import claims

LINES = (
    ("감사 행정", "79,321", "55,669"),
    ("민원 처리", "13,730", "11,161"),
    ("순찰 행정", "18,630", "16,040"),
    ("현장 행정", "2,507", "2,325"),
)


def table(*rows: tuple[str, ...], head: tuple[str, ...] = ("예산액", "집행액")) -> str:
    lines = (" | ".join(row) for row in (head, ["---"] * len(head), *rows))
    return "□ 예산현황 (단위 : 천원)\n\n" + "".join(f"| {line} |\n" for line in lines)


def told(*programmes: str) -> list[tuple[str, ...]]:
    """The claims of a report with the lines and some programmes: formula, `met`, excuses."""
    parts = (f"### {i}. 사업 {i}\n\n□ 추진실적\n - 점검 실시\n\n{body}\n" for i, body in enumerate(programmes, 1))
    text = "# 2023년도 주요업무보고\n\n## 일반현황\n\n" + table(*LINES, head=("구분", "예산액", "집행액"))
    made = claims("AR501", text + "\n## 추진실적\n\n" + "\n".join(parts))
    assert {(claim.rule, claim.strength) for claim in made} <= {("AR501", "likely")}
    return [(claim.formula, *([] if claim.is_announced else ["met"]), *claim.excuses) for claim in made]


BOTH = [("13,730 = 13,730",), ("11,161 = 11,161",)]


@pytest.mark.parametrize(
    ("programmes", "found"),
    [
        ((table(("13,730", "11,161")),), BOTH),
        # A total, and not the sources that make it up.
        ((table(("13,730 (국 3,730, 구비 10,000)", "11,161")),), BOTH),
        # Each line of a table is a budget of its own.
        (
            (table(("13,730", "11,161"), ("18,630", "16,040")),),
            [*BOTH, ("18,630 = 18,630",), ("16,040 = 16,040",)],
        ),
        # A need has an amount only, which a long amount tells by itself.
        (("□ 소요예산 : 13,730천원",), [("13,730 = 13,730", "met")]),
        # Budgets and needs are not added up.
        ((table(("10,730", "9,766")), "□ 소요예산 : 3,000천원"), []),
        ((table(("13,730", "11,161")), "□ 소요예산 : 79,321천원"), [*BOTH, ("79,321 = 79,321", "met")]),
        # One measure is another.
        (
            (table(("21,197", "18,365")),),
            [("18,630 + 2,507 ≠ 21,197", "carried"), ("16,040 + 2,325 = 18,365",)],
        ),
        (
            (table(("79,321", "61,030")),),
            [("79,321 = 79,321", "met"), ("55,669 ≠ 61,030", "date")],
        ),
    ],
)
def test_programmes_that_make_up_lines(programmes: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    assert told(*programmes) == found


def test_a_programme_that_is_off_leaves_the_others() -> None:
    found = told(table(("79,321", "61,030")), table(("13,730", "11,161")), "□ 소요예산 : 18,630천원")
    assert found == [
        *BOTH,
        ("79,321 = 79,321", "met"),
        ("55,669 ≠ 61,030", "date"),
        ("18,630 = 18,630", "met"),
    ]


def test_a_cover_of_two_programmes_is_off_by_what_they_miss() -> None:
    text = "# 2023년도 주요업무보고\n\n## 일반현황\n\n" + table(*LINES, head=("구분", "예산액", "집행액"))
    text += f"\n## 추진실적\n\n### 1. 사업\n\n□ 추진실적\n - 점검 실시\n\n{table(('21,197', '18,365'))}\n"
    amount, executed = claims("AR501", text)
    assert (amount.off, amount.expected, amount.beside, amount.relation) == (60000, (21137000, 21137000), 0, "cover")
    assert (executed.off, executed.expected, executed.closes) == (0, (18365000, 18365000), True)
    assert [one.fact.raw for one in amount.operands] == ["18,630", "2,507", "21,197"]
    assert amount.family != executed.family

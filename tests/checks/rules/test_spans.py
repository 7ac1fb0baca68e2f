"""Durations and steps, parts and ranges, what is spent, and areas in two units."""

from __future__ import annotations

import pytest

from tests.checks.making import budget, claims, told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("유지(3년, ’25.～’27.)", [("’25.~’27. = 3",)]),
        ("유지(4년, ’25.～’27.)", [("’25.~’27. ≠ 4", "date")]),
        ("’25～’27년 3년간 유지", [("’25~’27년 = 3",)]),
        # Months: started years, or both years counted.
        ("기간 : 2025. 3. ~ 2030. 2.(5년)", [("2025. 3. ~ 2030. 2. = 5",)]),
        ("기간 : 2025. 3. ~ 2030. 3.(5년)", [("2025. 3. ~ 2030. 3. = 5",)]),
        ("기간 : 2025. 3. ~ 2030. 2.(6년)", [("2025. 3. ~ 2030. 2. = 6",)]),
        ("기간 : 2025. 3. ~ 2030. 2.(4년)", [("2025. 3. ~ 2030. 2. ≠ 4", "date")]),
        ("기간 : 2025. 3. ~ 2030. 4.(5년)", [("2025. 3. ~ 2030. 4. ≠ 5", "date")]),
        ("기간 : 2025. 3. ~ 2030.(6년)", [("2025. 3. ~ 2030. = 6",)]),
        ("기간 : 2025. 3. ~ 2030.(5년)", [("2025. 3. ~ 2030. ≠ 5", "date")]),
        ("기간 : 2025. ~ 2030. 2.(5년)", [("2025. ~ 2030. 2. ≠ 5", "date")]),
        # Of several beside one another only what holds.
        ("2년(’25.～’27.), 3년(’25.～’27.)", [("’25.~’27. = 3",)] * 2),
        # Twelve letters between them, and thirteen.
        (f"3년{'가' * 12}’25.～’27.", []),
        (f"3년 {'가' * 11}’25.～’27.", [("’25.~’27. = 3",)]),
        (f"3년 {'가' * 12}’25.～’27.", []),
        (f"2025. ~ 2027.{'가' * 11} 3년", [("2025. ~ 2027. = 3",)]),
        (f"2025. ~ 2027.{'가' * 12} 3년", []),
        # A span below the item that states the years.
        ("5개년 계획\n- 중장기(’25~’29년) 계획", [("’25~’29년 = 5",)]),
        ("4개년 계획\n- 중장기(’25~’29년) 계획", []),
        ("5개년 계획\n- 중장기(’25~’29년), 단기(’25~’26년)", []),
        # Steps between the two ranks right in front of them.
        ("25위(’23년 33위 대비 8계단 상승)", [("33 − 25 = 8",)]),
        ("25위(’23년 33위 대비 9계단 상승)", [("33 − 25 ≠ 9",)]),
        ("33위 → 25위, 8계단", [("33 − 25 = 8",)]),
        ("40위 → 33위 → 25위, 8계단", [("33 − 25 = 8",)]),
        ("40위 → 33위 → 25위, 9계단", []),
        ("40위 → 33위 → 25위, 15계단", []),
        ("25위, 8계단 상승", []),
        ("8계단 상승, 33위 → 25위", []),
    ],
)
def test_durations_and_ranks(text: str, found: list[tuple[str, ...]]) -> None:
    assert told("AR307", f"○ {text}") == found


def test_a_duration_is_a_number_of_its_own_in_its_line() -> None:
    [claim] = claims("AR307", "□ 추진실적\n○ 유지(4년,\n’25.～’27.)\n")
    fact = claim.result.fact
    assert (fact.raw, fact.unit, fact.value, fact.item, fact.source.line) == ("4", "년", "4", "유지(", 2)
    assert (claim.rule, claim.strength, claim.off, claim.expected) == ("AR307", "likely", 1, (3, 3))


def test_steps_have_the_ranks_as_their_operands() -> None:
    [claim] = claims("AR307", "□ 추진실적\n○ 글로벌 도시 중\n25위(’23년 33위 대비 9계단 상승)\n")
    assert [(one.fact.raw, one.fact.unit, one.fact.source.line) for one in claim.operands] == [
        ("25", "위", 3),
        ("33", "위", 3),
        ("9", "계단", 3),
    ]
    assert (claim.off, claim.expected) == (1, (8, 8))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("20개 운용사 중 지역 9개사 선정", [("9 ≤ 20", "multiple")]),
        ("9개 운용사 중 지역 20개사 선정", [("20 > 9", "multiple")]),
        ("20억원 예산 중 9억원 지원", [("9 ≤ 20", "multiple")]),
        ("20개 운용사 중 지역 9% 선정", []),
        ("20% 운용사 중 지역 9개사 선정", []),
        ("20억원 예산 중 9개사 지원", []),
        ("20개 운용사, 신청 중 9개사 선정", []),
        ("지역리그 70~80%", [("70 ≤ 80",)]),
        ("지역리그 90~80%", [("90 > 80",)]),
        ("지역리그 70만원 ~ 80만원", [("70 ≤ 80",)]),
        ("지역리그 70명, 80명", []),
    ],
)
def test_parts_and_ranges(text: str, found: list[tuple[str, ...]]) -> None:
    assert told("AR308", f"○ {text}") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("투자(194개사 1,986억원투자/부산 30개사 214억원)", ["30 ≤ 194", "214 ≤ 1,986"]),
        ("투자(30개사 214억원투자/부산 194개사 1,986억원)", []),
        ("’24년 62명, 총 200명", ["62 ≤ 200"]),
        ("총 200명, ’24년 62명", ["62 ≤ 200"]),
        ("’24년 262명, 총 200명", []),
        ("’24년 62명, 총 200건", []),
        ("총 62명, 총 200명", []),
    ],
)
def test_wholes_of_which_only_what_holds_is_told(text: str, found: list[str]) -> None:
    assert told("AR308", f"○ {text}") == [(formula,) for formula in found]


@pytest.mark.parametrize(
    ("row", "head", "found"),
    [
        (("100", "70"), ("예산액", "집행액"), [("70 ≤ 100",)]),
        (("100", "100"), ("예산액", "집행액"), [("100 ≤ 100",)]),
        (("100", "170"), ("예산액", "집행액"), [("170 > 100", "carried")]),
        (("100", "70"), ("예산액", "잔액"), []),
        (("100", "70", "90"), ("예산액", "집행액", "집행률(%)"), [("70 ≤ 100",)]),
    ],
)
def test_what_is_spent_does_not_exceed_the_budget(
    row: tuple[str, ...], head: tuple[str, ...], found: list[tuple[str, ...]]
) -> None:
    made = claims("AR308", budget(("가 사업", *row), ("나 사업", *["0"] * len(row)), head=("구분", *head)))
    assert [(claim.formula, *claim.excuses) for claim in made if claim.result.value] == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("75만 976㎡(23만평)", [("75만 976㎡ ÷ 3.3058 = 23",)]),
        ("17,589.7㎡(약 5,330평)", [("17,589.7㎡ ÷ 3.3 = 5,330",)]),
        ("10,293㎡(3,114평)", [("10,293㎡ ÷ 3.3058 = 3,114",)]),
        ("10,293㎡(3,119평)", [("10,293㎡ ÷ 3.3 = 3,119",)]),
        ("10,293㎡(3,500평)", [("10,293㎡ ÷ 3.3058 ≠ 3,500", "rounding")]),
        ("10,293㎡, 3,114평", []),
        ("10,293㎡(건물을 포함한 넓이는 모두 3,114평)", []),
        ("10,293명(3,114평)", []),
        ("10,293㎡(3,114명), 33㎡(10평)", [("33㎡ ÷ 3.3058 = 10",)]),
    ],
)
def test_an_area_in_two_units(text: str, found: list[tuple[str, ...]]) -> None:
    assert told("AR309", f"○ 대지 {text}") == found

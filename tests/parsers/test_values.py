"""Figures in running text: the Korean ways to write a number, and what looks like a figure and is none."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditreport.parsers.values import find_figures, zeros_behind


def figures(text: str) -> list[tuple[str, str, str | None]]:
    """Numeral as printed, number, unit."""
    return [(text[f.start : f.end], str(f.number), f.unit) for f in find_figures(text)]


def counted(text: str) -> list[tuple[str, str]]:
    """Number and unit of the figures that state a unit."""
    return [(format(f.number, "f"), f.unit) for f in find_figures(text) if f.unit is not None]


@pytest.mark.parametrize(
    ("text", "raw", "number", "unit"),
    [
        ("79,321천원", "79,321", "79321", "천원"),
        ("5백만원", "5", "5", "백만원"),
        ("1천만원", "1", "1", "천만원"),
        ("925백만원", "925", "925", "백만원"),
        ("463억원", "463", "463", "억원"),
        ("1.5억원", "1.5", "1.5", "억원"),
        ("3조 5,682억", "3조 5,682", "35682", "억"),
        ("3조 5,682억원", "3조 5,682", "35682", "억원"),
        ("18억 7천만원", "18억 7", "187", "천만원"),
        ("1억 1백만원", "1억 1", "101", "백만원"),
        ("1천4백만원", "1천4", "14", "백만원"),
        ("1억 2천3백만원", "1억 2천3", "123", "백만원"),
        ("1억 2,345만 6,789원", "1억 2,345만 6,789", "123456789", "원"),
        ("2천억원", "2", "2", "천억원"),
        ("1조 2천억원", "1조 2", "12", "천억원"),
        ("3천억을 투입", "3", "3", "천억"),
        ("2천5백만 3천원", "2천5백만 3", "25003", "천원"),
        ("1억 2천5백만 3천원", "1억 2천5백만 3", "125003", "천원"),
        ("1억 2천 3백만 4천 5백원", "1억 2천 3백만 4천 5", "1230045", "백원"),
        ("2천만 3천 5백명", "2천만 3천 5", "20003500", "명"),
        ("2천5백 3십명", "2천5백 3", "2530", "명"),
        ("5백여만원", "5", "5", "백만원"),
        ("5백여 억원", "5", "5", "백억원"),
        ("7백80여만원", "7백80", "780", "만원"),
        ("3,000여 원", "3,000", "3000", "원"),
        ("2024만원", "2024", "2024", "만원"),
        ("12,000원", "12,000", "12000", "원"),
        ("30만원", "30", "30", "만원"),
        ("1만 5천여명", "1만 5", "15000", "명"),
        ("24만 5천세대", "24만 5", "245000", "세대"),
        ("1천명", "1", "1000", "명"),
        ("△18,040천원", "△18,040", "-18040", "천원"),
        ("▲ 215천원", "▲ 215", "-215", "천원"),
        ("−3명", "−3", "-3", "명"),
        ("-3명", "-3", "-3", "명"),
        ("95.3%", "95.3", "95.3", "%"),
        ("2.5%p", "2.5", "2.5", "%p"),
        ("80％", "80", "80", "%"),
        ("2.5％P", "2.5", "2.5", "%P"),
        ("2억 8,749만 원", "2억 8,749", "28749", "만원"),
        ("8,749만 원", "8,749", "8749", "만원"),
        ("1조 2억 3,000만원", "1조 2억 3,000", "100023000", "만원"),
        ("△1만 5천명", "△1만 5", "-15000", "명"),
        ("2천3백만명", "2천3", "23000000", "명"),
        ("1천5만명", "1천5", "10050000", "명"),
        ("8천7백만 건", "8천7", "87000000", "건"),
        ("3만 2천 건", "3만 2", "32000", "건"),
        ("1만 5천여 명", "1만 5", "15000", "명"),
        ("1.5만명", "1.5", "15000", "명"),
        ("2만호", "2", "20000", "호"),
    ],
)
def test_a_figure_has_its_numeral_number_and_unit(text: str, raw: str, number: str, unit: str) -> None:
    [found] = find_figures(text)
    assert text[found.start : found.end] == raw
    assert (found.number, found.unit) == (Decimal(number), unit)


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("12개소", "개소"),
        ("73개사", "사"),
        ("5개동", "동"),
        ("1개부서", "부서"),
        ("7개팀", "팀"),
        ("12개 분야", "개"),
        ("3개월", "개월"),
        ("8개교", "교"),
        ("4개국", "국"),
        ("30개", "개"),
        ("6.4㎞", "㎞"),
        ("1,792톤/일", "톤/일"),
        ("17㎍/㎥", "㎍/㎥"),
        ("3,200대/시간", "대/시간"),
        ("1,792톤/일반폐기물", "톤"),
        ("0.5톤/년도", "톤"),
        ("30명/회의", "명"),
        ("5건/조치", "건"),
        ("100개사업", "사업"),
        ("12개교차로", "개"),
        ("5개교량", "개"),
        ("11개교육지원청", "개"),
        ("6개교실 보수", "개"),
        ("5개국제기구", "개"),
        ("8개국 참가", "국"),
        ("20개교별", "교"),
        ("3개소통채널", "개"),
        ("3개소방서", "개"),
        ("12개소별", "개소"),
    ],
)
def test_a_counter_loses_its_each_word_where_it_is_printed_with_its_noun(text: str, unit: str) -> None:
    assert [f.unit for f in find_figures(text)] == [unit]


@pytest.mark.parametrize(
    ("text", "decimals"),
    [
        ("79,321천원", 0),
        ("1.25%", 2),
        ("1만 5천명", -3),
        ("5백만원", 0),
        ("2.0㎞", 1),
        ("1천명", -3),
        ("96.5만㎥", -3),
        ("12만 3천", -3),
        ("1.5만", -3),
        ("1조 3,154", 0),
        ("1만 234", 0),
        ("12.5", 1),
    ],
)
def test_the_precision_of_the_numeral_is_kept(text: str, decimals: int) -> None:
    assert [f.decimals for f in find_figures(text)] == [decimals]


@pytest.mark.parametrize(
    "text",
    [
        "2024. 3. 15.",
        "’24. 3. 15.(금)",
        "3. 15. ~ 4. 20.",
        "5.13 ~ 5.24",
        "10.31.기준",
        "12.31까지",
        "3월 15일",
        "3~4월",
        "14:30",
        "오후 3시",
        "2024년",
        "2023~2025년",
        "’23년",
        "제5기",
        "제312회 임시회",
        "제3조",
        "지방자치법 제12조의2",
        "4급",
        "6~7급",
        "3단계",
        "2호선",
        "1학년",
        "02-123-4567",
        "2분기",
        "상반기 1차",
        "종로3가",
        "중앙로 12길",
        "3등급",
        "1부서1청렴시책",
        "K-2 전차",
        "5G망",
        "1위",
        "3번째",
    ],
)
def test_dates_times_ordinals_articles_grades_and_names_are_no_figures(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2,393건’23년", [("2393", "건")]),
        ("총경1", []),
        ("2024년 15건", [("15", "건")]),
        ("’24년13건", [("13", "건")]),
        ("9.18(금) 30명", [("30", "명")]),
        ("10월31일 2회", [("2", "회")]),
    ],
)
def test_figures_glued_to_words_and_years_are_told_from_them(text: str, found: list[tuple[str, str]]) -> None:
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("발생-1,699건/조치-1,532건", [("1699", "건"), ("1532", "건")]),
        ("적발 - 30건", [("30", "건")]),
        ("(-3건)", [("-3", "건")]),
        ("증감 △3건", [("-3", "건")]),
    ],
)
def test_a_dash_between_a_word_and_a_numeral_separates_and_is_no_sign(text: str, found: list[tuple[str, str]]) -> None:
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("30만원~200만원", [("30", "만원"), ("200", "만원")]),
        ("70~80%", [("70", "%"), ("80", "%")]),
        ("5~10명", [("5", "명"), ("10", "명")]),
        ("3건, 5~10명, 2회", [("3", "건"), ("5", "명"), ("10", "명"), ("2", "회")]),
        ("△3.5 → 5%", [("-3.5", "%"), ("5", "%")]),
        ("12.5～15%", [("12.5", "%"), ("15", "%")]),
        ("95.5 ~ 99.5 %", [("95.5", "%"), ("99.5", "%")]),
        ("5.13 ~ 5.24 80%", [("80", "%")]),
    ],
)
def test_a_range_is_two_figures_and_the_lower_end_takes_the_unit_of_the_upper(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert counted(text) == found


@pytest.mark.parametrize(
    ("text", "unit"),
    [("3회의실", None), ("5건강센터", None), ("2명의", None), ("9일간", "일"), ("9일", None), ("3년 이상", "년")],
)
def test_a_syllable_behind_a_counter_may_make_another_word_of_it(text: str, unit: str | None) -> None:
    assert [f.unit for f in find_figures(text)] in ([unit], [] if unit is None else [unit])


@pytest.mark.parametrize(
    ("text", "qualifiers"),
    [
        ("총 30건", ("총",)),
        ("총30건", ("총",)),
        ("월평균 30건", ("월평균",)),
        ("총괄 30건", ()),
        ("점검총 30건", ()),
        ("총 5천만원", ("총",)),
        ("200여명", ("여",)),
        ("200여 명", ("여",)),
        ("1만 5천여 명", ("여",)),
        ("3억여 원", ("여",)),
        ("500만원 이상", ("이상",)),
        ("5명이상", ("이상",)),
        ("5명 이 상반기", ()),
        ("약 200여 개소 내외", ("약", "내외", "여")),
        ("여성 30명", ()),
        ("30명 여성", ()),
    ],
)
def test_words_around_a_figure_are_kept_as_qualifiers(text: str, qualifiers: tuple[str, ...]) -> None:
    assert [found.qualifiers for found in find_figures(text)] == [qualifiers]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("비공원 1조 3,154", [("1조 3,154", "13154", "억")]),
        ("(△1조 3,154)", [("△1조 3,154", "-13154", "억")]),
        ("1조 3,154/2조", [("1조 3,154", "13154", "억"), ("2", "2", "조")]),
        ("1조 9,999, 2조 1", [("1조 9,999", "19999", "억"), ("2조 1", "20001", "억")]),
        ("1조 10,000", [("1", "1", "조"), ("10,000", "10000", None)]),
        ("1조 3,154.5", [("1", "1", "조"), ("3,154.5", "3154.5", None)]),
        ("1조 3,154 건", [("1", "1", "조"), ("3,154", "3154", "건")]),
        ("1억 2,345", [("1", "1", "억"), ("2,345", "2345", None)]),
        ("1억 2천", [("1억 2천", "12000", "만원")]),
        ("사업비 5억 2천만", [("5억 2천만", "52000", "만원")]),
        ("5억 20만(국비)", [("5억 20만", "50020", "만원")]),
        ("5억 2천5백만을 들여", [("5억 2천5백만", "52500", "만원")]),
        ("1억 2천만 명", [("1억 2", "120000000", "명")]),
        ("3억 2개소", [("3", "3", "억"), ("2", "2", "개소")]),
        ("△3억5천 지원", [("△3억5천", "-35000", "만원")]),
        ("1억 2천5백, 3건", [("1억 2천5백", "12500", "만원"), ("3", "3", "건")]),
        ("1억 2천 명", [("1", "1", "억"), ("2", "2000", "명")]),
        ("3억 2천5백억", [("3", "3", "억"), ("2천5", "25", "백억")]),
        ("한글 97 원본", [("97", "97", None)]),
    ],
)
def test_unit_that_is_left_out_is_the_next_one_where_nothing_else_is_counted(
    text: str, found: list[tuple[str, str, str | None]]
) -> None:
    assert figures(text) == found
    assert next(f.signed for f in find_figures(text)) is ("△" in text)


@pytest.mark.parametrize("text", ["2천5백만", "1천4백만"])
def test_small_multipliers_count_in_the_large_one_behind_them_also_without_a_unit(text: str) -> None:
    [found] = find_figures(text)
    assert (found.unit, found.number % 10**6, found.number < 10**8) == (None, 0, True)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3억 2억원", [("3", "3", "억"), ("2", "2", "억원")]),
        ("1억 1억 2천만원", [("1", "1", "억"), ("1억 2", "12", "천만원")]),
        ("5천만 8천만원", [("5", "50000000", None), ("8", "8", "천만원")]),
        ("1천 2천만원", [("1", "1000", None), ("2", "2", "천만원")]),
        ("3천 2천명", [("3", "3000", None), ("2", "2000", "명")]),
        ("5만 3만명", [("5", "50000", None), ("3", "30000", "명")]),
        ("2조 3조원", [("2", "2", "조"), ("3", "3", "조원")]),
    ],
)
def test_figures_beside_each_other_whose_multipliers_do_not_fall_are_not_added(
    text: str, found: list[tuple[str, str, str | None]]
) -> None:
    assert figures(text) == found


@pytest.mark.parametrize(
    ("text", "raw", "number", "behind"),
    [
        ("12만 3천", "12만 3", "123000", "천"),
        ("△12만 3천", "△12만 3", "-123000", "천"),
        ("1만 5천 관람", "1만 5", "15000", "천"),
        ("1만 234", "1만 234", "10234", ""),
        ("5천만", "5", "50000000", "천만"),
        ("10천", "10", "10000", "천"),
        ("12만 ", "12", "120000", "만"),
        ("5백여 가", "5", "5", ""),
        ("12천연", "12", "12", ""),
    ],
)
def test_a_multiplier_counts_without_a_unit_where_no_word_begins_with_it(
    text: str, raw: str, number: str, behind: str
) -> None:
    [found] = find_figures(text)
    assert (text[found.start : found.end], text[found.end : found.after]) == (raw, behind)
    assert (found.number, found.unit, found.signed) == (Decimal(number), None, text.startswith("△"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("3호점", []),
        ("15호", []),
        ("20호", [("20", "호")]),
        ("임대주택 2만호 공급", [("20000", "호")]),
        ("3층 회의실", []),
        ("지하 2층, 지상5층", [("2", "층"), ("5", "층")]),
        ("  총 5층", [("5", "층")]),
        ("1인당 30만원", [("30", "만원")]),
        ("3인당 1대", [("3", "인"), ("1", "대")]),
        ("1개소당 3명", [("3", "명")]),
        ("1명 당직", [("1", "명")]),
        ("3급 2명", [("2", "명")]),
        ("1팀", [("1", "팀")]),
        ("5m, 3a", [("5", "m")]),
        ("3v3", [("3", None)]),
    ],
)
def test_a_numeral_that_numbers_one_thing_or_stands_for_each_is_no_count(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert [(format(f.number, "f"), f.unit) for f in find_figures(text)] == found


@pytest.mark.parametrize(
    ("text", "unit"),
    [("30 명", "명"), ("5 %", "%"), ("5 종 보급", "종"), ("5 종합", None), ("30 건강", None), ("30 건3", "건")],
)
def test_a_counter_across_a_space_is_one_where_no_word_begins_with_it(text: str, unit: str | None) -> None:
    assert find_figures(text)[0].unit == unit


@pytest.mark.parametrize(
    ("text", "signed"), [("△18천원", True), ("18천원", False), ("△3명", True), ("3명", False), ("△3", True)]
)
def test_a_figure_tells_whether_a_sign_is_printed(text: str, signed: bool) -> None:
    assert [found.signed for found in find_figures(text)] == [signed]


@pytest.mark.parametrize(
    ("text", "zeros"),
    [("96.5만㎥", 4), ("1,746천㎡", 3), ("12만", 4), ("30명", 0), ("0만명", 0), ("1만 5천명", 0), ("5%", 0)],
)
def test_the_zeros_of_a_unit_are_told_where_it_multiplies_one_numeral(text: str, zeros: int) -> None:
    assert zeros_behind(text, find_figures(text)[0]) == zeros


def test_a_bare_numeral_is_found_without_unit() -> None:
    assert figures("전문 13, 일반 18") == [("13", "13", None), ("18", "18", None)]


def test_a_number_in_front_of_a_name_of_a_law_or_of_a_form_of_address_is_masked_with_it() -> None:
    assert counted("1인 1책 읽기, 제24조제3항, 산 12-3번지") == []


SIGNED = st.sampled_from([("", 1), ("△", -1), ("▲", -1), ("−", -1), ("△ ", -1)])
COUNTERS = ["명", "건", "회", "매", "부", "권", "톤", "세대"]
EACH = ["소", "동", "팀", "교", "사", "과제"]


def compound(number: int) -> str:
    """A number with its large units, the way prose writes it: 35억 6,820만, 3조 12억, 1,234."""
    out = []
    for factor, name in ((10**12, "조"), (10**8, "억"), (10**4, "만"), (1, "")):
        part, number = divmod(number, factor)
        if part:
            out.append(f"{part:,}{name}")
    return " ".join(out)


@given(st.integers(0, 10**13), SIGNED, st.sampled_from(["원", "천원", "백만원", "억원"]))
def test_any_amount_with_commas_reads_back(number: int, signed: tuple[str, int], unit: str) -> None:
    text = f"집행액 {signed[0]}{number:,}{unit}"
    [found] = find_figures(text)
    assert (found.number, found.unit) == (Decimal(signed[1] * number), unit)
    assert text[found.start : found.end] == f"{signed[0]}{number:,}"


@given(st.integers(1, 10**15), SIGNED)
def test_any_amount_in_large_units_reads_back(number: int, signed: tuple[str, int]) -> None:
    text = f"사업비 {signed[0]}{compound(number)}원 집행"
    [found] = find_figures(text)
    factors = {"원": 1, "만원": 10**4, "억원": 10**8, "조원": 10**12}
    assert found.unit in factors
    assert found.number * factors[found.unit or ""] == signed[1] * number


@given(st.integers(1, 9999), st.integers(1, 9), st.sampled_from(["백", "천"]))
def test_any_amount_in_hundreds_and_thousands_of_myriads_reads_back(major: int, minor: int, small: str) -> None:
    [found] = find_figures(f"사업비 {major}억 {minor}{small}만원")
    factors = {"백만원": 10**6, "천만원": 10**7}
    assert found.number * factors[found.unit or ""] == major * 10**8 + minor * {"백": 10**6, "천": 10**7}[small]


@given(st.integers(0, 10**7), SIGNED, st.sampled_from(COUNTERS), st.booleans())
def test_any_count_reads_back_with_and_without_a_space(
    number: int, signed: tuple[str, int], counter: str, spaced: bool
) -> None:
    space = " " if spaced and counter in ("명", "건", "회") else ""
    [found] = find_figures(f"점검 {signed[0]}{number:,}{space}{counter}")
    assert (found.number, found.unit) == (Decimal(signed[1] * number), counter)


@given(st.integers(2, 99999), st.sampled_from(EACH))
def test_any_count_with_the_word_for_each_reads_back(number: int, noun: str) -> None:
    [found] = find_figures(f"점검 {number:,}개{noun}")
    assert (found.number, found.unit) == (Decimal(number), "개소" if noun == "소" else noun)


@given(st.integers(1, 9999), st.integers(1, 9999), st.sampled_from(["명", "건", "세대"]))
def test_any_count_in_myriads_reads_back(myriads: int, rest: int, counter: str) -> None:
    [found] = find_figures(f"참여 {myriads:,}만 {rest:,}{counter}")
    assert (found.number, found.unit) == (Decimal(myriads * 10_000 + rest), counter)


@given(st.decimals(0, 1000, places=2), st.sampled_from(["%", "㎞", "톤"]))
def test_any_decimal_reads_back_with_its_places(number: Decimal, unit: str) -> None:
    [found] = find_figures(f"달성 {number}{unit}")
    assert (found.number, found.unit, found.decimals) == (number, unit, 2)


@given(st.text(st.sampled_from("0123456789,. -△▲~()만억조천백원%개소명건회년월일급제’/:가나"), max_size=30))
def test_figures_of_any_text_stand_in_order_and_hold_a_digit(text: str) -> None:
    ends = 0
    for found in find_figures(text):
        assert ends <= found.start < found.end <= found.after <= len(text)
        assert any(char.isdigit() for char in text[found.start : found.end])
        ends = found.end


def test_a_counter_behind_a_large_multiplier_and_a_space_counts_no_money() -> None:
    [found] = find_figures("말뭉치 20억 어절 공개")
    assert (found.number, found.unit) == (2_000_000_000, "어절")


@pytest.mark.parametrize("text", ["총 1.0,000개", "12,3456명", "1234,567원", "1,23,456원", "1,000,20명"])
def test_digits_parted_as_in_no_number_are_no_figure(text: str) -> None:
    assert find_figures(text) == []


@pytest.mark.parametrize("text", ["우 04514", "참석 00명", "007"])
def test_digits_behind_a_leading_zero_are_a_code_and_no_figure(text: str) -> None:
    assert find_figures(text) == []


@pytest.mark.parametrize("text", ["노조법 2·3조 개정", "지방자치법 12조 개정"])
def test_articles_of_a_law_are_no_money(text: str) -> None:
    assert find_figures(text) == []


def test_trillions_are_money() -> None:
    assert counted("예산 2조 3,000억원, 총 3조원") == [("23000", "억원"), ("3", "조원")]


@given(st.integers(0, 10**15 - 1), st.sampled_from(["명", "건", "천원", "백만원", "억원", "조원"]), st.booleans())
def test_number_keeps_every_digit(number: int, unit: str, grouped: bool) -> None:
    printed = f"{number:,}" if grouped else str(number)
    assert [(found.number, found.unit) for found in find_figures(f"가 : {printed}{unit} 등")][:1] in (
        [(Decimal(number), unit)],
        [],
    )


@pytest.mark.parametrize("text", ["1234567890123456명", "1,234,567,890,123,456천원", "2.00000000000000001%"])
def test_numeral_longer_than_any_figure_is_none(text: str) -> None:
    assert find_figures(text) == []

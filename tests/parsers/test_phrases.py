"""A line of running text → its figures and the labels that they are stated for."""

from __future__ import annotations

import pytest

from auditreport.parsers.phrases import read_line


def stated(value: str, above: str | None = None, prose: bool = False) -> list[tuple[str, str | None, str, str | None]]:
    """Label path, part of the whole, number and unit of each figure; `above` is the line that this one hangs under."""
    inherited = read_line(above).head if above is not None else None
    return [
        (" > ".join(label for label in s.labels if label), s.of, format(s.found.number, "f"), s.unit)
        for s in read_line(value, inherited, prose).stated
    ]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("고충민원 처리 : 1,522건", ("고충민원 처리", None, "1522", "건")),
        ("현장점검 12회", ("현장점검", None, "12", "회")),
        ("종합감사(3회)", ("종합감사", None, "3", "회")),
        ("86종 시나리오 운영", ("시나리오 운영", None, "86", "종")),
        ("(교육) 청렴교육 4회", ("교육 > 청렴교육", None, "4", "회")),
        ("민 원 처 리 : 30건", ("민원처리", None, "30", "건")),
        ("총 30건 적발", ("적발", None, "30", "건")),
    ],
)
def test_the_label_of_a_figure_stands_before_it_else_behind_it(
    line: str, found: tuple[str, str | None, str, str]
) -> None:
    assert stated(line) == [found]


def test_parts_in_brackets_inherit_the_unit_of_their_whole() -> None:
    assert stated("고충민원 처리 : 1,522건(오프라인 496, 온라인 1,026)") == [
        ("고충민원 처리", None, "1522", "건"),
        ("고충민원 처리", "오프라인", "496", "건"),
        ("고충민원 처리", "온라인", "1026", "건"),
    ]


@pytest.mark.parametrize(
    "line",
    ["점검 실적 : 31건 - 전문 13, 일반 18", "점검 실적 : 31건(전문13, 일반18)", "점검 실적 : 31건(전문 13 / 일반 18)"],
)
def test_parts_of_a_whole_stand_in_brackets_behind_a_dash_or_parted_by_slashes(line: str) -> None:
    assert stated(line) == [
        ("점검 실적", None, "31", "건"),
        ("점검 실적", "전문", "13", "건"),
        ("점검 실적", "일반", "18", "건"),
    ]


def test_figures_of_several_units_in_a_line_have_labels_of_their_own() -> None:
    assert stated("불법광고물 정비 : 현수막 120매, 벽보 45매 / 과태료 3건") == [
        ("불법광고물 정비 > 현수막", None, "120", "매"),
        ("불법광고물 정비 > 벽보", None, "45", "매"),
        ("불법광고물 정비 > 과태료", None, "3", "건"),
    ]


def test_a_separator_dash_between_label_and_figure_is_no_sign() -> None:
    assert stated("발생-1,699건/조치-1,532건") == [
        ("발생", None, "1699", "건"),
        ("조치", None, "1532", "건"),
    ]


def test_a_second_figure_in_brackets_with_a_unit_of_its_own_hangs_under_the_first() -> None:
    assert stated("청렴교육 : 4회(120명)") == [
        ("청렴교육", None, "4", "회"),
        ("청렴교육", None, "120", "명"),
    ]


def test_bare_parts_in_the_line_below_take_the_unit_of_the_whole_where_they_add_up_to_it() -> None:
    assert stated("예산(1), 지출(15), 계약(17)", above="지적사항 : 33건") == [
        ("", "예산", "1", "건"),
        ("", "지출", "15", "건"),
        ("", "계약", "17", "건"),
    ]


def test_bare_numerals_that_do_not_add_up_are_no_figures() -> None:
    assert stated("예산(1), 지출(15), 계약(18)", above="지적사항 : 33건") == []
    assert stated("코드 33, 구역 7") == []


def test_a_range_shares_its_label() -> None:
    assert [(label, number) for label, _, number, _ in stated("과태료 : 30만원~200만원")] == [
        ("과태료", "30"),
        ("과태료", "200"),
    ]


def test_an_inline_budget_names_who_has_which_part() -> None:
    assert stated("925백만원(감사담당관 506, 청렴담당관 419)") == [
        ("", None, "925", "백만원"),
        ("", "감사담당관", "506", "백만원"),
        ("", "청렴담당관", "419", "백만원"),
    ]


def test_a_figure_in_a_title_of_a_law_is_none() -> None:
    assert [number for _, _, number, _ in stated("「도시공원 30개소 조성 조례」 제정 1건")] == ["1"]


@pytest.mark.parametrize("line", ["2024. 3. 15.(금) 14:00", "제312회 임시회", "연중", "4급 이상 공무원"])
def test_dates_and_ordinals_state_nothing(line: str) -> None:
    assert stated(line) == []


def test_the_label_for_the_lines_below_is_the_line_without_its_figures() -> None:
    assert read_line("자체감사 실시 : 3회(지적 12건)").label == "자체감사 실시"
    assert read_line("주민설명회 개최(4회, 120명)").label == "주민설명회 개최"
    assert read_line("청렴도 향상").label == "청렴도 향상"


def test_the_head_of_a_line_is_its_first_whole_figure() -> None:
    head = read_line("지적사항 : 33건(예산 1, 지출 15, 계약 17)").head
    assert head is not None
    assert (int(head.number), head.unit) == (33, "건")


def test_in_a_sentence_the_noun_in_front_of_the_figure_loses_its_particle() -> None:
    assert stated("안전요원 320명을 배치하고 관광안내소 2곳을 더 연다.", prose=True) == [
        ("안전요원", None, "320", "명"),
        ("관광안내소", None, "2", "곳"),
    ]


def test_in_a_sentence_the_noun_that_a_figure_counts_may_stand_behind_it() -> None:
    assert stated("올해 추진할 5대 구정목표를 확정했다.", prose=True) == [("구정목표", None, "5", "대")]


def test_qualifiers_stay_out_of_labels() -> None:
    assert stated("점검 총 30건") == [("점검", None, "30", "건")]
    assert stated("참여 약 200명") == [("참여", None, "200", "명")]
    assert stated("30건 이상 목표") == [("목표", None, "30", "건")]


def test_parts_of_an_amount_are_parts_whatever_unit_of_money_they_are_printed_in() -> None:
    assert stated("기부금 3억 5천만원(현금 2억원, 물품 1억 5천만원)") == [
        ("기부금", None, "35", "천만원"),
        ("기부금", "현금", "2", "억원"),
        ("기부금", "물품", "15", "천만원"),
    ]


def test_figures_parted_by_nothing_but_a_year_share_their_label() -> None:
    assert stated("접수 2,393건’23년 2,100건") == [("접수", None, "2393", "건"), ("접수", None, "2100", "건")]


def test_in_a_sentence_a_particle_glued_to_a_figure_is_no_label_of_the_next() -> None:
    assert stated("공영주차장 4곳에 312면을 새로 만들고 회복을 목표로 안전요원 5명을 둔다.", prose=True) == [
        ("공영주차장", None, "4", "곳"),
        ("공영주차장", None, "312", "면"),
        ("안전요원", None, "5", "명"),
    ]


def test_a_date_in_front_of_a_colon_is_no_label() -> None:
    [stated] = read_line("’24. 9. : 우수기업 3개소 선정").stated
    assert (stated.labels, stated.found.number) == (("우수기업",), 3)


def test_a_number_without_unit_or_whole_is_counted_as_left_out() -> None:
    line = read_line("결의대회 실시 : 3. 26")
    assert (line.stated, line.left_out) == ((), 2)

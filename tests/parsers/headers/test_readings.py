"""How the words of a header's line may be parted."""

from __future__ import annotations

import pytest

from auditreport.parsers.headers.readings import readings


def ways(line: str) -> list[list[str]]:
    return [list(reading.pieces) for reading in readings(line.split())]


@pytest.mark.parametrize(
    ("line", "pieces"),
    [
        ("‘23년 이전 ‘24년", ["‘23년 이전", "‘24년"]),
        ("'24년도 말 운용계획", ["'24년도 말", "운용계획"]),
        ("’25년 예산(A)’24년 예산(B) 증 감(A-B)", ["’25년 예산(A)", "’24년 예산(B)", "증감(A-B)"]),
        ("구 분 계 의 료 인", ["계", "의료인"]),
        ("구분 장소 / 일자 면적", ["장소 / 일자", "면적"]),
        ("인원 (명) (%)*인원대비", ["인원(명)", "(%)"]),
        ("계*", ["계"]),
    ],
)
def test_the_plainest_reading_comes_first(line: str, pieces: list[str]) -> None:
    assert ways(line)[0] == pieces


def test_spaced_letters_may_be_several_titles_of_one_length() -> None:
    assert ["현재액", "예상액"] in ways("현 재 액 예 상 액")
    assert ["수입", "지출", "증감"] in ways("수 입 지 출 증 감")
    assert ["남", "여"] in ways("남 여")


def test_a_bracket_may_belong_to_a_title_of_another_line() -> None:
    assert ways("예상액 (융자금)") == [["예상액(융자금)"], ["예상액", "(융자금)"]]


def test_a_word_such_as_others_may_go_on() -> None:
    assert ways("식품 등 제조업") == [["식품 등", "제조업"], ["식품 등 제조업"]]


def test_a_year_may_begin_a_title() -> None:
    assert ways("2025년도 조성계획") == [["2025년도", "조성계획"], ["2025년도 조성계획"]]


def test_a_first_title_of_names_may_be_that_of_the_rows() -> None:
    assert ways("기 금 명") == [["기금명"], []]

"""How the words of a header's line may be parted."""

from __future__ import annotations

import pytest

from auditreport.parsers.headers.readings import readings
from auditreport.parsers.headers.sweep import TooManyError


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


def test_a_run_may_be_titles_of_different_lengths() -> None:
    assert {("의료인", "미용업", "약사"), ("대면", "비대면")} <= {
        tuple(way) for line in ("의 료 인 미 용 업 약 사", "대 면 비 대 면") for way in ways(line)
    }


def test_several_titles_of_a_line_may_be_of_two_unknown_words_each() -> None:
    assert ["개별 조치", "공동 조치"] in ways("개별 조치 공동 조치")


def test_titles_that_differ_in_their_numbers_only_are_read_alike() -> None:
    found = ways("2025년 예산 2024년 예산")
    assert ["2025년 예산", "2024년 예산"] in found
    assert ["2025년", "예산", "2024년", "예산"] in found
    assert ["2025년 예산", "2024년", "예산"] not in found
    assert ways("1분기 2분기 3분기") == [["1분기", "2분기", "3분기"]]


def test_a_word_such_as_before_may_be_the_lower_piece_of_another_year() -> None:
    assert ["2024년", "이후"] in ways("2024년 이후")


def test_more_readings_than_can_be_tried_are_none() -> None:
    with pytest.raises(TooManyError):
        ways("가람 나루 다솜 라온 마루 바다 사랑 아라 자람 차림 카드 타래")


def test_a_bracket_may_belong_to_a_title_of_another_line() -> None:
    assert ways("예상액 (융자금)") == [["예상액(융자금)"], ["예상액", "(융자금)"]]


def test_a_word_such_as_others_may_go_on() -> None:
    assert ways("식품 등 제조업") == [["식품 등", "제조업"], ["식품 등 제조업"]]


def test_a_year_may_begin_a_title() -> None:
    assert ways("2025년도 조성계획") == [["2025년도", "조성계획"], ["2025년도 조성계획"]]


def test_a_first_title_of_names_may_be_that_of_the_rows() -> None:
    assert ways("기 금 명") == [["기금명"], []]

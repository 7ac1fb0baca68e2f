"""Labels of rows: wrapped about their figures, shared by rows of one cell, in the middle of a group."""

from __future__ import annotations

from auditreport.parsers.recovery import read_numeral
from auditreport.parsers.row_labels import label_paths


def paths(labels: list[str], loose: list[tuple[int, str]], *rows: str) -> list[tuple[str, ...]]:
    return label_paths(labels, loose, [[read_numeral(word) for word in row.split()] for row in rows])


def test_a_label_that_wraps_about_its_row_is_put_together() -> None:
    loose = [(0, "대학 및 지역인재"), (1, "육 성 기 금")]
    assert paths([""], loose, "596 1,131") == [("대학 및 지역인재 육성기금",)]


def test_pieces_between_two_rows_go_to_each_as_many_as_stand_above_it() -> None:
    loose = [(0, "대기환경 개선"), (1, "보조사업"), (1, "하천 정비와"), (2, "자연재해 예방")]
    assert paths(["", ""], loose, "5 4", "6 3") == [("대기환경 개선 보조사업",), ("하천 정비와 자연재해 예방",)]


def test_a_piece_above_a_row_alone_is_no_label_of_it() -> None:
    assert paths(["계", "", "여비"], [(1, "공공질서 및 안전")], "9 8", "5 4", "4 4") == [("계",), (), ("여비",)]


def test_rows_whose_units_come_round_share_the_label_in_their_middle() -> None:
    rows = ("58개소 26개소", "31.7ha 17ha", "(270억원) (122억원)", "12개소", "10.3ha -", "(54억원) (38억원)")
    labels = ["", "계", "", "", "", ""]
    assert paths(labels, [(4, "도시"), (5, "바람길숲")], *rows) == [("계",)] * 3 + [("도시바람길숲",)] * 3


def test_pieces_of_a_label_in_front_of_such_rows_are_put_together() -> None:
    rows = ("9개소", "2ha", "4개소", "1ha")
    assert paths(["지자체", "도시숲", "자녀안심", "그린숲"], [], *rows) == [
        *[("지자체도시숲",)] * 2,
        *[("자녀안심그린숲",)] * 2,
    ]


def test_rows_with_labels_and_units_of_their_own_stay_apart() -> None:
    assert paths(["교육", "수료", "예산"], [], "9회", "40명", "3억원") == [("교육",), ("수료",), ("예산",)]


def test_two_pieces_between_rows_of_years_are_the_label_of_the_group() -> None:
    rows = ("5 4", "6 3", "7 2")
    found = paths(["2022년", "2023년", "2024년"], [(1, "나무"), (2, "심기")], *rows)
    assert found == [("나무심기", "2022년"), ("나무심기", "2023년"), ("나무심기", "2024년")]


def test_more_pieces_between_rows_of_years_are_cells_of_the_rows() -> None:
    loose = [(1, "(행사 취소)"), (1, "드림볼파크"), (2, "생태공원")]
    assert paths(["2022년", "2023년", "2024년"], loose, "5 4", "6 3", "7 2") == [("2022년",), ("2023년",), ("2024년",)]

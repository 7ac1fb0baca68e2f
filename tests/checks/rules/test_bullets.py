"""Figures in bullets and what they are made of: what a form announces, and what only stands together."""

from __future__ import annotations

import pytest

from tests.checks.making import claims, told


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("31명(전문 13, 일반 18)", [("13 + 18 = 31",)] * 2),
        ("31명(전문 13, 일반 17)", [("13 + 17 ≠ 31",)] * 2),
        ("31명(전문 13명, 일반 28명)", [("13 + 28 ≠ 31",)] * 2),
        ("31명[전문 13/ 일반 18]", [("13 + 18 = 31",)] * 2),
        # Not all with their unit; one only; a name without a figure.
        ("31명(전문 13, 일반 18명)", [("13 + 18 = 31",)]),
        ("31명(전문 31)", []),
        ("31명(전문 13, 일반)", []),
        ("31%(전문 13%, 일반 18%)", [("13 + 18 = 31", "met")]),
        # Rounded figures that miss by what rounding explains prove nothing.
        ("287억원(공사 144, 용역 142)", []),
        ("287억원(공사 144억원, 용역 143억원)", [("144 + 143 = 287",)] * 2),
        ("1억 2천만원(공사 5천만원, 용역 7천만원)", [("5 + 7 = 1억 2",)]),
    ],
)
def test_parts_in_brackets(line: str, found: list[tuple[str, ...]]) -> None:
    assert told("AR301", f"○ 감사 참여 : {line}") == found


@pytest.mark.parametrize(
    ("line", "announced", "met"),
    [
        ("표창 : 62명 - 구청장상 40명, 구의장상 22명", "40 + 22 = 62", "40 + 22 = 62"),
        ("표창 : 62명 : 구청장상 40명, 구의장상 22명", "40 + 22 = 62", "40 + 22 = 62"),
        ("표창 : 4회 62명 - 구청장상 40명, 구의장상 22명", "40 + 22 = 62", "40 + 22 = 62"),
        ("표창 : 4명 62명 - 구청장상 40명, 구의장상 22명", None, "40 + 22 = 62"),
        ("표창 : 62명 - 구청장상 40명, 구의장상 22명을 수여", None, "40 + 22 = 62"),
        ("표창 62명, 구청장상 40명, 구의장상 22명", None, "40 + 22 = 62"),
        ("표창 : 62명 - 구청장상(40명), 구의장상(22명)", None, None),
        ("접수 57건/해결 49건/검토 8건", "49 + 8 = 57", "49 + 8 = 57"),
        ("점검 57건 중 조치 49건, 미조치 8건", "49 + 8 = 57", "49 + 8 = 57"),
        ("접수 57건/해결 49건/검토 7명", None, None),
        ("접수 57건/미조치 7건", None, None),
    ],
)
def test_parts_in_a_line_that_holds(line: str, announced: str | None, met: str | None) -> None:
    expected = [*([(announced,)] if announced else []), *([(met, "met")] if met else [])]
    assert told("AR302", f"○ {line}") == expected


@pytest.mark.parametrize(
    ("line", "formula", "excuse"),
    [
        ("표창 : 62명 - 구청장상 20명, 구의장상 22명", "20 + 22 ≠ 62", "subset"),
        ("표창 : 62명 - 구청장상 50명, 구의장상 22명", "50 + 22 ≠ 62", "multiple"),
        ("표창 : 62명 - 구청장상 39명, 구의장상 22명", "39 + 22 ≠ 62", "subset"),
        ("접수 57건/해결 49건/검토 7건", "49 + 7 ≠ 57", "subset"),
        ("접수 57건/해결 49건/검토 9건", "49 + 9 ≠ 57", "multiple"),
        ("접수 57건, 해결 49건, 검토 7건", "49 + 7 ≠ 57", "subset"),
        ("총 57건/조치 49건/미조치 7건", "49 + 7 ≠ 57", "subset"),
        ("점검 57건 중 조치 49건, 추진 중 7건", "49 + 7 ≠ 57", "subset"),
        ("접수 57건/해결 49건/검토 7건/참여 12명", "49 + 7 ≠ 57", "subset"),
        # Nothing came in; nothing is left; what is left is not of what was done; no list.
        ("민원 57건/해결 49건/검토 7건", "49 + 7 ≠ 57", None),
        ("접수 57건/해결 49건/완료 7건", "49 + 7 ≠ 57", None),
        ("접수 57건/조치 49건/미이행 7건", "49 + 7 ≠ 57", None),
        ("접수 57건 해결 49건/검토 7건", "49 + 7 ≠ 57", None),
    ],
)
def test_parts_in_a_line_that_does_not_hold(line: str, formula: str, excuse: str | None) -> None:
    assert told("AR302", f"○ {line}") == [*([(formula, excuse)] if excuse else []), (formula,)]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("표창 162명, 구청장상 140명, 구의장상 22명", [("140 + 22 = 162",)]),
        ("표창 92명, 구청장상 70명, 구의장상 22명", [("70 + 22 = 92", "met")]),
        ("표창 99명, 구청장상 90명, 구의장상 9명", [("90 + 9 = 99", "met")]),
    ],
)
def test_a_long_sum_of_figures_of_one_line_is_as_good_as_announced(line: str, found: list[tuple[str, ...]]) -> None:
    assert told("AR302", f"○ {line}") == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("330명 선발, 수료 311명(수료율 94.2%)", [("311 ÷ 330 = 94.2%",), ("311 ÷ 330 = 94.2%", "met")]),
        ("330명 선발, 수료 311명(수료율 94.3%)", [("311 ÷ 330 ≠ 94.3%", "base")]),
        ("330명 중 311명(이수율 94.2%)", [("311 ÷ 330 = 94.2%",), ("311 ÷ 330 = 94.2%", "met")]),
        ("330명 중 311명(이수율 96.3%)", [("311 ÷ 330 ≠ 96.3%", "base")]),
        ("330명 선발, 수료 311명(이수율 96.3%)", []),
        ("330명 선발, 20명 포기, 수료 311명(수료율 96.3%)", []),
        ("330명 선발, 수료 311명, 수료율 96.3%", []),
        ("330건 선발, 수료 311명(수료율 96.3%)", []),
        (
            "발생 1,699건/조치 1,532건/미조치 167건/처리율 90.2%",
            [("1,532 ÷ 1,699 = 90.2%",), ("1,532 ÷ 1,699 = 90.2%", "met")],
        ),
        ("발생 1,699건/조치 1,532건/미조치 167건/처리율 96.2%", [("1,532 ÷ 1,699 ≠ 96.2%", "base")]),
        ("발생 1,699건/조치 1,532건/미조치 167건, 만족 80.2%", []),
        ("참여 1,699건, 조치 1,532건, 처리 90.2%", [("1,532 ÷ 1,699 = 90.2%", "met")]),
        ("참여 1,699건, 조치 1,532건, 처리 90%", []),
    ],
)
def test_rates_of_a_line(line: str, found: list[tuple[str, ...]]) -> None:
    assert told("AR303", f"○ {line}") == found


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("통보 41건", "- 징계 5건, 훈계 11건, 종결 25건"), [("5 + 11 + 25 = 41",)]),
        (("통보 41건", "- 징계 5건, 훈계 11건, 종결 24건"), [("5 + 11 + 24 ≠ 41", "subset")]),
        (("통보 41건", "- 징계 5건, 훈계 11건, 종결 26건"), [("5 + 11 + 26 ≠ 41", "multiple")]),
        (("통보(41건)", "- 징계 5건, 훈계 11건, 종결 24건"), [("5 + 11 + 24 ≠ 41", "subset"), ("5 + 11 + 24 ≠ 41",)]),
        (("통보 41건", "- 현황 : 징계 5건, 훈계 11건, 종결 24건"), [("5 + 11 + 24 ≠ 41", "subset")]),
        (("통보 41건", "- 징계 5건, 훈계 35건"), [("5 + 35 ≠ 41", "subset")]),
        # A head needs three parts behind it.
        (("통보 41건", "- 현황 : 징계 5건, 훈계 35건"), []),
        (("통보 41건 처리", "- 징계 5건, 훈계 11건, 종결 24건"), []),
        (("통보 41건", "○ 징계 5건, 훈계 35건"), []),
        (("통보 41건", "", "## 제목", "- 징계 5건, 훈계 35건"), []),
        # Bullets below: as good as announced where they are long.
        (("통보 : 141건", "- 징계 : 100건", "- 훈계 : 41건"), [("100 + 41 = 141",)]),
        (("통보 : 141건", "- 징계 : 100건", "- 훈계 : 51건"), [("100 + 51 ≠ 141",)]),
        (("통보 : 41건", "- 징계 : 30건", "- 훈계 : 11건"), [("30 + 11 = 41", "met")]),
    ],
)
def test_parts_below(lines: tuple[str, ...], found: list[tuple[str, ...]]) -> None:
    assert told("AR304", "○ " + "\n".join(lines)) == found


@pytest.mark.parametrize(
    ("code", "text", "strengths"),
    [
        ("AR301", "○ 감사 참여 : 31명(전문 13, 일반 18)", ["likely", "likely"]),
        ("AR302", "○ 표창 : 62명 - 구청장상 40명, 구의장상 22명", ["likely", "weak"]),
        ("AR303", "○ 330명 선발, 수료 311명(수료율 94.2%)", ["likely", "weak"]),
        ("AR304", "○ 통보 41건\n- 징계 5건, 훈계 11건, 종결 25건", ["likely"]),
        ("AR304", "○ 통보 : 141건\n- 징계 : 100건\n- 훈계 : 41건", ["weak"]),
    ],
)
def test_a_form_claims_likely_what_stands_together_weakly(code: str, text: str, strengths: list[str]) -> None:
    made = claims(code, f"□ 추진실적\n{text}\n")
    assert ([claim.strength for claim in made], {claim.rule for claim in made}) == (strengths, {code})

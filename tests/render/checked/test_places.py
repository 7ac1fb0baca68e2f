from __future__ import annotations

import pytest

from auditreport.render.checked.places import address, equation_in_words, in_words, labelled, named, relative_path, uri
from auditreport.render.checked.run import main_figure
from auditreport.render.messages import translator
from tests.render.checked.making import check_run, discrepancy, equation

EN = translator("en")


@pytest.mark.parametrize(
    ("path", "seen"),
    [
        ("reports/a.txt", "reports/a.txt"),
        ("./reports/../a.txt", "a.txt"),
        ("/home of/2024/reports/a.txt", "reports/a.txt"),
        ("/home of/2024b/a.txt", "/home of/2024b/a.txt"),
        ("../a.txt", "/home of/a.txt"),
        ("-", "stdin"),
    ],
)
def test_path_below_the_folder_is_relative_and_any_other_is_absolute(path: str, seen: str) -> None:
    assert relative_path(path, "/home of/2024") == seen


def test_address_of_a_file_is_percent_encoded() -> None:
    run = check_run()
    assert uri(run, "보고서/50%#1 a.txt") == "%EB%B3%B4%EA%B3%A0%EC%84%9C/50%25%231%20a.txt"
    assert uri(run, "../a b.txt") == "file:///home%20of/a%20b.txt"


def test_place_is_a_line_or_a_page_or_a_place_in_the_structure() -> None:
    places = [{}, {"line": None, "column": None, "page": 3}, {"line": None, "column": None, "place": "table 1, row 2"}]
    found = [discrepancy(place=where) for where in places]
    assert [in_words(one.suspects[0], EN) for one in found] == ["line 22", "p. 3", "table 1, row 2"]
    assert [address(one, main_figure(one), EN) for one in found] == [
        "reports/a.txt:22:52",
        "reports/a.txt, p. 3",
        "reports/a.txt, table 1, row 2",
    ]


def test_figure_is_named_with_its_measure_in_the_language_of_the_reader() -> None:
    one = discrepancy()
    assert labelled(one.suspects[0], one, EN) == "자원봉사 지원 · Balance (line 22)"
    assert labelled(one.suspects[0], one, translator("ko")) == "자원봉사 지원 · 잔액 (22줄)"


def test_labels_leave_out_what_all_of_them_begin_with() -> None:
    one = discrepancy(place={"label": "노선 > 개편 > 계", "concept": "metric"})
    first = one.figures[0].model_copy(update={"label": "노선 > 개편 > 신설 · 1단계"})
    several = one.model_copy(update={"figures": (first, *one.figures[1:])})
    assert [named(figure, several, EN) for figure in several.figures[:2]] == ["신설 · 1단계", "계"]
    other = one.model_copy(update={"figures": (first.model_copy(update={"label": "노선"}), *one.figures[1:])})
    assert [named(figure, other, EN) for figure in other.figures[:2]] == ["노선", "노선 > 개편 > 계"]


def test_figures_of_several_years_are_named_with_their_year() -> None:
    one = discrepancy(place={"year": 2024})
    assert named(one.figures[0], one, EN) == "자원봉사 지원 · Balance"
    first = one.figures[0].model_copy(update={"year": 2023})
    several = one.model_copy(update={"figures": (first, *one.figures[1:])})
    assert [named(figure, several, EN) for figure in several.figures[:2]] == [
        "자원봉사 지원 · Balance · 2023",
        "자원봉사 지원 · Balance · 2024",
    ]


def test_equation_over_several_lines_is_named_by_its_first_and_last() -> None:
    assert equation_in_words(equation(lines=(19, 20, 24)), EN) == "line 19–24"
    assert equation_in_words(equation(lines=(), pages=(3,)), EN) == "p. 3"
    assert equation_in_words(equation(lines=()), EN) == ""


def test_main_figure_is_the_likeliest_suspect_or_else_the_stated_result() -> None:
    assert main_figure(discrepancy()).fact == "f3"  # type: ignore[union-attr]
    assert main_figure(discrepancy(suspects=())).raw == "81,711"  # type: ignore[union-attr]
    assert main_figure(discrepancy(suspects=(), figures=())) is None

"""Causes of differences between two forms of one document."""

from __future__ import annotations

import pytest

from auditreport.pipeline import read_bytes
from auditreport.schemas import Table
from bench.causes import UNEXPLAINED, Difference, Form, compare_facts, compare_tables

HEAD = "Ⅲ. 주요업무 추진계획\n\n1. 안전한 도시 조성\n\n"


def form(name: str, body: str) -> Form:
    return Form(name, read_bytes((HEAD + body).encode(), f"report{name}"))


def facts(one: str, other: str) -> list[Difference]:
    return compare_facts(form(".hwp", one), form(".pdf", other))


def tables(one: str, other: str) -> list[Difference]:
    forms = form(".hwp", one), form(".pdf", other)
    places = [[i for i, block in enumerate(each.blocks) if isinstance(block, Table)] for each in forms]
    return compare_tables(*forms, [(places[0], places[1])])


def test_same_facts_differ_in_nothing() -> None:
    assert facts("○ 순찰차 도입 : 5대\n", "○ 순찰차  도입 : 5대\n") == []


def test_sign_in_a_label_is_told() -> None:
    [found] = facts("○ 「순찰차」 도입 : 5대\n", "○ 순찰차 도입 : 5대\n")
    assert (found.what, found.count, found.cause) == ("fact", 1, "signs in a label are printed in one form only")


def test_line_that_stands_behind_another_heading_is_told() -> None:
    [found] = facts("○ 순찰차 도입 : 5대\n", "2. 편리한 교통\n\n○ 순찰차 도입 : 5대\n")
    assert found.cause == "the same line stands behind '1안전한도시조성' of .hwp and '2편리한교통' of .pdf"
    assert "programme '안전한도시조성' against '편리한교통'" in found.example


def test_line_with_other_words_shows_the_first_of_them() -> None:
    one = "○ 순찰차 전기 자동차 다섯 종류 새로 도입 : 5대\n"
    found = facts(one, one.replace("전기", "수소"))
    assert {each.cause for each in found} == {"its line says '전기' in .hwp and '수소' in .pdf"}


def test_figure_of_a_line_that_the_other_form_lacks_is_unexplained() -> None:
    [found] = facts("○ 순찰차 도입 : 5대\n", "○ 가로등 교체 추진\n")
    assert found.cause == UNEXPLAINED


@pytest.mark.parametrize(
    ("one", "other", "cause"),
    [
        (
            "| 구분 | 예산 | 집행 |\n|---|---|---|\n| 순찰 | 100 | 90 |\n",
            "| 구분 | 예산 |\n|---|---|\n| 집행 순찰 | 100 90 |\n",
            "the same words in 2 × 3 and 2 × 2 cells",
        ),
        (
            "| 구분 | 예산·결산 |\n|---|---|\n| 순찰 | 100 |\n",
            "| 구분 | 예산결산 |\n|---|---|\n| 순찰 | 100 |\n",
            "the same words with other signs between them",
        ),
        (
            "| 추진배경 | 주민 안전 요구 |\n|---|---|\n| 추진방향 | 현장 중심 순찰 |\n",
            "□ 추진배경\n○ 주민 안전 요구\n□ 추진방향\n○ 현장 중심 순찰\n",
            "all words of its 2 rows stand in lines, in no table, of .pdf",
        ),
        ("| 구분 | 예산 |\n|---|---|\n| 순찰 | 100 |\n", "○ 가로등 교체 추진\n", UNEXPLAINED),
    ],
)
def test_table_that_differs_is_told_by_where_its_words_stand(one: str, other: str, cause: str) -> None:
    [found] = tables(one, other)
    assert (found.what, found.cause) == ("table", cause)


def test_fact_of_a_table_that_differs_has_the_cause_of_the_table() -> None:
    forms = (
        form(".hwp", "| 구분 | 예산(천원) |\n|---|---|\n| 순찰 | 100 |\n| 가로등 | 200 |\n"),
        form(".pdf", "순찰 100 가로등 200 구분 예산(천원)\n"),
    )
    [table] = compare_tables(*forms, [([i for i, b in enumerate(forms[0].blocks) if isinstance(b, Table)], [])])
    causes = {found.cause for found in compare_facts(*forms) if found.example.startswith(".hwp")}
    assert causes == {f"its table differs: {table.cause}"}

"""How figures that were read are judged against the truth."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from bench.generated.example import Example
from bench.generated.layout import flatten
from bench.generated.style import Style
from bench.generated.verdicts import judge, judge_clean, wrap

PLAIN = Style("blank", "level", False, "no", False, False, "above", "△", 1)


def budget() -> Example:
    return Example(
        "budget",
        ("구분",),
        (("예산액",), ("집행액",), ("잔액",)),
        (("계",), ("감사행정 운영",), ("기본경비",)),
        tuple(tuple(map(Decimal, row)) for row in ((300, 120, 180), (200, 100, 100), (100, 20, 80))),
        (),
        "천원",
        printed=(("300", "120", "180"), ("200", "100", "100"), ("100", "20", "80")),
    )


def test_full_rows_under_one_line_of_titles_are_proved() -> None:
    verdict = judge(budget(), flatten(budget(), PLAIN), "above")
    assert (dict(+verdict.figures), verdict.faults) == ({"proved": 9}, ())


def test_certain_column_that_is_not_the_true_one_is_wrong() -> None:
    example = budget()
    other = replace(example, columns=(("예산액",), ("잔액",), ("집행액",)))
    verdict = judge(other, flatten(example, PLAIN), "above")
    assert dict(+verdict.figures) == {"proved": 3, "wrong": 6}
    assert verdict.faults[0] == "wrong: 120 of 계, 잔액: read ['집행액']"


def test_title_alone_under_a_group_may_be_read_as_one_title_on_two_lines() -> None:
    printed = replace(budget(), columns=(("예산현액",), ("집행액",), ("잔액",)))
    example = replace(printed, columns=(("예산", "현액"), *printed.columns[1:]))
    verdict = judge(example, flatten(printed, PLAIN), "above")
    assert dict(+verdict.figures) == {"proved": 9}


def test_figure_that_stands_in_no_table_is_not_found() -> None:
    example = replace(budget(), rows=(("계",),), values=(), printed=(("300", "", ""),), columns=(("예산액",),) * 3)
    assert dict(+judge(example, flatten(example, PLAIN), "none").figures) == {"not found": 1}


def test_marked_cells_are_read_as_marked() -> None:
    assert judge_clean(budget()) == []


def test_report_around_the_lines_says_where_they_begin() -> None:
    text, start = wrap(("구분 계", "정원 9"), "below", "명")
    assert text[start:].startswith("구분 계\n정원 9\n(단위 : 명)\n")

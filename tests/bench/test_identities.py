"""Which equations of a check are the identity that a person wrote down."""

from __future__ import annotations

from typing import Any

from auditreport.schemas.discrepancy import Bounds, Equation
from bench.identities import is_found, pages_of


def equation(stated: str, *lines: int, formula: str = "5 + 7 = 12", high: str = "12", **more: Any) -> Equation:
    figures = {"id": "1", "rule": "AR211", "facts": (), "path": "report.txt", "class_": "exact", **more}
    return Equation(stated=stated, lines=lines, formula=formula, expected=Bounds(low="0", high=high), **figures)


def identity(stated: str | None, *lines: int, kind: str = "sum", **more: Any) -> dict[str, Any]:
    return {"kind": kind, "lines": list(lines), "holds": True, "mode": "exact", "stated": stated, **more}


def test_equation_within_the_lines_that_states_the_figure_is_the_identity() -> None:
    assert is_found(identity("12", 3, 4), (equation("12", 3, 4),), {})
    assert is_found(identity("-12", 3, 4), (equation("12", 4),), {})


def test_equation_of_other_lines_figures_or_class_is_not() -> None:
    wanted = identity("12", 3, 4)
    others = (equation("12", 4, 5), equation("13", 3, 4), equation("12", 3, 4, class_="rounding"), equation("12"))
    assert not is_found(wanted, others, {})


def test_order_of_two_figures_is_no_sum_but_a_part_of_its_whole() -> None:
    order = equation("5", 3, formula="5 ≤ 12")
    assert not is_found(identity("12", 3), (order,), {})
    assert is_found(identity("12", 3, kind="part of"), (order,), {})


def test_money_of_a_truth_in_its_printed_unit_is_compared_in_won() -> None:
    assert is_found(identity("972", 3, unit="백만원"), (equation("972000000", 3),), {})


def test_lines_of_a_text_out_of_pages_lie_on_the_pages_of_their_figures() -> None:
    pages = pages_of({"facts": [{"page": 5, "line": 3}, {"page": 6, "line": 7}]})
    assert pages == {3: 5, 4: 5, 5: 5, 6: 5, 7: 6}
    wanted = {"kind": "sum", "pages": [5], "holds": True, "mode": "exact", "stated": "12"}
    assert is_found(wanted, (equation("12", 3, 6),), pages)
    assert not is_found(wanted, (equation("12", 3, 7),), pages)
